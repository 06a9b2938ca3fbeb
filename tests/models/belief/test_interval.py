"""The interval that only widens when something becomes unknown."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from models.belief.interval import Z80, half_width_logit

LOGITS, DOUBTS, STEPS = st.floats(-6, 6), st.floats(0.1, 2.5), st.floats(0, 3)


def width(logit, doubt, worst, best):
    """The interval's width in probability."""
    half = half_width_logit(*(np.array([value]) for value in (logit, doubt, worst, best)))[0]
    ends = 1 / (1 + np.exp(-np.array([logit - half, logit + half])))
    return half, ends[1] - ends[0]


@given(LOGITS, DOUBTS)
def test_with_nothing_unknown_it_is_the_normal_one(logit, doubt):
    """80 % of the doubt on the logit scale."""
    half, _ = width(logit, doubt, logit, logit)
    np.testing.assert_allclose(half, Z80 * doubt, rtol=1e-6)


@given(LOGITS, DOUBTS, STEPS, STEPS)
def test_it_is_never_less_than_the_normal_one(logit, doubt, down, up):
    """A wider reach never helps."""
    assert width(logit, doubt, logit - down, logit + up)[0] >= Z80 * doubt


@given(LOGITS, LOGITS, DOUBTS, STEPS, st.tuples(STEPS, STEPS, STEPS, STEPS))
def test_a_wider_reach_and_more_doubt_never_narrow_the_probability(logit, other, doubt, more, steps):
    """Wherever the score itself moves meanwhile, as long as it stays within reach."""
    worst, best = logit - steps[0], logit + steps[1]
    before = width(logit, doubt, worst, best)[1]
    worst, best = worst - steps[2], best + steps[3]
    assert width(np.clip(other, worst, best), doubt + more, worst, best)[1] >= before - 1e-9

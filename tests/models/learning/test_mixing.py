"""Two logits mixed as chances."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from scipy.special import expit

from models.learning.mixing import mixed

LOGITS, WEIGHTS = st.floats(-30, 30), st.floats(0, 1)


def one(first, second, weight):
    """The mixture of one pair."""
    logit, share = mixed(np.array([first]), np.array([second]), weight)
    return float(logit[0]), float(share[0])


@given(LOGITS, LOGITS, WEIGHTS)
def test_it_is_the_mixture_of_the_chances(first, second, weight):
    """Reckoned by hand."""
    logit, _ = one(first, second, weight)
    np.testing.assert_allclose(
        [expit(logit), expit(-logit)],
        [weight * expit(sign * first) + (1 - weight) * expit(sign * second) for sign in (1, -1)],
        rtol=1e-6,
    )


@given(LOGITS, LOGITS, WEIGHTS)
def test_the_shares_make_the_logit_exactly(first, second, weight):
    """So that contributions of both add up; and it lies between the two."""
    logit, share = one(first, second, weight)
    assert share * first + (1.0 - share) * second == logit
    assert 0 <= share <= 1


@given(LOGITS, st.floats(-1e-7, 1e-7), WEIGHTS)
def test_two_that_nearly_agree_give_no_noise(first, apart, weight):
    """The quotient of two rounding errors is not shown."""
    logit, _ = one(first, first + apart, weight)
    assert abs(logit - first) <= abs(apart) + 1e-12


@given(LOGITS, LOGITS)
def test_a_weight_of_1_or_0_returns_the_one_bit_for_bit(first, second):
    """With nothing learned the belief is the answer."""
    assert (first, 1.0) == one(first, second, 1.0)
    assert (second, 0.0) == one(first, second, 0.0)

"""What peers hand back."""

import numpy as np
import pytest

from models.evaluation.forecasts import base_rate, can_be_learned, from_logit, has_both_kinds, level_forecast
from models.evaluation.pairs import coded


@pytest.fixture
def pairs(frame):
    """240 outcomes."""
    return coded([frame()], ["size", "distance"])[0]


def test_the_interval_holds_80_percent_of_a_normal_doubt():
    """1.2816 standard deviations to each side of the logit; without doubt there is none."""
    found = from_logit(np.array([0.0]), np.array([1.0]))
    assert (found.lower[0], found.upper[0]) == pytest.approx(
        (1 / (1 + np.exp(1.28155)), 1 / (1 + np.exp(-1.28155))), abs=1e-5
    )
    assert np.isnan(from_logit(np.array([0.0])).lower).all()


def test_no_learner_is_surer_than_one_in_ten_thousand():
    """Both ends."""
    assert [1e-4, 1 - 1e-4] == pytest.approx(from_logit(np.array([-40.0, 40.0])).p.tolist())


def test_the_base_rate_is_drawn_to_the_middle_and_said_of_every_pair(pairs):
    """One half of each kind is added; without outcomes it is even odds."""
    nothing = pairs.rows(np.zeros(0, dtype=np.intp))
    assert 0.5 == base_rate(nothing)
    rate = base_rate(pairs)
    assert rate == pytest.approx((pairs.y.sum() + 0.5) / 241)
    assert level_forecast(rate)(pairs).p.tolist() == pytest.approx([rate] * 240)


def test_trees_need_ten_outcomes_of_both_kinds_of_more_than_one_cooperative(pairs):
    """Otherwise a peer says the base rate."""
    successes = np.flatnonzero(pairs.y == 1)
    assert can_be_learned(pairs)
    assert not can_be_learned(pairs.rows(np.arange(9)))
    assert not can_be_learned(pairs.rows(successes))
    assert not can_be_learned(pairs.rows(np.zeros(20, dtype=np.intp)))
    assert not has_both_kinds(pairs.rows(successes[:1]))

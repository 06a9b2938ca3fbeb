"""Peers of a handful of numbers."""

import numpy as np
import pandas as pd
import pytest
from scipy.special import expit

from models.evaluation.metrics import log_loss
from models.evaluation.pairs import coded
from models.evaluation.simple import fit_platt, fit_popularity, fit_prior

NOTHING = np.zeros((0, 2))


@pytest.fixture
def pairs(frame):
    """240 outcomes."""
    return coded([frame()], ["size", "distance"])[0]


def test_the_prior_is_the_belief_bit_for_bit_with_its_own_doubt(pairs):
    """Whatever the outcomes."""
    found = fit_prior(pairs, NOTHING, 0)(pairs)
    assert expit(pairs.prior_logit).tolist() == found.p.tolist()
    assert (found.lower < found.p).all()


def test_platt_starts_as_the_belief_and_moves_a_base_rate_that_is_off(pairs):
    """Without outcomes nothing is moved; with a belief two logits too high, it is drawn down."""
    none = pairs.rows(np.zeros(0, dtype=np.intp))
    assert fit_platt(none, NOTHING, 0)(pairs).p.tolist() == pytest.approx(expit(pairs.prior_logit).tolist())
    high = coded([_with_belief_raised(pairs)], ["size"])[0]
    moved = fit_platt(high, NOTHING, 0)(high).p
    assert log_loss(moved, high.y) < log_loss(expit(high.prior_logit), high.y) - 0.1


def _with_belief_raised(pairs):
    """The same outcomes under a belief two logits higher."""
    return pd.DataFrame(
        {
            "cooperative_id": pairs.groups,
            "offer_id": pairs.codes[:, 0],
            "label": pairs.y,
            "prior_logit": pairs.prior_logit + 2.0,
            "size": 0.0,
        }
    )


def test_an_offer_without_outcomes_has_the_common_rate_and_one_with_many_its_own(pairs):
    """Rates are drawn together as five outcomes would."""
    only = pairs.rows(np.flatnonzero(pairs.codes[:, 0] != 3))
    found = fit_popularity(only, NOTHING, 0)(pairs).p
    rate = (only.y.sum() + 0.5) / (len(only) + 1)
    assert found[pairs.codes[:, 0] == 3] == pytest.approx([rate] * 40)
    own = only.y[only.codes[:, 0] == 0]
    assert found[pairs.codes[:, 0] == 0][0] == pytest.approx((own.sum() + 5 * rate) / (len(own) + 5))

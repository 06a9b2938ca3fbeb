"""The product's own estimator among the peers."""

import numpy as np
import pytest
from scipy.special import expit

from models.evaluation.metrics import coverage, log_loss
from models.evaluation.ours import fit_ours
from models.evaluation.pairs import coded


@pytest.fixture
def both(frame):
    """Outcomes to learn from, and others of the same kind."""
    return coded([frame(60), frame(40, seed=1)], ["size", "distance", "blank"])


def test_without_outcomes_it_is_the_belief(both):
    """Bit for bit."""
    learn, held = both
    found = fit_ours(learn.rows(np.zeros(0, dtype=np.intp)), learn.X, 0)(held)
    assert expit(held.prior_logit).tolist() == found.p.tolist()


def test_with_outcomes_it_keeps_up_with_the_belief_and_has_an_interval(both):
    """It never falls far behind, and says how sure it is."""
    learn, held = both
    found = fit_ours(learn, np.zeros((0, 3)), 0)(held)
    assert log_loss(found.p, held.y) < log_loss(expit(held.prior_logit), held.y) + 0.01
    assert 0.5 < coverage(found.lower, found.upper, held.truth) <= 1.0
    assert (found.lower < found.p).all()
    assert (found.p < found.upper).all()

"""The regression most people would try first."""

from dataclasses import replace

import numpy as np
import pytest

from models.evaluation.logistic import fit_logistic
from models.evaluation.metrics import log_loss
from models.evaluation.pairs import coded

NOTHING = np.zeros((0, 3))


@pytest.fixture
def both(frame):
    """Outcomes to learn from, and others of the same kind."""
    return coded([frame(80), frame(40, seed=1)], ["size", "distance", "blank"])


def test_it_learns_and_stays_with_the_base_rate_where_it_cannot(both):
    """Better than saying the rate of all; with one kind of outcome, exactly that rate."""
    learn, held = both
    rate = np.full(len(held), held.y.mean())
    assert log_loss(fit_logistic(learn, NOTHING, 0)(held).p, held.y) < log_loss(rate, held.y) - 0.05
    won = learn.rows(np.flatnonzero(learn.y == 1)[:4])
    assert fit_logistic(won, NOTHING, 0)(held).p == pytest.approx(np.full(len(held), 4.5 / 5))


def test_a_handful_of_outcomes_is_no_crash_and_no_certainty(both):
    """Folds with one kind of outcome are weathered."""
    learn, held = both
    one_of_each = learn.rows(np.array([np.argmax(learn.y == 1), np.argmax(learn.y == 0)]))
    found = fit_logistic(one_of_each, NOTHING, 0)(held).p
    assert (found > 0.01).all()
    assert (found < 0.99).all()


def test_an_outcome_without_weight_says_nothing(both):
    """As if it were not there."""
    learn, held = both
    half = replace(
        learn,
        weight=np.where(np.arange(len(learn)) < 300, 1.0, 0.0),
        y=np.where(np.arange(len(learn)) < 300, learn.y, 1.0),
    )
    other = replace(half, y=np.where(np.arange(len(learn)) < 300, learn.y, 0.0))
    assert fit_logistic(half, NOTHING, 0)(held).p == pytest.approx(
        fit_logistic(other, NOTHING, 0)(held).p, abs=1e-4
    )

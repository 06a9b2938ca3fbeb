"""Peers of boosted trees."""

import sys

import numpy as np
import pytest

from models.errors import ModelError
from models.evaluation.boosted import _fitted, fit_hist, fit_lambdarank, fit_lightgbm
from models.evaluation.metrics import log_loss
from models.evaluation.orders import ndcg_at
from models.evaluation.pairs import coded

NOTHING = np.zeros((0, 3))
ALL = pytest.mark.parametrize("fit", [fit_hist, fit_lightgbm, fit_lambdarank])


@pytest.fixture
def both(frame):
    """Outcomes to learn from, with a column that is blank throughout, and others of the same kind."""
    return coded([frame(80), frame(40, seed=1)], ["size", "distance", "blank"])


@pytest.mark.slow
@ALL
def test_trees_learn_and_repeat(fit, both):
    """Better than the base rate in loss and in order; the same seed gives the same chances."""
    learn, held = both
    p = fit(learn, NOTHING, 0)(held).p
    assert log_loss(p, held.y) < log_loss(np.full(len(held), held.y.mean()), held.y) - 0.02
    assert ndcg_at(p, held.truth, held.groups) > ndcg_at(np.zeros(len(held)), held.truth, held.groups) + 0.05
    assert p.tolist() == fit(learn, NOTHING, 0)(held).p.tolist()


@ALL
def test_with_a_handful_of_outcomes_they_say_the_base_rate(fit, both):
    """Five outcomes, or outcomes of one kind."""
    learn, held = both
    for rows in (np.arange(5), np.flatnonzero(learn.y == 0)[:30], np.zeros(0, dtype=np.intp)):
        few = learn.rows(rows)
        rate = (few.y.sum() + 0.5) / (len(few) + 1)
        assert fit(few, NOTHING, 0)(held).p == pytest.approx(np.full(len(held), rate))


def test_where_trees_do_not_help_none_is_grown(both):
    """Chances that are sure of what did not happen lose to the base rate on cooperatives left out."""
    learn, held = both

    def sure(_, other, count, *__):
        return np.full((count, len(other)), 4.0)

    rate = (learn.y.sum() + 0.5) / (len(learn) + 1)
    assert _fitted(learn, sure, 0)(held).p == pytest.approx(np.full(len(held), rate))


def test_as_many_rounds_are_grown_as_predict_cooperatives_left_out_best(both):
    """Logits that are right after the fortieth round and too sure after it: it stops thereabouts."""
    learn, held = both

    def growing(_, other, count, *__):
        truth = np.log(other.truth / (1 - other.truth))
        return np.arange(1, count + 1)[:, None] / 40.0 * truth

    reached = np.log(_fitted(learn, growing, 0)(held).p / held.truth)
    low = np.abs(held.truth - 0.5) > 0.3
    assert np.abs(reached[low]).max() < 0.6


@pytest.mark.parametrize("fit", [fit_lightgbm, fit_lambdarank])
def test_without_the_library_the_refusal_says_what_to_do(fit, both, monkeypatch):
    """In two languages."""
    monkeypatch.setitem(sys.modules, "lightgbm", None)
    with pytest.raises(ModelError, match="make setup") as caught:
        fit(both[0], NOTHING, 0)
    assert "belum terpasang" in caught.value.message_id
    assert "not installed" in caught.value.message_en

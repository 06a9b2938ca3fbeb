"""Seconds of ours beside LightGBM's."""

import pytest

from models.evaluation.comparison import compare
from models.evaluation.peers import PEERS
from tools.bench.beside import LIGHTGBM, fitted_beside, seconds_with_all
from tools.bench.jobs.learning import trials_in


def test_seconds_are_those_with_the_most_outcomes():
    """Of both, as the comparison measured them."""
    peers = [PEERS[name] for name in ("lightgbm", "ours", "prior")]
    comparison = compare(trials_in("sensible", 40, (0,)), split="cooperative", peers=peers, sizes=(5, 40))
    told = {(one.peer, one.n_outcomes): one.seconds for one in comparison.cells}
    assert seconds_with_all(comparison) == pytest.approx((told["ours", 40], told["lightgbm", 40]))


def test_both_are_fitted_on_the_same_outcomes():
    """The result names them and what the floor is."""
    (trial,) = trials_in("sensible", 40, (0,))
    result = fitted_beside("a name", trial.learn, trial.reference)
    assert ("a name, 40 outcomes", LIGHTGBM) == (result.name, result.note)
    assert min(result.ours_seconds, result.floor_seconds) > 0

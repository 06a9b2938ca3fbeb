"""How alike outcomes of one cooperative are says how much nothing told of it."""

import numpy as np
import pytest
from scipy.special import expit

from models.learning.unseen import UNSEEN_VARIANCE, unseen_variance


def record(variance, n_groups, seed, per_group=8):
    """Chances told as they are on average, and outcomes of cooperatives with an effect of their own."""
    rng = np.random.default_rng(seed)
    groups = np.repeat(np.arange(n_groups), per_group)
    bare = rng.normal(-1.0, 1.0, len(groups))
    effect = rng.normal(0.0, np.sqrt(variance), n_groups)[groups]
    y = (rng.random(len(groups)) < expit(bare + effect)).astype(np.float64)
    told = bare / np.sqrt(1.0 + np.pi * variance / 8.0)
    order = rng.permutation(len(groups))
    return told[order], y[order], groups[order]


@pytest.mark.parametrize("variance", [0.0, 0.4, 1.5])
def test_the_variance_that_was_drawn_is_found(variance):
    """Averaged over records of 1,500 cooperatives."""
    found = []
    for seed in range(4):
        told, y, groups = record(variance, 1500, seed)
        found.append(unseen_variance(told, y, np.ones(len(y)), groups))
    assert np.mean(found) == pytest.approx(variance, abs=0.08 + 0.15 * variance)


def test_few_outcomes_say_little():
    """The prior stands until there are pairs of one cooperative to compare."""
    told, y, groups = record(3.0, 3, 0, per_group=2)
    assert abs(unseen_variance(told, y, np.ones(6), groups) - UNSEEN_VARIANCE) < 0.5
    alone = np.arange(6)
    assert UNSEEN_VARIANCE == unseen_variance(told, y, np.ones(6), alone)


def test_neither_order_nor_an_outcome_without_weight_matters():
    """Groups need not be sorted."""
    told, y, groups = record(1.0, 200, 1)
    found = unseen_variance(told, y, np.ones(len(y)), groups)
    order = np.argsort(groups, kind="stable")
    assert found == pytest.approx(unseen_variance(told[order], y[order], np.ones(len(y)), groups[order]))
    more = [
        np.append(one, last) for one, last in ((told, 3.0), (y, 0.0), (np.ones(len(y)), 0.0), (groups, 5))
    ]
    assert found == pytest.approx(unseen_variance(*more))

"""How alike outcomes of one cooperative are says how much nothing told of it."""

import numpy as np
import pytest
from scipy.special import expit

from models.learning.unseen import likely_missed, not_yet_measured, shared_variance, unseen_variance

EXPECTED = 1.5


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


def test_the_less_sure_experts_are_the_more_is_missed():
    """A little more than they say; nothing where they are sure."""
    doubt = np.linspace(0.0, 6.0, 61)
    missed = likely_missed(doubt)
    assert missed[0] == 0.0
    assert (missed[1:] > doubt[1:]).all()
    assert (missed <= 1.5 * doubt).all()


@pytest.mark.parametrize("variance", [0.0, 0.4, 1.5])
def test_the_variance_that_was_drawn_is_found(variance):
    """Averaged over records of 1,500 cooperatives."""
    found = []
    for seed in range(4):
        told, y, groups = record(variance, 1500, seed)
        found.append(unseen_variance(told, y, np.ones(len(y)), groups, EXPECTED))
    assert np.mean(found) == pytest.approx(variance, abs=0.08 + 0.15 * variance)


def test_few_outcomes_say_little():
    """The prior stands until there are pairs of one cooperative to compare."""
    told, y, groups = record(3.0, 3, 0, per_group=2)
    assert abs(unseen_variance(told, y, np.ones(6), groups, EXPECTED) - EXPECTED) < 0.5
    alone = np.arange(6)
    assert EXPECTED == unseen_variance(told, y, np.ones(6), alone, EXPECTED)


def test_neither_order_nor_an_outcome_without_weight_matters():
    """Groups need not be sorted."""
    told, y, groups = record(1.0, 200, 1)
    found = unseen_variance(told, y, np.ones(len(y)), groups, EXPECTED)
    order = np.argsort(groups, kind="stable")
    assert found == pytest.approx(
        unseen_variance(told[order], y[order], np.ones(len(y)), groups[order], EXPECTED)
    )
    more = [
        np.append(one, last) for one, last in ((told, 3.0), (y, 0.0), (np.ones(len(y)), 0.0), (groups, 5))
    ]
    assert found == pytest.approx(unseen_variance(*more, EXPECTED))


def test_what_is_expected_draws_a_short_record_more_than_a_long_one():
    """Half a hundred cooperatives say less of it than fifteen hundred."""

    def moved(n_groups):
        told, y, groups = record(1.0, n_groups, 3)
        low, high = (unseen_variance(told, y, np.ones(len(y)), groups, one) for one in (0.5, 3.0))
        return high - low

    assert moved(50) > 3 * moved(1500) > 0


def test_more_is_missed_than_experts_are_unsure_of_until_it_is_measured():
    """And the more, the less sure they are."""
    assert 1.5 < not_yet_measured(1.5) < not_yet_measured(2.0)


def test_two_pairs_of_a_cooperative_share_what_the_coefficients_leave_open():
    """As brute force over all pairs of two says; pairs of two cooperatives do not count."""
    rng = np.random.default_rng(0)
    D, groups = rng.normal(size=(30, 4)), rng.integers(0, 8, 30)
    root = rng.normal(size=(4, 4))
    covariance = root @ root.T
    products = [
        D[one] @ covariance @ D[other]
        for one in range(30)
        for other in range(30)
        if one != other and groups[one] == groups[other]
    ]
    assert shared_variance(D, covariance, groups) == pytest.approx(np.mean(products))
    assert shared_variance(D, covariance, np.arange(30)) == 0.0

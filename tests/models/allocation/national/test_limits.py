"""Prices as a table, and the use of limits as its transpose."""

import numpy as np
import pytest

from models.allocation.national.limits import priced_limits
from models.allocation.national.remaining import remaining
from tests.models.allocation.crowds import crowd


@pytest.mark.parametrize("seed", range(5))
def test_what_pairs_pay_is_what_limits_earn(seed):
    """The sum over pairs of their price is the sum over limits of price times use."""
    rng = np.random.default_rng(seed)
    limits = priced_limits(remaining(crowd(seed)))
    prices, table = rng.random(len(limits.level)), rng.integers(0, 5, limits.shape)
    assert (limits.table(prices) * table).sum() == pytest.approx((prices * limits.used(table)).sum())


@pytest.mark.parametrize("seed", range(3))
def test_curvature_is_the_use_by_a_limits_own_weights(seed):
    """Weights of one stay as they are, costs are squared."""
    limits = priced_limits(remaining(crowd(seed)))
    table = np.zeros(limits.shape)
    table[1, 2] = 1
    assert limits.curvature(table) == pytest.approx(limits.used(table) ** 2)


def test_a_limit_that_cannot_bind_has_no_price():
    """More places than pairs that could take them."""
    problem = crowd(0, limits=False)
    problem.quotas.city_left[3] = 10_000
    limits = priced_limits(remaining(problem))
    assert 3 not in limits.city
    assert not limits.has_city_budget
    assert 0 == len(limits.cells)


def test_prices_move_to_limits_of_nearly_the_same_problem():
    """Known limits keep theirs, new ones start at nothing."""
    problem = crowd(2)
    before = priced_limits(remaining(problem))
    prices = np.arange(1.0, len(before.level) + 1)
    problem.quotas.city_left[before.city[0]] = 10_000
    after = priced_limits(remaining(problem))
    moved = after.translated(before, prices)
    assert moved.tolist() == prices[1:].tolist()
    assert before.translated(after, moved).tolist() == [0, *prices[1:]]

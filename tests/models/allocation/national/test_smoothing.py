"""Smoothed demand: its own limits, its gradient, its second derivative."""

import numpy as np
import pytest

from models.allocation.national.limits import priced_limits
from models.allocation.national.near import near_pairs
from models.allocation.national.remaining import remaining
from models.allocation.national.smoothing import bent, demanded
from tests.models.allocation.crowds import crowd

SMOOTHING = 60_000.0


def made(seed):
    """Pairs, limits and some prices."""
    part = remaining(crowd(seed))
    limits = priced_limits(part)
    prices = np.random.default_rng(seed).random(len(limits.level)) * 100_000
    return near_pairs(part, limits.table(np.zeros_like(prices)), np.inf), limits, prices


@pytest.mark.parametrize("seed", range(6))
def test_nobody_wants_more_than_it_may_have(seed):
    """In sum, and of each exclusive group."""
    near, limits, prices = made(seed)
    share = demanded(near, limits, prices, SMOOTHING).share
    assert (np.bincount(near.lines, weights=share) <= near.most + 1e-6).all()
    grouped = near.teams >= 0
    assert (np.bincount(near.teams[grouped], weights=share[grouped]) <= 1 + 1e-6).all()


@pytest.mark.parametrize("seed", range(6))
def test_no_other_shares_are_better(seed):
    """Of surplus less half the smoothing times their squares, against small moves between pairs of a row."""
    near, limits, prices = made(seed)
    demand = demanded(near, limits, prices, SMOOTHING)
    surplus = near.gain - limits.table(prices).ravel()[near.cells]
    # what one more share would add: not above zero where it may grow, not below where it may shrink
    marginal = surplus - SMOOTHING * demand.share
    level = surplus - demand.excess
    assert (marginal[demand.share > 1e-9] >= level[demand.share > 1e-9] - 1).all()
    assert (marginal[demand.share < 1 - 1e-9] <= level[demand.share < 1 - 1e-9] + 1).all()
    total = np.bincount(near.lines, weights=demand.share)
    dear = np.flatnonzero((level > 1) & (near.teams < 0))
    assert (total[near.lines[dear]] >= near.most[near.lines[dear]] - 1e-6).all()


@pytest.mark.parametrize("seed", range(6))
def test_the_slope_is_that_of_the_worth(seed):
    """Against differences, along random directions."""
    near, limits, prices = made(seed)
    rng = np.random.default_rng(seed)
    for _ in range(3):
        along = rng.normal(size=len(prices))
        ahead = demanded(near, limits, prices + along, SMOOTHING).worth
        behind = demanded(near, limits, prices - along, SMOOTHING).worth
        slope = (demanded(near, limits, prices, SMOOTHING).slope * along).sum()
        assert (ahead - behind) / 2 == pytest.approx(slope, abs=2e-2)


@pytest.mark.parametrize("seed", range(6))
def test_the_bend_is_that_of_the_slope(seed):
    """Where no share comes to its end within the difference."""
    near, limits, prices = made(seed)
    along = np.random.default_rng(seed).normal(size=len(prices)) * 1e-3
    here = demanded(near, limits, prices, SMOOTHING)
    ahead = demanded(near, limits, prices + along, SMOOTHING).slope
    behind = demanded(near, limits, prices - along, SMOOTHING).slope
    expected = bent(here, near, limits, along, SMOOTHING)
    assert (ahead - behind) / 2 == pytest.approx(expected, rel=1e-3, abs=3e-10)

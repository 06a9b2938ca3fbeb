"""Prices: demand keeps the limits, and a price is paid only where a limit binds."""

import numpy as np
import pytest

from models.allocation.national.certificate import certified
from models.allocation.national.pricing import price_scale, priced
from models.allocation.national.remaining import remaining
from tests.models.allocation.crowds import crowd


@pytest.mark.parametrize(("n", "m"), [(400, 12), (6000, 40)])
def test_at_the_prices_smoothed_demand_meets_what_there_is(n, m):
    """On a problem looked at whole, and on one that is priced on a sample first."""
    part = remaining(crowd(0, n=n, m=m, limits=False))
    found = priced(part)
    city = found.limits.parts(found.demand.slope)[0]
    assert np.abs(city).sum() < 0.02 * found.limits.level.sum()
    assert (found.prices >= 0).all()
    spare = found.demand.slope > 0.5 * found.limits.level
    assert (found.prices[spare] < found.smoothing).all()


@pytest.mark.parametrize("seed", [1, 2, 5])
def test_prices_of_every_kind_bound_more_tightly_than_none(seed):
    """And than the prices scaled up or down: the bound is least near them."""
    part = remaining(crowd(seed))
    found = priced(part)
    best = certified(part, found.limits, found.prices).bound
    for other in (0 * found.prices, 0.8 * found.prices, 1.2 * found.prices):
        assert best <= certified(part, found.limits, other).bound


def test_warm_prices_are_as_good_as_new_ones():
    """Started from those of nearly the same problem."""
    problem = crowd(0, n=3000, m=30, limits=False)
    before = priced(remaining(problem))
    problem.quotas.city_left[4] += 20
    part = remaining(problem)
    warm, new = priced(part, start=before), priced(part)
    bounds = [certified(part, one.limits, one.prices).bound for one in (warm, new)]
    assert bounds[0] == pytest.approx(bounds[1], rel=2e-5)


def test_the_scale_is_the_mean_size_of_usable_gains():
    """Closed pairs do not count; nothing usable has the scale one."""
    problem = crowd(3)
    part = remaining(problem)
    assert price_scale(part) == pytest.approx(np.abs(problem.objective())[part.usable].mean())
    part.usable[:] = False
    assert 1.0 == price_scale(part)

"""What one less of a minimum adds, against every set of pairs tried with it."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.allocation.exact import best_plan
from models.allocation.one_less import binding_minimums, minimum_prices, with_one_less
from tests.models.allocation.instances import best_by_trying, free_problem, random_problem


@pytest.mark.slow
@settings(max_examples=200)
@given(st.integers(0, 100_000))
def test_the_gain_is_that_of_the_plan_made_again(seed):
    """By trying every set of pairs."""
    problem = random_problem(np.random.default_rng(seed), most_pairs=7)
    plan = best_plan(problem)
    prices = minimum_prices(problem, plan)
    assert len(prices) == (0 if plan.status == "no_solution" else len(binding_minimums(problem, plan)))
    for one in prices:
        column = -1 if one.offer_id is None else problem.offer_ids.index(one.offer_id)
        place = -1 if one.district is None else problem.districts.index(one.district)
        assert best_by_trying(with_one_less(problem, column, place)) - plan.objective == one.gain
        assert bool(one.gain) == bool(one.enters or one.leaves)


@pytest.mark.slow
@given(st.integers(0, 10_000))
def test_a_minimum_with_room_below_costs_nothing(seed):
    """Those that do not just hold are not told of, and lowering them gains nothing."""
    problem = random_problem(np.random.default_rng(seed))
    plan = best_plan(problem)
    if plan.status == "no_solution":
        return
    told = set(binding_minimums(problem, plan))
    offers = [(column, -1) for column in np.flatnonzero(problem.quotas.city_minimum > 0).tolist()]
    districts = [(-1, place) for place in np.flatnonzero(problem.fairness.district_minimum > 0).tolist()]
    assert told <= {*offers, *districts}
    for one in {*offers, *districts} - told:
        assert plan.objective == best_plan(with_one_less(problem, *one)).objective


def test_pairs_enter_and_leave():
    """A partner that comes for two, and a district that must have one."""
    problem = free_problem(np.array([[7, -1], [-4, -3], [6, -2]]), district_of=np.array([0, 1, 0]))
    problem = replace(
        problem,
        quotas=replace(problem.quotas, city_minimum=np.array([0, 1])),
        fairness=replace(problem.fairness, district_minimum=np.array([0, 1])),
    )
    plan = best_plan(problem)
    assert [[0, 0], [1, 1], [2, 0]] == plan.pairs.tolist()
    # the one bad pair serves both minimums; only without the district's does a better one serve the offer's
    offer, district = minimum_prices(problem, plan)
    assert ("o001", None, 0) == (offer.offer_id, offer.district, offer.gain)
    assert (None, "d1", 2, (("k000", "o001"),), (("k001", "o001"),)) == (
        district.offer_id,
        district.district,
        district.gain,
        district.enters,
        district.leaves,
    )

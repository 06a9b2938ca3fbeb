"""Bounds on one more place, against every set of pairs tried, and against prices that are known."""

from dataclasses import replace

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from models.allocation.exact import best_plan
from models.allocation.one_more import with_one_more
from models.allocation.price_bounds import quota_bounds
from models.allocation.problem import UNLIMITED, Stability
from tests.models.allocation.instances import free_problem, random_problem


@given(st.integers(0, 10_000))
def test_no_place_more_gains_above_its_bound(seed):
    """In the city and in each district, full or not."""
    problem = random_problem(np.random.default_rng(seed))
    plan = best_plan(problem)
    if plan.status == "no_solution":
        return
    bounds = quota_bounds(problem, plan)
    assert {(c, p) for c in range(len(problem.offer_ids)) for p in (-1, 0, 1)} == bounds.keys()
    for (column, place), bound in bounds.items():
        again = best_plan(with_one_more(problem, column, place))
        assert again.status == "no_solution" or again.objective - plan.objective <= bound


def test_without_any_limit_but_quotas_the_bound_is_the_gain():
    """Such a plan is whole by itself, and the price of a place is what the next one is worth."""
    problem = free_problem(np.array([[9, 4], [7, 1], [5, 3]]))
    problem = replace(problem, quotas=replace(problem.quotas, city_left=np.array([1, UNLIMITED])))
    bounds = quota_bounds(problem, best_plan(problem))
    assert 7 == bounds[0, -1]
    assert 0 == bounds[1, -1]


def test_the_order_of_the_input_does_not_matter():
    """Prices belong to names."""
    for seed in range(30):
        problem = random_problem(np.random.default_rng(seed))
        plan = best_plan(problem)
        if plan.status == "no_solution":
            continue
        ordered = problem.sorted()
        named = [
            {
                (one.offer_ids[column], one.districts[place] if place >= 0 else None): bound
                for (column, place), bound in quota_bounds(one, best_plan(one)).items()
            }
            for one in (problem, ordered)
        ]
        assert named[0] == named[1]


def test_values_of_billions_of_rupiah_are_bounded_exactly():
    """Sums beyond what a float holds to the unit."""
    value = np.array([[3_000_000_000_000_007], [3_000_000_000_000_001], [1]])
    problem = free_problem(value, stability=Stability(np.array([[True], [False], [False]]), 10**12))
    problem = replace(problem, quotas=replace(problem.quotas, city_left=np.array([1])))
    plan = best_plan(problem)
    gain = best_plan(with_one_more(problem, 0)).objective - plan.objective
    assert 3_000_000_000_000_001 == gain
    assert gain <= quota_bounds(problem, plan)[0, -1] <= gain + 100

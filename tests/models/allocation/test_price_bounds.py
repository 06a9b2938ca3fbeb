"""Bounds on one more place, against every set of pairs tried, and against prices that are known."""

from dataclasses import replace
from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.allocation.comparing import pair_values
from models.allocation.exact import best_plan
from models.allocation.one_more import with_one_more
from models.allocation.plan import plan_of
from models.allocation.price_bounds import QuotaBounds
from models.allocation.problem import UNLIMITED, Stability
from tests.models.allocation.instances import free_problem, random_problem


@pytest.mark.slow
@given(st.integers(0, 10_000))
def test_no_place_more_gains_above_its_bound(seed):
    """In the city and in each district, full or not."""
    problem = random_problem(np.random.default_rng(seed))
    plan = best_plan(problem)
    if plan.status == "no_solution":
        return
    bounds = QuotaBounds(problem, plan)
    for column, place in product(range(len(problem.offer_ids)), (-1, 0, 1)):
        again = best_plan(with_one_more(problem, column, place))
        closer, marks = bounds.with_one_more(column, place)
        assert 0 <= closer <= bounds.at_most(column, place)
        assert again.status == "no_solution" or again.objective - plan.objective <= closer
        assert marks is None or marks.shape == problem.value.shape


def test_without_any_limit_but_quotas_the_bound_is_the_gain():
    """Such a plan is whole by itself, and the price of a place is what the next one is worth."""
    problem = free_problem(np.array([[9, 4], [7, 1], [5, 3]]))
    problem = replace(problem, quotas=replace(problem.quotas, city_left=np.array([1, UNLIMITED])))
    bounds = QuotaBounds(problem, best_plan(problem))
    assert 7 == bounds.at_most(0) == bounds.with_one_more(0)[0]
    assert [[1, 1], [1, 1], [0, 1]] == bounds.with_one_more(0)[1].astype(int).tolist()
    assert 0 == bounds.at_most(1) == bounds.with_one_more(1)[0]


def test_the_order_of_the_input_does_not_matter():
    """Prices belong to names."""
    for seed in range(30):
        problem = random_problem(np.random.default_rng(seed))
        plan = best_plan(problem)
        if plan.status == "no_solution":
            continue
        ordered = problem.sorted()
        here, there = QuotaBounds(problem, plan), QuotaBounds(ordered, best_plan(ordered))
        for column, place in product(range(len(problem.offer_ids)), (-1, 0, 1)):
            same = (
                ordered.offer_ids.index(problem.offer_ids[column]),
                place if place < 0 else ordered.districts.index(problem.districts[place]),
            )
            assert here.at_most(column, place) == there.at_most(*same)
            (first, marks), (second, others) = here.with_one_more(column, place), there.with_one_more(*same)
            assert first == second
            assert (marks is None) == (others is None)
            assert marks is None or pair_values(problem, plan_of(problem, marks)) == pair_values(
                ordered, plan_of(ordered, others)
            )


def test_values_of_billions_of_rupiah_are_bounded_exactly():
    """Sums beyond what a float holds to the unit."""
    value = np.array([[3_000_000_000_000_007], [3_000_000_000_000_001], [1]])
    problem = free_problem(value, stability=Stability(np.array([[True], [False], [False]]), 10**12))
    problem = replace(problem, quotas=replace(problem.quotas, city_left=np.array([1])))
    plan = best_plan(problem)
    gain = best_plan(with_one_more(problem, 0)).objective - plan.objective
    assert 3_000_000_000_000_001 == gain
    assert gain <= QuotaBounds(problem, plan).at_most(0) <= gain + 100

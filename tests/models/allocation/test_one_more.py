"""What one more place adds, against every set of pairs tried with it."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.allocation.exact import best_plan
from models.allocation.fullness import quota_uses
from models.allocation.one_more import full_quotas, quota_prices, with_one_more
from models.allocation.problem import UNLIMITED
from tests.models.allocation.instances import best_by_trying, free_problem, random_problem


@settings(max_examples=200)
@given(st.integers(0, 100_000))
@pytest.mark.slow
def test_the_gain_is_that_of_the_plan_made_again(seed):
    """By trying every set of pairs; never above its bound; 0 where the place would not be used."""
    problem = random_problem(np.random.default_rng(seed), most_pairs=7)
    plan = best_plan(problem)
    for one in quota_prices(problem, plan):
        place = -1 if one.district is None else problem.districts.index(one.district)
        again = best_by_trying(with_one_more(problem, problem.offer_ids.index(one.offer_id), place))
        assert max((plan.objective if again is None else again) - plan.objective, 0) == one.gain
        assert 0 <= one.gain <= one.bound
        assert bool(one.gain) == bool(one.enters or one.leaves)


@pytest.mark.slow
@given(st.integers(0, 10_000))
def test_every_full_quota_has_a_price_and_no_other(seed):
    """By offer and district."""
    problem = random_problem(np.random.default_rng(seed))
    plan = best_plan(problem)
    prices = [(one.offer_id, one.district) for one in quota_prices(problem, plan)]
    if plan.status == "no_solution":
        assert [] == prices
        return
    assert [(one.offer_id, one.district) for one in quota_uses(problem, plan) if one.is_full] == prices
    assert len(full_quotas(problem, plan)) == len(prices)


def test_pairs_enter_and_leave():
    """One place more lets the second in, which leaves what it has for the third."""
    problem = free_problem(np.array([[9, 0], [8, 3], [0, 2]]), district_of=np.array([0, 0, 1]))
    problem = replace(
        problem,
        quotas=replace(problem.quotas, city_left=np.array([1, 1])),
        rooms=replace(problem.rooms, most=np.array([1, 1, 1])),
    )
    first, second = quota_prices(problem, best_plan(problem))
    assert ("o000", 7, (("k001", "o000"), ("k002", "o001")), (("k001", "o001"),)) == (
        first.offer_id,
        first.gain,
        first.enters,
        first.leaves,
    )
    assert ("o001", 2, (("k002", "o001"),), ()) == (
        second.offer_id,
        second.gain,
        second.enters,
        second.leaves,
    )


def test_what_is_proved_already_is_not_solved_again():
    """A quota that another one makes useless, and a plan by prices that splits no pair."""
    problem = free_problem(np.array([[5], [5]]))
    full = np.array([[1], [UNLIMITED]])
    problem = replace(problem, quotas=replace(problem.quotas, city_left=np.array([1]), district_left=full))
    solved = []

    def solve(wider):
        solved.append(wider.quotas.city_left[0])
        return best_plan(wider)

    city, district = quota_prices(problem, best_plan(problem), solve)
    assert (None, 5) == (city.district, city.gain)
    assert ("d0", 0) == (district.district, district.gain)
    assert [] == solved


def test_what_prices_split_is_solved_again():
    """A budget for one place and a half would let half a pair in."""
    problem = free_problem(np.array([[4], [4], [3]]))
    quotas = replace(problem.quotas, city_left=np.array([1]))
    budget = replace(problem.fairness, cost_idr=np.array([2]), city_budget_idr=3)
    problem = replace(problem, quotas=quotas, fairness=budget)
    solved = []

    def solve(wider):
        solved.append(wider.quotas.city_left[0])
        return best_plan(wider)

    (price,) = quota_prices(problem, best_plan(problem), solve)
    assert (0, [2]) == (price.gain, solved)
    assert 0 < price.bound


@pytest.mark.parametrize("place", [-1, 1])
def test_one_more_changes_one_quota_alone(place):
    """Of the city or of a district; the problem that is given stays as it is."""
    problem = random_problem(np.random.default_rng(3))
    before = problem.quotas.city_left.copy(), problem.quotas.district_left.copy()
    wider = with_one_more(problem, 1, place)
    city, district = wider.quotas.city_left - before[0], wider.quotas.district_left - before[1]
    assert 1 == city.sum() + district.sum()
    assert 1 == (city[1] if place < 0 else district[place, 1])
    assert (before[0] == problem.quotas.city_left).all()
    assert (before[1] == problem.quotas.district_left).all()


def test_a_place_that_would_oblige_to_more_is_not_used():
    """With one place two could get something, and both would have a right to it: no plan, so no gain."""
    problem = free_problem(np.array([[5, 1], [5, 0], [5, 0]]))
    problem = replace(
        problem,
        state=np.array([[1, 1], [1, 0], [1, 0]], dtype=np.int8),
        quotas=replace(problem.quotas, city_left=np.array([0, 1])),
        fairness=replace(problem.fairness, one_each=True),
    )
    prices = {one.offer_id: one for one in quota_prices(problem, best_plan(problem))}
    assert (0, (), ()) == (prices["o000"].gain, prices["o000"].enters, prices["o000"].leaves)

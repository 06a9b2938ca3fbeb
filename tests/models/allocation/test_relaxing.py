"""The smallest change of limits: carried out it gives a plan, and nothing smaller does."""

from collections import Counter
from dataclasses import replace
from itertools import combinations_with_replacement

import numpy as np
import pytest

from models.allocation.exact import best_plan
from models.allocation.plan import Relaxation
from models.allocation.problem import CLOSED, HELD, LOCKED, OPEN, UNLIMITED
from models.allocation.relaxing import smallest_relaxation
from tests.models.allocation.instances import best_by_trying, free_problem, random_problem

BUDGETS = {"city_budget", "district_budget"}


def relaxed(problem, changes):
    """Carry out changes of limits."""
    for one in changes:
        problem = relaxed_once(problem, one)
    return problem


def relaxed_once(problem, one):
    """A lock that is lifted leaves an open pair; a duty that is waived, a cooperative without a wish."""
    row = problem.cooperative_ids.index(one.cooperative_id) if one.cooperative_id else -1
    column = problem.offer_ids.index(one.offer_id) if one.offer_id else -1
    place = problem.districts.index(one.district) if one.district else -1
    state, quotas, rooms, fairness = problem.state.copy(), problem.quotas, problem.rooms, problem.fairness
    if one.kind == "locked":
        state[row, column] = OPEN
    elif one.kind == "held":
        state[row, column] = CLOSED
    elif one.kind == "one_each":
        state[row] = CLOSED
    elif one.kind == "most":
        rooms = replace(rooms, most=added(rooms.most, row, one.amount))
    elif one.kind == "city_minimum":
        quotas = replace(quotas, city_minimum=added(quotas.city_minimum, column, -one.amount))
    elif one.kind == "city_quota":
        quotas = replace(quotas, city_left=added(quotas.city_left, column, one.amount))
    elif one.kind == "district_quota":
        quotas = replace(quotas, district_left=added(quotas.district_left, (place, column), one.amount))
    elif one.kind == "district_minimum":
        fairness = replace(fairness, district_minimum=added(fairness.district_minimum, place, -one.amount))
    elif one.kind == "city_budget":
        fairness = replace(fairness, city_budget_idr=fairness.city_budget_idr + one.amount)
    else:
        fairness = replace(
            fairness, district_budget_idr=added(fairness.district_budget_idr, place, one.amount)
        )
    return replace(problem, state=state, quotas=quotas, rooms=rooms, fairness=fairness)


def added(values, where, amount):
    """One entry larger."""
    found = values.copy()
    found[where] += amount
    return found


def single_steps(problem):
    """Every limit that could give way, by one."""
    yield from steps_of_cooperatives(problem)
    yield from steps_of_quotas(problem)
    for place, district in enumerate(problem.districts):
        if problem.fairness.district_minimum[place]:
            yield Relaxation("district_minimum", 1, district=district)


def steps_of_cooperatives(problem):
    """Numbers, duties and locks."""
    names, offers = problem.cooperative_ids, problem.offer_ids
    for row, name in enumerate(names):
        yield Relaxation("most", 1, name)
        if problem.fairness.one_each and not np.isin(problem.state[row], (LOCKED, HELD)).any():
            yield Relaxation("one_each", 1, name)
        for column, offer in enumerate(offers):
            if problem.state[row, column] in {LOCKED, HELD}:
                kind = "locked" if problem.state[row, column] == LOCKED else "held"
                yield Relaxation(kind, 1, name, offer)


def steps_of_quotas(problem):
    """Places and minimums of each offer."""
    offers, districts, quotas = problem.offer_ids, problem.districts, problem.quotas
    for column, offer in enumerate(offers):
        if quotas.city_left[column] < UNLIMITED:
            yield Relaxation("city_quota", 1, offer_id=offer)
        if quotas.city_minimum[column]:
            yield Relaxation("city_minimum", 1, offer_id=offer)
        for place, district in enumerate(districts):
            if quotas.district_left[place, column] < UNLIMITED:
                yield Relaxation("district_quota", 1, offer_id=offer, district=district)


def impossible(count, *, budgets):
    """Yield random problems that no plan keeps."""
    found, seed = 0, 0
    while found < count:
        problem = random_problem(np.random.default_rng(10_000 + seed), most_pairs=8)
        seed += 1
        if not budgets:
            unlimited = np.full(2, UNLIMITED)
            fairness = replace(problem.fairness, city_budget_idr=UNLIMITED, district_budget_idr=unlimited)
            problem = replace(problem, fairness=fairness)
        if best_by_trying(problem) is None:
            found += 1
            yield problem


@pytest.mark.slow
def test_the_change_named_gives_a_plan_and_all_of_it_is_needed():
    """On random problems with every kind of limit; each kind that can give way does somewhere."""
    kinds = Counter()
    for problem in impossible(120, budgets=True):
        changes = smallest_relaxation(problem)
        assert changes
        assert best_by_trying(relaxed(problem, changes)) is not None, changes
        for left_out in range(len(changes)):
            fewer = [one for place, one in enumerate(changes) if place != left_out]
            assert best_by_trying(relaxed(problem, fewer)) is None
        kinds.update(one.kind for one in changes)
    assert {"locked", "held", "one_each", "city_minimum", "district_minimum"} <= set(kinds)
    assert BUDGETS & set(kinds)


def test_nothing_smaller_gives_a_plan():
    """Every choice of fewer steps is tried."""
    sizes = Counter()
    for problem in impossible(40, budgets=False):
        units = sum(one.amount for one in smallest_relaxation(problem))
        sizes[units] += 1
        steps = list(single_steps(problem))
        for size in range(min(units, 3)):
            for changes in combinations_with_replacement(steps, size):
                assert best_by_trying(relaxed(problem, changes)) is None, changes
    assert sizes[1] >= 10
    assert sum(count for units, count in sizes.items() if units > 1) >= 5


def test_of_as_many_units_the_departments_own_settings_give_way_before_a_partners():
    """Both a district's floor and the quota could; a floor is the department's."""
    problem = free_problem(np.array([[5], [4], [3]]))
    problem = replace(
        problem,
        quotas=replace(problem.quotas, city_left=np.array([1])),
        fairness=replace(problem.fairness, district_minimum=np.array([1, 1])),
    )
    (only,) = smallest_relaxation(problem)
    assert ("district_minimum", 1) == (only.kind, only.amount)


def test_one_unit_of_a_partner_is_less_than_two_of_ones_own():
    """One place more in the city meets a floor and a minimum together."""
    problem = free_problem(np.array([[5]]))
    problem = replace(
        problem,
        quotas=replace(problem.quotas, city_left=np.array([0]), city_minimum=np.array([1])),
        fairness=replace(problem.fairness, district_minimum=np.array([1, 0])),
    )
    (only,) = smallest_relaxation(problem)
    assert ("city_quota", "o000", 1) == (only.kind, only.offer_id, only.amount)


def test_a_quota_raised_for_one_makes_no_duty_towards_others_that_is_not_named():
    """Whoever gets a wish by the change is owed one as well: what that takes is part of the change."""
    problem = free_problem(np.array([[5, 1], [5, 1]]))
    problem = replace(
        problem,
        state=np.array([[OPEN, CLOSED], [OPEN, CLOSED]], dtype=np.int8),
        district_of=np.array([0, 0]),
        quotas=replace(problem.quotas, city_left=np.array([0, 5]), city_minimum=np.array([1, 0])),
        fairness=replace(problem.fairness, one_each=True, district_minimum=np.array([1, 0])),
    )
    changes = smallest_relaxation(problem)
    assert best_by_trying(relaxed(problem, changes)) is not None
    assert 2 == sum(one.amount for one in changes)


@pytest.mark.parametrize("budget", [0, 1_999_999, 1_500_001])
def test_a_budget_gives_way_by_the_rupiah_that_are_missing(budget):
    """Two places at a million each are needed."""
    problem = free_problem(np.array([[5], [4]]))
    problem = replace(
        problem,
        fairness=replace(
            problem.fairness,
            district_minimum=np.array([1, 1]),
            cost_idr=np.array([1_000_000]),
            city_budget_idr=budget,
        ),
    )
    changes = best_plan(problem).relaxations
    budgets = [one.amount for one in changes if one.kind == "city_budget"]
    assert budgets in ([], [2_000_000 - budget], [1_000_000 - budget])
    assert best_by_trying(relaxed(problem, changes)) is not None


def test_a_lock_that_breaks_a_room_is_what_has_to_go():
    """Rooms never give way."""
    problem = free_problem(np.array([[5]]))
    problem = replace(
        problem,
        state=np.array([[LOCKED]], dtype=np.int8),
        rooms=replace(problem.rooms, uses=np.array([[3]]), have=np.array([[2]])),
    )
    assert (Relaxation("locked", 1, "k000", "o000"),) == smallest_relaxation(problem)

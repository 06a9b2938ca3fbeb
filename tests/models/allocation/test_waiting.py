"""Waiting lists and who comes next, against every single change tried."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.allocation.exact import best_plan
from models.allocation.plan import plan_of
from models.allocation.problem import CLOSED, OPEN, UNLIMITED, Stability
from models.allocation.waiting import next_in_line, waiting_lists
from tests.models.allocation.instances import free_problem, random_problem
from tests.models.allocation.single_changes import amounts, changes, with_a_place


def lines(found):
    """What a line says, without its position."""
    return [(one.offer_id, one.gain, one.cooperative_id) for one in found]


@pytest.mark.slow
@given(st.integers(0, 10_000))
def test_whoever_would_take_a_place_waits_for_it(seed):
    """And nobody else; more gain first, ties by id, for each full offer."""
    problem = random_problem(np.random.default_rng(seed))
    plan = best_plan(problem)
    marks = plan.chosen(problem)
    if plan.status == "no_solution":
        return
    expected = []
    for row, column in np.argwhere((problem.state == OPEN) & ~marks).tolist():
        added = marks.copy()
        added[row, column] = True
        full = {kind for kind, _ in amounts(problem, added).keys() - amounts(problem, marks).keys()}
        wider = with_a_place(problem, marks, row, column)
        best = max((gain for gain, *_ in changes(wider, marks, row, column)), default=0)
        if best > 0 and full & {"city_quota", "district_quota"}:
            expected.append((problem.offer_ids[column], -best, problem.cooperative_ids[row]))
    expected.sort()
    found = waiting_lists(problem, plan)
    assert [(offer, -loss, name) for offer, loss, name in expected] == lines(found)
    for offer in {one.offer_id for one in found}:
        positions = [one.position for one in found if one.offer_id == offer]
        assert list(range(1, len(positions) + 1)) == positions


@pytest.mark.slow
@given(st.integers(0, 10_000), st.integers(0, 3))
def test_a_short_list_is_the_beginning_of_the_long_one(seed, first):
    """Looking at fewer does not change who is first."""
    problem = random_problem(np.random.default_rng(seed))
    plan = best_plan(problem)
    long = waiting_lists(problem, plan)
    assert tuple(one for one in long if one.position <= first) == waiting_lists(problem, plan, first)


@pytest.mark.slow
@given(st.integers(0, 10_000))
def test_the_order_of_the_input_does_not_matter(seed):
    """Lists go by ids."""
    problem = random_problem(np.random.default_rng(seed))
    ordered = problem.sorted()
    assert waiting_lists(problem, best_plan(problem)) == waiting_lists(ordered, best_plan(ordered))


@pytest.mark.slow
@given(st.integers(0, 10_000))
def test_who_comes_next_is_the_best_of_all_single_changes(seed):
    """Every limit that is kept without the freed pair stays kept; a broken minimum is mended first."""
    rng = np.random.default_rng(seed)
    problem = random_problem(rng)
    plan = best_plan(problem)
    if not len(plan.pairs):
        return
    row, column = plan.pairs[rng.integers(len(plan.pairs))].tolist()
    state, marks = problem.state.copy(), plan.chosen(problem)
    state[row, column], marks[row, column] = CLOSED, False
    left = replace(problem, state=state)
    expected = []
    for other in np.flatnonzero((state[:, column] == OPEN) & ~marks[:, column]).tolist():
        tried = [
            (-gain, len(given), given, broken) for gain, broken, given in changes(left, marks, other, column)
        ]
        gaining = [one for one in tried if one[0] < 0]
        if gaining:
            loss, _, given_up, broken = min(gaining)
            expected.append((broken, loss, left.cooperative_ids[other], given_up))
    found = next_in_line(problem, plan, (row, column))
    assert [(name, -loss, given_up) for _, loss, name, given_up in sorted(expected)] == [
        (one.cooperative_id, one.gain, one.gives_up) for one in found
    ]
    assert problem.cooperative_ids[row] not in {one.cooperative_id for one in found}
    assert found == next_in_line(left, plan_of(left, marks), (row, column))


def test_a_place_goes_only_where_the_districts_quota_allows_it():
    """Freed in the first district, it stays with the city; the second district is full."""
    problem = free_problem(np.array([[9], [8], [7], [6]]))
    district = np.array([[UNLIMITED], [1]])
    problem = replace(
        problem, quotas=replace(problem.quotas, city_left=np.array([2]), district_left=district)
    )
    plan = best_plan(problem)
    assert [[0, 0], [1, 0]] == plan.pairs.tolist()
    # k003 is worth less than k002 and stands in the full district
    assert ["k002"] == [one.cooperative_id for one in next_in_line(problem, plan, (0, 0))]
    assert ["k002", "k003"] == [one.cooperative_id for one in next_in_line(problem, plan, (1, 0))]


def test_whoever_restores_a_districts_minimum_comes_first():
    """The city's floor counts before what the place is worth."""
    problem = free_problem(np.array([[9], [1], [8], [2]]))
    problem = replace(
        problem,
        quotas=replace(problem.quotas, city_left=np.array([2])),
        fairness=replace(problem.fairness, district_minimum=np.array([1, 1])),
    )
    plan = best_plan(problem)
    assert [[0, 0], [3, 0]] == plan.pairs.tolist()
    assert ["k001", "k002"] == [one.cooperative_id for one in next_in_line(problem, plan, (3, 0))]


@pytest.mark.parametrize(("price", "expected"), [(0, 3), (2, 1)])
def test_leaving_a_pair_of_the_plan_before_costs_its_price(price, expected):
    """The gain is that of the objective."""
    problem = free_problem(np.array([[9, 1], [5, 2]]))
    problem = replace(
        problem,
        quotas=replace(problem.quotas, city_left=np.array([1, UNLIMITED])),
        rooms=replace(problem.rooms, most=np.array([1, 1])),
        stability=Stability(np.array([[False, False], [False, True]]), price),
    )
    (one,) = waiting_lists(problem, best_plan(problem))
    assert ("o000", "k001", 1, expected, ("o001",)) == (
        one.offer_id,
        one.cooperative_id,
        one.position,
        one.gain,
        one.gives_up,
    )

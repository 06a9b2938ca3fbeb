"""Why a pair is not in a plan, against every limit checked and every set of pairs tried."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.allocation.exact import best_plan
from models.allocation.problem import CLOSED, HELD, LOCKED, OPEN, UNKNOWN
from models.allocation.why_not import obstacles, why_not
from models.errors import AllocationError
from tests.models.allocation.instances import best_by_trying, free_problem, random_problem
from tests.models.allocation.single_changes import amounts, changes, with_a_place

# What is not a limit that the pair itself would break.
SOFT = {"no_worth", "elsewhere"}


def planned(seed, **size):
    """A problem with its best plan, and the pairs that are open and not chosen; none without a plan."""
    problem = random_problem(np.random.default_rng(seed), **size)
    plan = best_plan(problem)
    marks = plan.chosen(problem)
    left = (problem.state == OPEN) & ~marks & (plan.status != "no_solution")
    return problem, plan, marks, [tuple(one) for one in np.argwhere(left).tolist()]


@pytest.mark.slow
@settings(max_examples=60)
@given(st.integers(0, 100_000))
def test_the_shortfall_is_that_of_the_best_plan_with_the_pair(seed):
    """By trying every set of pairs; none where no set holds it."""
    problem, plan, _, pairs = planned(seed, most_pairs=7)
    for pair in pairs:
        state = problem.state.copy()
        state[pair] = LOCKED
        best = best_by_trying(replace(problem, state=state))
        found = why_not(problem, plan, pair)
        assert (None if best is None else plan.objective - best) == found.shortfall
        assert (best is None) == (found.alternative is None)
        if found.alternative is not None:
            assert found.alternative.chosen(problem)[pair]


@pytest.mark.slow
@given(st.integers(0, 10_000))
def test_the_obstacles_are_the_limits_that_the_pair_would_break(seed):
    """All of them and no other; something is always named."""
    problem, plan, marks, pairs = planned(seed)
    for pair in pairs:
        after = marks.copy()
        after[pair] = True
        broken = {kind for kind, _ in amounts(problem, after).keys() - amounts(problem, marks).keys()}
        found = obstacles(problem, plan, pair)
        kinds = {one.kind for one in found} - SOFT
        assert found
        if kinds == {"alone"}:
            assert not problem.can_hold()[pair]
            assert "room" in broken
        else:
            assert broken == kinds
        worthless = problem.objective()[pair] <= 0
        assert kinds == {"alone"} or worthless == ("no_worth" in {one.kind for one in found})
        # nothing in the way of a pair that is worth something would be a better plan
        assert worthless or kinds


@pytest.mark.slow
@given(st.integers(0, 10_000))
def test_a_quota_comes_first_where_a_place_is_all_that_lacks(seed):
    """With one place more a single change gains, and the plan with the pair is better by as much."""
    problem, plan, marks, pairs = planned(seed)
    for pair in pairs:
        found = [one.kind for one in obstacles(problem, plan, pair)]
        wider = with_a_place(problem, marks, *pair)
        gain = max((one[0] for one in changes(wider, marks, *pair)), default=0)
        quotas = {"city_quota", "district_quota"} & set(found)
        main = next((one for one in found if one != "no_worth"), None)
        if found == ["alone"]:
            continue
        assert (main in quotas) == bool(quotas and (gain > 0 or not set(found) - quotas - {"no_worth"}))
        if main in quotas and gain > 0 and not problem.fairness.one_each:
            state = wider.state.copy()
            state[pair] = LOCKED
            assert best_plan(replace(wider, state=state)).objective >= plan.objective + gain


@pytest.mark.slow
@given(st.integers(0, 10_000))
def test_holders_are_those_with_a_place_the_weakest_first(seed):
    """Those that cannot give it up last; the first one's lead is told."""
    problem, plan, marks, pairs = planned(seed)
    worth = problem.objective()
    for row, column in pairs:
        for one in obstacles(problem, plan, (row, column)):
            if one.kind not in {"city_quota", "district_quota"}:
                assert one.ahead is None
                continue
            taken = (marks | (problem.state == HELD))[:, column]
            if one.kind == "district_quota":
                taken = taken & (problem.district_of == problem.district_of[row])
            rows = [problem.cooperative_ids.index(name) for name in one.cooperatives]
            assert set(np.flatnonzero(taken).tolist()) == set(rows)
            fixed = [bool(problem.state[other, column] != OPEN) for other in rows]
            assert sorted(fixed) == fixed
            movable = [int(worth[other, column]) for other in rows[: fixed.count(False)]]
            assert sorted(movable) == movable
            assert (movable[0] - worth[row, column] if movable else None) == one.ahead


@pytest.mark.slow
@given(st.integers(0, 10_000))
def test_room_tells_what_is_needed_and_what_is_left(seed):
    """More than there is, or not stated; beside what the cooperative has, or alone."""
    problem, plan, marks, pairs = planned(seed)
    for row, column in pairs:
        own = (marks | (problem.state == HELD))[row]
        for one in obstacles(problem, plan, (row, column)):
            if one.kind not in {"room", "alone"}:
                assert (None, None, -1) == (one.needs, one.left, one.resource)
                continue
            uses = problem.rooms.uses[:, one.resource]
            used = sum(int(uses[other]) for other in np.flatnonzero(own) if one.kind == "room")
            assert problem.rooms.have[row, one.resource] - used == one.left
            assert (None if uses[column] == UNKNOWN else uses[column]) == one.needs
            assert one.needs is None or one.needs > one.left


def test_a_minimum_that_holds_the_other_offer_is_named():
    """The cooperative would change over, were it not for a partner that comes only for one at least."""
    problem = free_problem(np.array([[4, 9], [0, 0]]))
    problem = replace(
        problem,
        state=np.array([[OPEN, OPEN], [CLOSED, CLOSED]], dtype=np.int8),
        quotas=replace(problem.quotas, city_minimum=np.array([1, 0])),
        rooms=replace(problem.rooms, most=np.array([1, 1])),
    )
    plan = best_plan(problem)
    assert [("most", ("o000",)), ("elsewhere", ("o000",))] == [
        (one.kind, one.offers) for one in obstacles(problem, plan, (0, 1))
    ]
    assert why_not(problem, plan, (0, 1)).shortfall is None


@pytest.mark.parametrize(("state", "kind"), [(CLOSED, "closed"), (HELD, "held")])
def test_a_pair_that_may_not_be_chosen_says_so_without_solving(state, kind):
    """No plan can hold it."""
    problem = free_problem(np.array([[5], [6]]))
    problem = replace(problem, state=np.array([[state], [OPEN]], dtype=np.int8))
    found = why_not(problem, best_plan(problem), (0, 0), solve=None)
    assert ([kind], None, None) == ([one.kind for one in found.obstacles], found.shortfall, found.alternative)


def test_a_pair_of_the_plan_has_no_obstacle():
    """And costs nothing."""
    problem = free_problem(np.array([[5]]))
    found = why_not(problem, best_plan(problem), (0, 0))
    assert ((), 0) == (found.obstacles, found.shortfall)


@pytest.mark.parametrize("pair", [(0, 1), (1, 0), (-1, 0), (0, -1)])
def test_a_pair_that_is_none_is_refused(pair):
    """Positions count from 0."""
    problem = free_problem(np.array([[5]]))
    with pytest.raises(AllocationError, match="There is no pair"):
        obstacles(problem, best_plan(problem), pair)

"""A plan that follows changes keeps every limit and its bound, and is close to one solved anew."""

from dataclasses import replace

import numpy as np
import pytest

import models.allocation.national.opening as opening_module
from models.allocation.checking import violations
from models.allocation.exact import best_plan
from models.allocation.national.solver import priced_plan, solved_by_prices
from models.allocation.national.warm import PricedPlan
from models.allocation.plan import plan_of
from models.allocation.problem import CLOSED, LOCKED, OPEN
from models.errors import AllocationError
from tests.models.allocation.crowds import crowd


def warm(problem):
    """A plan kept warm, of a problem in order."""
    return PricedPlan(solved_by_prices(problem), spare_rows=8)


def checked(plan, state):
    """A plan after a change against the problem as it is now, and the best there is."""
    problem = state.problem()
    marks = plan.chosen(problem)
    again, best = plan_of(problem, marks), best_plan(problem)
    assert [] == violations(problem, marks)
    assert (again.objective, again.total_value) == (plan.objective, plan.total_value)
    assert plan.objective <= best.objective <= plan.bound
    return best


def change_something(state, rng, number):
    """One change drawn at random."""
    problem = state.problem()
    row = int(rng.integers(len(problem.cooperative_ids)))
    value, states = rng.permutation(problem.value[row]), problem.state[row].copy()
    free = np.isin(states, (CLOSED, OPEN))
    states[free] = rng.integers(0, 2, free.sum())
    match rng.integers(3):
        case 0:
            return state.change_cooperative(problem.cooperative_ids[row], value, states)
        case 1:
            district = problem.districts[int(rng.integers(4))] if rng.random() < 0.8 else None
            have = problem.rooms.have[row]
            opened = np.where(free, states, CLOSED).astype(np.int8)
            return state.add_cooperative(f"new{number}", district, value, opened, most=2, have=have)
    column = int(rng.integers(len(problem.offer_ids)))
    left = max(int(problem.quotas.city_left[column] + rng.integers(-4, 6)), 0)
    return state.change_quota(problem.offer_ids[column], left)


@pytest.mark.parametrize(("seed", "limits"), [(0, False), (1, False), (1, True), (5, True), (7, True)])
@pytest.mark.slow
def test_changes_keep_limits_and_the_bound(seed, limits):
    """Six changes in a row, each against the exact plan; refused ones leave everything as it was."""
    state, rng = warm(crowd(seed, n=40, limits=limits)), np.random.default_rng(seed)
    made = 0
    for number in range(6):
        before = state.plan()
        try:
            plan = change_something(state, rng, number)
        except AllocationError:
            after = state.plan()
            assert before.pairs.tolist() == after.pairs.tolist()
            assert (before.objective, before.bound) == (after.objective, after.bound)
            continue
        made += 1
        best = checked(plan, state)
        assert plan.objective >= 0.94 * best.objective
    assert made >= 3
    certified = state.certified_plan()
    assert certified.pairs.tolist() == state.plan().pairs.tolist()
    assert best.objective <= certified.bound <= plan.bound


def test_a_change_is_near_a_plan_solved_anew():
    """Among a thousand, one cooperative more or one place fewer costs next to nothing."""
    state = warm(crowd(0, n=1000, m=20, limits=False))
    problem = state.problem()
    opened = np.full(20, OPEN, dtype=np.int8)
    plans = [
        state.add_cooperative("new", problem.districts[0], problem.value[7][::-1], opened, most=3),
        state.change_quota(problem.offer_ids[3], int(problem.quotas.city_left[3]) - 5),
        state.change_cooperative(problem.cooperative_ids[9], problem.value[8], opened),
        state.change_quota(problem.offer_ids[4], int(problem.quotas.city_left[4]) + 5),
    ]
    anew = priced_plan(state.problem())
    certified = state.certified_plan()
    assert all(plan.gap < 0.002 for plan in plans)
    assert anew.objective * 0.998 <= plans[-1].objective <= anew.bound
    assert plans[-1].objective <= anew.bound <= certified.bound * (1 + 1e-4)
    assert certified.gap <= plans[-1].gap


def test_a_quota_of_none_and_back():
    """All give the offer up, and take it again."""
    state = warm(crowd(1, n=40, limits=False))
    problem = state.problem()
    before = int(problem.quotas.city_left[2])
    gone = state.change_quota(problem.offer_ids[2], 0)
    assert 0 == np.count_nonzero(gone.pairs[:, 1] == 2)
    checked(gone, state)
    back = state.change_quota(problem.offer_ids[2], before)
    checked(back, state)
    assert before == np.count_nonzero(back.pairs[:, 1] == 2)


@pytest.mark.parametrize("block_rows", [2, 4096])
@pytest.mark.parametrize("seed", [1, 5, 7])
def test_an_offer_closed_and_opened_keeps_its_bound(seed, block_rows, monkeypatch):
    """However many best sets are looked at together; each offer in turn."""
    monkeypatch.setattr(opening_module, "BLOCK_ROWS", block_rows)
    state = warm(crowd(seed, n=25, m=6))
    made = 0
    for offer in state.problem().offer_ids:
        before = int(state.problem().quotas.city_left[state.problem().offer_ids.index(offer)])
        for places in (0, before):
            try:
                plan = state.change_quota(offer, places)
            except AllocationError:
                continue
            checked(plan, state)
            made += 1
    assert made >= 4


def test_a_cooperative_that_could_not_be_added_is_not_there():
    """Its name stays free; the plan and the problem are as before."""
    problem = crowd(2, n=12, m=4, limits=False).sorted()
    lone = replace(problem, fairness=replace(problem.fairness, one_each=True))
    lone.quotas.city_left[:] = [12, 0, 0, 0]
    state = warm(lone)
    opened = np.array([OPEN, CLOSED, CLOSED, CLOSED], dtype=np.int8)
    before = state.plan()
    with pytest.raises(AllocationError, match="small exchanges"):
        state.add_cooperative("new", None, problem.value[0], opened, most=1)
    assert problem.cooperative_ids == state.problem().cooperative_ids
    assert before.pairs.tolist() == state.plan().pairs.tolist()
    state.change_quota(problem.offer_ids[0], 13)
    checked(state.add_cooperative("new", None, problem.value[0], opened, most=1), state)


def test_what_needs_a_new_plan_is_refused_with_a_sentence():
    """Locks, names known already, no spare row, quotas below what is locked."""
    problem = crowd(1, n=12, m=4, limits=False).sorted()
    problem.state[3, 1] = LOCKED
    state = PricedPlan(solved_by_prices(problem), spare_rows=1)
    opened = np.full(4, OPEN, dtype=np.int8)
    values = problem.value[0]
    with pytest.raises(AllocationError, match="Locked and held"):
        state.change_cooperative(problem.cooperative_ids[0], values, np.full(4, LOCKED, dtype=np.int8))
    with pytest.raises(AllocationError, match="Locked and held"):
        state.change_cooperative(problem.cooperative_ids[3], values, opened)
    with pytest.raises(AllocationError, match="below the 1"):
        state.change_quota(problem.offer_ids[1], 0)
    with pytest.raises(AllocationError, match="any more"):
        state.add_cooperative(problem.cooperative_ids[0], None, values, opened, most=1)
    state.add_cooperative("one", None, values, opened, most=1)
    with pytest.raises(AllocationError, match="any more"):
        state.add_cooperative("two", None, values, opened, most=1)
    checked(state.plan(), state)

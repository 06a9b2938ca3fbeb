"""Plans by prices keep every limit, lie under a true bound, and depend on nothing but the problem."""

import os
import subprocess
import sys
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from models.allocation.checking import violations
from models.allocation.exact import best_plan
from models.allocation.national.solver import priced_plan
from models.allocation.problem import LOCKED
from models.errors import AllocationError
from tests.models.allocation.crowds import crowd
from tests.models.allocation.instances import best_by_trying, free_problem, random_problem

# Crowds of 60 cooperatives for which there is a plan, though every kind of limit binds.
FEASIBLE = (1, 2, 5, 7)


@settings(max_examples=60)
@example(3119)  # a pair of no worth is needed for one cooperative
@given(st.integers(0, 10**6))
def test_nothing_is_better_than_the_bound_nor_than_the_best(seed):
    """On problems small enough to try every set of pairs."""
    problem = random_problem(np.random.default_rng(seed), most_pairs=9)
    best = best_by_trying(problem)
    try:
        plan = priced_plan(problem)
    except AllocationError:
        assert best is None, "a plan that small is always found"
        return
    if plan.status == "no_solution":
        assert best is None
        return
    assert best is not None
    assert [] == violations(problem, plan.chosen(problem) | (problem.state == LOCKED))
    assert plan.objective <= best <= plan.bound


@pytest.mark.slow
@pytest.mark.parametrize("seed", FEASIBLE)
def test_crowds_with_every_limit_are_near_the_best(seed):
    """Within 2 % of the exact plan; the bound is above it, and not by more than rooms and spacing explain."""
    problem = crowd(seed)
    exact, plan = best_plan(problem), priced_plan(problem)
    assert exact.status == "optimal"
    assert [] == violations(problem, plan.chosen(problem))
    assert 0.98 * exact.objective <= plan.objective <= exact.objective <= plan.bound <= 1.03 * exact.objective


@pytest.mark.parametrize("seed", range(3))
def test_crowds_with_quotas_alone_are_best(seed):
    """What a flow in a network could solve is solved as well, to a millionth of a per cent."""
    problem = crowd(seed, limits=False)
    exact, plan = best_plan(problem), priced_plan(problem)
    assert exact.objective == plan.objective
    assert plan.gap < 1e-6


@pytest.mark.parametrize("window_pairs", [0, 40])
def test_a_narrow_window_leaves_a_plan_all_the_same(window_pairs):
    """Without the integer program the plan is worth a little less, not wrong."""
    problem = crowd(2)
    plan = priced_plan(problem, window_pairs=window_pairs)
    assert [] == violations(problem, plan.chosen(problem))
    assert 0.95 * plan.bound <= plan.objective <= plan.bound


@pytest.mark.slow
@pytest.mark.parametrize("limits", [False, True])
def test_blocks_change_nothing(limits):
    """The same pairs and the same bound however many rows are looked at together."""
    problem = crowd(2, limits=limits)
    one, other = priced_plan(problem, block_rows=7), priced_plan(problem)
    assert one.pairs.tobytes() == other.pairs.tobytes()
    assert one.bound == other.bound


@pytest.mark.slow
@pytest.mark.parametrize("seed", [2, 5])
def test_the_order_of_the_input_changes_nothing(seed):
    """The same pairs by name, the same objective, the same bound."""
    problem = crowd(seed)
    plan, same = priced_plan(problem), priced_plan(problem.sorted())
    assert (plan.objective, plan.bound) == (same.objective, same.bound)
    ordered = problem.sorted()
    assert {(problem.cooperative_ids[row], problem.offer_ids[column]) for row, column in plan.pairs} == {
        (ordered.cooperative_ids[row], ordered.offer_ids[column]) for row, column in same.pairs
    }


@pytest.mark.slow
def test_threads_change_nothing():
    """Sums are made in one order, whatever the number of threads of the libraries below."""
    code = (
        "import hashlib; from tests.models.allocation.crowds import crowd;"
        "from models.allocation.national.solver import priced_plan;"
        "plan = priced_plan(crowd(0, n=3000, m=40, d=12, limits=False));"
        "print(hashlib.sha256(plan.pairs.tobytes()).hexdigest(), plan.bound)"
    )
    told = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={**os.environ, "OMP_NUM_THREADS": threads, "OPENBLAS_NUM_THREADS": threads},
            check=True,
            capture_output=True,
            text=True,
        ).stdout
        for threads in ("1", "2")
    }
    assert 1 == len(told)


def test_values_of_any_size_are_proved():
    """Rupiah in billions and single points alike."""
    for largest in (20, 10**12):
        problem = crowd(1, limits=False, largest=largest)
        plan, exact = priced_plan(problem), best_plan(problem)
        assert plan.objective <= exact.objective <= plan.bound
        assert plan.gap < 0.02


def test_a_limit_that_fails_alone_is_named():
    """No plan, proved, and by how much the limit has to give way."""
    problem = free_problem(np.ones((4, 2), dtype=np.int64))
    problem = replace(problem, quotas=replace(problem.quotas, city_minimum=np.array([6, 0])))
    plan = priced_plan(problem)
    assert "no_solution" == plan.status
    assert [("city_minimum", "o000", 2)] == [(one.kind, one.offer_id, one.amount) for one in plan.relaxations]


def test_minimums_that_fail_together_are_named():
    """Two minimums take four pairs of three: none is impossible alone; lowered as told, there is a plan."""
    problem = free_problem(np.ones((2, 2), dtype=np.int64))
    problem = replace(
        problem,
        quotas=replace(problem.quotas, city_minimum=np.array([2, 2])),
        rooms=replace(problem.rooms, most=np.array([1, 2])),
    )
    plan = priced_plan(problem)
    assert "no_solution" == plan.status
    assert [("city_minimum", 1)] == [(one.kind, one.amount) for one in plan.relaxations]
    lowered = problem.quotas.city_minimum.copy()
    lowered[problem.offer_ids.index(plan.relaxations[0].offer_id)] -= 1
    again = priced_plan(replace(problem, quotas=replace(problem.quotas, city_minimum=lowered)))
    assert "no_solution" != again.status


def test_a_plan_that_is_not_found_is_no_proof():
    """Two offers that exclude each other, both asked for, one cooperative: told as not found."""
    problem = free_problem(np.ones((1, 2), dtype=np.int64))
    problem = replace(
        problem,
        quotas=replace(problem.quotas, city_minimum=np.array([1, 1])),
        rooms=replace(problem.rooms, group_of=np.array([0, 0])),
    )
    with pytest.raises(AllocationError, match="Lower that minimum"):
        priced_plan(problem)


def test_nothing_to_choose_from_is_an_empty_plan():
    """No cooperative, or no pair that may be chosen."""
    for problem in (
        free_problem(np.zeros((0, 3), dtype=np.int64)),
        free_problem(np.zeros((3, 0), dtype=np.int64)),
        replace(free_problem(np.ones((2, 2), dtype=np.int64)), state=np.zeros((2, 2), dtype=np.int8)),
    ):
        plan = priced_plan(problem)
        assert ("optimal", 0, 0) == (plan.status, plan.objective, len(plan.pairs))


def test_values_of_any_spread_are_priced():
    """Offers worth a hundred times others, and pairs that are all worth the same."""
    problem = crowd(0, n=1500, m=60, limits=False)
    spread = np.random.default_rng(0).lognormal(0, 2, 60)
    for value in ((problem.value * spread).astype(np.int64), np.full_like(problem.value, 5)):
        plan = priced_plan(replace(problem, value=value))
        assert plan.gap < 0.005

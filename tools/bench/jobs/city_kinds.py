"""Hard city-wide plans of seven kinds, proved: ours beside the bare linear program over the same pairs."""

import time
from collections.abc import Callable, Mapping
from dataclasses import replace
from types import MappingProxyType

import numpy as np
from scipy.optimize import Bounds, milp

from models.allocation.exact import best_plan
from models.allocation.problem import CLOSED, LOCKED, AllocationProblem, Stability
from tools.bench.jobs.city_plan import direct_program, hard_city
from tools.bench.plans import made_plan
from tools.bench.report import Result

__all__ = ["KINDS", "plan_kinds"]

_SEEDS = 6
_SECOND = 1.0
_HUNDREDTH = 10_000
_FLOOR = 12
_CHANGE_PRICE = 20_000
_NOISE = 50_000
_FIXED, _LOCKED = 12, 8


def _plain(problem: AllocationProblem, _seed: int) -> AllocationProblem:
    return problem


def _chances(problem: AllocationProblem, seed: int) -> AllocationProblem:
    n, m = problem.value.shape
    value = made_plan(n, m, len(problem.districts), seed).value.astype(np.int64)
    return replace(problem, value=value)


def _hundredths(problem: AllocationProblem, seed: int) -> AllocationProblem:
    chances = _chances(problem, seed)
    return replace(chances, value=chances.value // _HUNDREDTH * _HUNDREDTH)


def _half_the_places(problem: AllocationProblem, _seed: int) -> AllocationProblem:
    quotas = problem.quotas
    return replace(problem, quotas=replace(quotas, city_left=np.maximum(quotas.city_left // 2, 1)))


def _floors(problem: AllocationProblem, _seed: int) -> AllocationProblem:
    least = np.full_like(problem.fairness.district_minimum, _FLOOR)
    return replace(problem, fairness=replace(problem.fairness, district_minimum=least))


def _locks(problem: AllocationProblem, seed: int) -> AllocationProblem:
    """Lock some pairs of the best plan, and forbid some."""
    plan, state = best_plan(problem), problem.state.copy()
    drawn = np.random.default_rng([seed, 7]).choice(plan.pairs, min(_FIXED, len(plan.pairs)), replace=False)
    state[tuple(drawn[:_LOCKED].T)] = LOCKED
    state[tuple(drawn[_LOCKED:].T)] = CLOSED
    return replace(problem, state=state)


def _plan_before(problem: AllocationProblem, seed: int) -> AllocationProblem:
    """Keep to the plan of values that were a little different."""
    noise = np.random.default_rng([seed, 7]).integers(-_NOISE, _NOISE, problem.value.shape)
    before = replace(problem, value=np.maximum(problem.value + noise, 0))
    return replace(problem, stability=Stability(best_plan(before).chosen(before), _CHANGE_PRICE))


KINDS: Mapping[str, Callable[[AllocationProblem, int], AllocationProblem]] = MappingProxyType(
    {
        "plain": _plain,
        "chances": _chances,
        "hundredths": _hundredths,
        "half the places": _half_the_places,
        "floors": _floors,
        "locks": _locks,
        "plan before": _plan_before,
    }
)
"""What each kind makes of a hard city and its seed."""


def plan_kinds(size: tuple[int, int, int] = (67, 60, 6), seeds: int = _SEEDS) -> Result:
    """Solve some cities of every kind; the note says how many took longer than a second, and the slowest.

    Raises
    ------
    RuntimeError
        When a plan is not proved.
    """
    times: list[float] = []
    floor = 0.0
    slowest = "", 0.0
    for kind, made in KINDS.items():
        for seed in range(seeds):
            problem = made(hard_city(seed, *size), seed)
            start = time.perf_counter()
            plan = best_plan(problem)
            times.append(time.perf_counter() - start)
            if plan.status != "optimal":
                raise RuntimeError(f"{kind}, seed {seed}: {plan.status}")
            if times[-1] > slowest[1]:
                slowest = f"{kind}, seed {seed}", times[-1]
            floor += _linear_seconds(problem)
    over = sum(one > _SECOND for one in times)
    note = (
        f"the linear program over pairs, shares allowed; {len(times)} cities, all proved, {over} of them in "
        f"more than a second, slowest {slowest[1]:.2f} s ({slowest[0]})"
    )
    return Result("city plans of seven kinds, {} x {}".format(*size[:2]), sum(times), floor, note)


def _linear_seconds(problem: AllocationProblem) -> float:
    loss, limits = direct_program(problem)
    start = time.perf_counter()
    milp(loss, bounds=Bounds(0, 1), constraints=limits)
    return time.perf_counter() - start

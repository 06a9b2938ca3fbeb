"""Hard city-wide plans, proved: ours beside plain HiGHS on the same instances."""

import time
from dataclasses import replace

import numpy as np
import numpy.typing as npt
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import csr_array

from models.allocation.exact import best_plan
from models.allocation.problem import (
    CLOSED,
    OPEN,
    UNKNOWN,
    UNLIMITED,
    AllocationProblem,
    Fairness,
    Quotas,
    Rooms,
)
from models.allocation.rows_of_limits import limit_rows, pair_list, stacked
from tools.bench.plans import made_plan
from tools.bench.report import Result

__all__ = ["direct_program", "hard_city", "plan_city"]

_SEEDS = range(5)
_CAP_SECONDS = 60.0
_NEAR_KM = 1.5


def hard_city(
    seed: int, n_cooperatives: int = 67, n_offers: int = 60, n_districts: int = 6
) -> AllocationProblem:
    """Draw a city with rooms, spacing, quotas, groups, minimums, floors, duties and a budget."""
    rng = np.random.default_rng(seed)
    n, m, d = n_cooperatives, n_offers, n_districts
    places = rng.random((n, 2)) * 20
    near = np.hypot(*(places[:, None] - places[None]).transpose(2, 0, 1)) < _NEAR_KM
    apart = [(offer, a, b) for offer in range(0, m, 3) for a in range(n) for b in range(a) if near[a, b]]
    district_left = np.where(_share(rng, 0.4, (d, m)), rng.integers(1, 3, (d, m)), UNLIMITED)
    have = np.where(_share(rng, 0.6, (n, 4)), rng.integers(50, 150, (n, 4)) * 100, UNKNOWN)
    return replace(
        made_plan(n, m, d, seed),
        value=rng.integers(0, 1_000_000, (n, m)),
        state=np.where(_share(rng, 0.6, (n, m)), OPEN, CLOSED).astype(np.int8),
        quotas=Quotas(
            rng.integers(1, 9, m),
            district_left,
            np.where(_share(rng, 0.1, m), 1, 0),
            np.array(apart, dtype=np.int64).reshape(-1, 3),
        ),
        rooms=Rooms(
            np.full(n, 3),
            rng.integers(0, 60, (m, 4)) * 100,
            have,
            np.where(_share(rng, 0.5, m), rng.integers(0, 8, m), -1),
        ),
        fairness=Fairness(
            np.full(d, 1),
            one_each=True,
            cost_idr=rng.integers(1, 50, m) * 100_000,
            city_budget_idr=n * 6_000_000,
            district_budget_idr=np.full(d, UNLIMITED),
        ),
    )


def _share(rng: np.random.Generator, share: float, shape: int | tuple[int, int]) -> npt.NDArray[np.bool_]:
    """Mark about that share of the entries."""
    marks: npt.NDArray[np.bool_] = rng.random(shape) < share
    return marks


def plan_city(size: tuple[int, int, int] = (67, 60, 6), cap_seconds: float = _CAP_SECONDS) -> Result:
    """Solve several hard cities both ways; the note says how often HiGHS was stopped without a proof.

    Raises
    ------
    RuntimeError
        When a plan is not proved, or HiGHS proves another one.
    """
    ours, floor, slowest, stopped = 0.0, 0.0, 0.0, 0
    for seed in _SEEDS:
        problem = hard_city(seed, *size)
        start = time.perf_counter()
        plan = best_plan(problem)
        between = time.perf_counter()
        objective = _directly(problem, cap_seconds)
        floor += time.perf_counter() - between
        ours += between - start
        slowest = max(slowest, between - start)
        stopped += objective is None
        if plan.status != "optimal" or objective not in {None, plan.objective}:
            raise RuntimeError(f"seed {seed}: {plan.status} {plan.objective}, directly {objective}")
    note = (
        f"plain HiGHS on the program over pairs, sum of {len(_SEEDS)} cities, each stopped after "
        f"{cap_seconds:.0f} s ({stopped} were); ours proved all, slowest {slowest:.2f} s"
    )
    return Result("city plan, {} x {}, every limit".format(*size[:2]), ours, floor, note)


def _directly(problem: AllocationProblem, cap_seconds: float) -> int | None:
    """Return the objective that HiGHS proves in time on one row per limit; ``None`` where it does not."""
    loss, limits = direct_program(problem)
    found = milp(
        loss,
        integrality=np.ones(len(loss)),
        bounds=Bounds(0, 1),
        constraints=limits,
        options={"mip_rel_gap": 0.0, "time_limit": cap_seconds},
    )
    return round(-found.fun) if found.success else None


def direct_program(problem: AllocationProblem) -> tuple[npt.NDArray[np.float64], LinearConstraint]:
    """Return what each pair takes off the objective, and one row per limit, as a solver reads them."""
    pairs = pair_list(problem)
    rows = limit_rows(problem, pairs)
    weights, members, ends = stacked(rows)
    limits = np.array([row.limit for row in rows], dtype=np.float64)
    at_most = np.array([row.sense == "<=" for row in rows])
    matrix = csr_array((weights.astype(np.float64), members, ends), shape=(len(rows), len(pairs.gain)))
    lower, upper = np.where(at_most, -np.inf, limits), np.where(at_most, limits, np.inf)
    return -pairs.gain.astype(np.float64), LinearConstraint(matrix, lower, upper)

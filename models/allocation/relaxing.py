"""The smallest change of limits that makes a plan possible, where there is none."""

from dataclasses import dataclass

import numpy as np
from scipy.sparse import csr_array

from models.allocation.plan import Relaxation, RelaxationKind
from models.allocation.problem import AllocationProblem
from models.allocation.program import maximised
from models.allocation.rows_of_limits import LimitRow, limit_rows, pair_list

__all__ = ["smallest_relaxation"]

# The fewest units decide; of as many, floors give way first and what a partner set comes last.
_UNIT = 100_000
_ORDER: tuple[RelaxationKind, ...] = (
    "district_minimum",
    "one_each",
    "locked",
    "held",
    "most",
    "city_minimum",
    "city_quota",
    "district_quota",
)
_COST = {kind: _UNIT + place for place, kind in enumerate(_ORDER)}
_STEPS = 100
_BUDGETS: tuple[RelaxationKind, ...] = ("city_budget", "district_budget")


@dataclass(frozen=True, slots=True)
class _Slack:
    """One way in which one row may give way: by so many steps at most, each of a size and a cost."""

    row: int
    kind: RelaxationKind
    cost: int
    most: int
    step: int = 1


def smallest_relaxation(problem: AllocationProblem) -> tuple[Relaxation, ...]:
    """Return the fewest places, pairs or locks by which limits would have to give way.

    Rooms, exclusives and spacing never do: what breaks them is a lock, and that lock is named. Budgets give
    way by as little as is needed; what a place costs on average counts as one place.

    Parameters
    ----------
    problem : AllocationProblem
        One that no plan keeps.
    """
    pairs = pair_list(problem)
    rows = limit_rows(problem, pairs)
    slacks = _slacks(rows)
    signs = [one.step if rows[one.row].sense == ">=" else -one.step for one in slacks]
    matrix = csr_array(
        (signs, ([one.row for one in slacks], range(len(slacks)))), shape=(len(rows), len(slacks))
    )
    cost = np.array([-one.cost for one in slacks], dtype=np.int64)
    gain = np.concatenate([np.zeros(len(pairs.rows), dtype=np.int64), cost])
    upper = np.concatenate([np.ones(len(pairs.rows)), [float(one.most) for one in slacks]])
    answer = maximised(gain, rows, upper, matrix)
    if answer is None:
        return ()
    taken = answer.values[: len(pairs.rows)].astype(np.int64)
    found = [_named(problem, rows[one.row], one.kind, _missed(rows[one.row], taken)) for one in slacks]
    return tuple(one for one in found if one.amount > 0)


def _missed(row: LimitRow, taken: np.ndarray) -> int:
    """Return by how much a row is not kept; steps may be longer than that."""
    total = int(row.weights @ taken[row.members])
    return max(row.limit - total if row.sense == ">=" else total - row.limit, 0)


def _slacks(rows: list[LimitRow]) -> list[_Slack]:
    found = []
    for number, row in enumerate(rows):
        for kind, cost in _COST.items():
            if row.kind == kind:
                most = row.limit if row.sense == ">=" else len(row.members)
                found.append(_Slack(number, kind, cost, most))
        for kind in _BUDGETS:
            if row.kind == kind:
                step = max(int(row.weights.mean()) // _STEPS, 1)
                most = -(-int(row.weights.sum()) // step)
                found.append(_Slack(number, kind, (_UNIT + len(_ORDER)) // _STEPS, most, step))
    return found


def _named(problem: AllocationProblem, row: LimitRow, kind: RelaxationKind, amount: int) -> Relaxation:
    return Relaxation(
        kind,
        amount,
        cooperative_id=problem.cooperative_ids[row.row] if row.row >= 0 else None,
        offer_id=problem.offer_ids[row.column] if row.column >= 0 else None,
        district=problem.districts[row.place] if row.place >= 0 else None,
    )

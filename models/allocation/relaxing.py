"""The smallest change of limits that makes a plan possible, where there is none."""

from dataclasses import dataclass

import numpy as np
from scipy.sparse import csr_array

from models.allocation.checking import able
from models.allocation.plan import Relaxation, RelaxationKind
from models.allocation.problem import AllocationProblem
from models.allocation.program import maximised
from models.allocation.rows_of_limits import LimitRow, PairList, limit_rows, pair_list

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
    way by as little as is needed; what a place costs on average counts as one place. Whoever gets a wish only
    by such a change, and is then owed one, is part of it.

    Parameters
    ----------
    problem : AllocationProblem
        One that no plan keeps.
    """
    pairs = pair_list(problem)
    rows = limit_rows(problem, pairs)
    slacks = _slacks(rows)
    signs = [one.step if rows[one.row].sense == ">=" else -one.step for one in slacks]
    entries = [(one.row, number, sign) for number, (one, sign) in enumerate(zip(slacks, signs, strict=True))]
    owed = _owed(problem, pairs, rows)
    waivers: dict[int, int] = {}
    for row, quota in owed:
        gate = next(number for number, one in enumerate(slacks) if one.row == quota)
        weight = slacks[gate].most
        if row not in waivers:
            waivers[row] = len(slacks)
            slacks.append(_Slack(len(rows), "one_each", _COST["one_each"], 1))
        # so many of the quota's places more are no duty yet where the pairs or the waiver answer for them
        entries += [(len(rows), gate, -1), (len(rows), waivers[row], weight)]
        own = pairs.number[row][pairs.number[row] >= 0]
        rows.append(LimitRow("one_each", ">=", own, np.full(len(own), weight), 0, row=row))
    numbers, columns, values = np.array(entries, dtype=np.int64).reshape(-1, 3).T
    matrix = csr_array((values, (numbers, columns)), shape=(len(rows), len(slacks)))
    cost = np.array([-one.cost for one in slacks], dtype=np.int64)
    gain = np.concatenate([np.zeros(len(pairs.rows), dtype=np.int64), cost])
    upper = np.concatenate([np.ones(len(pairs.rows)), [float(one.most) for one in slacks]])
    answer = maximised(gain, rows, upper, matrix)
    if answer is None:
        return ()
    taken = answer.values[: len(pairs.rows)].astype(np.int64)
    found = [_named(problem, rows[one.row], one.kind, _missed(rows[one.row], taken)) for one in slacks]
    waived = sorted(
        {
            row
            for row, quota in owed
            if _missed(rows[quota], taken) and not taken[pairs.number[row][pairs.number[row] >= 0]].any()
        }
    )
    more = [Relaxation("one_each", 1, problem.cooperative_ids[row]) for row in waived]
    return (*(one for one in found if one.amount > 0), *more)


def _owed(problem: AllocationProblem, pairs: PairList, rows: list[LimitRow]) -> list[tuple[int, int]]:
    """Return cooperatives that a larger quota would bring a duty towards, each with the quota's row.

    They have no pair with a place left today. Where a district's quota and the city's bar the same pair, the
    district's decides: nothing raises it alone.
    """
    if not problem.fairness.one_each:
        return []
    numbers = {(row.kind, row.column, row.place): number for number, row in enumerate(rows)}
    waiting = problem.can_hold() & (~able(problem) & (problem.rooms.most > 0))[:, None]
    found = set()
    for row, column in zip(pairs.rows.tolist(), pairs.columns.tolist(), strict=True):
        place = int(problem.district_of[row])
        in_district = place >= 0 and problem.quotas.district_left[place, column] <= 0
        kind = ("district_quota", column, place) if in_district else ("city_quota", column, -1)
        if waiting[row, column]:
            found.add((row, numbers[kind]))
    return sorted(found)


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

"""Minimums that fail together though each could be kept alone, proved by counting in districts and offers."""

from collections.abc import Iterator

import numpy as np
import numpy.typing as npt
from scipy.sparse import csr_array

from models.allocation.national.remaining import Remaining
from models.allocation.plan import Relaxation
from models.allocation.problem import UNLIMITED
from models.allocation.program import Effort, maximised
from models.allocation.rows_of_limits import LimitRow

__all__ = ["failing_together"]

Longs = npt.NDArray[np.int64]

# The fewest units decide; of as many, floors give way before what a partner asked for.
_COST = {"district_minimum": 100_000, "city_minimum": 100_001}
# Shares of places: without budgets they come out whole.
_EFFORT = Effort(whole=False)
# What a solver of linear programs may miss by is no proof.
_MISSED = 1e-2


def failing_together(part: Remaining, *, budgets: bool = True) -> tuple[Relaxation, ...]:
    """Return by how much minimums have to give way at least, where no plan keeps all of them.

    Every plan gives each district so many places of each offer. Those counts keep quotas, budgets, and what
    the cooperatives of a district may hold between them; rooms, spacing, exclusives and duties towards each
    cooperative are not looked at, so that an empty answer proves nothing.

    Parameters
    ----------
    part : Remaining
        In which no limit fails by itself.
    budgets : bool
        Whether budgets count: without, it takes a tenth of the time.
    """
    if not (part.city_least.any() or part.district_least.any()):
        return ()
    cells, rooms = part.counts()
    upper = np.minimum(cells, part.city_left)
    places, columns = np.nonzero(upper > 0)
    rows = list(_rows(part, places, columns, rooms))
    if budgets:
        rows += _budgets(part, places, columns)
    minimums = [number for number, row in enumerate(rows) if row.sense == ">="]
    slack = csr_array(
        (np.ones(len(minimums), dtype=np.int64), (minimums, np.arange(len(minimums)))),
        shape=(len(rows), len(minimums)),
    )
    gain = np.concatenate(
        [
            np.zeros(len(places), dtype=np.int64),
            np.array([-_COST[rows[number].kind] for number in minimums], dtype=np.int64),
        ]
    )
    most = np.array([float(rows[number].limit) for number in minimums])
    answer = maximised(gain, rows, np.concatenate([upper[places, columns], most]), slack, _EFFORT)
    if answer is None or answer.values[len(places) :].sum() < _MISSED:
        return ()
    amounts = np.ceil(answer.values[len(places) :] - _MISSED).astype(np.int64).tolist()
    found = [_named(part, rows[number], amount) for number, amount in zip(minimums, amounts, strict=True)]
    return tuple(one for one in found if one.amount > 0)


def _rows(part: Remaining, places: Longs, columns: Longs, rooms: Longs) -> Iterator[LimitRow]:
    ones = np.ones(len(places), dtype=np.int64)
    for place in range(len(part.district_least)):
        members = np.flatnonzero(places == place)
        weights, least = ones[members], int(part.district_least[place])
        yield LimitRow("most", "<=", members, weights, int(rooms[place]), place=place)
        if least > 0:
            yield LimitRow("district_minimum", ">=", members, weights, least, place=place)
    for column in range(len(part.city_least)):
        members = np.flatnonzero(columns == column)
        weights, left, least = ones[members], int(part.city_left[column]), int(part.city_least[column])
        if left < UNLIMITED:
            yield LimitRow("city_quota", "<=", members, weights, left, column=column)
        if least > 0:
            yield LimitRow("city_minimum", ">=", members, weights, least, column=column)


def _budgets(part: Remaining, places: Longs, columns: Longs) -> Iterator[LimitRow]:
    cost = part.problem.fairness.cost_idr[columns].astype(np.int64)
    for place, budget in enumerate(part.district_budget_idr.tolist()):
        if budget < UNLIMITED:
            paid = np.flatnonzero((places == place) & (cost > 0))
            yield LimitRow("district_budget", "<=", paid, cost[paid], budget, place=place)
    if part.city_budget_idr < UNLIMITED:
        paid = np.flatnonzero(cost > 0)
        yield LimitRow("city_budget", "<=", paid, cost[paid], part.city_budget_idr)


def _named(part: Remaining, row: LimitRow, amount: int) -> Relaxation:
    if row.kind == "city_minimum":
        return Relaxation("city_minimum", amount, offer_id=part.problem.offer_ids[row.column])
    return Relaxation("district_minimum", amount, district=part.problem.districts[row.place])

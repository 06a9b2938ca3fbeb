"""The pairs in question decided anew, all at once, by an integer program of their own."""

from dataclasses import replace

import numpy as np
import numpy.typing as npt

from models.allocation.national.exchange import Exchange
from models.allocation.national.filling import take_best
from models.allocation.national.ledger import Ledger
from models.allocation.national.mending import mended
from models.allocation.national.minimums import lacking
from models.allocation.problem import CLOSED, OPEN, AllocationProblem, Fairness, Quotas, Rooms
from models.allocation.program import Effort, maximised
from models.allocation.rows_of_limits import LimitRow, PairList, limit_rows, pair_list
from models.errors import AllocationError

__all__ = ["decide_anew"]

Longs = npt.NDArray[np.int64]
Marks = npt.NDArray[np.bool_]
Pairs = tuple[Longs, Longs]

# Of a pair; a smaller share is the solver's rounding error.
_NOTHING = 1e-6


def decide_anew(exchange: Exchange, rows: Longs, columns: Longs, effort: Effort) -> bool:
    """Decide some pairs, and all that their cooperatives have taken, anew; return whether that was of use.

    Everything else stays as it is, but for exchanges towards a minimum. Minimums not reached before are asked
    for first; where that cannot be, those that are reached stay so.

    Parameters
    ----------
    exchange : Exchange
    rows, columns : ndarray of int, shape (n_pairs,)
        Usable pairs in question, the best first.
    effort : Effort
        Where the solver stops. Shares of pairs that it may leave are taken largest first.
    """
    ledger = exchange.ledger
    saved, short, gain = np.nonzero(ledger.taken), lacking(ledger), ledger.total_gain
    owners = np.unique(rows)
    wanted = ledger.taken[owners]
    wanted[np.searchsorted(owners, rows), columns] = True
    had = np.asarray((ledger.taken[owners] | ledger.part.taken[owners]).any(axis=1))
    before = ledger.city_short.clip(min=0), ledger.district_short.clip(min=0)
    lines, old_columns = np.nonzero(ledger.taken[owners])
    for row, column in zip(owners[lines].tolist(), old_columns.tolist(), strict=True):
        ledger.give_back(row, column)
    rest = rows, columns, ledger.part.problem.value[rows, columns].astype(np.float64)
    tries = [(None, np.ones_like(had))] if short else []
    for spared, must in [*tries, (before, had)]:
        if _decided(ledger, _residual(ledger, owners, wanted, spared), owners, must, effort):
            take_best(ledger, *rest)
            mended(exchange)
            found = lacking(ledger)
            if found < short or (found == short and ledger.total_gain > gain):
                return True
            break
    ledger.clear()
    ledger.take_all(*saved)
    return False


def _decided(ledger: Ledger, problem: AllocationProblem, owners: Longs, must: Marks, effort: Effort) -> bool:
    """Take what the program decides for some cooperatives, largest share first; whether it has an answer."""
    pairs = pair_list(problem)
    # one for each is asked for row by row below: some have theirs fixed, some are spared
    freed = replace(problem, fairness=replace(problem.fairness, one_each=False))
    limits = limit_rows(freed, pairs)
    if ledger.part.problem.fairness.one_each:
        limits += _one_each(ledger, owners, pairs, must)
    try:
        answer = maximised(pairs.gain, limits, effort=effort)
    except AllocationError:
        # stopped early with nothing in hand: what there was before is still there
        return False
    if answer is None:
        return False
    order = np.argsort(-answer.values, kind="stable")
    for number in order[answer.values[order] > _NOTHING].tolist():
        row, column = int(owners[pairs.rows[number]]), int(pairs.columns[number])
        if ledger.fits(row, column):
            ledger.take(row, column)
    return True


def _one_each(ledger: Ledger, owners: Longs, pairs: PairList, must: Marks) -> list[LimitRow]:
    """Ask for one pair of each cooperative that has none fixed."""
    found = []
    for line in np.flatnonzero(must & ~ledger.part.taken[owners].any(axis=1)).tolist():
        members = pairs.number[line][pairs.number[line] >= 0]
        if len(members):
            found.append(LimitRow("one_each", ">=", members, np.ones_like(members), 1, row=line))
    return found


def _residual(ledger: Ledger, owners: Longs, wanted: Marks, spared: Pairs | None) -> AllocationProblem:
    """Return the problem of some cooperatives with what all others have taken out of the limits."""
    part, problem = ledger.part, ledger.part.problem
    line_of = np.full(len(ledger.most), -1, dtype=np.int64)
    line_of[owners] = np.arange(len(owners))
    free = wanted & part.usable[owners]
    edges = []
    for column, first, second in problem.quotas.apart.tolist():
        one, two = int(line_of[first]), int(line_of[second])
        if one >= 0 and two >= 0:
            edges.append((column, one, two))
        elif one >= 0 and ledger.taken[second, column]:
            free[one, column] = False
        elif two >= 0 and ledger.taken[first, column]:
            free[two, column] = False
    city_least, district_least = ledger.city_short.clip(min=0), ledger.district_short.clip(min=0)
    if spared is not None:
        city_least, district_least = city_least - spared[0], district_least - spared[1]
    return AllocationProblem(
        cooperative_ids=tuple(problem.cooperative_ids[row] for row in owners),
        offer_ids=problem.offer_ids,
        districts=problem.districts,
        district_of=problem.district_of[owners],
        value=part.gain(owners),
        state=np.where(free, OPEN, CLOSED).astype(np.int8),
        quotas=Quotas(
            city_left=ledger.city_left,
            district_left=ledger.cell_left[:-1],
            city_minimum=city_least.clip(min=0),
            apart=np.array(edges, dtype=np.int64).reshape(-1, 3),
        ),
        rooms=Rooms(ledger.most[owners], problem.rooms.uses, ledger.have[owners], ledger.group_of),
        fairness=Fairness(
            district_minimum=district_least[:-1].clip(min=0),
            one_each=problem.fairness.one_each,
            cost_idr=problem.fairness.cost_idr,
            city_budget_idr=ledger.city_budget_idr,
            district_budget_idr=ledger.district_budget_idr[:-1],
        ),
    )

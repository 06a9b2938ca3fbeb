"""Pairs taken best first while every limit is kept, and minimums made good."""

import numpy as np
import numpy.typing as npt

from models.allocation.national.ledger import Ledger
from models.allocation.national.pricing import Priced
from models.allocation.national.remaining import BLOCK_ROWS

__all__ = ["filled", "take_best", "take_together"]

Floats = npt.NDArray[np.float64]
Longs = npt.NDArray[np.int64]
Marks = npt.NDArray[np.bool_]

_MOST_LATE = 100_000
_ROUNDS = 4


def filled(ledger: Ledger, found: Priced, *, block_rows: int = BLOCK_ROWS) -> None:
    """Take what is wanted in full together, then the rest one by one, then what places are left for.

    Parameters
    ----------
    ledger : Ledger
        Still empty; holds the pairs afterwards.
    found : Priced
    block_rows : int
        Changes nothing but time and memory.
    """
    near, demand = found.near, found.demand
    order = np.lexsort((near.columns, near.rows, -demand.excess))
    wanted = order[demand.share[order] >= 1]
    accepted = take_together(ledger, near.rows[wanted], near.columns[wanted])
    rest = np.ones(len(near.rows), dtype=np.bool_)
    rest[wanted[accepted]] = False
    later = order[rest[order]]
    take_best(ledger, near.rows[later], near.columns[later], near.gain[later])
    table = found.limits.table(found.prices)
    for _ in range(_ROUNDS):
        if not _take_late(ledger, table, block_rows):
            break


def take_together(ledger: Ledger, rows: Longs, columns: Longs) -> Marks:
    """Take the pairs, given best first, that keep each limit by their rank in it; mark them.

    A pair beyond a limit counts in the ranks of all others, so that the pairs taken keep every limit.
    """
    places = ledger.part.place_of[rows]
    cost = ledger.cost[columns]
    fine = _rank(rows) < ledger.most[rows]
    fine &= _rank(columns) < ledger.city_left[columns]
    fine &= _rank(places * len(ledger.cost) + columns) < ledger.cell_left[places, columns]
    fine &= _sum_so_far(places, cost) <= ledger.district_budget_idr[places]
    fine &= np.cumsum(cost) <= ledger.city_budget_idr
    group = ledger.group_of[columns]
    grouped = np.flatnonzero(group >= 0)
    fine[grouped] &= _rank(rows[grouped] * (int(group.max(initial=0)) + 1) + group[grouped]) == 0
    used = np.zeros_like(ledger.have)
    np.add.at(used, rows, ledger.uses[columns])
    fine &= ~(ledger.limits_room & (used > ledger.have)).any(axis=1)[rows]
    if len(ledger.part.problem.quotas.apart):
        both = np.zeros(ledger.taken.shape, dtype=np.bool_)
        both[rows, columns] = True
        of, first, second = ledger.part.problem.quotas.apart.T
        clash = both[first, of] & both[second, of]
        both[first[clash], of[clash]] = both[second[clash], of[clash]] = False
        fine &= both[rows, columns]
    ledger.take_all(rows[fine], columns[fine])
    return fine


def take_best(ledger: Ledger, rows: Longs, columns: Longs, gain: Floats) -> int:
    """Take pairs in the order given wherever they fit; return how many.

    Pairs of no gain are taken only towards a minimum that is not reached.
    """
    taken = 0
    place_of = ledger.part.place_of
    # what has no place now will not have one later
    may = (ledger.city_left[columns] > 0) & (ledger.most[rows] > 0)
    may &= ledger.cell_left[place_of[rows], columns] > 0
    for row, column, worth in zip(rows[may].tolist(), columns[may].tolist(), gain[may].tolist(), strict=True):
        asked = ledger.city_short[column] > 0 or ledger.district_short[place_of[row]] > 0
        if (worth > 0 or asked) and ledger.fits(row, column):
            ledger.take(row, column)
            taken += 1
    return taken


def _take_late(ledger: Ledger, table: Floats, block_rows: int) -> int:
    """Look through all pairs for those that still fit, the best ones first; return how many were taken."""
    part = ledger.part
    found: list[tuple[Longs, Longs, Floats, Floats]] = []
    for start in range(0, len(part.most), block_rows):
        rows = slice(start, start + block_rows)
        gain = part.gain(rows)
        may = part.usable[rows] & ~ledger.taken[rows] & (ledger.most[rows] > 0)[:, None]
        may &= (ledger.city_left > 0)[None, :]
        places = part.place_of[rows]
        may &= (ledger.cell_left > 0)[places]
        may &= ledger.cost <= ledger.district_budget_idr[places, None]
        asked = (ledger.city_short > 0)[None, :] | (ledger.district_short > 0)[places, None]
        may &= (gain > 0) | asked
        lines, columns = np.nonzero(may)
        worth = gain[lines, columns].astype(np.float64)
        found.append((lines + start, columns, worth, worth - table[places[lines], columns]))
    if not found:
        return 0
    rows_, columns_, worth_, surplus = (np.concatenate(one) for one in zip(*found, strict=True))
    order = np.lexsort((columns_, rows_, -surplus))[:_MOST_LATE]
    return take_best(ledger, rows_[order], columns_[order], worth_[order])


def _rank(keys: Longs) -> Longs:
    """Return how many of the same key stand before each."""
    order = np.argsort(keys, kind="stable")
    ordered = keys[order]
    first = np.flatnonzero(np.diff(ordered, prepend=-1))
    counts = np.diff(np.append(first, len(keys)))
    rank = np.empty(len(keys), dtype=np.int64)
    rank[order] = np.arange(len(keys)) - np.repeat(first, counts)
    return rank


def _sum_so_far(keys: Longs, amounts: Longs) -> Longs:
    """Return the sum of the amounts of the same key up to and with each."""
    order = np.argsort(keys, kind="stable")
    total = np.cumsum(amounts[order])
    first = np.flatnonzero(np.diff(keys[order], prepend=-1))
    counts = np.diff(np.append(first, len(keys)))
    before = np.concatenate([[0], total])[first]
    found = np.empty(len(keys), dtype=np.int64)
    found[order] = total - np.repeat(before, counts)
    return found

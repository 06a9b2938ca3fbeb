"""The pairs that given prices leave in question, gathered block by block."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from models.allocation.national.remaining import BLOCK_ROWS, Remaining

__all__ = ["NearPairs", "near_pairs"]

Floats = npt.NDArray[np.float64]
Longs = npt.NDArray[np.int64]

# A row keeps so many pairs beyond what it may get; the proof looks at all pairs again.
_SPARE = 40


@dataclass(frozen=True, slots=True)
class NearPairs:
    """Pairs by cooperative and then offer.

    Attributes
    ----------
    rows, columns : ndarray of int, shape (n_pairs,)
    cells : ndarray of int, shape (n_pairs,)
        Position in the table by district and offer, row by row.
    gain : ndarray of shape (n_pairs,)
    lines : ndarray of int, shape (n_pairs,)
        Position of the row among ``most``.
    most : ndarray of int, shape (n_lines,)
        At most so many pairs of each row that has any.
    teams : ndarray of int, shape (n_pairs,)
        Number of its cooperative's exclusive group among the groups met here, -1 without one.
    n_teams : int
    """

    rows: Longs
    columns: Longs
    cells: Longs
    gain: Floats
    lines: Longs
    most: Longs
    teams: Longs
    n_teams: int


def near_pairs(
    part: Remaining,
    table: Floats,
    margin: float,
    *,
    rows: Longs | None = None,
    block_rows: int = BLOCK_ROWS,
) -> NearPairs:
    """Return the usable pairs whose gain is more than their price less a margin.

    Parameters
    ----------
    part : Remaining
    table : ndarray of shape (n_districts + 1, n_offers)
        What a pair pays.
    margin : float
        At least 0, in units of value.
    rows : ndarray of int, optional
        Cooperatives looked at; all by default.
    block_rows : int
        Changes nothing but time and memory.
    """
    all_rows = np.arange(len(part.most)) if rows is None else rows
    n_offers = table.shape[1]
    keep = min(int(part.most.max(initial=0)) + _SPARE, n_offers)
    found: list[tuple[Longs, Longs, Floats]] = []
    for start in range(0, max(len(all_rows), 1), block_rows):
        block = all_rows[start : start + block_rows]
        where: slice | Longs = slice(start, start + len(block)) if rows is None else block
        gain = part.gain(where)
        surplus = gain - table[part.place_of[where]]
        np.copyto(surplus, -np.inf, where=~part.usable[where])
        wanted = surplus > -margin
        crowded = np.flatnonzero(wanted.sum(axis=1) > keep)
        if len(crowded):
            # among equals each row keeps others, so that no offer is left without takers
            key = surplus[crowded] + _shuffled(block[crowded], n_offers, margin)
            edge = np.partition(key, n_offers - keep, axis=1)[:, n_offers - keep]
            wanted[crowded] &= key >= edge[:, None]
        lines, columns = np.nonzero(wanted)
        found.append((block[lines], columns, gain[lines, columns].astype(np.float64)))
    pair_rows, columns, gains = (np.concatenate(parts) for parts in zip(*found, strict=True))
    first = np.diff(pair_rows, prepend=-1) > 0
    owners, lines = pair_rows[first], np.cumsum(first) - 1
    teams, n_teams = _teams(part, pair_rows, columns)
    return NearPairs(
        rows=pair_rows,
        columns=columns,
        cells=part.place_of[pair_rows] * n_offers + columns,
        gain=gains,
        lines=lines,
        most=part.most[owners],
        teams=teams,
        n_teams=n_teams,
    )


def _shuffled(rows: Longs, n_offers: int, margin: float) -> Floats:
    """Return numbers from 0 to the margin that look random, the same for the same pair each time."""
    if not np.isfinite(margin):
        return np.zeros((len(rows), n_offers))
    mixed = (rows[:, None] * 2_654_435_761 + np.arange(n_offers) * 40_503_007 + 12_345) % 1_000_003
    found: Floats = margin * (mixed / 1_000_003)
    return found


def _teams(part: Remaining, rows: Longs, columns: Longs) -> tuple[Longs, int]:
    """Give each exclusive group of each cooperative a number of its own."""
    group = part.problem.rooms.group_of[columns]
    teams = np.full(len(rows), -1, dtype=np.int64)
    grouped = np.flatnonzero(group >= 0)
    if not len(grouped):
        return teams, 0
    size = int(part.problem.rooms.group_of.max()) + 1
    known, numbers = np.unique(rows[grouped] * size + group[grouped], return_inverse=True)
    teams[grouped] = numbers
    return teams, len(known)

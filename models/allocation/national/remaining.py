"""What is left to decide once the pairs that are locked or held back have taken their places."""

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from models.allocation.problem import (
    HELD,
    LOCKED,
    OPEN,
    UNKNOWN,
    UNLIMITED,
    AllocationProblem,
)

__all__ = ["BLOCK_ROWS", "Remaining", "remaining", "usable_pairs"]

Longs = npt.NDArray[np.int64]
Marks = npt.NDArray[np.bool_]

BLOCK_ROWS = 4096
"""Rows looked at together: small enough to stay in a processor's cache, large enough for NumPy."""


@dataclass(frozen=True, slots=True)
class Remaining:
    """The open part of a problem.

    Cooperatives in no known district have the place ``n_districts``, a last one without limits of its own.

    Attributes
    ----------
    problem : AllocationProblem
    usable : ndarray of bool, shape (n_cooperatives, n_offers)
        Open pairs that fit by themselves into what is left.
    taken : ndarray of bool, shape (n_cooperatives, n_offers)
        Pairs locked or held back.
    place_of : ndarray of int, shape (n_cooperatives,)
    most : ndarray of int, shape (n_cooperatives,)
        So many more each.
    have : ndarray of int, shape (n_cooperatives, n_resources)
        Room left; ``UNKNOWN`` does not limit.
    city_left, city_least : ndarray of int, shape (n_offers,)
        Places left, and so many more at least.
    cell_left : ndarray of int, shape (n_districts + 1, n_offers)
        Places left by district and offer.
    district_least, district_budget_idr : ndarray of int, shape (n_districts + 1,)
    city_budget_idr : int
    fixed_gain : int
        What the locked pairs add to the objective, less the price of the whole plan before.
    """

    problem: AllocationProblem
    usable: Marks
    taken: Marks
    place_of: Longs
    most: Longs
    have: Longs
    city_left: Longs
    city_least: Longs
    cell_left: Longs
    district_least: Longs
    district_budget_idr: Longs
    city_budget_idr: int
    fixed_gain: int

    @property
    def has_budgets(self) -> bool:
        """Whether the city's budget or a district's is limited."""
        return min(self.city_budget_idr, int(self.district_budget_idr.min())) < UNLIMITED

    def gain(self, at: slice | npt.NDArray[np.integer] | tuple[Any, Any]) -> npt.NDArray[np.integer]:
        """Return what choosing some pairs adds to the objective.

        Parameters
        ----------
        at : slice, ndarray of int or tuple
            Where the pairs are: some rows, or rows and columns as an array of pairs is indexed.
        """
        problem = self.problem
        value: npt.NDArray[np.integer] = problem.value[at]
        if problem.stability is None or problem.stability.change_price == 0:
            return value
        return value.astype(np.int64) + problem.stability.change_price * problem.stability.previous[at]

    def surplus(self, table: npt.NDArray[np.float64], rows: Longs, columns: Longs) -> npt.NDArray[np.float64]:
        """Return what each of some pairs leaves where a pair pays what ``table`` says; shape (n_pairs,)."""
        found: npt.NDArray[np.float64] = self.gain((rows, columns)) - table[self.place_of[rows], columns]
        return found

    def counts(self) -> tuple[Longs, Longs]:
        """Return how many pairs could be given at most: by district and offer, and by district.

        Returns
        -------
        ndarray of int, shape (n_districts + 1, n_offers)
            No more than there are usable pairs, and places left in the district.
        ndarray of int, shape (n_districts + 1,)
            No more than its cooperatives may hold between them.
        """
        cells = np.zeros(self.cell_left.shape, dtype=np.int64)
        for place in range(len(cells)):
            cells[place] = self.usable[self.place_of == place].sum(axis=0)
        own = np.minimum(self.usable.sum(axis=1), self.most.clip(min=0))
        rooms = np.bincount(self.place_of, weights=own, minlength=len(cells)).astype(np.int64)
        return np.minimum(cells, self.cell_left), rooms

    def worth(self, rows: Longs, columns: Longs) -> tuple[int, int]:
        """Return the value of some pairs, and what they add to the objective."""
        value = int(self.problem.value[rows, columns].sum(dtype=np.int64))
        return value, int(self.gain((rows, columns)).sum(dtype=np.int64))


def remaining(problem: AllocationProblem) -> Remaining:
    """Let locked and held pairs take their places; what they exceed shows as less than nothing left."""
    n_districts = len(problem.districts)
    place_of = np.where(problem.district_of < 0, n_districts, problem.district_of).astype(np.int64)
    taken = (problem.state == LOCKED) | (problem.state == HELD)
    rows, columns = np.nonzero(taken)
    count = np.zeros((n_districts + 1, len(problem.offer_ids)), dtype=np.int64)
    np.add.at(count, (place_of[rows], columns), 1)
    cost = problem.fairness.cost_idr[columns]
    spent = np.zeros(n_districts + 1, dtype=np.int64)
    np.add.at(spent, place_of[rows], cost)
    quotas, fairness = problem.quotas, problem.fairness
    most = problem.rooms.most - np.bincount(rows, minlength=len(place_of))
    have = _room_left(problem, rows, columns)
    city_left = _less(quotas.city_left, count.sum(axis=0))
    cell_left = _less(_with_last(quotas.district_left, UNLIMITED), count)
    part = Remaining(
        problem=problem,
        usable=np.zeros_like(taken),
        taken=taken,
        place_of=place_of,
        most=most,
        have=have,
        city_left=city_left,
        city_least=np.maximum(quotas.city_minimum - count.sum(axis=0), 0),
        cell_left=cell_left,
        district_least=np.maximum(_with_last(fairness.district_minimum, 0) - count.sum(axis=1), 0),
        district_budget_idr=_less(_with_last(fairness.district_budget_idr, UNLIMITED), spent),
        city_budget_idr=int(_less(np.array([fairness.city_budget_idr]), spent.sum())[0]),
        fixed_gain=_fixed_gain(problem, rows, columns),
    )
    part.usable[:] = usable_pairs(part, np.arange(len(place_of)))
    return part


def usable_pairs(part: Remaining, rows: Longs, columns: slice = slice(None)) -> Marks:
    """Mark the open pairs of some cooperatives that fit by themselves into what is left.

    Parameters
    ----------
    part : Remaining
        Its own marks are not looked at.
    rows : ndarray of int, shape (n_rows,)
    columns : slice
        The offers looked at, one after the other.

    Returns
    -------
    ndarray of bool, shape (n_rows, n_columns)
    """
    problem, rooms = part.problem, part.problem.rooms
    found: Marks = problem.state[:, columns][rows] == OPEN
    found &= (part.most[rows] > 0)[:, None] & (part.city_left[columns] > 0)[None, :]
    cell_left = part.cell_left[:, columns]
    if (cell_left <= 0).any():
        found &= (cell_left > 0)[part.place_of[rows]]
    limited = rooms.have[rows] != UNKNOWN
    for resource in np.flatnonzero(limited.any(axis=0)):
        uses = rooms.uses[None, columns, resource]
        fits = (uses != UNKNOWN) & (uses <= part.have[rows, resource, None])
        found &= fits | ~limited[:, resource, None]
    taken = part.taken[rows]
    for line in np.flatnonzero(taken.any(axis=1)):
        groups = rooms.group_of[taken[line]]
        found[line] &= ~np.isin(rooms.group_of[columns], groups[groups >= 0])
    line_of = np.full(len(part.most), -1, dtype=np.int64)
    line_of[rows] = np.arange(len(rows))
    begin, end, _ = columns.indices(len(part.city_left))
    apart = problem.quotas.apart
    offer, first, second = apart[(apart[:, 0] >= begin) & (apart[:, 0] < end)].T
    for one, other in ((first, second), (second, first)):
        near = part.taken[one, offer] & (line_of[other] >= 0)
        found[line_of[other[near]], offer[near] - begin] = False
    return found


def _less(limit: npt.NDArray[np.integer], used: npt.NDArray[np.integer] | np.integer) -> Longs:
    """Take away from limits; what is unlimited stays so."""
    limit = limit.astype(np.int64)
    found: Longs = np.where(limit >= UNLIMITED, UNLIMITED, limit - used)
    return found


def _with_last(limit: npt.NDArray[np.integer], last: int) -> Longs:
    """Append the place of those in no known district."""
    end = np.full((1, *limit.shape[1:]), last, dtype=np.int64)
    found: Longs = np.concatenate([limit.astype(np.int64), end])
    return found


def _room_left(problem: AllocationProblem, rows: Longs, columns: Longs) -> Longs:
    have = problem.rooms.have.astype(np.int64).copy()
    uses = np.where(problem.rooms.uses == UNKNOWN, 0, problem.rooms.uses).astype(np.int64)
    for resource in range(have.shape[1]):
        used = np.bincount(rows, weights=uses[columns, resource], minlength=len(have)).astype(np.int64)
        limited = have[:, resource] != UNKNOWN
        have[limited, resource] -= used[limited]
    return have


def _fixed_gain(problem: AllocationProblem, rows: Longs, columns: Longs) -> int:
    locked = problem.state[rows, columns] == LOCKED
    rows, columns = rows[locked], columns[locked]
    total = int(problem.value[rows, columns].sum(dtype=np.int64))
    if problem.stability is not None:
        kept = int(np.count_nonzero(problem.stability.previous[rows, columns]))
        before = int(np.count_nonzero(problem.stability.previous))
        total += problem.stability.change_price * (kept - before)
    return total

"""Places, room and budget as pairs take them and give them back."""

import numpy as np
import numpy.typing as npt

from models.allocation.national.remaining import Remaining
from models.allocation.problem import UNKNOWN, UNLIMITED

__all__ = ["Ledger"]

Longs = npt.NDArray[np.int64]
Marks = npt.NDArray[np.bool_]


class Ledger:
    """What is left of every limit; each pair taken keeps all of them.

    Attributes
    ----------
    part : Remaining
    taken : ndarray of bool, shape (n_cooperatives, n_offers)
        Pairs taken here; those locked or held are not among them.
    takers : ndarray of bool, shape (n_offers, n_cooperatives)
        The same, an offer's in one piece of memory.
    most, have, city_left, cell_left, district_budget_idr, city_budget_idr
        What is left, as in ``Remaining``.
    near : dict
        By offer and cooperative: those that stand too near for both to take the offer.
    asked : ndarray of bool, shape (n_cooperatives,), or None
        Who has to get something; kept by ``minimums``.
    journal : list of (int, int, bool)
        Single moves so far: row, column, whether taken.
    total_value, total_gain : int
        Value of the pairs taken, and what they add to the objective.
    city_short, district_short : ndarray of int
        So many pairs are missing from the minimums; below 0 where more than enough are taken.
    """

    def __init__(self, part: Remaining) -> None:
        self.part = part
        rooms = part.problem.rooms
        self.uses = np.where(rooms.uses == UNKNOWN, 0, rooms.uses).astype(np.int64)
        self.limits_room = rooms.have != UNKNOWN
        self.cost = part.problem.fairness.cost_idr.astype(np.int64)
        self.group_of = rooms.group_of
        self.near: dict[tuple[int, int], list[int]] = {}
        for column, first, second in part.problem.quotas.apart.tolist():
            self.near.setdefault((column, first), []).append(second)
            self.near.setdefault((column, second), []).append(first)
        self.taken: Marks = np.zeros(part.usable.shape, dtype=np.bool_)
        self.takers: Marks = np.zeros(part.usable.shape[::-1], dtype=np.bool_)
        self.journal: list[tuple[int, int, bool]] = []
        self.asked: Marks | None = None
        self.clear()

    def clear(self) -> None:
        """Give everything back."""
        part = self.part
        self.taken[:] = False
        self.takers[:] = False
        self.journal.clear()
        self.most = part.most.copy()
        self.have = part.have.copy()
        self.city_left = part.city_left.copy()
        self.cell_left = part.cell_left.copy()
        self.district_budget_idr = part.district_budget_idr.copy()
        self.city_budget_idr = part.city_budget_idr
        self.city_short = part.city_least.copy()
        self.district_short = part.district_least.copy()
        self.total_value = self.total_gain = 0

    def fits(self, row: int, column: int) -> bool:
        """Whether a pair may be taken now, all limits kept."""
        place = self.part.place_of[row]
        return bool(
            self.most[row] > 0
            and self.city_left[column] > 0
            and self.part.usable[row, column]
            and not self.taken[row, column]
            and self.cell_left[place, column] > 0
            and self.cost[column] <= self.district_budget_idr[place]
            and self.cost[column] <= self.city_budget_idr
            and self.rival(row, column) < 0
            and self._has_room(row, column)
            and not self.crowded(row, column)
        )

    def rival(self, row: int, column: int) -> int:
        """Return the offer of the same exclusive group that the cooperative has taken; -1 for none."""
        group = self.group_of[column]
        if group < 0:
            return -1
        found = np.flatnonzero(self.taken[row] & (self.group_of == group))
        return int(found[0]) if len(found) else -1

    def crowded(self, row: int, column: int) -> bool:
        """Whether one that stands too near has taken the offer."""
        return any(self.taken[other, column] for other in self.near.get((column, row), ()))

    def take(self, row: int, column: int) -> None:
        """Take a pair that fits."""
        self._move(row, column, 1)

    def give_back(self, row: int, column: int) -> None:
        """Give a pair back."""
        self._move(row, column, -1)

    def take_all(self, rows: Longs, columns: Longs) -> None:
        """Take many pairs that fit all together."""
        places = self.part.place_of[rows]
        shape = self.cell_left.shape
        count = np.bincount(places * shape[1] + columns, minlength=shape[0] * shape[1]).reshape(shape)
        spent = (count * self.cost).sum(axis=1)
        value, gain = self.part.worth(rows, columns)
        self.total_value += value
        self.total_gain += gain
        self.taken[rows, columns] = True
        self.takers[columns, rows] = True
        self.most -= np.bincount(rows, minlength=len(self.most))
        _lower(self.city_left, count.sum(axis=0))
        _lower(self.cell_left, count)
        _lower(self.district_budget_idr, spent)
        if self.city_budget_idr < UNLIMITED:
            self.city_budget_idr -= int(spent.sum())
        self.city_short -= count.sum(axis=0)
        self.district_short -= count.sum(axis=1)
        if self.limits_room.any():
            used = np.zeros_like(self.have)
            np.add.at(used, rows, self.uses[columns])
            self.have -= np.where(self.limits_room, used, 0)

    def rewind(self, length: int) -> None:
        """Undo the single moves after the first so many of the journal."""
        while len(self.journal) > length:
            row, column, was_taken = self.journal.pop()
            self._move(row, column, -1 if was_taken else 1)
            self.journal.pop()

    def _has_room(self, row: int, column: int) -> bool:
        limited = self.limits_room[row]
        return not limited.any() or bool((self.uses[column] <= self.have[row])[limited].all())

    def _move(self, row: int, column: int, amount: int) -> None:
        place = self.part.place_of[row]
        cost = amount * int(self.cost[column])
        self.taken[row, column] = self.takers[column, row] = amount > 0
        self.journal.append((row, column, amount > 0))
        problem = self.part.problem
        value = amount * int(problem.value[row, column])
        self.total_value += value
        self.total_gain += value
        if problem.stability is not None and problem.stability.previous[row, column]:
            self.total_gain += amount * problem.stability.change_price
        self.most[row] -= amount
        if self.city_left[column] < UNLIMITED:
            self.city_left[column] -= amount
        if self.cell_left[place, column] < UNLIMITED:
            self.cell_left[place, column] -= amount
        if self.district_budget_idr[place] < UNLIMITED:
            self.district_budget_idr[place] -= cost
        if self.city_budget_idr < UNLIMITED:
            self.city_budget_idr -= cost
        self.city_short[column] -= amount
        self.district_short[place] -= amount
        if self.have.shape[1]:
            self.have[row] -= np.where(self.limits_room[row], amount * self.uses[column], 0)


def _lower(left: Longs, used: Longs) -> None:
    """Take what is used away; what is unlimited stays so."""
    np.subtract(left, used, out=left, where=left < UNLIMITED)

"""One pair taken in exchange for the weakest pairs that stand in its way."""

import numpy as np
import numpy.typing as npt

from models.allocation.national.ledger import Ledger

__all__ = ["Exchange"]

Floats = npt.NDArray[np.float64]
Longs = npt.NDArray[np.int64]
Pair = tuple[int, int]

# City, district, budget, group, room: one pair each stands in the way at most.
_MOST_GIVEN = 5


class Exchange:
    """Moves on a ledger at given prices.

    Parameters
    ----------
    ledger : Ledger
    table : ndarray of shape (n_districts + 1, n_offers)
        What a pair pays: its surplus is its gain less that.
    least : float
        What an exchange that no minimum asks for has to gain, so that a chain of them ends.
    """

    def __init__(self, ledger: Ledger, table: Floats, least: float = 0.0) -> None:
        self.ledger = ledger
        self.table = table
        self.least = least
        place_of = ledger.part.place_of
        order = np.argsort(place_of, kind="stable")
        ends = np.searchsorted(place_of[order], np.arange(len(table) + 1))
        self._rows_in = [order[ends[place] : ends[place + 1]] for place in range(len(table))]
        self._one_each = ledger.part.problem.fairness.one_each

    def rows_in(self, place: int) -> Longs:
        """Return the cooperatives of a district."""
        return self._rows_in[place]

    def move(self, row: int, place: int) -> None:
        """Count a cooperative in another district."""
        self._rows_in = [rows[rows != row] if row in rows else rows for rows in self._rows_in]
        self._rows_in[place] = np.append(self._rows_in[place], row)

    def surplus(self, row: int) -> Floats:
        """Return each offer's surplus for one cooperative; minus infinity where it cannot be chosen."""
        part = self.ledger.part
        found = part.gain(np.array([row]))[0] - self.table[part.place_of[row]]
        return np.where(part.usable[row], found, -np.inf)

    def surplus_of(self, column: int, rows: Longs) -> Floats:
        """Return one offer's surplus for some cooperatives."""
        part = self.ledger.part
        gain = part.gain(rows)[:, column] if len(rows) < len(part.most) // 64 else part.gain_by(column)[rows]
        found: Floats = gain - self.table[part.place_of[rows], column]
        return found

    def take(self, row: int, column: int, *, elsewhere: bool = False) -> list[Pair] | None:
        """Take a pair, giving back what stands in its way.

        Parameters
        ----------
        row, column : int
        elsewhere : bool
            Whether what is given back must lie in other districts, so that this one gains a pair.

        Returns
        -------
        list of (int, int) or None
            Pairs given back; ``None`` where the pair cannot be had, and then nothing has changed.
        """
        ledger = self.ledger
        if not ledger.part.usable[row, column] or ledger.taken[row, column]:
            return None
        given: list[Pair] = []
        for _ in range(_MOST_GIVEN + 1):
            if ledger.fits(row, column):
                ledger.take(row, column)
                return given
            weakest = self._weakest(row, column, elsewhere=elsewhere)
            if weakest is None:
                break
            ledger.give_back(*weakest)
            given.append(weakest)
        self.undo(given)
        return None

    def undo(self, given: list[Pair]) -> None:
        """Take back what was given back, the last one first."""
        for pair in reversed(given):
            self.ledger.take(*pair)

    def spare(self, row: int, column: int, *, place: int, keeper: int) -> bool:
        """Whether a pair can go without a minimum failing.

        Parameters
        ----------
        row, column : int
        place : int
            The district that gains a pair in return.
        keeper : int
            The cooperative that does.
        """
        ledger, part = self.ledger, self.ledger.part
        own = int(part.place_of[row])
        enough = own == place or part.district_least[own] == 0 or ledger.district_short[own] < 0
        enough = enough and (part.city_least[column] == 0 or ledger.city_short[column] < 0)
        if enough and self._one_each and row != keeper:
            return int(ledger.taken[row].sum() + part.taken[row].sum()) > 1
        return bool(enough)

    def _weakest(self, row: int, column: int, *, elsewhere: bool) -> Pair | None:
        """Return the pair of least surplus that stands in the way and can be spared."""
        part = self.ledger.part
        place = int(part.place_of[row])
        rows, columns = self._in_the_way(row, column)
        if elsewhere:
            away = part.place_of[rows] != place
            rows, columns = rows[away], columns[away]
        problem = part.problem
        worth = problem.value[rows, columns].astype(np.float64)
        if problem.stability is not None:
            worth += problem.stability.change_price * problem.stability.previous[rows, columns]
        worth -= self.table[part.place_of[rows], columns]
        for one in np.argsort(worth, kind="stable").tolist():
            pair = int(rows[one]), int(columns[one])
            if self.spare(*pair, place=place, keeper=row):
                return pair
        return None

    def _in_the_way(self, row: int, column: int) -> tuple[Longs, Longs]:
        """Return the pairs of which one has to go first.

        A full cell comes before a full offer, a rival of its group before the cooperative's own room: one
        pair given back may do for both.
        """
        ledger, place = self.ledger, self.ledger.part.place_of[row]
        rival, cost = ledger.rival(row, column), ledger.cost[column]
        if rival >= 0:
            return np.array([row]), np.array([rival])
        if ledger.cell_left[place, column] <= 0:
            found = self._holders(column, self._rows_in[place])
        elif ledger.crowded(row, column):
            found = self._holders(column, np.array(ledger.near[column, row]))
        elif ledger.city_left[column] <= 0:
            rows = np.flatnonzero(ledger.taken[:, column])
            found = rows, np.full(len(rows), column)
        elif cost > ledger.district_budget_idr[place]:
            found = self._costing(cost - ledger.district_budget_idr[place], self._rows_in[place])
        elif cost > ledger.city_budget_idr:
            found = self._costing(cost - ledger.city_budget_idr, None)
        else:
            columns = np.flatnonzero(ledger.taken[row])
            found = np.full(len(columns), row), columns
        return found

    def _holders(self, column: int, rows: Longs) -> tuple[Longs, Longs]:
        found = rows[self.ledger.taken[rows, column]]
        return found, np.full(len(found), column)

    def _costing(self, least: int, among: Longs | None) -> tuple[Longs, Longs]:
        lines, columns = np.nonzero(self.ledger.taken if among is None else self.ledger.taken[among])
        rows = lines if among is None else among[lines]
        enough = self.ledger.cost[columns] >= least
        return rows[enough], columns[enough]

"""The pairs that stand in the way of another, those first that are least worth at given prices."""

from collections.abc import Iterator, Sequence

import numpy as np
import numpy.typing as npt

from models.allocation.national.ledger import Ledger
from models.allocation.national.weakest_first import WeakestFirst

__all__ = ["InTheWay"]

Longs = npt.NDArray[np.int64]
Pair = tuple[int, int]


class InTheWay:
    """What has to go, one pair at a time, before a pair fits.

    Parameters
    ----------
    ledger : Ledger
    table : ndarray of shape (n_districts + 1, n_offers)
        What a pair pays.
    rows_in : sequence of ndarray of int
        The cooperatives of each district.
    everywhere : WeakestFirst, optional
        All pairs in order, for the city's budget; without it they are looked through each time.
    """

    def __init__(
        self,
        ledger: Ledger,
        table: npt.NDArray[np.float64],
        rows_in: Sequence[Longs],
        everywhere: WeakestFirst | None = None,
    ) -> None:
        self._ledger = ledger
        self._table = table
        self._rows_in = rows_in
        self._everywhere = everywhere

    def pairs(self, row: int, column: int) -> Iterator[Pair]:
        """Yield the pairs of which one has to go first, the least worth first.

        A full cell comes before a full offer, a rival of its group before the cooperative's own room: one
        pair given back may do for both.
        """
        ledger, place = self._ledger, self._ledger.part.place_of[row]
        rival, cost = ledger.rival(row, column), int(ledger.cost[column])
        in_district = int(ledger.district_budget_idr[place])
        if rival >= 0:
            found: Iterator[Pair] = iter([(row, rival)])
        elif ledger.cell_left[place, column] <= 0:
            found = self._holders(column, self._rows_in[place])
        elif ledger.crowded(row, column):
            found = self._holders(column, np.array(ledger.near[column, row]))
        elif ledger.city_left[column] <= 0:
            found = self._holders(column, np.flatnonzero(ledger.takers[column]))
        elif cost > in_district:
            found = self._costing(cost - in_district, self._rows_in[place])
        elif cost <= ledger.city_budget_idr:
            columns = np.flatnonzero(ledger.taken[row])
            found = self._in_order(np.full(len(columns), row), columns)
        elif self._everywhere is not None:
            found = self._everywhere.pairs(cost - ledger.city_budget_idr)
        else:
            found = self._costing(cost - ledger.city_budget_idr, None)
        return found

    def _holders(self, column: int, rows: Longs) -> Iterator[Pair]:
        found = rows[self._ledger.takers[column, rows]]
        return self._in_order(found, np.full(len(found), column))

    def _costing(self, least: int, among: Longs | None) -> Iterator[Pair]:
        lines, columns = np.nonzero(self._ledger.taken if among is None else self._ledger.taken[among])
        rows = lines if among is None else among[lines]
        enough = self._ledger.cost[columns] >= least
        return self._in_order(rows[enough], columns[enough])

    def _in_order(self, rows: Longs, columns: Longs) -> Iterator[Pair]:
        order = np.argsort(self._ledger.part.surplus(self._table, rows, columns), kind="stable")
        return zip(rows[order].tolist(), columns[order].tolist(), strict=True)

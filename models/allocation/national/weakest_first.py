"""All pairs of a plan, the least worth first, kept in order as single pairs move."""

from collections.abc import Iterator

import numpy as np
import numpy.typing as npt

from models.allocation.national.ledger import Ledger
from models.allocation.national.pair_list import moved_pairs

__all__ = ["WeakestFirst"]

Longs = npt.NDArray[np.int64]

_CHUNK = 256


class WeakestFirst:
    """Pairs by what they leave at given prices: who gives way where a budget of the whole city is spent.

    Parameters
    ----------
    ledger : Ledger
        Moves are read from its journal until ``follow`` is told of them.
    table : ndarray of shape (n_districts + 1, n_offers)
        What a pair pays.
    """

    def __init__(self, ledger: Ledger, table: npt.NDArray[np.float64]) -> None:
        self._ledger = ledger
        self._table = table
        places = np.flatnonzero(ledger.taken)
        worth = self._worth(places)
        order = np.argsort(worth, kind="stable")
        self._places, self._surplus = places[order], worth[order]

    def pairs(self, least_cost_idr: int) -> Iterator[tuple[int, int]]:
        """Yield pairs taken that cost at least so much, the least worth first.

        The order is of the moment in which the first is asked for.
        """
        ledger, width = self._ledger, self._ledger.taken.shape[1]
        moved = moved_pairs(ledger)
        new = self._taken(moved, least_cost_idr)
        worth = self._worth(new)
        order = np.argsort(worth, kind="stable")
        waiting = list(zip(worth[order].tolist(), new[order].tolist(), strict=True))[::-1]
        for start in range(0, len(self._places), _CHUNK):
            part = slice(start, start + _CHUNK)
            places = self._places[part]
            fits = ledger.taken.ravel()[places] & (ledger.cost[places % width] >= least_cost_idr)
            fits &= ~np.isin(places, moved)
            for surplus, place in zip(self._surplus[part][fits].tolist(), places[fits].tolist(), strict=True):
                while waiting and waiting[-1] < (surplus, place):
                    yield divmod(waiting.pop()[1], width)
                yield divmod(place, width)
        while waiting:
            yield divmod(waiting.pop()[1], width)

    def follow(self, moved: Longs) -> None:
        """Put pairs that were moved where they belong now.

        Parameters
        ----------
        moved : ndarray of int, shape (n_moved,)
            As row times n_offers plus column.
        """
        kept = ~np.isin(self._places, moved)
        places, surplus = self._places[kept], self._surplus[kept]
        new = self._taken(moved, 0)
        worth = self._worth(new)
        order = np.lexsort((new, worth))
        new, worth = new[order], worth[order]
        first, last = (np.searchsorted(surplus, worth, side) for side in ("left", "right"))
        ties = zip(first.tolist(), last.tolist(), new.tolist(), strict=True)
        where = [begin + int(np.searchsorted(places[begin:end], place)) for begin, end, place in ties]
        self._places, self._surplus = np.insert(places, where, new), np.insert(surplus, where, worth)

    def _taken(self, places: Longs, least_cost_idr: int) -> Longs:
        ledger = self._ledger
        found: Longs = places[
            ledger.taken.ravel()[places] & (ledger.cost[places % ledger.taken.shape[1]] >= least_cost_idr)
        ]
        return found

    def _worth(self, places: Longs) -> npt.NDArray[np.float64]:
        rows, columns = np.divmod(places, self._ledger.taken.shape[1])
        return self._ledger.part.surplus(self._table, rows, columns)

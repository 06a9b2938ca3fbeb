"""One pair taken in exchange for the weakest pairs that stand in its way."""

import numpy as np
import numpy.typing as npt

from models.allocation.national.by_offer import ByOffer
from models.allocation.national.in_the_way import InTheWay
from models.allocation.national.ledger import Ledger
from models.allocation.national.weakest_first import WeakestFirst

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
    by_offer : ByOffer, optional
        Makes looking at all pairs of one offer cheap; worth its memory where that is done often.
    everywhere : WeakestFirst, optional
        Makes finding the least worth of all pairs cheap, for the city's budget.
    """

    def __init__(
        self,
        ledger: Ledger,
        table: Floats,
        least: float = 0.0,
        *,
        by_offer: ByOffer | None = None,
        everywhere: WeakestFirst | None = None,
    ) -> None:
        self.ledger = ledger
        self.table = table
        self.least = least
        self._by_offer = by_offer
        place_of = ledger.part.place_of
        order = np.argsort(place_of, kind="stable")
        ends = np.searchsorted(place_of[order], np.arange(len(table) + 1))
        self._rows_in = [order[ends[place] : ends[place + 1]] for place in range(len(table))]
        self._in_the_way = InTheWay(ledger, table, self._rows_in, everywhere)
        self._one_each = ledger.part.problem.fairness.one_each
        self._fixed_of = ledger.part.taken.sum(axis=1) if self._one_each else place_of[:0]

    def rows_in(self, place: int) -> Longs:
        """Return the cooperatives of a district."""
        return self._rows_in[place]

    def move(self, row: int, old: int, place: int) -> None:
        """Count a cooperative in another district than the old one."""
        self._rows_in[old] = self._rows_in[old][self._rows_in[old] != row]
        self._rows_in[place] = np.append(self._rows_in[place], row)

    def row_changed(self, row: int) -> None:
        """Take note that values or marks of a cooperative's pairs are others now."""
        if self._by_offer is not None:
            self._by_offer.row_changed(self.ledger.part, row)

    def who_may(self, column: int) -> Longs:
        """Return the cooperatives that may choose an offer and have not taken it."""
        usable = (
            self.ledger.part.usable[:, column] if self._by_offer is None else self._by_offer.usable[column]
        )
        return np.flatnonzero(usable & ~self.ledger.takers[column])

    def surplus(self, row: int) -> Floats:
        """Return each offer's surplus for one cooperative; minus infinity where it cannot be chosen."""
        part = self.ledger.part
        found = part.gain(np.array([row]))[0] - self.table[part.place_of[row]]
        return np.where(part.usable[row], found, -np.inf)

    def all_surplus(self, column: int) -> Floats:
        """Return one offer's surplus for every cooperative; minus infinity where it is taken or cannot be."""
        part, turned = self.ledger.part, self._by_offer
        gain = part.gain((slice(None), column)) if turned is None else turned.gain[column]
        usable = part.usable[:, column] if turned is None else turned.usable[column]
        surplus = gain - self.table[:, column].take(part.place_of)
        return np.where(usable & ~self.ledger.takers[column], surplus, -np.inf)

    def surplus_of(self, column: int, rows: Longs) -> Floats:
        """Return one offer's surplus for some cooperatives."""
        part = self.ledger.part
        if self._by_offer is not None:
            gain = self._by_offer.gain[column].take(rows)
        elif len(rows) < len(part.most) // 64:
            gain = part.gain(rows)[:, column]
        else:
            gain = part.gain((slice(None), column))[rows]
        found: Floats = gain - self.table[:, column].take(part.place_of.take(rows))
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
            return int(part.most[row] - ledger.most[row] + self._fixed_of[row]) > 1
        return bool(enough)

    def _weakest(self, row: int, column: int, *, elsewhere: bool) -> Pair | None:
        """Return the pair of least surplus that stands in the way and can be spared."""
        place_of = self.ledger.part.place_of
        place = int(place_of[row])
        for pair in self._in_the_way.pairs(row, column):
            if elsewhere and place_of[pair[0]] == place:
                continue
            if self.spare(*pair, place=place, keeper=row):
                return pair
        return None

"""The limits that bear a price as one vector, and prices as one table by district and offer."""

from dataclasses import dataclass
from typing import TypeVar

import numpy as np
import numpy.typing as npt

from models.allocation.national.remaining import Remaining
from models.allocation.problem import UNLIMITED

__all__ = ["PricedLimits", "priced_limits"]

Floats = npt.NDArray[np.float64]
Longs = npt.NDArray[np.int64]
Scalar = TypeVar("Scalar", bound=np.generic)


@dataclass(frozen=True, slots=True)
class PricedLimits:
    """Limits of offers, districts and the city; each is a sum over the table of pairs taken.

    The vector of prices holds, in this order: quotas of the city, quotas of districts, minimums of offers,
    minimums of districts, budgets of districts, the city's budget. All prices are at least 0; a minimum's
    is paid out instead of taken in.

    Attributes
    ----------
    shape : tuple of int
        ``(n_districts + 1, n_offers)``.
    city, city_least : ndarray of int
        Offers with such a limit.
    cells : ndarray of int
        Positions in the table, row by row.
    district_least, district_budget : ndarray of int
        Districts with such a limit.
    has_city_budget : bool
    cost : ndarray of shape (n_offers,)
        What a place costs in units of ``cost_unit`` rupiah, so that prices of budgets are of the size of
        other prices.
    cost_unit : float
    level : ndarray of shape (n_limits,)
        The limits themselves, minimums with their sign turned.
    """

    shape: tuple[int, int]
    city: Longs
    cells: Longs
    city_least: Longs
    district_least: Longs
    district_budget: Longs
    has_city_budget: bool
    cost: Floats
    cost_unit: float
    level: Floats

    def parts(self, prices: npt.NDArray[Scalar]) -> tuple[npt.NDArray[Scalar], ...]:
        """Cut a vector of prices into its six kinds."""
        lengths = [len(self.city), len(self.cells), len(self.city_least)]
        lengths += [len(self.district_least), len(self.district_budget)]
        return tuple(np.split(prices, np.cumsum(lengths)))

    def table(self, prices: Floats) -> Floats:
        """Return what a pair pays in each district for each offer; shape ``shape``."""
        city, cells, city_least, district_least, district_budget, city_budget = self.parts(prices)
        of_offer = np.zeros(self.shape[1])
        of_offer[self.city] += city
        of_offer[self.city_least] -= city_least
        if self.has_city_budget:
            of_offer += city_budget[0] * self.cost
        found = np.repeat(of_offer[None, :], self.shape[0], axis=0)
        found.ravel()[self.cells] += cells
        found[self.district_least] -= district_least[:, None]
        found[self.district_budget] += district_budget[:, None] * self.cost
        return found

    def translated(self, other: "PricedLimits", prices: Floats) -> Floats:
        """Return prices of nearly the same limits as prices of these; a limit that is new costs nothing."""
        found = []
        kinds = zip(self._numbers(), other._numbers(), other.parts(prices), strict=True)  # noqa: SLF001
        for mine, known, price in kinds:
            at = np.zeros(max(mine.max(initial=-1), known.max(initial=-1)) + 1)
            at[known] = price
            found.append(at[mine])
        return np.concatenate(found)

    def _numbers(self) -> tuple[Longs, ...]:
        """Return what the limits of each kind belong to."""
        of_city = np.arange(int(self.has_city_budget))
        return self.city, self.cells, self.city_least, self.district_least, self.district_budget, of_city

    def used(self, table: npt.NDArray[np.integer] | Floats) -> Floats:
        """Return what a table of pairs uses of each limit; its transpose to ``table``."""
        of_offer, of_place = table.sum(axis=0), table.sum(axis=1)
        spent = (table * self.cost).sum(axis=1)
        return np.concatenate(
            [
                of_offer[self.city],
                table.ravel()[self.cells],
                -of_offer[self.city_least],
                -of_place[self.district_least],
                spent[self.district_budget],
                [spent.sum()] if self.has_city_budget else [],
            ]
        )

    def curvature(self, table: Floats) -> Floats:
        """Return the same with every weight squared: how much a limit's use answers its own price."""
        of_offer, of_place = table.sum(axis=0), table.sum(axis=1)
        spent = (table * self.cost**2).sum(axis=1)
        return np.concatenate(
            [
                of_offer[self.city],
                table.ravel()[self.cells],
                of_offer[self.city_least],
                of_place[self.district_least],
                spent[self.district_budget],
                [spent.sum()] if self.has_city_budget else [],
            ]
        )


def priced_limits(part: Remaining) -> PricedLimits:
    """Collect the limits that can bind; those of a cooperative are kept without a price."""
    usable = part.usable
    count = np.zeros(part.cell_left.shape, dtype=np.int64)
    for place in range(len(count)):
        count[place] = usable[part.place_of == place].sum(axis=0)
    cost = part.problem.fairness.cost_idr.astype(np.float64)
    unit = float(cost[cost > 0].mean()) if (cost > 0).any() else 1.0
    spendable = (count * cost).sum(axis=1)
    city = np.flatnonzero(part.city_left < count.sum(axis=0))
    cells = np.flatnonzero(part.cell_left < count)
    city_least = np.flatnonzero(part.city_least > 0)
    district_least = np.flatnonzero(part.district_least > 0)
    district_budget = np.flatnonzero(part.district_budget_idr < spendable)
    has_city_budget = part.city_budget_idr < min(spendable.sum(), UNLIMITED)
    level = [
        part.city_left[city],
        part.cell_left.ravel()[cells],
        -part.city_least[city_least],
        -part.district_least[district_least],
        part.district_budget_idr[district_budget] / unit,
        np.array([part.city_budget_idr / unit] if has_city_budget else []),
    ]
    return PricedLimits(
        shape=part.cell_left.shape,
        city=city,
        cells=cells,
        city_least=city_least,
        district_least=district_least,
        district_budget=district_budget,
        has_city_budget=bool(has_city_budget),
        cost=cost / unit,
        cost_unit=unit,
        level=np.concatenate(level).astype(np.float64),
    )

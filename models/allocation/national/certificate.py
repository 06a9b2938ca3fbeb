"""What no plan can be worth more than, at any prices: a sum of whole numbers, without rounding errors."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from models.allocation.national.limits import PricedLimits
from models.allocation.national.remaining import BLOCK_ROWS, Remaining

__all__ = ["Certificate", "best_own", "certified", "prove_again"]

Longs = npt.NDArray[np.int64]

# Prices are whole multiples of 2**-_SHIFT; budgets', which are small per rupiah, of a finer unit still.
_SHIFT_TO = 2**28
_MOST_SHIFT = 20
_BUDGET_SHIFT = 40


@dataclass(frozen=True, slots=True)
class Certificate:
    """A bound and its parts, in units of ``2 ** -shift`` of value.

    The objective of any plan is at most ``fixed_gain`` plus what all limits cost at these prices plus
    ``own`` of every cooperative: what the best set of offers at these prices would leave it. That holds for
    any prices that are not negative; good ones only make it small.

    Attributes
    ----------
    table : ndarray of int, shape (n_districts + 1, n_offers)
        What a pair pays, rounded down.
    own : ndarray of int, shape (n_cooperatives,)
    city_price : ndarray of int, shape (n_offers,)
        Of each place of the city's quota.
    limits_cost : int
        What all limits cost.
    shift : int
    fixed_gain : int
        In units of value.
    """

    table: Longs
    own: Longs
    city_price: Longs
    limits_cost: int
    shift: int
    fixed_gain: int

    @property
    def bound(self) -> int:
        """No plan has a larger objective, in units of value."""
        total = self.limits_cost + int(self.own.sum(dtype=np.int64))
        return self.fixed_gain + (total >> self.shift)


def certified(
    part: Remaining,
    limits: PricedLimits,
    prices: npt.NDArray[np.float64],
    *,
    block_rows: int = BLOCK_ROWS,
) -> Certificate:
    """Prove a bound from prices.

    Rooms, spacing and the wish that each gets something are left out: a bound without them holds with them.

    Parameters
    ----------
    part : Remaining
    limits : PricedLimits
    prices : ndarray of shape (n_limits,)
        Not negative.
    block_rows : int
        Changes nothing but time and memory.
    """
    largest = max(float(np.abs(limits.table(prices)).max(initial=0)), _largest_gain(part, block_rows), 1.0)
    shift = min(max(int(np.floor(np.log2(_SHIFT_TO / largest))), 0), _MOST_SHIFT)
    table, cost = _whole(part, limits, prices, shift)
    own = np.zeros(len(part.most), dtype=np.int64)
    narrow = int(np.abs(table).max(initial=0)) + (int(largest) + 1 << shift) < 2**31
    paid = table.astype(np.int32) if narrow else table
    for start in range(0, len(part.most), block_rows):
        rows = slice(start, start + block_rows)
        gain: npt.NDArray[np.int32 | np.int64] = part.gain(rows).astype(np.int32 if narrow else np.int64)
        surplus = gain * (1 << shift) - paid[part.place_of[rows]]
        np.copyto(surplus, 0, where=~part.usable[rows])
        own[rows] = best_own(surplus, part.most[rows], part.problem.rooms.group_of)
    city_price = np.zeros(table.shape[1], dtype=np.int64)
    city_price[limits.city] = np.round(limits.parts(prices)[0] * 2.0**shift)
    return Certificate(table, own, city_price, cost, shift, part.fixed_gain)


def prove_again(certificate: Certificate, part: Remaining, rows: Longs) -> None:
    """Write anew what some cooperatives' best sets leave, after their pairs have changed."""
    surplus = (part.gain(rows).astype(np.int64) << certificate.shift) - certificate.table[part.place_of[rows]]
    surplus[~part.usable[rows]] = 0
    certificate.own[rows] = best_own(surplus, part.most[rows], part.problem.rooms.group_of)


def best_own(surplus: npt.NDArray[np.integer], most: Longs, group_of: npt.NDArray[np.integer]) -> Longs:
    """Return what the best set of each row leaves; pairs of no surplus are as good as none.

    Parameters
    ----------
    surplus : ndarray of int, shape (n_rows, n_offers)
        Is used up.
    most : ndarray of int, shape (n_rows,)
    group_of : ndarray of int, shape (n_offers,)
        At most one of a group, so that taking the largest first is best.
    """
    lines = np.arange(len(surplus))
    for group in np.unique(group_of[group_of >= 0]):
        columns = np.flatnonzero(group_of == group)
        inside = surplus[:, columns]
        place = inside.argmax(axis=1)
        surplus[:, columns] = 0
        surplus[lines, columns[place]] = inside[lines, place]
    total = np.zeros(len(surplus), dtype=np.int64)
    for taken in range(min(int(most.max(initial=0)), surplus.shape[1])):
        place = surplus.argmax(axis=1)
        best = np.maximum(surplus[lines, place], 0)
        if not best.any():
            break
        total += np.where(most > taken, best, 0)
        surplus[lines, place] = 0
    return total


def _largest_gain(part: Remaining, block_rows: int) -> float:
    largest = 0
    for start in range(0, len(part.most), block_rows):
        gain = part.gain(slice(start, start + block_rows))
        largest = max(largest, int(gain.max(initial=0)), -int(gain.min(initial=0)))
    return float(largest)


def _whole(
    part: Remaining, limits: PricedLimits, prices: npt.NDArray[np.float64], shift: int
) -> tuple[Longs, int]:
    """Round prices to whole units; return what a pair pays, rounded down, and what all limits cost."""
    unit = float(2**shift)
    whole = np.round(np.maximum(prices, 0) * unit).astype(np.int64)
    city, cells, city_least, district_least, _, _ = limits.parts(whole)
    of_offer = np.zeros(limits.shape[1], dtype=np.int64)
    of_offer[limits.city] += city
    of_offer[limits.city_least] -= city_least
    table = np.repeat(of_offer[None, :], limits.shape[0], axis=0)
    table.ravel()[limits.cells] += cells
    table[limits.district_least] -= district_least[:, None]
    cost = _dot(city, part.city_left[limits.city]) + _dot(cells, part.cell_left.ravel()[limits.cells])
    cost -= _dot(city_least, part.city_least[limits.city_least])
    cost -= _dot(district_least, part.district_least[limits.district_least])
    # what a rupiah of a budget costs, in whole units of 2**-(shift + _BUDGET_SHIFT), with Python's integers
    *_, of_district, of_city = limits.parts(np.maximum(prices, 0))
    rupiah = [int(one) for one in part.problem.fairness.cost_idr]
    fine, per_idr = 0, np.zeros(limits.shape[0], dtype=object)
    for place, price in zip(limits.district_budget, of_district, strict=True):
        per_idr[place] = int(price / limits.cost_unit * unit * 2.0**_BUDGET_SHIFT)
        fine += per_idr[place] * int(part.district_budget_idr[place])
    if limits.has_city_budget:
        everywhere = int(of_city[0] / limits.cost_unit * unit * 2.0**_BUDGET_SHIFT)
        per_idr = per_idr + everywhere
        fine += everywhere * part.city_budget_idr
    for place in np.flatnonzero(per_idr):
        price = per_idr[place]
        table[place] += np.array([price * one >> _BUDGET_SHIFT for one in rupiah], dtype=np.int64)
    return table, cost - (-fine >> _BUDGET_SHIFT)


def _dot(prices: Longs, level: Longs) -> int:
    """Sum products as Python's integers, which do not overflow."""
    return sum(int(one) * int(two) for one, two in zip(prices, level, strict=True))

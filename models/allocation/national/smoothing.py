"""Demand at given prices, smoothed: a pair that is just worth its price is wanted by half."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from models.allocation.national.limits import PricedLimits
from models.allocation.national.near import NearPairs

__all__ = ["Demand", "bent", "demanded"]

Floats = npt.NDArray[np.float64]
Longs = npt.NDArray[np.int64]
Marks = npt.NDArray[np.bool_]

_MOST_STEPS = 60
_EXACT = 1e-9


@dataclass(frozen=True, slots=True)
class Demand:
    """What every cooperative takes at given prices, in shares of pairs.

    Each takes the shares, between 0 and 1, of the largest surplus less half the smoothing times their
    squares, at most ``most`` of them and at most one of a group.

    Attributes
    ----------
    share : ndarray of shape (n_pairs,)
    excess : ndarray of shape (n_pairs,)
        Surplus beyond what the cooperative's own limits cost it: at least the smoothing for a pair taken in
        full, below 0 for one left.
    worth : float
        The smoothed dual function, which the best prices make as small as possible.
    slope : ndarray of shape (n_limits,)
        Its gradient: the limits less what is used of them.
    open_pairs : ndarray of int
        Positions of the shares strictly between 0 and 1.
    ties : ndarray of int
        For each of them the own limit that ties its share to others', numbered from 0; -1 for none.
    """

    share: Floats
    excess: Floats
    worth: float
    slope: Floats
    open_pairs: Longs
    ties: Longs


def demanded(near: NearPairs, limits: PricedLimits, prices: Floats, smoothing: float) -> Demand:
    """Return the demand at some prices.

    Parameters
    ----------
    near : NearPairs
    limits : PricedLimits
    prices : ndarray of shape (n_limits,)
    smoothing : float
        Above 0, in units of value.
    """
    surplus = near.gain - limits.table(prices).ravel()[near.cells]
    floor = np.zeros(len(surplus))
    in_team = np.flatnonzero(near.teams >= 0)
    if len(in_team):
        one = np.ones(near.n_teams)
        of_team = _own_price(surplus[in_team], floor[in_team], near.teams[in_team], one, smoothing)
        floor[in_team] = of_team[near.teams[in_team]]
    of_line = _own_price(surplus, floor, near.lines, near.most.astype(np.float64), smoothing)[near.lines]
    level = np.maximum(floor, of_line)
    share = np.clip((surplus - level) / smoothing, 0, 1)
    table = np.bincount(near.cells, weights=share, minlength=limits.shape[0] * limits.shape[1])
    worth = (limits.level * prices).sum() + (share * surplus).sum() - smoothing / 2 * (share**2).sum()
    open_pairs = np.flatnonzero((share > 0) & (share < 1))
    by_line, by_team = of_line[open_pairs], floor[open_pairs]
    # numbers of teams follow those of lines
    tie = np.where(by_team > by_line, len(near.most) + near.teams[open_pairs], near.lines[open_pairs])
    tie[np.maximum(by_line, by_team) <= 0] = -1
    return Demand(
        share=share,
        excess=surplus - level,
        worth=float(worth),
        slope=limits.level - limits.used(table.reshape(limits.shape)),
        open_pairs=open_pairs,
        ties=_numbered(tie),
    )


def bent(
    demand: Demand, near: NearPairs, limits: PricedLimits, direction: Floats, smoothing: float
) -> Floats:
    """Return how the gradient changes along a direction of prices: the second derivative times it."""
    cells, ties = near.cells[demand.open_pairs], demand.ties
    change = limits.table(direction).ravel()[cells]
    tied = ties >= 0
    if tied.any():
        numbers = ties[tied]
        count = np.bincount(numbers)
        change[tied] -= (np.bincount(numbers, weights=change[tied]) / count)[numbers]
    table = np.bincount(cells, weights=change, minlength=limits.shape[0] * limits.shape[1])
    return limits.used(table.reshape(limits.shape)) / smoothing


def _numbered(tie: Longs) -> Longs:
    found = np.full(len(tie), -1, dtype=np.int64)
    tied = tie >= 0
    found[tied] = np.unique(tie[tied], return_inverse=True)[1]
    return found


def _own_price(surplus: Floats, floor: Floats, owner: Longs, most: Floats, smoothing: float) -> Floats:
    """Return for each owner the least price at which it wants no more than it may have.

    The price replaces the floor where it is higher.
    """
    price = np.zeros(len(most))
    wanted = np.bincount(owner, weights=np.clip((surplus - floor) / smoothing, 0, 1), minlength=len(most))
    live = np.flatnonzero(wanted > most)
    mine = np.flatnonzero((wanted > most)[owner])
    owner, surplus, floor, most = np.searchsorted(live, owner[mine]), surplus[mine], floor[mine], most[live]
    # without a floor the price lies between the last surplus that has room and that less the smoothing
    high = _last_with_room(surplus, owner, most)
    low, found = np.zeros(len(most)), np.maximum(high - smoothing, 0)
    for _ in range(_MOST_STEPS):
        share = (surplus - np.maximum(floor, found[owner])) / smoothing
        extra = np.bincount(owner, weights=np.clip(share, 0, 1), minlength=len(most)) - most
        low, high = np.where(extra > 0, found, low), np.where(extra > 0, high, found)
        answers = (share > 0) & (share < 1) & (found[owner] >= floor)
        slope = np.bincount(owner, weights=answers, minlength=len(most))
        # a Newton step, exact on a straight piece, and a halving where it leads astray
        step = found + smoothing * extra / np.maximum(slope, 0.5)
        going = np.abs(extra) > _EXACT
        price[live[~going]] = found[~going]
        found = np.where((step > low) & (step < high), step, (low + high) / 2)
        if not going.any():
            break
        kept = going[owner]
        owner = (np.cumsum(going) - 1)[owner[kept]]
        surplus, floor = surplus[kept], floor[kept]
        live, most = live[going], most[going]
        low, high, found = low[going], high[going], found[going]
    else:
        price[live] = found
    return price


def _last_with_room(surplus: Floats, owner: Longs, most: Floats) -> Floats:
    """Return for each owner the surplus of which there are as many as it may have, largest first."""
    if not len(most):
        return np.zeros(0)
    if (np.diff(owner) < 0).any():
        # owners of one each, met in any order
        largest = np.zeros(len(most))
        np.maximum.at(largest, owner, surplus)
        return largest
    count = np.bincount(owner, minlength=len(most))
    place = np.arange(len(owner)) - np.repeat(np.cumsum(count) - count, count)
    wide = np.full((len(most), int(count.max())), -np.inf)
    wide[owner, place] = surplus
    wide.sort(axis=1)
    found: Floats = np.maximum(wide[np.arange(len(most)), wide.shape[1] - most.astype(np.int64)], 0)
    return found

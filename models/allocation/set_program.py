"""The plan as a choice of one set for each cooperative: what they share is all that is left to decide."""

import math
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
from scipy.sparse import csc_array, csr_array

from models.allocation.own_sets import OwnSets
from models.allocation.rows_of_limits import LimitRow, stacked
from models.allocation.set_linear import SetLinear
from models.allocation.set_search import NearSets

__all__ = ["SetProgram"]

Longs = npt.NDArray[np.int64]

# Prices and what is reckoned from them are whole numbers of fractions of a unit, 2**-shift: sums over them
# are exact, so that a bound is one whatever a solver's tolerances are.
_LARGEST_SHIFT = 30
# So many times the worth of all may prices add up to.
_ROOM_FOR_PRICES = 2.0**10
_LARGEST_SUM = 2.0**61
_NONE_LEFT = np.iinfo(np.int64).min


class SetProgram:
    """Prices and bounds over sets.

    Parameters
    ----------
    gain : ndarray of int, shape (n_pairs,)
        What each pair adds.
    sets : OwnSets
    shared : sequence of LimitRow
        Limits between cooperatives.
    """

    def __init__(self, gain: Longs, sets: OwnSets, shared: Sequence[LimitRow]) -> None:
        self._sets = sets
        self._gain = gain
        self._n_owners = len(sets.first)
        self.n_shared = len(shared)
        scales = np.array([math.gcd(*map(int, row.weights)) or 1 for row in shared], dtype=np.int64)
        signs = np.array([1 if row.sense == "<=" else -1 for row in shared], dtype=np.int64)
        weights, members, ends = stacked(shared)
        data = weights // np.repeat(scales, np.diff(ends)) * np.repeat(signs, np.diff(ends))
        shape = (len(shared), len(gain))
        self._shared = csc_array(csr_array((data, members, ends), shape=shape))
        limits = np.array([row.limit for row in shared], dtype=np.int64)
        # pairs sum to whole multiples of the scale, so that a limit may be cut down to one
        at_most = limits // scales
        at_least = -(-limits // scales)
        self.limits: Longs = np.where(signs > 0, at_most, -at_least)
        self.worth: Longs = self._summed(gain)
        total = max(float(np.abs(self.worth).max(initial=0)), 1.0) * max(self._n_owners, 1)
        self.shift = int(
            np.clip(math.floor(math.log2(_LARGEST_SUM / total / _ROOM_FOR_PRICES)), 0, _LARGEST_SHIFT)
        )

    def reduced(self, prices: Longs) -> Longs:
        """Return what each set is worth less the price of what it takes; shape (n_sets,), in fractions."""
        return self._summed((self._gain << self.shift) - self._shared.T @ prices)

    def bound(self, prices: Longs, reduced: Longs) -> int:
        """Return an upper bound of every plan, in fractions: prices of all limits, and everybody's best set.

        Any prices from 0 give one; that they come from a solver's floating point makes it no less valid.
        """
        return int(prices @ self.limits + self.best(reduced).sum())

    def best(self, reduced: Longs) -> Longs:
        """Return the largest value of each cooperative; shape (n_owners,)."""
        found: Longs = np.maximum.reduceat(reduced, self._sets.first)
        return found

    def leading(self, reduced: Longs, count: int) -> Longs:
        """Return each cooperative's best sets, so many of each."""
        left, owner = reduced.copy(), self._sets.owner
        found: list[Longs] = []
        for _ in range(count):
            best = self.best(left)
            at_best = np.flatnonzero((left == best[owner]) & (left > _NONE_LEFT))
            _, places = np.unique(owner[at_best], return_index=True)
            found.append(at_best[places])
            left[at_best[places]] = _NONE_LEFT
        return np.concatenate(found)

    def slack(self, reduced: Longs) -> Longs:
        """Return how far each set is from its cooperative's best; shape (n_sets,), in fractions."""
        return self.best(reduced)[self._sets.owner] - reduced

    def add(self, linear: SetLinear, chosen: Longs) -> None:
        """Add sets to a linear program."""
        linear.add(self.worth[chosen], self._sets.owner[chosen], self._matrix(chosen))

    def fractions(self, prices: npt.NDArray[np.float64]) -> Longs | None:
        """Return prices in fractions; ``None`` where they are too large to be added up exactly."""
        found = np.round(prices * 2.0**self.shift)
        per_pair = float((abs(self._shared).T @ found).max(initial=0.0))
        largest = found @ np.abs(self.limits) + per_pair * self._sets.pairs.shape[1] * self._n_owners
        return None if largest > _LARGEST_SUM else found.astype(np.int64)

    def near(self, chosen: Longs) -> NearSets:
        """Return some sets to choose from, every cooperative's best among them."""
        matrix, limits = self._binding(chosen)
        return NearSets(
            self.worth[chosen],
            self._sets.owner[chosen],
            csc_array(matrix).astype(np.int64),
            limits,
            self.shift,
            _LARGEST_SUM,
        )

    def _binding(self, chosen: Longs) -> tuple[csr_array, Longs]:
        """Return the limits that some choice of these sets could break; the others only slow the solver."""
        matrix = self._matrix(chosen).tocoo()
        most = np.zeros((self.n_shared, self._n_owners))
        np.maximum.at(most, (matrix.row, self._sets.owner[chosen][matrix.col]), matrix.data)
        binding = np.flatnonzero(most.sum(axis=1) > self.limits)
        return matrix.tocsr()[binding], self.limits[binding]

    def _summed(self, of_pair: Longs) -> Longs:
        with_none = np.append(of_pair, 0)
        total: Longs = with_none[self._sets.pairs].sum(axis=1)
        return total

    def _matrix(self, chosen: Longs) -> csc_array:
        members = self._sets.pairs[chosen]
        there = members >= 0
        columns = np.broadcast_to(np.arange(len(chosen))[:, None], members.shape)[there]
        ones = np.ones(int(there.sum()))
        inside = csc_array((ones, (members[there], columns)), shape=(len(self._gain), len(chosen)))
        return csc_array(self._shared @ inside)

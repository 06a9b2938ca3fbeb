"""The plan as a choice of one set for each cooperative: what they share is all that is left to decide."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy.optimize import Bounds, LinearConstraint, linprog, milp
from scipy.sparse import csc_array, csr_array, eye_array, hstack

from models.allocation.own_sets import OwnSets
from models.allocation.rows_of_limits import LimitRow, stacked

__all__ = ["Choice", "SetProgram"]

Longs = npt.NDArray[np.int64]

# Prices and what is reckoned from them are whole numbers of fractions of a unit, 2**-shift: sums over them
# are exact, so that a bound is one whatever a solver's tolerances are.
_LARGEST_SHIFT = 30
# So many times the worth of all may prices add up to.
_ROOM_FOR_PRICES = 2.0**10
_LARGEST_SUM = 2.0**61
_NONE_LEFT = np.iinfo(np.int64).min
_ROUNDING = 0.5
# A limit that is missed by less is kept.
_MISSED = 1e-6
_INFEASIBLE = 2
# Parts of the search tree: some ten seconds. Most plans need fewer than twenty; where budgets leave very many
# plans of nearly one worth, a proved gap is the answer.
_MOST_NODES = 3_000


@dataclass(frozen=True, slots=True)
class Choice:
    """The best choice found, and what none can exceed.

    Attributes
    ----------
    sets : ndarray of int, shape (n_owners,)
        One for each cooperative; empty, and worth less than anything, where no choice keeps all limits.
    worth : int
        Their worth, in units.
    bound : int
        No choice is worth more; equal to ``worth`` where it is proved the best.
    nodes : int
        Parts of the search tree it took.
    """

    sets: Longs
    worth: int
    bound: int
    nodes: int = 0


class SetProgram:
    """Prices, bounds and choices over sets.

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

    def linear(self, chosen: Longs) -> tuple[float, Longs, bool] | None:
        """Solve over some sets, shares of sets allowed.

        Returns
        -------
        tuple of (float, ndarray of int, bool) or None
            Its value in units, the prices in fractions and whether all limits are kept; ``None`` where
            prices are too large to be added up exactly, or none were found.
        """
        n_limits = self.n_shared
        penalty = 4.0 * max(float(np.abs(self.worth).max(initial=0)), 1.0)
        one_each = self._one_each(chosen)
        found = linprog(
            np.concatenate([-self.worth[chosen].astype(np.float64), np.full(n_limits, penalty)]),
            A_ub=hstack([self._matrix(chosen), -eye_array(n_limits, format="csc")], format="csc"),
            b_ub=self.limits,
            A_eq=hstack([one_each, csc_array((self._n_owners, n_limits))], format="csc"),
            b_eq=np.ones(self._n_owners),
            bounds=(0, None),
            method="highs-ds",
        )
        if found.x is None:
            return None
        prices = np.round(np.maximum(-found.ineqlin.marginals, 0.0) * 2.0**self.shift)
        per_pair = float((abs(self._shared).T @ prices).max(initial=0.0))
        largest = prices @ np.abs(self.limits) + per_pair * self._sets.pairs.shape[1] * self._n_owners
        if largest > _LARGEST_SUM:
            return None
        is_kept = float(found.x[len(chosen) :].sum()) < _MISSED
        return -float(found.fun), prices.astype(np.int64), is_kept

    def integer(self, chosen: Longs, is_beyond: npt.NDArray[np.bool_] | None = None) -> Choice | None:
        """Choose one of some sets for each cooperative, as good as there is.

        Parameters
        ----------
        chosen : ndarray of int, shape (n_chosen,)
        is_beyond : ndarray of bool, shape (n_chosen,), optional
            Sets of which one at least is to be taken.

        Returns
        -------
        Choice or None
            ``None`` where nothing was found and nothing was proved.
        """
        size = math.gcd(*self.worth[chosen].tolist()) or 1
        constraints = [LinearConstraint(self._one_each(chosen), 1, 1)]
        matrix, limits = self._binding(chosen)
        if len(limits):
            constraints.append(LinearConstraint(matrix, -np.inf, limits))
        if is_beyond is not None:
            constraints.append(LinearConstraint(is_beyond.astype(np.float64)[None, :], 1, np.inf))
        found = milp(
            -self.worth[chosen] / size,
            integrality=np.ones(len(chosen)),
            bounds=Bounds(0, 1),
            constraints=constraints,
            # without presolve there is no way back from it, on which the solver may print to the terminal
            options={"mip_rel_gap": 0.0, "presolve": False, "node_limit": _MOST_NODES},
        )
        if found.status == _INFEASIBLE:
            return Choice(chosen[:0], _NONE_LEFT, _NONE_LEFT)
        if found.x is None or found.mip_dual_bound is None:
            return None
        best = chosen[np.round(found.x).astype(np.bool_)]
        # whole numbers that are proved to within half a unit are proved
        bound = math.floor(-found.mip_dual_bound + _ROUNDING) * size
        worth = int(self.worth[best].sum())
        return Choice(best, worth, max(bound, worth), int(found.mip_node_count))

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

    def _one_each(self, chosen: Longs) -> csc_array:
        ones = np.ones(len(chosen))
        where = (self._sets.owner[chosen], np.arange(len(chosen)))
        return csc_array((ones, where), shape=(self._n_owners, len(chosen)))

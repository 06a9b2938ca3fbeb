"""The plan as a choice of one set for each cooperative: what they share is all that is left to decide."""

import math
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
from scipy.optimize import Bounds, LinearConstraint, linprog, milp
from scipy.sparse import csc_array, csr_array, eye_array, hstack

from models.allocation.own_sets import OwnSets
from models.allocation.rows_of_limits import LimitRow

__all__ = ["SetProgram"]

Floats = npt.NDArray[np.float64]
Longs = npt.NDArray[np.int64]

# Prices are rounded to this fraction, so that sums over them are exact whatever their order.
_PRICE_UNIT = 2.0**-16


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
        scales = np.array([math.gcd(*map(int, row.weights)) or 1 for row in shared], dtype=np.int64)
        signs = np.array([1 if row.sense == "<=" else -1 for row in shared], dtype=np.int64)
        lengths = [len(row.members) for row in shared]
        weights = np.concatenate([row.weights for row in shared]) if shared else np.zeros(0, dtype=np.int64)
        members = np.concatenate([row.members for row in shared]) if shared else np.zeros(0, dtype=np.int64)
        ends = np.concatenate([[0], np.cumsum(lengths)]).astype(np.int64)
        data = weights // np.repeat(scales, lengths) * np.repeat(signs, lengths)
        shape = (len(shared), len(gain))
        self._shared = csc_array(csr_array((data.astype(np.float64), members, ends), shape=shape))
        limits = np.array([row.limit for row in shared], dtype=np.int64)
        # pairs sum to whole multiples of the scale, so that a limit may be cut down to one
        at_most = limits // scales
        at_least = -(-limits // scales)
        self.limits: Floats = np.where(signs > 0, at_most, -at_least).astype(np.float64)
        self.worth: Floats = self._summed(gain.astype(np.float64))

    @property
    def n_shared(self) -> int:
        """Number of limits between cooperatives."""
        return len(self.limits)

    def reduced(self, prices: Floats) -> Floats:
        """Return what each set is worth less the price of what it takes; shape (n_sets,)."""
        return self._summed(self._gain - self._shared.T @ prices)

    def bound(self, prices: Floats, reduced: Floats) -> float:
        """Return an upper bound of every plan: prices of all limits, and everybody's best set."""
        return float(prices @ self.limits + self.best(reduced).sum())

    def best(self, reduced: Floats) -> Floats:
        """Return the largest value of each cooperative; shape (n_owners,)."""
        found: Floats = np.maximum.reduceat(reduced, self._sets.first)
        return found

    def leading(self, reduced: Floats, count: int) -> Longs:
        """Return each cooperative's best sets, so many of each."""
        left, owner = reduced.copy(), self._sets.owner
        found: list[Longs] = []
        for _ in range(count):
            best = self.best(left)
            at_best = np.flatnonzero((left == best[owner]) & np.isfinite(left))
            _, places = np.unique(owner[at_best], return_index=True)
            found.append(at_best[places])
            left[at_best[places]] = -np.inf
        return np.concatenate(found)

    def slack(self, reduced: Floats) -> Floats:
        """Return by how much each set falls short of its cooperative's best; shape (n_sets,)."""
        return self.best(reduced)[self._sets.owner] - reduced

    def linear(self, chosen: Longs) -> tuple[float, Floats, bool]:
        """Solve over some sets, fractions allowed: its value, the prices, and whether all limits hold."""
        n_limits = self.n_shared
        penalty = 4.0 * max(float(np.abs(self.worth).max(initial=0.0)), 1.0)
        one_each = self._one_each(chosen)
        found = linprog(
            np.concatenate([-self.worth[chosen], np.full(n_limits, penalty)]),
            A_ub=hstack([self._matrix(chosen), -eye_array(n_limits, format="csc")], format="csc"),
            b_ub=self.limits,
            A_eq=hstack([one_each, csc_array((self._n_owners, n_limits))], format="csc"),
            b_eq=np.ones(self._n_owners),
            bounds=(0, None),
            method="highs-ds",
        )
        prices = np.round(np.maximum(-found.ineqlin.marginals, 0.0) / _PRICE_UNIT) * _PRICE_UNIT
        missed = float(found.x[len(chosen) :].sum())
        return -float(found.fun), prices, missed < _PRICE_UNIT

    def integer(self, chosen: Longs) -> Longs | None:
        """Choose one of some sets for each cooperative; ``None`` when they do not keep the limits."""
        size = math.gcd(*(int(one) for one in self.worth[chosen])) or 1
        constraints = [LinearConstraint(self._one_each(chosen), 1, 1)]
        if self.n_shared:
            constraints.append(LinearConstraint(self._matrix(chosen), -np.inf, self.limits))
        found = milp(
            -self.worth[chosen] / size,
            integrality=np.ones(len(chosen)),
            bounds=Bounds(0, 1),
            constraints=constraints,
            # without presolve there is no way back from it, on which the solver may print to the terminal
            options={"mip_rel_gap": 0.0, "presolve": False},
        )
        return None if found.x is None else chosen[np.round(found.x).astype(np.bool_)]

    def pairs_of(self, chosen: Longs) -> Longs:
        """Return the pairs of some sets."""
        members = self._sets.pairs[chosen].ravel()
        return np.sort(members[members >= 0])

    def _summed(self, of_pair: Floats) -> Floats:
        with_none = np.append(of_pair, 0.0)
        total: Floats = with_none[self._sets.pairs].sum(axis=1)
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

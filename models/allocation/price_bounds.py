"""What one more place can add at most, from the prices of a linear program, proved in whole numbers."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
from scipy.optimize import linprog
from scipy.sparse import csr_array

from models.allocation.plan import AllocationPlan
from models.allocation.problem import AllocationProblem, in_given_order
from models.allocation.rows_of_limits import LimitRow, PairList, limit_rows, pair_list, stacked

__all__ = ["QuotaBounds"]

Floats = npt.NDArray[np.float64]

# Prices are rounded to this part of a unit of value: any prices give a bound, rounded ones a little more.
_PARTS = 2**16
# Shares of pairs as near as this to none or all are none or all; whether they keep every limit is looked at.
_ROUNDING = 1e-6


class QuotaBounds:
    """The prices of a plan that may split pairs, and with them what a place more gains at most.

    Any prices of the limits, none below 0, bound every plan: the sum of limits times prices, and what each
    pair is worth beyond the prices it pays. Prices are rounded, and summed as whole numbers. Duties towards
    cooperatives that only the place more would let in are not counted: they can only lower a plan.

    Parameters
    ----------
    problem : AllocationProblem
    plan : AllocationPlan
        Of this problem.
    """

    def __init__(self, problem: AllocationProblem, plan: AllocationPlan) -> None:
        # the same prices whatever the order of the input
        self._problem, self._ordered = problem, problem.sorted()
        self._pairs = pair_list(self._ordered)
        self._rows = limit_rows(self._ordered, self._pairs)
        self._limits = [row.limit for row in self._rows]
        self._program = _Program(self._pairs, self._rows)
        prices, _ = self._program.solved(self._limits)
        start = 0
        if problem.stability is not None:
            start = problem.stability.change_price * int(np.count_nonzero(problem.stability.previous))
        self._present = (plan.objective + start) * _PARTS
        self._prices = prices
        self._slack = _bound(self._pairs, self._rows, self._limits, prices) - self._present
        self._row_of = {
            (
                self._ordered.offer_ids[row.column],
                self._ordered.districts[row.place] if row.place >= 0 else None,
            ): one
            for one, row in enumerate(self._rows)
            if row.kind in ("city_quota", "district_quota")
        }

    def at_most(self, column: int, place: int = -1) -> int:
        """Return what one place more gains at most, from the prices of the present plan; at least 0.

        Parameters
        ----------
        column, place : int
            Offer and district; district -1 is the city.
        """
        row = self._row(column, place)
        # a quota larger than all who could ask binds nobody
        return 0 if row is None else max((self._slack + self._prices[row]) // _PARTS, 0)

    def with_one_more(self, column: int, place: int = -1) -> tuple[int, npt.NDArray[np.bool_] | None]:
        """Return a closer bound from prices found anew, and the plan behind it where it splits no pair.

        Returns
        -------
        int
            At least 0 and not above ``at_most``.
        ndarray of bool, shape (n_cooperatives, n_offers), or None
            Pairs, those held back included. Worth the bound more than the plan, it is the best with the
            place, as long as it keeps every limit.
        """
        row = self._row(column, place)
        if row is None:
            return 0, None
        limits = self._limits.copy()
        limits[row] += 1
        prices, shares = self._program.solved(limits)
        bound = (_bound(self._pairs, self._rows, limits, prices) - self._present) // _PARTS
        bound = max(min(bound, self.at_most(column, place)), 0)
        whole = np.round(shares)
        if not len(shares) or np.abs(shares - whole).max() > _ROUNDING:
            return bound, None
        ordered = np.zeros(self._ordered.value.shape, dtype=np.bool_)
        ordered[self._pairs.rows, self._pairs.columns] = whole > 0
        return bound, in_given_order(self._problem, self._ordered, ordered)

    def _row(self, column: int, place: int) -> int | None:
        district = None if place < 0 else self._problem.districts[place]
        return self._row_of.get((self._problem.offer_ids[column], district))


class _Program:
    """The limits as one linear program over shares of pairs, of which only right-hand sides change."""

    def __init__(self, pairs: PairList, rows: Sequence[LimitRow]) -> None:
        self._gain = -pairs.gain.astype(np.float64)
        self._signs = np.array([1.0 if row.sense == "<=" else -1.0 for row in rows])
        # rows of rupiah are scaled to about one each, as the solver's tolerances expect
        self._scales = np.array([max(int(row.weights.max(initial=1)), 1) for row in rows], dtype=np.float64)
        weights, members, ends = stacked(rows)
        weights = weights * np.repeat(self._signs / self._scales, np.diff(ends))
        self._matrix = csr_array((weights, members, ends), shape=(len(rows), len(pairs.gain)))

    def solved(self, limits: Sequence[int]) -> tuple[list[int], Floats]:
        """Return the price of each limit, in parts of a unit, and the shares; nothing where there is none."""
        nothing = [0] * len(limits)
        if not limits or not len(self._gain):
            return nothing, np.zeros(0)
        found = linprog(
            self._gain,
            A_ub=self._matrix,
            b_ub=np.array(limits, dtype=np.float64) * self._signs / self._scales,
            bounds=(0, 1),
            method="highs",
        )
        if not found.success:
            return nothing, np.zeros(0)
        prices = np.maximum(-found.ineqlin.marginals, 0) / self._scales
        return [round(float(one) * _PARTS) for one in prices], found.x


def _bound(pairs: PairList, rows: Sequence[LimitRow], limits: Sequence[int], prices: Sequence[int]) -> int:
    """Return what no sum of gains exceeds, in parts of a unit; exact, whatever the size."""
    left = [int(gain) * _PARTS for gain in pairs.gain]
    total = 0
    for row, limit, price in zip(rows, limits, prices, strict=True):
        if price > 0:
            signed = price if row.sense == "<=" else -price
            total += signed * limit
            for member, weight in zip(row.members.tolist(), row.weights.tolist(), strict=True):
                left[member] -= signed * weight
    return total + sum(one for one in left if one > 0)

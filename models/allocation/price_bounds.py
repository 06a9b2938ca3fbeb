"""What one more place can add at most, from the prices of a linear program, proved in whole numbers."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
from scipy.optimize import linprog
from scipy.sparse import csr_array

from models.allocation.plan import AllocationPlan
from models.allocation.problem import AllocationProblem
from models.allocation.rows_of_limits import LimitRow, PairList, limit_rows, pair_list

__all__ = ["quota_bounds"]

Floats = npt.NDArray[np.float64]

# Prices are rounded to this part of a unit of value: any prices give a bound, rounded ones a little more.
_PARTS = 2**16


def quota_bounds(problem: AllocationProblem, plan: AllocationPlan) -> dict[tuple[int, int], int]:
    """Return, for each quota, what the objective gains at most by one place more.

    Any prices of the limits, none below 0, bound every plan: the sum of limits times prices, and what each
    pair is worth beyond the prices it pays. One place more adds its quota's price to that bound. The prices
    are those of the best plan that may split pairs, rounded, and summed as whole numbers.

    Parameters
    ----------
    problem : AllocationProblem
    plan : AllocationPlan
        Of this problem.

    Returns
    -------
    dict of (column, district) to int
        District -1 is the city; none is below 0. As long as nobody can get something who could not before
        and has a right to it.
    """
    ordered = problem.sorted()
    pairs = pair_list(ordered)
    rows = limit_rows(ordered, pairs)
    prices = [round(one * _PARTS) for one in _prices(pairs, rows)]
    start = 0
    if ordered.stability is not None:
        start = ordered.stability.change_price * int(np.count_nonzero(ordered.stability.previous))
    slack = _bound(pairs, rows, prices) - (plan.objective + start) * _PARTS
    price_of = {
        (ordered.offer_ids[row.column], ordered.districts[row.place] if row.place >= 0 else None): price
        for row, price in zip(rows, prices, strict=True)
        if row.kind in ("city_quota", "district_quota")
    }
    return {
        (column, place): max(
            (slack + price_of.get((offer_id, None if place < 0 else problem.districts[place]), 0)) // _PARTS,
            0,
        )
        for column, offer_id in enumerate(problem.offer_ids)
        for place in range(-1, len(problem.districts))
    }


def _prices(pairs: PairList, rows: Sequence[LimitRow]) -> Floats:
    """Return the price of each limit in the best plan that may split pairs; zeros where there is none."""
    nothing = np.zeros(len(rows))
    if not rows or not len(pairs.gain):
        return nothing
    signs = np.array([1.0 if row.sense == "<=" else -1.0 for row in rows])
    ends = np.cumsum([0, *(len(row.members) for row in rows)])
    # rows of rupiah are scaled to about one each, as the solver's tolerances expect
    scales = np.array([max(int(row.weights.max(initial=1)), 1) for row in rows], dtype=np.float64)
    weights = np.concatenate([row.weights for row in rows]) * np.repeat(signs / scales, np.diff(ends))
    members = np.concatenate([row.members for row in rows])
    found = linprog(
        -pairs.gain.astype(np.float64),
        A_ub=csr_array((weights, members, ends), shape=(len(rows), len(pairs.gain))),
        b_ub=np.array([row.limit for row in rows], dtype=np.float64) * signs / scales,
        bounds=(0, 1),
        method="highs",
    )
    if not found.success:
        return nothing
    prices: Floats = np.maximum(-found.ineqlin.marginals, 0) / scales
    return prices


def _bound(pairs: PairList, rows: Sequence[LimitRow], prices: Sequence[int]) -> int:
    """Return what no sum of gains exceeds, in parts of a unit; exact, whatever the size."""
    left = [int(gain) * _PARTS for gain in pairs.gain]
    total = 0
    for row, price in zip(rows, prices, strict=True):
        if price > 0:
            signed = price if row.sense == "<=" else -price
            total += signed * row.limit
            for member, weight in zip(row.members.tolist(), row.weights.tolist(), strict=True):
                left[member] -= signed * weight
    return total + sum(one for one in left if one > 0)

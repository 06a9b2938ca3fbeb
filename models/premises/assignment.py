"""As many rows served as possible, then the least total distance, ties by the order of rows and columns."""

import numpy as np
import numpy.typing as npt
from scipy.optimize import linear_sum_assignment

__all__ = ["NOBODY", "NOT_ALLOWED", "best_assignment"]

Integers = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]

NOBODY = -1
"""A row that gets no column."""
NOT_ALLOWED = -1
"""The distance of a pair that may not be made."""


def best_assignment(distance_m: Integers) -> Integers:
    """Give each row at most one column and each column to at most one row.

    Parameters
    ----------
    distance_m : ndarray of int, shape (n_rows, n_columns)
        Whole metres, so that sums are exact; ``NOT_ALLOWED`` forbids a pair.

    Returns
    -------
    ndarray of int, shape (n_rows,)
        Columns, ``NOBODY`` for none. Of all best ones it is the assignment in which the first row has the
        earliest column possible (none counts as last), then the second, and so on.

    Examples
    --------
    >>> best_assignment(np.array([[100, 300], [150, -1]])).tolist()
    [1, 0]
    >>> best_assignment(np.array([[200, 200], [200, 200]])).tolist()
    [0, 1]
    """
    row_count, column_count = distance_m.shape
    allowed = distance_m != NOT_ALLOWED
    found = np.full(row_count, NOBODY, dtype=np.int64)
    if not allowed.any():
        return found
    # A pair that is not allowed costs more than all others together: their number is made least first.
    forbidden = (int(distance_m.max()) + 1) * (min(row_count, column_count) + 1)
    # Twice the distance leaves room for half a metre of preference, which never outweighs a whole one.
    cost = 2.0 * np.where(allowed, distance_m, forbidden)
    free = np.ones(column_count, dtype=np.bool_)
    current = _solved(cost, allowed, 0, free)
    for row in range(row_count):
        while (earlier := _earlier(allowed[row] & free, int(current[row]))).any():
            preferred = cost.copy()
            preferred[row, earlier] -= 1
            better = _solved(preferred, allowed, row, free)
            if better[row] == NOBODY or not earlier[better[row]]:
                break
            current = better
        found[row] = current[row]
        if found[row] != NOBODY:
            free[found[row]] = False
    return found


def _earlier(usable: npt.NDArray[np.bool_], column: int) -> npt.NDArray[np.bool_]:
    before = usable.copy()
    if column != NOBODY:
        before[column:] = False
    return before


def _solved(
    cost: Floats, allowed: npt.NDArray[np.bool_], first: int, free: npt.NDArray[np.bool_]
) -> Integers:
    """Solve for the rows from ``first`` on and the free columns; earlier rows are left without one."""
    columns = np.flatnonzero(free)
    found = np.full(len(cost), NOBODY, dtype=np.int64)
    rows, places = linear_sum_assignment(cost[first:, columns])
    rows, places = rows + first, columns[places]
    is_real = allowed[rows, places]
    found[rows[is_real]] = places[is_real]
    return found

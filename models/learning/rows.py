"""Sums over columns that give a pair the same bits alone and among others."""

import numpy as np
import numpy.typing as npt

__all__ = ["dot", "times"]

Floats = npt.NDArray[np.float64]


def times(rows: Floats, matrix: Floats) -> Floats:
    """Return ``rows @ matrix``, column after column: no row's sum depends on how many rows there are.

    BLAS and ``einsum`` add in an order that follows the shape and the layout of the whole.

    Parameters
    ----------
    rows : ndarray of shape (n_pairs, n_columns)
    matrix : ndarray of shape (n_columns, n_results)

    Examples
    --------
    >>> times(np.array([[1.0, 2.0]]), np.array([[1.0, 0.0], [3.0, 1.0]])).tolist()
    [[7.0, 2.0]]
    """
    total = np.zeros((len(rows), matrix.shape[1]))
    part = np.empty_like(total)
    for column in np.flatnonzero(matrix.any(axis=1)):
        np.multiply(rows[:, column, None], matrix[column], out=part)
        total += part
    return total


def dot(rows: Floats | npt.NDArray[np.bool_], other: Floats) -> Floats:
    """Return each row's product with the same row of another, or with one row for all, summed.

    Parameters
    ----------
    rows : ndarray of shape (n_pairs, n_columns)
    other : ndarray of shape (n_pairs, n_columns) or (n_columns,)

    Examples
    --------
    >>> dot(np.array([[1.0, 2.0], [3.0, 4.0]]), np.array([10.0, 1.0])).tolist()
    [12.0, 34.0]
    """
    total = np.zeros(len(rows))
    for column in range(rows.shape[1]):
        total += rows[:, column] * other[..., column]
    return total

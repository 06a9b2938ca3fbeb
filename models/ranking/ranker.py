"""The best n of each row in a stable order: by score, ties by the column's order (offer id)."""

import numpy as np
import numpy.typing as npt

__all__ = ["ranked"]

Floats = npt.NDArray[np.float64]


def ranked(
    scores: Floats, allowed: npt.NDArray[np.bool_], top: int
) -> tuple[npt.NDArray[np.intp], npt.NDArray[np.intp], npt.NDArray[np.intp]]:
    """Rank the allowed columns of every row.

    Parameters
    ----------
    scores : ndarray of shape (n_rows, n_columns)
        Higher is better; NaN ranks last. Scores are compared to 40 binary digits (1e-12 of their size), so
        that the order does not hang on the last bit.
    allowed : ndarray of bool, shape (n_rows, n_columns)
    top : int
        At most so many of each row.

    Returns
    -------
    rows, columns, ranks : ndarray of int
        One entry per ranked pair, by row and then rank; ranks count from 1.

    Examples
    --------
    >>> scores = np.array([[0.2, 0.9, 0.9]])
    >>> rows, columns, ranks = ranked(scores, np.ones((1, 3), dtype=bool), 2)
    >>> columns.tolist(), ranks.tolist()
    ([1, 2], [1, 2])
    """
    usable = np.where(allowed, np.nan_to_num(scores, nan=-np.inf), -np.inf)
    # Allowed columns first, or one without a score would queue behind those that are not allowed.
    order = np.lexsort((-_rounded(usable), ~allowed), axis=1)[:, :top]
    kept = np.take_along_axis(allowed, order, axis=1)
    rows, places = np.nonzero(kept)
    ranks = np.cumsum(kept, axis=1, dtype=np.intp)[rows, places]
    return rows, order[rows, places], ranks


def _rounded(scores: Floats) -> Floats:
    finite = np.where(np.isfinite(scores), scores, 0.0)
    mantissa, exponent = np.frexp(finite)
    rounded = np.ldexp(np.round(mantissa * 2.0**40) / 2.0**40, exponent)
    return np.where(np.isfinite(scores), rounded, scores)

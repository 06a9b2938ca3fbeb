"""What trees may ask about: bins of columns and of the belief, and levels of categories."""

import numpy as np
import numpy.typing as npt

from models.learning.bins import Bins

__all__ = ["MOST_LEVELS", "asked_codes", "by_category", "category_columns"]

Floats = npt.NDArray[np.float64]
Bytes = npt.NDArray[np.uint8]
Codes = npt.NDArray[np.int64]

MOST_LEVELS = 64
"""A category with more levels is not asked about: most of them would be too rare."""


def category_columns(level_counts: tuple[int, ...]) -> tuple[tuple[int, int], ...]:
    """Return category and level of each question after those about columns and the belief.

    Examples
    --------
    >>> category_columns((2, 1000, 1))
    ((0, 0), (0, 1), (2, 0))
    """
    return tuple(
        (category, level)
        for category, count in enumerate(level_counts)
        if count <= MOST_LEVELS
        for level in range(count)
    )


def asked_codes(
    bins: Bins, X: Floats, codes: Codes, prior_logit: Floats, level_counts: tuple[int, ...]
) -> Bytes:
    """Return what trees see of every pair, in Fortran order: trees read columns.

    Parameters
    ----------
    bins : Bins
        Of the columns, then of the belief.
    X : ndarray of shape (n_pairs, n_columns)
    codes : ndarray of shape (n_pairs, n_categorical)
        -1 is an unknown level: no level is its own.
    prior_logit : ndarray of shape (n_pairs,)
    level_counts : tuple of int

    Returns
    -------
    ndarray of shape (n_pairs, n_columns + 1 + n_levels)
        Bins, then 1 where a pair has the level.
    """
    levels = category_columns(level_counts)
    n_binned = X.shape[1] + 1
    result = np.empty((len(X), n_binned + len(levels)), dtype=np.uint8, order="F")
    result[:, :n_binned] = bins.codes(np.column_stack([X, prior_logit]))
    for place, (category, level) in enumerate(levels):
        result[:, n_binned + place] = codes[:, category] == level
    return result


def by_category(parts: Floats, level_counts: tuple[int, ...]) -> Floats:
    """Sum the parts of levels by category.

    Parameters
    ----------
    parts : ndarray of shape (n_pairs, n_levels)
    level_counts : tuple of int

    Returns
    -------
    ndarray of shape (n_pairs, n_categorical)
    """
    result = np.zeros((len(parts), len(level_counts)))
    for place, (category, _) in enumerate(category_columns(level_counts)):
        result[:, category] += parts[:, place]
    return result

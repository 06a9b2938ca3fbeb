"""The largest of many values in order, without sorting the rest."""

import numpy as np
import numpy.typing as npt

__all__ = ["largest"]


def largest(values: npt.NDArray[np.number], count: int) -> npt.NDArray[np.int64]:
    """Return the positions of so many largest values, the first of equal ones first.

    Parameters
    ----------
    values : ndarray of shape (n_values,)
        Without gaps (NaN).
    count : int
        At least 1; all are returned where there are fewer.
    """
    among = np.arange(len(values))
    if len(values) > count:
        edge = np.partition(values, len(values) - count)[len(values) - count]
        among = np.flatnonzero(values >= edge)
    return among[np.argsort(-values[among], kind="stable")][:count]

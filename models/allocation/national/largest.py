"""The largest of many values in order, without sorting the rest."""

import numpy as np
import numpy.typing as npt

__all__ = ["largest"]


# Of so many values every so manieth shows about where the largest begin.
_MANY, _EVERY = 8192, 32


def largest(values: npt.NDArray[np.float64], count: int) -> npt.NDArray[np.int64]:
    """Return the positions of so many largest values, the first of equal ones first.

    Parameters
    ----------
    values : ndarray of shape (n_values,)
        Without gaps (NaN).
    count : int
        At least 1; all are returned where there are fewer.
    """
    among = np.arange(len(values))
    if len(values) > _MANY:
        some = np.sort(values[::_EVERY])[::-1]
        likely = np.flatnonzero(values >= some[min(2 * count // _EVERY + 4, len(some) - 1)])
        if len(likely) >= count:
            among = likely
    if len(among) > count:
        edge = np.partition(values[among], len(among) - count)[len(among) - count]
        among = among[values[among] >= edge]
    return among[np.argsort(-values[among], kind="stable")][:count]

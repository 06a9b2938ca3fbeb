"""Main curves that may only rise, or only fall."""

from collections.abc import Mapping

import numpy as np
import numpy.typing as npt

__all__ = ["directed"]

Floats = npt.NDArray[np.float64]


def directed(line: Floats, bend: Floats, directions: Mapping[int, int]) -> tuple[Floats, Floats]:
    """Flatten every stretch of a curve that goes against its column's direction.

    Parameters
    ----------
    line : ndarray of shape (n_columns,)
        Slope below the first knot.
    bend : ndarray of shape (n_columns, n_hinges)
        What each knot adds to the slope.
    directions : mapping of column to 1 or -1
        Columns not named stay as they are.

    Returns
    -------
    line, bend : ndarray
        Copies; the slope of a directed column is nowhere against its direction.

    Examples
    --------
    >>> line, bend = directed(np.array([-1.0]), np.array([[3.0, -4.0]]), {0: 1})
    >>> line.tolist(), bend.tolist()
    ([0.0], [[2.0, -2.0]])
    """
    line, bend = line.copy(), bend.copy()
    for column, direction in directions.items():
        slopes = np.cumsum(np.append(line[column], bend[column]))
        kept = np.maximum(slopes * direction, 0.0) * direction
        line[column] = kept[0]
        bend[column] = np.diff(kept)
    return line, bend

"""The pairs of one offer in one piece of memory: who may take a place that is free is found at once."""

import numpy as np
import numpy.typing as npt

from models.allocation.national.remaining import BLOCK_ROWS, Remaining

__all__ = ["ByOffer"]

Marks = npt.NDArray[np.bool_]


class ByOffer:
    """Gains and usable pairs turned on their side; whoever changes a pair says so here.

    Rows of a problem lie one after the other in memory, so that reading one offer's pairs waits for memory
    at each of them. Turned, that costs a hundredth.

    Attributes
    ----------
    gain : ndarray of int, shape (n_offers, n_cooperatives)
    usable : ndarray of bool, shape (n_offers, n_cooperatives)
    """

    def __init__(self, part: Remaining) -> None:
        n_rows, n_columns = part.usable.shape
        self.usable: Marks = np.ascontiguousarray(part.usable.T)
        self.gain = np.empty((n_columns, n_rows), dtype=part.gain(slice(0, 0)).dtype)
        for start in range(0, n_rows, BLOCK_ROWS):
            rows = slice(start, start + BLOCK_ROWS)
            self.gain[:, rows] = part.gain(rows).T

    def row_changed(self, part: Remaining, row: int) -> None:
        """Read a cooperative's pairs anew."""
        self.gain[:, row] = part.gain(slice(row, row + 1))[0]
        self.usable[:, row] = part.usable[row]

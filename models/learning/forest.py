"""Symmetric trees as tables: every level asks one question, the answers are the place in the table."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from models.learning.bins import Bins

__all__ = ["DEPTH", "Forest", "joined", "no_forest", "places"]

Floats = npt.NDArray[np.float64]
Bytes = npt.NDArray[np.uint8]

DEPTH = 4
# Two trees of four questions are one table with a place of eight bits: half the reading.
_AT_ONCE = 2


@dataclass(frozen=True, slots=True)
class Forest:
    """Trees that add up.

    Attributes
    ----------
    bins : Bins
    column, cut : ndarray of shape (n_trees, DEPTH)
        Level by level: is the column's bin above ``cut``?
    leaf : ndarray of shape (n_trees, 2 ** DEPTH)
        Logits; the first question is the highest bit of the place.
    """

    bins: Bins
    column: npt.NDArray[np.int64]
    cut: npt.NDArray[np.int64]
    leaf: Floats

    def __len__(self) -> int:
        return len(self.leaf)

    def logit(self, codes: Bytes) -> Floats:
        """Return the sum over all trees.

        Parameters
        ----------
        codes : ndarray of shape (n_pairs, n_columns)
            ``bins.codes`` of the pairs.
        """
        total = np.zeros(len(codes))
        for start in range(0, len(self.leaf), _AT_ONCE):
            some = slice(start, start + _AT_ONCE)
            table = self.leaf[start]
            for leaf in self.leaf[start + 1 : some.stop]:
                table = (table[:, None] + leaf).ravel()
            total += table.take(places(codes, self.column[some].ravel(), self.cut[some].ravel()))
        return total

    def first(self, count: int) -> "Forest":
        """Return the forest of the first trees only."""
        return Forest(self.bins, self.column[:count], self.cut[:count], self.leaf[:count])


def joined(forests: Sequence[Forest]) -> Forest:
    """Return one forest of all trees; at least one forest, all of the same bins."""
    return Forest(
        forests[0].bins,
        np.concatenate([one.column for one in forests]),
        np.concatenate([one.cut for one in forests]),
        np.concatenate([one.leaf for one in forests]),
    )


def places(codes: Bytes, column: npt.NDArray[np.int64], cut: npt.NDArray[np.int64]) -> Bytes:
    """Return each pair's place in a tree's table.

    Parameters
    ----------
    codes : ndarray of shape (n_pairs, n_columns)
    column, cut : ndarray of length n_levels
    """
    place = np.zeros(len(codes), dtype=np.uint8)
    # Bytes compared with bytes: with wider numbers every column would be copied first.
    for level_column, level_cut in zip(column, cut.astype(np.uint8), strict=True):
        place <<= 1
        place |= (codes[:, level_column] > level_cut).view(np.uint8)
    return place


def no_forest(bins: Bins) -> Forest:
    """Return a forest without trees, which adds nothing."""
    empty = np.zeros((0, DEPTH), dtype=np.int64)
    return Forest(bins, empty, empty.copy(), np.zeros((0, 2**DEPTH)))

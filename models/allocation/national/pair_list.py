"""The pairs of a plan as a sorted list that follows single moves, without another look at all pairs."""

import numpy as np
import numpy.typing as npt

from models.allocation.national.ledger import Ledger

__all__ = ["PairList", "moved_pairs"]

Longs = npt.NDArray[np.int64]


class PairList:
    """The pairs taken on a ledger, and some that are fixed besides.

    Parameters
    ----------
    ledger : Ledger
    fixed : ndarray of int, shape (n_fixed,)
        Pairs that belong to the plan and are not moved, as row times n_offers plus column.
    """

    def __init__(self, ledger: Ledger, fixed: Longs) -> None:
        self._ledger = ledger
        self._places = np.sort(np.concatenate([np.flatnonzero(ledger.taken), fixed]), kind="stable")
        self._pairs = self._at(self._places)

    def follow(self, moved: Longs) -> None:
        """Take note of pairs that were moved, each as row times n_offers plus column, in order."""
        place = np.searchsorted(self._places, moved)
        known = np.append(self._places, -1)[place] == moved
        taken = self._ledger.taken.ravel()[moved]
        end, kept, pairs = 0, [], []
        for one in np.flatnonzero(known != taken).tolist():
            # what lies between two moves is copied in one piece
            begin, end = end, int(place[one])
            kept.append(self._places[begin:end])
            pairs.append(self._pairs[begin:end])
            if taken[one]:
                kept.append(moved[one : one + 1])
                pairs.append(self._at(moved[one : one + 1]))
            else:
                end += 1
        self._places = np.concatenate([*kept, self._places[end:]])
        self._pairs = np.concatenate([*pairs, self._pairs[end:]])

    def pairs(self) -> Longs:
        """Return rows and columns, in order; shape (n_pairs, 2); moves make new ones and change none."""
        return self._pairs

    def _at(self, places: Longs) -> Longs:
        return np.column_stack(np.divmod(places, self._ledger.taken.shape[1]))


def moved_pairs(ledger: Ledger) -> Longs:
    """Return the pairs in a ledger's journal, each once and in order, as row times n_offers plus column."""
    width = ledger.taken.shape[1]
    return np.unique(np.array([row * width + column for row, column, _ in ledger.journal], dtype=np.int64))

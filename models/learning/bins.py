"""Columns cut into at most 32 bins, so that trees compare small whole numbers."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

__all__ = ["MOST_BINS", "Bins", "beside", "bins_of"]

Floats = npt.NDArray[np.float64]
Bytes = npt.NDArray[np.uint8]

MOST_BINS = 32


@dataclass(frozen=True, slots=True)
class Bins:
    """The upper edges of all bins but the last, of shape (n_columns, MOST_BINS - 1), NaN where fewer.

    ``middle`` is each column's median: an unknown value is neither high nor low.
    """

    edges: Floats
    middle: Floats

    @property
    def counts(self) -> npt.NDArray[np.int64]:
        """How many edges each column has."""
        result: npt.NDArray[np.int64] = (~np.isnan(self.edges)).sum(axis=1)
        return result

    def codes(self, X: Floats) -> Bytes:
        """Return the bin of every value, in Fortran order: trees read columns.

        Parameters
        ----------
        X : ndarray of shape (n_pairs, n_columns)
            NaN counts as the column's median.
        """
        result = np.zeros(X.shape, dtype=np.uint8, order="F")
        for column, count in enumerate(self.counts):
            if count:
                values = X[:, column]
                known = np.where(np.isnan(values), self.middle[column], values)
                result[:, column] = np.searchsorted(self.edges[column, :count], known, side="left")
        return result


def bins_of(X: Floats) -> Bins:
    """Cut columns at their quantiles.

    Parameters
    ----------
    X : ndarray of shape (n_pairs, n_columns)
        NaN is left out; a column without two different values gets no edge.
    """
    edges = np.full((X.shape[1], MOST_BINS - 1), np.nan)
    middle = np.zeros(X.shape[1])
    for column in range(X.shape[1]):
        values = X[~np.isnan(X[:, column]), column]
        if len(values) == 0:
            continue
        middle[column] = np.median(values)
        found = np.unique(np.quantile(values, np.linspace(0, 1, MOST_BINS + 1)[1:-1]))
        found = found[found < values.max()]
        edges[column, : len(found)] = found
    return Bins(edges, middle)


def beside(first: Bins, second: Bins) -> Bins:
    """Return the bins of both tables' columns, one after the other."""
    edges, middle = np.vstack([first.edges, second.edges]), np.append(first.middle, second.middle)
    return Bins(edges, middle)

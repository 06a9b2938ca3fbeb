"""Where each column of the training pairs lies: its bounds, centre, spread and knots."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

__all__ = ["Columns", "described"]

Floats = npt.NDArray[np.float64]

_TAIL = 0.01
_HINGES = 3


@dataclass(frozen=True, slots=True)
class Columns:
    """How numbers become terms; arrays of length n_columns unless said otherwise.

    ``low`` and ``high`` are the bounds beyond which a value counts as the bound; ``centre`` and ``spread``
    standardise it (a spread of 0: the column says nothing); ``knots``, of shape (n_columns, n_hinges), are
    in standardised units, NaN where a column has fewer.
    """

    low: Floats
    high: Floats
    centre: Floats
    spread: Floats
    knots: Floats

    @property
    def used(self) -> npt.NDArray[np.intp]:
        """Positions of the columns that vary."""
        return np.flatnonzero(self.spread > 0)

    def standardised(self, X: Floats) -> Floats:
        """Return the columns in units of their spread, 0 (the average) where unknown.

        Parameters
        ----------
        X : ndarray of shape (n_pairs, n_columns)
            NaN is unknown or does not apply.
        """
        scale = np.where(self.spread > 0, self.spread, 1.0)
        result = (np.clip(X, self.low, self.high) - self.centre) / scale
        result[:, self.spread <= 0] = 0.0
        return np.nan_to_num(result, copy=False, nan=0.0)


def described(X: Floats, weight: Floats) -> Columns:
    """Describe columns from the pairs that a model is trained on, or from all pairs there are.

    Parameters
    ----------
    X : ndarray of shape (n_pairs, n_columns)
        NaN is unknown or does not apply; a column without any value, or with one value only, is left out.
    weight : ndarray of shape (n_pairs,)
        How much each pair counts, more than 0.

    Examples
    --------
    >>> columns = described(np.array([[1.0, 5.0], [3.0, np.nan]]), np.ones(2))
    >>> columns.centre.tolist(), columns.used.tolist()
    ([2.0, 5.0], [0])
    """
    count = X.shape[1]
    low, high, centre, spread = (np.zeros(count) for _ in range(4))
    knots = np.full((count, _HINGES), np.nan)
    for column in range(count):
        known = ~np.isnan(X[:, column])
        values, heft = X[known, column], weight[known]
        if len(values) == 0:
            continue
        low[column], high[column] = _quantiles(values, heft, np.array([_TAIL, 1 - _TAIL]))
        kept = np.clip(values, low[column], high[column])
        centre[column] = np.average(kept, weights=heft)
        deviation = float(np.sqrt(np.average((kept - centre[column]) ** 2, weights=heft)))
        # Rounding alone makes a tiny spread of equal values.
        if deviation <= 1e-9 * (1.0 + abs(centre[column])):
            continue
        spread[column] = deviation
        _set_knots(knots[column], (kept - centre[column]) / deviation, heft)
    return Columns(low, high, centre, spread, knots)


def _set_knots(knots: Floats, values: Floats, weight: Floats) -> None:
    inner = np.unique(_quantiles(values, weight, np.linspace(0, 1, _HINGES + 2)[1:-1]))
    inner = inner[(inner > values.min() + 1e-9) & (inner < values.max() - 1e-9)]
    knots[: len(inner)] = inner


def _quantiles(values: Floats, weight: Floats, at: Floats) -> Floats:
    """Return quantiles that are values themselves: a pair of weight 2 counts as two pairs."""
    order = np.argsort(values, kind="stable")
    reached = np.cumsum(weight[order])
    # A hair less: rounding must not push a quantile to the next value.
    place = np.searchsorted(reached, at * reached[-1] * (1.0 - 1e-12))
    result: Floats = values[order][np.minimum(place, len(values) - 1)]
    return result

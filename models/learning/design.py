"""The additive part's design: base, slope on the belief, lines, bends, products, effects of categories."""

from dataclasses import dataclass, replace
from itertools import accumulate, pairwise

import numpy as np
import numpy.typing as npt

from models.learning.columns import Columns

__all__ = ["BLOCKS", "Design", "design_of"]

Floats = npt.NDArray[np.float64]
Codes = npt.NDArray[np.int64]

BLOCKS = ("base", "belief", "lines", "bends", "products", "effects")
# Products of two nearly constant columns are not blown up.
_LEAST_SPREAD = 0.3
_ROWS_AT_ONCE = 4096


@dataclass(frozen=True, slots=True)
class Design:
    """Everything that turns pairs into a matrix, and coefficients back into tables.

    Attributes
    ----------
    columns : Columns
    belief_centre : float
        The belief's logit at which its slope turns.
    bend_column, bend_knot, bend_spread : ndarray of length n_bends
        Which column bends where (standardised units), and how far that moves the average pair.
    left, right, product_spread : ndarray of length n_products
        The two columns of each product.
    level_counts : tuple of int
        How many levels each categorical column has; codes beyond are unknown levels and have no effect.
    """

    columns: Columns
    belief_centre: float
    bend_column: Codes
    bend_knot: Floats
    bend_spread: Floats
    left: Codes
    right: Codes
    product_spread: Floats
    level_counts: tuple[int, ...]

    @property
    def widths(self) -> tuple[int, ...]:
        """Columns of each block; every categorical column is a block of effects of its own."""
        lines = len(self.columns.used)
        return (1, 1, lines, len(self.bend_column), len(self.left), *self.level_counts)

    @property
    def blocks(self) -> tuple[slice, ...]:
        """Where each block lies among the terms, in the order of ``widths``."""
        ends = accumulate(self.widths, initial=0)
        return tuple(slice(begin, end) for begin, end in pairwise(ends))

    @property
    def names(self) -> tuple[str, ...]:
        """The kind of each block, in the order of ``widths``."""
        return (*BLOCKS[:-1], *(BLOCKS[-1] for _ in self.level_counts))

    def matrix(self, X: Floats, codes: Codes, prior_logit: Floats) -> Floats:
        """Return the design matrix.

        Parameters
        ----------
        X : ndarray of shape (n_pairs, n_columns)
        codes : ndarray of shape (n_pairs, n_categorical)
            -1 is an unknown level.
        prior_logit : ndarray of shape (n_pairs,)
        """
        result = np.empty((len(X), sum(self.widths)))
        # Part by part: what lies between stays small, however many pairs there are.
        for start in range(0, len(X), _ROWS_AT_ONCE):
            part = slice(start, start + _ROWS_AT_ONCE)
            result[part] = self._rows(X[part], codes[part], prior_logit[part])
        return result

    def _rows(self, X: Floats, codes: Codes, prior_logit: Floats) -> Floats:
        z = self.columns.standardised(X)
        parts = [
            np.ones((len(X), 1)),
            (prior_logit - self.belief_centre)[:, None],
            z[:, self.columns.used],
            self.bends(z) / self.bend_spread,
            z[:, self.left] * z[:, self.right] / self.product_spread,
        ]
        for place, count in enumerate(self.level_counts):
            parts.append((codes[:, place, None] == np.arange(count)[None]).astype(np.float64))
        return np.hstack(parts)

    def bends(self, z: Floats) -> Floats:
        """Return how far each pair lies beyond each knot; 0 for the average pair."""
        if len(self.bend_column) == 0:
            return np.zeros((len(z), 0))
        beyond = np.maximum(z[:, self.bend_column] - self.bend_knot, 0.0)
        result: Floats = beyond - np.maximum(-self.bend_knot, 0.0)
        return result


def design_of(
    columns: Columns,
    reference: Floats,
    weight: Floats,
    belief_centre: float,
    level_counts: tuple[int, ...],
    without_products: npt.NDArray[np.intp],
) -> Design:
    """Lay out the design.

    Parameters
    ----------
    columns : Columns
    reference : ndarray of shape (n_pairs, n_columns)
        The pairs that ``columns`` were described from.
    weight : ndarray of shape (n_pairs,)
    belief_centre : float
    level_counts : tuple of int
    without_products : ndarray of int
        Columns that take part in no product, since their effect has to keep one direction.
    """
    used = columns.used
    bend_column, place = np.nonzero(~np.isnan(columns.knots))
    keep = np.isin(bend_column, used)
    bend_column, bend_knot = bend_column[keep], columns.knots[bend_column[keep], place[keep]]
    free = np.setdiff1d(used, without_products)
    first, second = np.triu_indices(len(free), 1)
    left, right = free[first], free[second]
    z = columns.standardised(reference)
    products = z[:, left] * z[:, right]
    design = Design(
        columns=columns,
        belief_centre=belief_centre,
        bend_column=bend_column.astype(np.int64),
        bend_knot=bend_knot,
        bend_spread=np.ones(len(bend_column)),
        left=left.astype(np.int64),
        right=right.astype(np.int64),
        product_spread=np.maximum(_spread(products, weight), _LEAST_SPREAD),
        level_counts=level_counts,
    )
    spread = _spread(design.bends(z), weight)
    return replace(design, bend_spread=np.where(spread > 0, spread, 1.0))


def _spread(values: Floats, weight: Floats) -> Floats:
    """Return each column's weighted standard deviation."""
    apart = values - np.average(values, axis=0, weights=weight)
    result: Floats = np.sqrt(np.average(apart**2, axis=0, weights=weight))
    return result

"""The additive part as tables: lines and bends per column, products, effects, and how sure all that is."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from models.learning.columns import Columns
from models.learning.design import Design
from models.learning.doubt import folded_doubt
from models.learning.monotone import directed
from models.learning.outcomes import Outcomes
from models.learning.rows import dot, times
from models.learning.scales import Scaled

__all__ = ["Additive", "AdditiveTerms", "additive_of"]

Floats = npt.NDArray[np.float64]
Codes = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class AdditiveTerms:
    """What one batch of pairs gets; before moderation.

    Attributes
    ----------
    logit : ndarray of shape (n_pairs,)
        Belief included.
    variance : ndarray of shape (n_pairs,)
        Of that logit, from the posterior.
    of_columns : ndarray of shape (n_pairs, n_columns) or None
        Each column's part: its line, its bends, half of each product it takes part in.
    of_categories : ndarray of shape (n_pairs, n_categorical)
    """

    logit: Floats
    variance: Floats
    of_columns: Floats | None
    of_categories: Floats


@dataclass(frozen=True, slots=True)
class Additive:
    """Coefficients by column.

    Attributes
    ----------
    columns : Columns
    shift, slope : float
        Logit = shift + slope * belief + terms.
    line : ndarray of shape (n_columns,)
    bend : ndarray of shape (n_columns, n_hinges)
        One per knot of ``columns``.
    product : ndarray of shape (n_columns, n_columns)
        Upper triangle.
    effects : tuple of ndarray
        One array per categorical column, by level; an unknown level has none.
    effect_variances : tuple of ndarray
        One longer than ``effects``: the last is that of an unknown level (``models.learning.doubt``).
    belief_centre : float
    covariance : ndarray of shape (2 + n_columns, 2 + n_columns)
        Of base, slope and lines, with what goes with them; zero where a column's direction is fixed.
    rest_variance : float
        What is left of bends and products in the average pair's variance (``models.learning.doubt``).
    """

    columns: Columns
    shift: float
    slope: float
    line: Floats
    bend: Floats
    product: Floats
    effects: tuple[Floats, ...]
    effect_variances: tuple[Floats, ...]
    belief_centre: float
    covariance: Floats
    rest_variance: float

    def terms(self, X: Floats, codes: Codes, prior_logit: Floats, *, keep: bool) -> AdditiveTerms:
        """Evaluate the tables.

        Parameters
        ----------
        X : ndarray of shape (n_pairs, n_columns)
            NaN adds nothing and is no surer for it: see ``variance``.
        codes : ndarray of shape (n_pairs, n_categorical)
            -1 is an unknown level.
        prior_logit : ndarray of shape (n_pairs,)
        keep : bool
            Whether each column's part is wanted.
        """
        z = self.columns.standardised(X)
        turned = times(z, self.product)
        effects = np.zeros((len(X), len(self.effects)))
        variance = self._line_variance(z, prior_logit)
        for place, (effect, uncertain) in enumerate(zip(self.effects, self.effect_variances, strict=True)):
            effects[:, place] = np.append(effect, 0.0)[codes[:, place]]
            variance += uncertain[codes[:, place]]
        variance = np.maximum(variance, 0.0) + self.rest_variance
        total = dot(z, self.line) + self._bend_sum(z) + dot(turned, z)
        of_columns = None
        if keep:
            halves = turned + times(z, self.product.T)
            of_columns = z * self.line + self._bends(z) + 0.5 * z * halves
        logit = self.shift + self.slope * prior_logit + total + dot(effects, np.ones(effects.shape[1]))
        return AdditiveTerms(logit, variance, of_columns, effects)

    def _bends(self, z: Floats) -> Floats:
        result = np.zeros_like(z)
        for column, hinge in np.argwhere(self.bend != 0):
            result[:, column] += self._bend(z, column, hinge)
        return result

    def _bend_sum(self, z: Floats) -> Floats:
        result = np.zeros(len(z))
        for column, hinge in np.argwhere(self.bend != 0):
            result += self._bend(z, column, hinge)
        return result

    def _bend(self, z: Floats, column: int, hinge: int) -> Floats:
        knot = self.columns.knots[column, hinge]
        beyond = np.maximum(z[:, column] - knot, 0.0) - max(-knot, 0.0)
        result: Floats = beyond * self.bend[column, hinge]
        return result

    def _line_variance(self, z: Floats, prior_logit: Floats) -> Floats:
        told = np.column_stack([np.ones(len(z)), prior_logit - self.belief_centre, z])
        return dot(times(told, self.covariance), told)


def additive_of(
    design: Design,
    arms: list[tuple[float, Scaled]],
    D: Floats,
    outcomes: Outcomes,
) -> Additive:
    """Compile arms of one design, averaged by their weights.

    Parameters
    ----------
    design : Design
    arms : list of (weight, Scaled)
        Weights sum to 1.
    D : ndarray of shape (n_pairs, n_terms)
        The training pairs in the design.
    outcomes : Outcomes
        The same pairs, with those that show where the columns lie.
    """
    mode = np.zeros(D.shape[1])
    covariance = np.zeros((D.shape[1], D.shape[1]))
    for share, arm in arms:
        mode += share * arm.posterior.mode
        covariance += share * arm.posterior.covariance()
    for share, arm in arms:
        apart = arm.posterior.mode - mode
        covariance += share * np.outer(apart, apart)
    n_columns, used = len(design.columns.spread), design.columns.used
    blocks = design.blocks
    base, slope = float(mode[0]), float(mode[1])
    line = np.zeros(n_columns)
    line[used] = mode[blocks[2]]
    bend = np.zeros_like(design.columns.knots)
    places = _hinge_places(design)
    bend[design.bend_column, places] = mode[blocks[3]] / design.bend_spread
    line, bend = directed(line, bend, outcomes.directions)
    product = np.zeros((n_columns, n_columns))
    product[design.left, design.right] = mode[blocks[4]] / design.product_spread
    doubt = folded_doubt(
        design,
        covariance,
        tuple(_prior_variance(block, arms) for block in blocks[5:]),
        D,
        outcomes,
    )
    return Additive(
        columns=design.columns,
        shift=base - slope * design.belief_centre,
        slope=1.0 + slope,
        line=line,
        bend=bend,
        product=product,
        effects=tuple(mode[block] for block in blocks[5:]),
        effect_variances=doubt.effect_variances,
        belief_centre=design.belief_centre,
        covariance=doubt.covariance,
        rest_variance=doubt.rest_variance,
    )


def _hinge_places(design: Design) -> Codes:
    """Return which hinge of its column each bend is."""
    places = np.zeros(len(design.bend_column), dtype=np.int64)
    for bend in range(1, len(places)):
        if design.bend_column[bend] == design.bend_column[bend - 1]:
            places[bend] = places[bend - 1] + 1
    return places


def _prior_variance(block: slice, arms: list[tuple[float, Scaled]]) -> float:
    """Return the variance of a level that was not seen."""
    if block.stop == block.start:
        return 0.0
    return sum(share * float(arm.prior_variance[block][0]) for share, arm in arms)

"""What no column tells of a cooperative: its outcomes are more alike than what is told of it explains."""

import numpy as np
import numpy.typing as npt
from scipy.special import expit
from scipy.stats import truncnorm

__all__ = ["NOT_YET_MEASURED", "PAIR_VARIANCE", "UNSEEN_VARIANCE", "unseen_variance"]

Floats = npt.NDArray[np.float64]

PAIR_VARIANCE = 0.65**2
"""What no table tells of one pair, in squared logits (as models.belief.beliefs.RESIDUAL_SD_LOGIT)."""
UNSEEN_VARIANCE = 1.2
"""Of a cooperative, before its outcomes are compared: between records with little and with much unseen."""
NOT_YET_MEASURED = 2.6
"""What is missed of a cooperative until there are outcomes enough to hold some out.

An assumption on the careful side: so wide that even where much is unseen three intervals in four hold
(docs/evaluation.md).
"""

# Half a bell over the variances from 0 on, whose mean is what is expected.
_PRIOR_SD = UNSEEN_VARIANCE * np.sqrt(np.pi / 2.0)
_NODES = 15
_GRID = np.array([0.0, 0.1, 0.2, 0.3, 0.45, 0.6, 0.8, 1.0, 1.3, 1.6, 2.0, 2.5, 3.2, 4.0])
# A step of the grid is known no better than this.
_LEAST_SD = 0.05
_LEAST_PRODUCT = 1e-9


def unseen_variance(logit: Floats, y: Floats, weight: Floats, groups: npt.NDArray[np.int64]) -> float:
    """Return the variance of an effect that all pairs of a cooperative share, in squared logits.

    One label a pair does not tell such an effect from chance; two labels of one cooperative that miss in the
    same direction do. Their products, summed, are compared with what effects of several sizes would give,
    and weighed against what is expected before.

    Parameters
    ----------
    logit : ndarray of shape (n_pairs,)
        Of chances told without these outcomes.
    y, weight : ndarray of shape (n_pairs,)
    groups : ndarray of int, shape (n_pairs,)
        The cooperative.
    """
    order = np.argsort(groups, kind="stable")
    first = np.flatnonzero(np.diff(groups[order], prepend=groups[order][:1] - 1))
    logit, y, weight = logit[order], y[order], weight[order]

    def products(values: Floats) -> Floats:
        """Sum the products of two different pairs of a cooperative."""
        found: Floats = np.add.reduceat(values, first) ** 2 - np.add.reduceat(values**2, first)
        return found

    missed = products(weight * (y - expit(logit)))
    seen, sd = float(missed.sum()), float(np.sqrt((missed**2).sum()))
    if sd == 0.0:
        return UNSEEN_VARIANCE
    places, shares = np.polynomial.hermite_e.hermegauss(_NODES)
    shares = shares / shares.sum()
    expected = np.zeros(len(_GRID))
    for step, variance in enumerate(_GRID):
        # the logit of somebody whose effect is none, so that the mean over all effects is what was told
        bare = logit * np.sqrt(1.0 + np.pi * variance / 8.0)
        each = [weight * expit(bare + np.sqrt(variance) * place) for place in places]
        mean = sum((share * one for share, one in zip(shares, each, strict=True)), np.zeros(len(logit)))
        together = sum(share * products(one).sum() for share, one in zip(shares, each, strict=True))
        expected[step] = together - products(mean).sum()
    expected = np.maximum.accumulate(expected)
    # Pairs that miss in different directions say less than none; a record of few pairs says it by chance.
    per_product = _GRID[1] / max(float(expected[1]), _LEAST_PRODUCT)

    def variance_of(products: float) -> float:
        return float(np.interp(products, expected, _GRID)) if products > 0 else products * per_product

    low, found, high = map(variance_of, (seen - sd, seen, seen + sd))
    precision = 1.0 / max((high - low) / 2.0, found - low, _LEAST_SD) ** 2
    believed = 1.0 / _PRIOR_SD**2
    middle, width = precision * found / (precision + believed), 1.0 / np.sqrt(precision + believed)
    return float(truncnorm.mean(-middle / width, np.inf, middle, width))

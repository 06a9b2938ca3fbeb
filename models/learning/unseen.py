"""What no column tells of a cooperative: its outcomes are more alike than what is told of it explains."""

import numpy as np
import numpy.typing as npt
from scipy.special import expit
from scipy.stats import truncnorm

__all__ = [
    "PAIR_VARIANCE",
    "USUAL_DOUBT",
    "likely_missed",
    "not_yet_measured",
    "shared_variance",
    "unseen_variance",
]

Floats = npt.NDArray[np.float64]

PAIR_VARIANCE = 0.75
"""What no table tells of one pair, in squared logits (as models.belief.beliefs.RESIDUAL_SD_LOGIT)."""
USUAL_DOUBT = 1.5
"""Variance of what experts believe of a pair, in squared logits, where they do not say it."""

# Experts are off by a little more than they say: measured on worlds of two makes (docs/evaluation.md).
_MISSED_BY_DOUBT = 1.05
# Until there are outcomes enough to hold some out, so much more is missed than is likely: an assumption on
# the careful side, by which three intervals in four hold even where much is unseen.
_NOT_YET_MEASURED = 0.35
# Between records with little and with much unseen, as a part of what is expected.
_SPREAD = 0.5
_NODES = 15
_GRID = np.array([0.0, 0.1, 0.2, 0.3, 0.45, 0.6, 0.8, 1.0, 1.3, 1.6, 2.0, 2.5, 3.2, 4.0])
# A step of the grid is known no better than this.
_LEAST_SD = 0.05
_LEAST_PRODUCT = 1e-9


def likely_missed(doubt: Floats) -> Floats:
    """Return what is likely missed of cooperatives by how unsure experts are, in squared logits.

    Parameters
    ----------
    doubt : ndarray
        Variance of what experts believe of a pair, in squared logits.

    Examples
    --------
    >>> likely_missed(np.array([0.0, 1.5, 2.0])).round(2).tolist()
    [0.0, 1.58, 2.1]
    """
    return _MISSED_BY_DOUBT * doubt


def not_yet_measured(usually_missed: float) -> float:
    """Return what is taken to be missed of a cooperative until its outcomes can be compared.

    Parameters
    ----------
    usually_missed : float
        What is likely missed, on average over the pairs, in squared logits.

    Examples
    --------
    >>> not_yet_measured(1.5)
    1.85
    """
    return usually_missed + _NOT_YET_MEASURED


def shared_variance(D: Floats, covariance: Floats, groups: npt.NDArray[np.int64]) -> float:
    """Return how far two pairs of a cooperative are wrong together as coefficients are not known better.

    Parameters
    ----------
    D : ndarray of shape (n_pairs, n_terms)
    covariance : ndarray of shape (n_terms, n_terms)
        Of the coefficients.
    groups : ndarray of int, shape (n_pairs,)
        The cooperative.

    Examples
    --------
    >>> shared_variance(np.array([[1.0, 0.0], [1.0, 1.0]]), np.eye(2), np.zeros(2, dtype=np.int64))
    1.0
    """
    _, place, count = np.unique(groups, return_inverse=True, return_counts=True)
    sums = np.zeros((len(count), D.shape[1]))
    np.add.at(sums, place, D)
    n_products = float((count * (count - 1)).sum())
    if n_products == 0:
        return 0.0
    together, alone = (float(np.einsum("ij,ij->", rows @ covariance, rows)) for rows in (sums, D))
    return (together - alone) / n_products


def unseen_variance(
    logit: Floats, y: Floats, weight: Floats, groups: npt.NDArray[np.int64], expected_variance: float
) -> float:
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
    expected_variance : float
        Before the outcomes are compared.
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
        return expected_variance
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

    found = variance_of(seen)
    # Little that is alike scatters little: how surely it is told is read where at least the expected holds.
    around = max(seen, float(np.interp(expected_variance, _GRID, expected)))
    low, middle, high = map(variance_of, (around - sd, around, around + sd))
    precision = 1.0 / max((high - low) / 2.0, middle - low, _LEAST_SD) ** 2
    believed = 1.0 / (_SPREAD * expected_variance) ** 2
    middle = (precision * found + believed * expected_variance) / (precision + believed)
    width = 1.0 / np.sqrt(precision + believed)
    return float(truncnorm.mean(-middle / width, np.inf, middle, width))

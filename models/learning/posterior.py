"""The Gaussian posterior of a logistic regression with Gaussian priors, and the evidence for it."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy.linalg import cho_factor, cho_solve, solve_triangular
from scipy.linalg.blas import dsyrk
from scipy.special import expit

from models.learning.nats import surprise_nats

__all__ = ["Posterior", "laplace"]

Floats = npt.NDArray[np.float64]

_STEPS = 40
_TOLERANCE = 1e-8
_LEAST_STEP = 1e-4
_ROWS_AT_ONCE = 4096
_WORTH_KEEPING = 0.6
_LEAST_WEIGHT = 1e-10


@dataclass(frozen=True, slots=True)
class Posterior:
    """The mode, the lower Cholesky factor of the curvature there, and the log evidence in nats."""

    mode: Floats
    factor: Floats
    log_evidence: float

    def covariance(self) -> Floats:
        """Return the posterior covariance, of shape (n_terms, n_terms)."""
        result: Floats = cho_solve((self.factor, True), np.eye(len(self.mode)))
        return result

    def variance(self, D: Floats) -> Floats:
        """Return the variance of each row's logit.

        Parameters
        ----------
        D : ndarray of shape (n_pairs, n_terms)
        """
        turned = solve_triangular(self.factor, D.T, lower=True, check_finite=False)
        result: Floats = np.einsum("ij,ij->j", turned, turned)
        return result


def laplace(  # noqa: PLR0913 - the textbook has as many
    D: Floats,
    y: Floats,
    offset: Floats,
    weight: Floats,
    prior_mean: Floats,
    prior_variance: Floats,
    start: Floats | None = None,
    *,
    exact: bool = True,
) -> Posterior:
    """Find the posterior's mode by Newton's method and lay a Gaussian there.

    Parameters
    ----------
    D : ndarray of shape (n_pairs, n_terms)
    y : ndarray of shape (n_pairs,)
        0 or 1.
    offset : ndarray of shape (n_pairs,)
        What is added to ``D @ coefficients``, in logits.
    weight : ndarray of shape (n_pairs,)
        How much each outcome counts, at least 0.
    prior_mean, prior_variance : ndarray of shape (n_terms,)
    start : ndarray of shape (n_terms,), optional
        Where to begin; the answer does not depend on it.
    exact : bool
        Whether the curvature has to be that of the mode itself; that of a point near it costs half.

    Notes
    -----
    The objective is strictly convex, so the mode is unique. Evidence: MacKay (1992), The evidence framework
    applied to classification networks.
    """
    given = (D, y, offset, weight, prior_mean, prior_variance)
    mode = (prior_mean if start is None else start).copy()
    value = _loss(*given, mode)
    factor, is_fresh = _factor(D, expit(offset + D @ mode), weight, prior_variance), True
    for _ in range(_STEPS):
        p = expit(offset + D @ mode)
        gradient = D.T @ (weight * (p - y)) + (mode - prior_mean) / prior_variance
        step = cho_solve((factor, True), gradient, check_finite=False)
        promised = 0.5 * float(gradient @ step)
        is_there = promised < _TOLERANCE * (1.0 + abs(value))
        share = 0.0 if is_there else _share(given, mode, step, value)
        if share == 0.0 and (is_fresh or (is_there and not exact)):
            break
        mode = mode - share * step
        found = _loss(*given, mode)
        # The curvature is the dearest part: it serves again for as long as its steps are worth it.
        is_fresh = value - found < _WORTH_KEEPING * promised or share == 0.0
        value = found
        if is_fresh:
            factor = _factor(D, expit(offset + D @ mode), weight, prior_variance)
    volume = float(np.log(np.diag(factor)).sum() + 0.5 * np.log(prior_variance).sum())
    return Posterior(mode, factor, -value - volume)


def _share(given: tuple[Floats, ...], mode: Floats, step: Floats, value: float) -> float:
    """Return how much of the step lowers the loss; 0 when nothing does."""
    D, y, offset, weight, prior_mean, prior_variance = given
    share = 1.0
    while share > _LEAST_STEP:
        if _loss(D, y, offset, weight, prior_mean, prior_variance, mode - share * step) < value:
            return share
        share /= 2
    return 0.0


def _loss(
    D: Floats,
    y: Floats,
    offset: Floats,
    weight: Floats,
    prior_mean: Floats,
    prior_variance: Floats,
    mode: Floats,
) -> float:
    logit = offset + D @ mode
    misfit = float((weight * surprise_nats(logit, y)).sum())
    return misfit + 0.5 * float(((mode - prior_mean) ** 2 / prior_variance).sum())


def _factor(D: Floats, p: Floats, weight: Floats, prior_variance: Floats) -> Floats:
    """Return the lower Cholesky factor of the curvature; its upper triangle is not to be read."""
    counted = np.sqrt(np.maximum(weight * p * (1.0 - p), _LEAST_WEIGHT))
    curvature: Floats = np.zeros((D.shape[1], D.shape[1]), order="F")
    for start in range(0, len(D), _ROWS_AT_ONCE):
        part = slice(start, start + _ROWS_AT_ONCE)
        # A C-ordered table read as its transpose: half the products, and no copy.
        scaled = (D[part] * counted[part, None]).T
        curvature = dsyrk(1.0, scaled, beta=1.0, c=curvature, lower=1, overwrite_c=1)
    curvature[np.diag_indices_from(curvature)] += 1.0 / prior_variance
    factor: Floats = cho_factor(curvature, lower=True, overwrite_a=True, check_finite=False)[0]
    return factor

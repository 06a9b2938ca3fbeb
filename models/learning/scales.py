"""How far departures from the belief may go: scales of whole blocks, which follow the evidence."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np
import numpy.typing as npt

from models.learning.design import Design
from models.learning.posterior import Posterior, laplace

__all__ = ["CORRECTED", "FREE", "Expectation", "Scaled", "fitted_scales", "prior_of"]

Floats = npt.NDArray[np.float64]

# A block's scale is believed as firmly as if so many coefficients had been seen.
_PSEUDO_COUNT = 4.0
_ROUNDS = 8
_SETTLED = 0.02
# Blocks whose scale is that of the whole block: the sum of many small terms, not each of them.
_SHARED = frozenset({"lines", "bends", "products"})
_TUNED = frozenset({"lines", "bends", "products", "effects"})


@dataclass(frozen=True, slots=True)
class Expectation:
    """Before any outcome: the mean of a block's coefficients, the scale of the whole block in logits."""

    mean: float
    sd_logit: float


# The belief stands, a little less sure of itself than it says, and is corrected; or it is one opinion among
# others and the outcomes speak for themselves. Scales: what lost least over eight kinds of simulated records
# of 5 to 500 outcomes (docs/evaluation.md).
CORRECTED: Mapping[str, Expectation] = MappingProxyType(
    {
        "base": Expectation(0.0, 0.5),
        "belief": Expectation(-0.15, 0.4),
        "lines": Expectation(0.0, 0.65),
        "bends": Expectation(0.0, 0.2),
        "products": Expectation(0.0, 0.25),
        "effects": Expectation(0.0, 0.25),
    }
)
FREE: Mapping[str, Expectation] = MappingProxyType(
    {
        "base": Expectation(0.0, 1.0),
        "belief": Expectation(-0.7, 0.4),
        "lines": Expectation(0.0, 0.8),
        "bends": Expectation(0.0, 0.5),
        "products": Expectation(0.0, 0.7),
        "effects": Expectation(0.0, 0.4),
    }
)


@dataclass(frozen=True, slots=True)
class Scaled:
    """A posterior with the prior it came from; ``log_evidence`` also counts what the scales cost."""

    posterior: Posterior
    prior_mean: Floats
    prior_variance: Floats
    log_evidence: float


def prior_of(design: Design, expectations: Mapping[str, Expectation]) -> tuple[Floats, Floats]:
    """Return the prior's mean and variance of every coefficient, each of shape (n_terms,)."""
    means, variances = [], []
    for name, width in zip(design.names, design.widths, strict=True):
        expected = expectations[name]
        means.append(np.full(width, expected.mean))
        spread = max(width, 1) if name in _SHARED else 1
        variances.append(np.full(width, expected.sd_logit**2 / spread))
    return np.concatenate(means), np.concatenate(variances)


def fitted_scales(
    design: Design,
    D: Floats,
    y: Floats,
    offset: Floats,
    weight: Floats,
    expectations: Mapping[str, Expectation],
    start: Floats | None = None,
) -> Scaled:
    """Fit coefficients and block scales in turn until the scales stand still.

    Parameters
    ----------
    design : Design
    D : ndarray of shape (n_pairs, n_terms)
        ``design.matrix`` of the pairs.
    y, offset, weight : ndarray of shape (n_pairs,)
    expectations : mapping of block to Expectation
    start : ndarray of shape (n_terms,), optional
        Prior variances to begin with, from a fit on fewer outcomes.

    Notes
    -----
    MacKay's fixed point with an inverse-gamma prior on each scale. A block without evidence keeps its scale.
    """
    mean, believed = prior_of(design, expectations)
    variance = believed.copy() if start is None else start.copy()
    blocks = _tuned_blocks(design)
    posterior = laplace(D, y, offset, weight, mean, variance)
    for _ in range(_ROUNDS):
        uncertain = np.diag(posterior.covariance())
        moved = variance.copy()
        for block in blocks:
            determined = float((1.0 - uncertain[block] / variance[block]).sum())
            reach = float(((posterior.mode[block] - mean[block]) ** 2).sum())
            believed_reach = _PSEUDO_COUNT * float(believed[block][0])
            moved[block] = (reach + believed_reach) / (determined + _PSEUDO_COUNT)
        still = bool(np.allclose(moved, variance, rtol=_SETTLED))
        variance = moved
        posterior = laplace(D, y, offset, weight, mean, variance, posterior.mode)
        if still:
            break
    cost = 0.0
    for block in blocks:
        ratio = float(variance[block][0] / believed[block][0])
        cost += 0.5 * _PSEUDO_COUNT * (np.log(ratio) + 1.0 / ratio - 1.0)
    return Scaled(posterior, mean, variance, posterior.log_evidence - float(cost))


def _tuned_blocks(design: Design) -> list[slice]:
    named = zip(design.names, design.blocks, strict=True)
    return [block for name, block in named if name in _TUNED and block.stop > block.start]

"""How often things work out at all: a forecaster that looks at no pair, with its exact evidence."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy.special import betaln

__all__ = ["CommonRate", "common_rate"]

Floats = npt.NDArray[np.float64]

# Before any outcome: one in four, as firmly as if 2.4 had been seen.
_SUCCESSES, _FAILURES = 0.6, 1.8


@dataclass(frozen=True, slots=True)
class CommonRate:
    """The logit of the common chance, and the log evidence for there being nothing else, in nats."""

    logit: float
    log_evidence: float


def common_rate(y: Floats, weight: Floats) -> CommonRate:
    """Learn the common chance.

    Parameters
    ----------
    y : ndarray of shape (n_pairs,)
        0 or 1.
    weight : ndarray of shape (n_pairs,)

    Notes
    -----
    Beta-Bernoulli: the evidence is the product of the chances with which it would have foretold the outcomes
    one by one.

    Examples
    --------
    >>> common_rate(np.array([1.0, 0.0]), np.ones(2)).log_evidence
    -2.022...
    """
    successes = _SUCCESSES + float((weight * y).sum())
    failures = _FAILURES + float((weight * (1.0 - y)).sum())
    evidence = float(betaln(successes, failures) - betaln(_SUCCESSES, _FAILURES))
    return CommonRate(float(np.log(successes / failures)), evidence)

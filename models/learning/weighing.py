"""How much the bare belief, each account of the outcomes, and the common rate count."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy.special import softmax

__all__ = ["BOUND_NATS", "Weights", "posterior_weights"]

Floats = npt.NDArray[np.float64]

# Before any outcome: the belief, the corrected belief, an account free of it, and the common rate, which
# holds a hopeless expert in check with five outcomes (docs/decisions/0018).
_BELIEF_SHARE = 0.25
_ARM_SHARES = (0.5, 0.05, 0.2)
# No account is the truth, and the evidence for each is a record of its early days: it is believed by half.
_RATE = 0.5

BOUND_NATS = -math.log(_BELIEF_SHARE) / _RATE
"""What a mixture with these weights loses to the belief at most, in total, whatever comes."""


@dataclass(frozen=True, slots=True)
class Weights:
    """Posterior weights: of the belief, and of each arm among the arms (they sum to 1)."""

    belief: float
    arms: Floats


def posterior_weights(belief: float, arms: Sequence[float]) -> Weights:
    """Weigh the belief against what was learned.

    Parameters
    ----------
    belief : float
        The belief's log-likelihood of the outcomes, in nats; minus infinity: there is no belief.
    arms : sequence of float
        The log evidence of the corrected belief, of the account free of it and, where wanted, of the common
        rate.

    Notes
    -----
    Weights before times likelihood to the power of a half: a Bayesian who knows that none of his models is
    true learns at a rate below 1 (Grünwald and van Ommen 2017, Inconsistency of Bayesian inference for
    misspecified linear models). For logarithmic loss every rate up to 1 keeps the mixture within
    ln(1 / weight) / rate nats of each of its parts, as far as evidence equals the chance with which each
    would have foretold the outcomes one by one (Cesa-Bianchi and Lugosi 2006, Prediction, Learning, and
    Games, section 3.3).

    Examples
    --------
    >>> weights = posterior_weights(0.0, (0.0, 0.0, 0.0))
    >>> round(weights.belief, 2), weights.arms.round(3).tolist()
    (0.25, [0.667, 0.067, 0.267])
    """
    shares = np.array((_BELIEF_SHARE, *_ARM_SHARES[: len(arms)]))
    found = softmax(np.log(shares) + _RATE * np.array((belief, *arms)))
    return Weights(float(found[0]), found[1:] / found[1:].sum())

"""How much the belief still counts: the chance that learning has not yet overtaken it."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy.special import logsumexp

__all__ = ["BELIEF_WEIGHT", "Prefix", "Weights", "posterior_weights", "prefix_lengths"]

Floats = npt.NDArray[np.float64]

# How firmly the belief is held before any outcome. Whatever comes, a mixture with this weight loses at most
# ln(1 / weight) nats to the belief in total over all outcomes it predicts.
BELIEF_WEIGHT = 0.25
# Of what is left: to the corrected belief, an account free of it, and the common rate, so that a hopeless
# expert is held in check even with five outcomes; a good one loses a hundredth or two of a nat there and
# nothing from a hundred outcomes on (docs/evaluation.md).
_ARM_SHARES = (0.27, 0.2, 0.53)
# Learning that leads from the first outcome on; the rest is shared by the later switching times.
_AT_ONCE = 0.92
_FIRST_PREFIX = 16


@dataclass(frozen=True, slots=True)
class Prefix:
    """What was known after the first ``length`` outcomes.

    ``belief`` is the belief's log-likelihood of them in nats, ``arms`` the evidence of each learning arm.
    """

    length: int
    belief: float
    arms: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Weights:
    """Posterior weights: of the belief, and of each arm among the arms (they sum to 1)."""

    belief: float
    arms: Floats


def prefix_lengths(n_outcomes: int) -> list[int]:
    """Return after how many outcomes a switch from the belief to learning is considered.

    Examples
    --------
    >>> prefix_lengths(100)
    [16, 32, 64]
    """
    found, length = [], _FIRST_PREFIX
    # An arm that takes over after an outcome foretells the next: its time is now, not ahead.
    while length <= n_outcomes:
        found.append(length)
        length *= 2
    return found


def posterior_weights(prefixes: Sequence[Prefix], whole: Prefix) -> Weights:
    """Weigh the belief against learning.

    Parameters
    ----------
    prefixes : sequence of Prefix
        Shorter ones first; without the empty one.
    whole : Prefix
        All outcomes.

    Notes
    -----
    The switch distribution of van Erven, Grünwald and de Rooij (2012): learning that starts from scratch
    loses at first and wins later; a model average over "from which outcome on" catches up at once. Weights
    of the switching times depend on the time only, so that the mixture is one and the same while outcomes
    arrive, and the bound of ``BELIEF_WEIGHT`` holds as far as evidence equals the chance with which each
    arm would have foretold the outcomes one by one.
    """
    n_arms = len(whole.arms)
    shares = np.array(_ARM_SHARES[:n_arms]) / sum(_ARM_SHARES[:n_arms])
    log_terms = np.full((len(prefixes) + 1, n_arms), -np.inf)
    starts = [Prefix(0, 0.0, (0.0,) * n_arms), *prefixes]
    for row, start in enumerate(starts):
        # Sums to 1 over all switching times there will ever be.
        when = math.log(_AT_ONCE if row == 0 else (1.0 - _AT_ONCE) / (row * (row + 1)))
        for arm in range(n_arms):
            gained = start.belief + whole.arms[arm] - start.arms[arm]
            log_terms[row, arm] = math.log((1.0 - BELIEF_WEIGHT) * shares[arm]) + when + gained
    # Times that lie ahead follow the belief until now.
    ahead = (1.0 - _AT_ONCE) / len(starts)
    held = BELIEF_WEIGHT + (1.0 - BELIEF_WEIGHT) * ahead
    log_belief = math.log(held) + whole.belief
    of_arms = logsumexp(log_terms, axis=0)
    total = logsumexp(np.append(of_arms, log_belief))
    arms = np.exp(of_arms - logsumexp(of_arms))
    return Weights(float(np.exp(log_belief - total)), arms)

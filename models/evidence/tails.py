"""How likely so many successes are, given what was believed and what others showed.

What is believed of an offer may be wrong for all its pairs alike: their logits are shifted together by an
unknown amount, normal around zero, and what the offer's other outcomes say of that shift is used first.
"""

import numpy as np
import numpy.typing as npt
from scipy.special import expit

__all__ = ["SHIFTS", "shift_weights", "shifted_chances", "success_bounds", "success_tail"]

Floats = npt.NDArray[np.float64]

SHIFTS: Floats = np.linspace(-5.0, 5.0, 41)
"""The shifts looked at, in logits."""
_SPREAD_LOGITS = 1.25
_LEAST = 1e-300


def shifted_chances(prior_logit: Floats) -> Floats:
    """Return the chance of each pair under each shift; shape (n_pairs, n_shifts), inside (0, 1)."""
    chances: Floats = expit(np.clip(prior_logit[:, None] + SHIFTS[None, :], -30.0, 30.0))
    return chances


def shift_weights(log_likelihood: Floats) -> Floats:
    """Return how much each shift is believed after what others showed.

    Parameters
    ----------
    log_likelihood : ndarray of shape (..., n_shifts)
        Of the other outcomes under each shift; zeros where there are none.

    Returns
    -------
    ndarray of shape (..., n_shifts)
        Sums to one over the shifts.
    """
    log_weight = log_likelihood - 0.5 * (SHIFTS / _SPREAD_LOGITS) ** 2
    weight = np.exp(log_weight - log_weight.max(axis=-1, keepdims=True))
    result: Floats = weight / weight.sum(axis=-1, keepdims=True)
    return result


def success_tail(chances: Floats, weights: Floats, success_count: int) -> float:
    """Return the probability of at least so many successes.

    Parameters
    ----------
    chances : ndarray of shape (n_pairs, n_shifts)
        Inside (0, 1).
    weights : ndarray of shape (n_shifts,)
        Sum to one.
    success_count : int
        0 ... n_pairs.

    Examples
    --------
    >>> half = np.full((3, 1), 0.5)
    >>> success_tail(half, np.ones(1), 3), success_tail(half, np.ones(1), 0)
    (0.125, 1.0)
    """
    if success_count <= 0:
        return 1.0
    # one row a count; the last takes in all counts from success_count on
    law = np.zeros((success_count + 1, chances.shape[1]))
    law[0] = 1.0
    for chance in chances:
        step = law * chance
        law[:-1] -= step[:-1]
        law[1:] += step[:-1]
    return float(min(1.0, law[-1] @ weights))


def success_bounds(
    mean_chances: Floats, weights: Floats, trial_counts: Floats, success_counts: Floats
) -> Floats:
    """Return an upper bound of that probability for many groups at once (Chernoff's).

    Parameters
    ----------
    mean_chances, weights : ndarray of shape (n_groups, n_shifts)
        The mean chance of a group's pairs under each shift.
    trial_counts, success_counts : ndarray of shape (n_groups,)
        Pairs and successes of each group.

    Returns
    -------
    ndarray of shape (n_groups,)
        In (0, 1].
    """
    rate = np.clip(success_counts / trial_counts, _LEAST, 1.0)[:, None]
    chance = np.clip(mean_chances, 1e-15, 1.0 - 1e-15)
    with np.errstate(divide="ignore", invalid="ignore"):
        missed = np.where(rate < 1.0, (1.0 - rate) * (np.log1p(-rate) - np.log1p(-chance)), 0.0)
    divergence = rate * (np.log(rate) - np.log(chance)) + missed
    exponent = np.where(rate > chance, trial_counts[:, None] * divergence, 0.0)
    bounds: Floats = np.maximum((np.exp(-exponent) * weights).sum(axis=1), _LEAST)
    return np.minimum(bounds, 1.0)

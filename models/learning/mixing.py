"""Two logits mixed as chances, told as one logit and as the share of each."""

import numpy as np
import numpy.typing as npt
from scipy.special import expit

__all__ = ["mixed"]

Floats = npt.NDArray[np.float64]

_NEAR_LOGIT = 1e-9


def mixed(first: Floats, second: Floats, weight: float) -> tuple[Floats, Floats]:
    """Mix ``weight`` of the first chance with the rest of the second.

    Parameters
    ----------
    first, second : ndarray
        Logits.
    weight : float
        How much of the first, 0 to 1.

    Returns
    -------
    logit : ndarray
        Of the mixed chance: between the two.
    share : ndarray
        ``logit == share * first + (1 - share) * second``: contributions of the two, added in these shares,
        sum to the logit of the mixture.

    Examples
    --------
    >>> logit, share = mixed(np.array([0.0, 4.0]), np.array([0.0, -4.0]), 0.75)
    >>> [round(float(one), 3) for one in logit], [round(float(one), 3) for one in share]
    ([0.0, 1.051], [0.75, 0.631])
    """
    if weight >= 1.0:
        return first, np.ones_like(first)
    if weight <= 0.0:
        return second, np.zeros_like(second)
    chance = weight * expit(first) + (1.0 - weight) * expit(second)
    rest = weight * expit(-first) + (1.0 - weight) * expit(-second)
    logit = np.log(chance) - np.log(rest)
    apart = first - second
    near = np.abs(apart) < _NEAR_LOGIT
    share = np.where(near, weight, (logit - second) / np.where(near, 1.0, apart))
    share = np.clip(share, 0.0, 1.0)
    # Where the two nearly agree the quotient is noise; said from the share, the sum is exact everywhere.
    return share * first + (1.0 - share) * second, share

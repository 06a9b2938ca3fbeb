"""The 80 % interval of a probability that can only widen when something becomes unknown."""

import numpy as np
import numpy.typing as npt

__all__ = ["Z80", "half_width_logit"]

Floats = npt.NDArray[np.float64]

Z80 = 1.2815515655446004  # the 90 % quantile of the normal distribution: 80 % lie within


def half_width_logit(logit: Floats, sd_logit: Floats, worst: Floats, best: Floats) -> Floats:
    """Return half the interval's width around a logit.

    On the logit scale doubt is even, but a reader sees probabilities, where the same doubt looks narrow near
    0 and 1. A blank field that moves a pair towards 0 would then seem to make it surer. So the interval is
    made as wide, in probability, as it would be at the likeliest point the pair may yet turn out to be:
    that logit between ``worst`` and ``best`` which is nearest to even odds.

    Parameters
    ----------
    logit, sd_logit : ndarray
        The score and its doubt, as a standard deviation.
    worst, best : ndarray
        The logits that the unknown fields may yet lead to; ``worst <= logit <= best``.

    Returns
    -------
    ndarray
        ``t`` such that expit(logit + t) - expit(logit - t) equals what ``Z80 * sd_logit`` either side gives
        at that point; never less than ``Z80 * sd_logit``, and equal to it when nothing is unknown.

    Notes
    -----
    With s = Z80 sd and l* that point, the width is W = sinh s / (cosh s + cosh l*), and t solves
    sinh t = W (cosh t + cosh logit), a quadratic in exp t. Making a field unknown widens the range of
    logits and raises the doubt, and W grows with both.

    Examples
    --------
    >>> one = np.array([1.0])
    >>> bool(np.isclose(half_width_logit(-2 * one, one, -2 * one, -2 * one)[0], Z80))
    True
    >>> bool(half_width_logit(-2 * one, one, -3 * one, -1 * one)[0] > Z80)
    True
    """
    even = np.clip(0.0, worst, best)
    reach = Z80 * sd_logit
    width = np.sinh(reach) / (np.cosh(reach) + np.cosh(even))
    turned = width * np.cosh(np.clip(logit, -30.0, 30.0))
    root = np.sqrt(turned**2 + (1 - width) * (1 + width))
    found: Floats = np.log((turned + root) / (1 - width))
    return np.maximum(found, reach)

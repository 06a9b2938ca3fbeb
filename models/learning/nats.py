"""How much an outcome surprises a logit."""

import numpy as np
import numpy.typing as npt

__all__ = ["surprise_nats"]

Floats = npt.NDArray[np.float64]


def surprise_nats(logit: Floats, y: Floats) -> Floats:
    """Return minus the log of the chance that each outcome was given.

    Parameters
    ----------
    logit : ndarray
        However large, nothing overflows.
    y : ndarray of the same shape
        0 to 1.

    Examples
    --------
    >>> surprise_nats(np.array([0.0, 800.0]), np.array([1.0, 0.0])).round(4).tolist()
    [0.6931, 800.0]
    """
    result: Floats = np.logaddexp(0.0, logit) - y * logit
    return result

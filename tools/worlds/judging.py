"""Share of the possible gain and other figures against the truth."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from models.evaluation.metrics import coverage, ece, log_loss
from models.evaluation.orders import regret_at

__all__ = ["Judged", "gain_share", "judged"]

Floats = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Judged:
    """How good chances are against the truth.

    ``share`` of the possible gain is 0 for a random choice of three and 1 for an all-knowing adviser;
    ``log_loss`` and ``best_log_loss`` in nats; ``coverage80`` NaN without an interval.
    """

    share: float
    log_loss: float
    best_log_loss: float
    ece: float
    coverage80: float


def gain_share(p: npt.ArrayLike, truth: npt.ArrayLike, groups: npt.ArrayLike, k: int = 3) -> float:
    """Return what the first ``k`` bring above a random choice, as a share of what they could bring.

    Parameters
    ----------
    p, truth : array-like of shape (n_pairs,)
        Chances by the model, and true ones.
    groups : array-like of shape (n_pairs,)
        The cooperative; all have the same number of pairs, at least ``k``.

    Examples
    --------
    >>> gain_share([0.9, 0.1], [0.8, 0.2], ["a", "a"], k=1)
    1.0
    """
    found = regret_at(p, truth, groups, k)
    by_chance = regret_at(np.zeros(len(np.asarray(truth))), truth, groups, k)
    return 1.0 - found / by_chance


def judged(
    p: Floats, lower: Floats, upper: Floats, truth: Floats, y: Floats, groups: npt.ArrayLike
) -> Judged:
    """Judge chances of shape (n_pairs,) by true ones and one draw of outcomes."""
    has_interval = not (np.isnan(lower).any() or np.isnan(upper).any())
    return Judged(
        gain_share(p, truth, groups),
        log_loss(p, y),
        log_loss(truth, y),
        ece(p, y),
        coverage(lower, upper, truth) if has_interval else float("nan"),
    )

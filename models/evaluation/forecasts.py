"""What a fitted peer says of new pairs: chances, and where it has them the ends of its interval."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy.special import expit

from models.belief.interval import Z80
from models.evaluation.pairs import Pairs

__all__ = [
    "Fitted",
    "Forecast",
    "base_rate",
    "can_be_learned",
    "from_logit",
    "has_both_kinds",
    "level_forecast",
]

Floats = npt.NDArray[np.float64]

# Trees that are sure of a handful of outcomes would lose without bound; nobody shows such a chance.
_LEAST_CHANCE = 1e-4
_LEAST_OUTCOMES = 10


@dataclass(frozen=True, slots=True)
class Forecast:
    """Chances of shape (n_pairs,) and the 80 % interval; NaN ends where a peer has none."""

    p: Floats
    lower: Floats
    upper: Floats


Fitted = Callable[[Pairs], Forecast]


def from_logit(logit: Floats, variance: Floats | None = None) -> Forecast:
    """Return a forecast from logits and, where there is one, their variance in squared logits."""
    p = np.clip(expit(logit), _LEAST_CHANCE, 1.0 - _LEAST_CHANCE)
    if variance is None:
        unknown = np.full(len(p), np.nan)
        return Forecast(p, unknown, unknown)
    reach = Z80 * np.sqrt(variance)
    return Forecast(p, expit(logit - reach), expit(logit + reach))


def base_rate(pairs: Pairs) -> float:
    """Return the share of successes, half a success and half a failure added."""
    return float(((pairs.weight * pairs.y).sum() + 0.5) / (pairs.weight.sum() + 1.0))


def level_forecast(rate: float) -> Fitted:
    """Return what a peer says that has learned only how often pairs succeed."""
    return lambda pairs: from_logit(np.full(len(pairs), np.log(rate / (1.0 - rate))))


def has_both_kinds(pairs: Pairs) -> bool:
    """Whether there are successes and failures that count."""
    counted = pairs.y[pairs.weight > 0]
    return bool((counted > 0).any() and (counted == 0).any())


def can_be_learned(pairs: Pairs) -> bool:
    """Whether there is enough for trees: ten outcomes of both kinds, of more than one cooperative."""
    return len(pairs) >= _LEAST_OUTCOMES and has_both_kinds(pairs) and bool(np.ptp(pairs.groups) > 0)

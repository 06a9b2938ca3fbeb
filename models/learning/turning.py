"""From when on outcomes speak of today: whether what makes pairs succeed has turned in between."""

from collections.abc import Callable, Sequence
from functools import cache

import numpy as np
import numpy.typing as npt
from scipy.special import logsumexp

__all__ = ["LEAST_SINCE", "share_of_today"]

Floats = npt.NDArray[np.float64]

LEAST_SINCE = 30
"""With fewer outcomes on one side nobody tells a turn from chance."""
_TURN = 0.1
"""How likely a turn is held before looking."""
# Where a turn is looked for, as parts of the record: a recent one matters most and shows least.
_COARSE = (1 / 4, 1 / 2, 3 / 4, 7 / 8, 15 / 16, 31 / 32)
_FINE = (*(part / 16 for part in range(1, 16)), 25 / 32, 27 / 32, 29 / 32, 31 / 32)
_WORTH_A_LOOK = 0.5
_LEAST_SURE = 0.02


def share_of_today(n_outcomes: int, evidence: Callable[[slice], float]) -> Floats:
    """Return how likely each outcome came after the last turn, of shape (n_outcomes,).

    Parameters
    ----------
    n_outcomes : int
        In the order of time.
    evidence : callable
        The log evidence, in nats, of a stretch of outcomes for one way of working throughout.

    Notes
    -----
    One turn at most, at one of a few places: both sides are learned afresh and their evidence is added
    (a product partition; Barry and Hartigan 1992). The newest outcomes always count whole.
    """
    whole = np.ones(n_outcomes)
    places = _places(n_outcomes, _COARSE)
    if not places:
        return whole
    straight = evidence(slice(None)) + np.log1p(-_TURN)

    # The closer look comes to the places of the first one again.
    @cache
    def both_sides(place: int) -> float:
        return evidence(slice(place)) + evidence(slice(place, None))

    def turned(places: list[int]) -> Floats:
        result: Floats = np.array([both_sides(place) for place in places]) + np.log(_TURN / len(places))
        return result

    found = turned(places)
    total = logsumexp(np.append(found, straight))
    if np.exp(straight - total) < 1.0 - _WORTH_A_LOOK:
        places = _places(n_outcomes, _FINE)
        found = turned(places)
        total = logsumexp(np.append(found, straight))
    likely = np.exp(found - total)
    if likely.sum() < _LEAST_SURE:
        return whole
    for place, chance in zip(places, likely, strict=True):
        whole[:place] -= chance
    return np.maximum(whole, 0.0)


def _places(n_outcomes: int, parts: Sequence[float]) -> list[int]:
    places = sorted({int(n_outcomes * part) for part in parts})
    return [place for place in places if LEAST_SINCE <= place <= n_outcomes - LEAST_SINCE]

"""How good chances are: loss, calibration, and whether intervals hold the truth."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy.special import logit

from models.evaluation.lines import straight_line

__all__ = [
    "BrierParts",
    "brier",
    "brier_parts",
    "calibration_line",
    "coverage",
    "ece",
    "log_loss",
    "losses",
    "perfect_band",
]

Floats = npt.NDArray[np.float64]

# A chance of exactly 0 or 1 would cost without bound.
_LEAST_CHANCE = 1e-6
_BINS = 15


@dataclass(frozen=True, slots=True)
class BrierParts:
    """Murphy's parts of the Brier score: ``reliability - resolution + uncertainty + within``.

    ``within`` is what chances that differ inside one bin add; with one bin per chance it is 0.
    """

    reliability: float
    resolution: float
    uncertainty: float
    within: float

    @property
    def total(self) -> float:
        """The Brier score."""
        return self.reliability - self.resolution + self.uncertainty + self.within


def losses(p: npt.ArrayLike, y: npt.ArrayLike) -> Floats:
    """Return each pair's loss in nats, of shape (n_pairs,).

    Parameters
    ----------
    p : array-like of shape (n_pairs,)
        Chances in 0 ... 1; kept 1e-6 away from the ends.
    y : array-like of shape (n_pairs,)
        Outcomes 0 or 1, or true chances in between.
    """
    chance = np.clip(np.asarray(p, dtype=np.float64), _LEAST_CHANCE, 1.0 - _LEAST_CHANCE)
    outcome = np.asarray(y, dtype=np.float64)
    result: Floats = -(outcome * np.log(chance) + (1.0 - outcome) * np.log1p(-chance))
    return result


def log_loss(p: npt.ArrayLike, y: npt.ArrayLike) -> float:
    """Return the mean loss in nats; NaN without pairs.

    Examples
    --------
    >>> round(log_loss([0.5, 0.5], [0, 1]), 4)
    0.6931
    """
    return _mean(losses(p, y))


def brier(p: npt.ArrayLike, y: npt.ArrayLike) -> float:
    """Return the mean squared error of chances, 0 ... 1; NaN without pairs."""
    apart = np.asarray(p, dtype=np.float64) - np.asarray(y, dtype=np.float64)
    return _mean(apart**2)


def brier_parts(p: npt.ArrayLike, y: npt.ArrayLike, bins: int = _BINS) -> BrierParts:
    """Split the Brier score by bins of equal mass.

    After Murphy (1973), with the terms within bins of Stephenson, Coelho and Jolliffe (2008).
    """
    chance, outcome = np.asarray(p, dtype=np.float64), np.asarray(y, dtype=np.float64)
    place = _places(chance, bins)
    count = np.maximum(np.bincount(place), 1)
    said = (np.bincount(place, chance) / count)[place]
    seen = (np.bincount(place, outcome) / count)[place]
    rate = outcome.mean()
    within = ((chance - said) ** 2 - 2.0 * (outcome - seen) * (chance - said)).mean()
    return BrierParts(
        float(((said - seen) ** 2).mean()),
        float(((seen - rate) ** 2).mean()),
        float(((outcome - rate) ** 2).mean()),
        float(within),
    )


def ece(p: npt.ArrayLike, y: npt.ArrayLike, bins: int = _BINS) -> float:
    """Return the expected calibration error over bins of equal mass, 0 ... 1; NaN without pairs.

    Pairs are sorted by their chance and cut into bins that differ by one pair at most.
    """
    chance, outcome = np.asarray(p, dtype=np.float64), np.asarray(y, dtype=np.float64)
    if len(chance) == 0:
        return float("nan")
    apart = np.bincount(_places(chance, bins), chance - outcome)
    return float(np.abs(apart).sum() / len(chance))


def perfect_band(
    p: npt.ArrayLike, seed: int, *, resamples: int = 1000, bins: int = _BINS, level: float = 0.95
) -> tuple[float, float]:
    """Return what ``ece`` would be if the chances were the truth: the band that holds a share of worlds.

    Parameters
    ----------
    p : array-like of shape (n_pairs,)
    seed : int
    resamples : int
        How often outcomes are drawn from the chances.
    level : float
        0.95: the 2.5 % and 97.5 % quantiles.
    """
    chance = np.sort(np.asarray(p, dtype=np.float64))
    if len(chance) == 0:
        return float("nan"), float("nan")
    random = np.random.default_rng(seed)
    starts = np.flatnonzero(np.diff(_places(chance, bins), prepend=-1))
    found = np.empty(resamples)
    for draw in range(resamples):
        apart = chance - (random.random(len(chance)) < chance)
        found[draw] = np.abs(np.add.reduceat(apart, starts)).sum() / len(chance)
    low, high = np.quantile(found, [(1.0 - level) / 2.0, (1.0 + level) / 2.0])
    return float(low), float(high)


def calibration_line(p: npt.ArrayLike, y: npt.ArrayLike) -> tuple[float, float]:
    """Return slope and intercept of the outcomes' logit over the chances' logit; (1, 0) is perfect.

    NaN where outcomes of one kind only, or chances of one size only, say nothing of a slope.
    """
    chance = np.clip(np.asarray(p, dtype=np.float64), _LEAST_CHANCE, 1.0 - _LEAST_CHANCE)
    outcome = np.asarray(y, dtype=np.float64)
    if len(outcome) == 0 or np.ptp(outcome) == 0 or np.ptp(chance) == 0:
        return float("nan"), float("nan")
    return straight_line(logit(chance), outcome)


def coverage(lower: npt.ArrayLike, upper: npt.ArrayLike, truth: npt.ArrayLike) -> float:
    """Return the share of pairs whose true chance lies in ``lower ... upper``; NaN without pairs."""
    held = np.asarray(truth, dtype=np.float64)
    return _mean(((np.asarray(lower) <= held) & (held <= np.asarray(upper))).astype(np.float64))


def _mean(values: Floats) -> float:
    return float(values.mean()) if len(values) else float("nan")


def _places(chance: Floats, bins: int) -> npt.NDArray[np.intp]:
    """Return the bin of every chance; bins of equal mass, filled in order."""
    order = np.argsort(chance, kind="stable")
    result = np.empty(len(chance), dtype=np.intp)
    result[order] = np.arange(len(chance)) * bins // max(len(chance), 1)
    return result

"""Random draws that stay the same in every Python version.

Python promises a stable sequence for ``Random.random`` only, so the other draws are built on it.
"""

from collections.abc import Mapping
from math import exp
from random import Random
from statistics import NormalDist

__all__ = ["Draws"]

POISSON_MAXIMUM = 60


class Draws:
    """A stream of draws named by its seed and topic.

    Each place and topic has its own stream, so a new field in one topic leaves the others alone.

    Parameters
    ----------
    *parts : str or int
        What names the stream; equal parts give equal draws.

    Examples
    --------
    >>> Draws(1, "a").share() == Draws(1, "a").share()
    True
    """

    def __init__(self, *parts: str | int) -> None:
        # A documented, reproducible sample is wanted here, not secrecy.
        self._random = Random("/".join(str(part) for part in parts)).random  # noqa: S311

    def share(self) -> float:
        """Return a number in [0, 1)."""
        return self._random()

    def between(self, low: float, high: float) -> float:
        """Return a number in [low, high), each equally likely."""
        return low + (high - low) * self.share()

    def whole(self, low: int, high: int) -> int:
        """Return a whole number in [low, high], each equally likely."""
        return low + int(self.share() * (high - low + 1))

    def chance(self, probability: float) -> bool:
        """Return ``True`` with this probability."""
        return self.share() < probability

    def lognormal(self, median: float, sigma: float) -> float:
        """Return a log-normal number; ``sigma`` is the standard deviation of its logarithm."""
        clipped = min(max(self.share(), 1e-9), 1 - 1e-9)
        return median * exp(sigma * NormalDist().inv_cdf(clipped))

    def poisson(self, mean: float) -> int:
        """Return a Poisson count with this mean, at most 60."""
        left, term, count = self.share(), exp(-mean), 0
        while left >= term and count < POISSON_MAXIMUM:
            left -= term
            count += 1
            term *= mean / count
        return count

    def pick(self, weights: Mapping[str, float]) -> str:
        """Return one key, each as likely as its weight."""
        left = self.share() * sum(weights.values())
        for key, weight in weights.items():
            left -= weight
            if left < 0:
                return key
        return next(reversed(list(weights)))

    def several(self, weights: Mapping[str, float], count: int) -> tuple[str, ...]:
        """Return up to ``count`` different keys in the order drawn."""
        left = dict(weights)
        found: list[str] = []
        while left and len(found) < count:
            found.append(self.pick(left))
            del left[found[-1]]
        return tuple(found)

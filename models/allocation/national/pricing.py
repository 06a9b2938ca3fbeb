"""Prices of the plan itself: balanced with less and less smoothing, on a sample first."""

from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from models.allocation.national.limits import PricedLimits, priced_limits
from models.allocation.national.near import NearPairs, near_pairs
from models.allocation.national.newton import balanced
from models.allocation.national.remaining import BLOCK_ROWS, Remaining
from models.allocation.national.smoothing import Demand

__all__ = ["Priced", "price_scale", "priced"]

Floats = npt.NDArray[np.float64]

_SAMPLED_ABOVE = 200_000
_EVERY = 16


@dataclass(frozen=True, slots=True)
class _Stage:
    """Smoothing and margin in units of the mean gain, and when to go on."""

    smoothing: float
    margin: float
    most_steps: int
    tolerance: float


_COARSE = _Stage(0.3, 1.0, 40, 0.05)
# A stage that does not come to rest is gone through again after a smoother one, so often in all.
_MOST_AGAIN = 3
_LOOSE = 0.1
_ENDLESS = 10.0
_FINE = (
    _Stage(0.1, 0.3, 25, 0.03),
    _Stage(0.03, 0.1, 12, 0.02),
    _Stage(0.01, 0.05, 12, 0.01),
    _Stage(0.003, 0.03, 12, 0.005),
)
# With prices of nearly the same problem, the first of these stages is left out.
_WARM_FROM = 1
# Small problems are cheap to price closer; their few pairs are far from a smooth crowd.
_SMALL = 200_000
_FINEST = (_Stage(0.001, 0.03, 30, 0.002), _Stage(0.0003, 0.03, 30, 0.001))


@dataclass(frozen=True, slots=True)
class Priced:
    """Prices, and what is wanted at them.

    Attributes
    ----------
    limits : PricedLimits
    prices : ndarray of shape (n_limits,)
    near : NearPairs
        The pairs not far from being worth their price.
    demand : Demand
        Of those pairs.
    smoothing : float
        In units of value.
    """

    limits: PricedLimits
    prices: Floats
    near: NearPairs
    demand: Demand
    smoothing: float


def price_scale(part: Remaining, *, block_rows: int = BLOCK_ROWS) -> float:
    """Return the mean size of what usable pairs add to the objective; 1 where nothing does."""
    total, count = 0, 0
    for start in range(0, len(part.most), block_rows):
        rows = slice(start, start + block_rows)
        usable = part.usable[rows]
        total += int(np.abs(part.gain(rows)).sum(dtype=np.int64, where=usable))
        count += int(np.count_nonzero(usable))
    return max(total / max(count, 1), 1e-9) if total else 1.0


def priced(part: Remaining, *, start: Priced | None = None, block_rows: int = BLOCK_ROWS) -> Priced:
    """Find the prices of all limits that bear one.

    Parameters
    ----------
    part : Remaining
    start : Priced, optional
        Prices of nearly the same problem; with them only the last stages are gone through.
    block_rows : int
        Changes nothing but time and memory.
    """
    limits = priced_limits(part)
    scale = price_scale(part, block_rows=block_rows)
    n_pairs = int(np.count_nonzero(part.usable))
    stages = [*_FINE, *(_FINEST if n_pairs <= _SMALL else ())]
    if start is not None:
        prices, stages = limits.translated(start.limits, start.prices), stages[_WARM_FROM:]
    else:
        prices = np.zeros(len(limits.level))
        prices[: len(limits.city)] = scale
        prices = _coarse(part, limits, prices, scale, n_pairs)
    return _fine(part, limits, prices, stages, scale, block_rows)


def _fine(
    part: Remaining,
    limits: PricedLimits,
    prices: Floats,
    stages: list[_Stage],
    scale: float,
    block_rows: int,
) -> Priced:
    """Go through the stages; where one does not come to rest, first through a smoother one."""
    waiting, again = stages[::-1], _MOST_AGAIN
    while True:
        stage = waiting.pop()
        near = near_pairs(part, limits.table(prices), stage.margin * scale, block_rows=block_rows)
        prices, demand, done = _at_stage(near, limits, prices, stage, scale)
        # where minimums cannot be kept together, prices rise without end
        endless = prices.max(initial=0) > _ENDLESS * max(float(np.abs(near.gain).max(initial=0)), scale)
        if not done and again and stage.tolerance < _LOOSE and not endless:
            again -= 1
            smoother = replace(
                stage, smoothing=4 * stage.smoothing, margin=4 * stage.margin, tolerance=_LOOSE
            )
            waiting += [stage, smoother]
        if not waiting:
            return Priced(limits, prices, near, demand, stage.smoothing * scale)


def _coarse(part: Remaining, limits: PricedLimits, prices: Floats, scale: float, n_pairs: int) -> Floats:
    """Price a sample of the cooperatives with as large a share of every limit."""
    every = _EVERY if n_pairs > _SAMPLED_ABOVE else 1
    # by rank within the district, so that each is met by its size
    order = np.argsort(part.place_of, kind="stable")
    rows = np.sort(order[::every])
    share = replace(limits, level=limits.level * (len(rows) / max(len(order), 1)))
    largest = float(np.abs(part.gain(rows)).max(initial=0)) / scale
    smoothing = _COARSE.smoothing
    while smoothing < largest / 3:
        smoothing *= 3
    while smoothing >= _COARSE.smoothing / 3:
        stage = replace(_COARSE, smoothing=smoothing, margin=max(3 * smoothing, 0.3))
        near = near_pairs(part, limits.table(prices), stage.margin * scale, rows=rows)
        prices, *_ = _at_stage(near, share, prices, stage, scale)
        smoothing /= 3
    return prices


def _at_stage(
    near: NearPairs, limits: PricedLimits, prices: Floats, stage: _Stage, scale: float
) -> tuple[Floats, Demand, bool]:
    return balanced(
        near,
        limits,
        prices,
        smoothing=stage.smoothing * scale,
        most_steps=stage.most_steps,
        tolerance=stage.tolerance,
    )

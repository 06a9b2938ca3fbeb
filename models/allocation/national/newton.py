"""Prices at which smoothed demand keeps every limit, by a semismooth Newton method."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from models.allocation.national.limits import PricedLimits
from models.allocation.national.near import NearPairs
from models.allocation.national.smoothing import Demand, bent, demanded

__all__ = ["balanced"]

Floats = npt.NDArray[np.float64]

_INNER_STEPS = 150
_INNER_SHARE = 1e-3
_LEAST_DAMPING = 0.01
_LEAST_CURVATURE = 0.3
_LONGEST_STEP = 2.0
_NEARLY_ZERO = 0.05
_TRIES = 8
_LEVEL = 0.6


@dataclass(frozen=True, slots=True)
class _Step:
    """One point of the search: prices, demand at them, and which prices stay at nothing."""

    prices: Floats
    demand: Demand
    idle: npt.NDArray[np.bool_]
    missed: float


def balanced(
    near: NearPairs,
    limits: PricedLimits,
    prices: Floats,
    *,
    smoothing: float,
    most_steps: int,
    tolerance: float,
) -> tuple[Floats, Demand, bool]:
    """Minimise the smoothed dual function over prices that are not negative.

    Parameters
    ----------
    near : NearPairs
    limits : PricedLimits
    prices : ndarray of shape (n_limits,)
        To start from.
    smoothing : float
        In units of value.
    most_steps : int
    tolerance : float
        Stop when the limits are missed by less than this share of them.

    Returns
    -------
    prices : ndarray of shape (n_limits,)
    demand : Demand
    done : bool
        Whether the tolerance was met.
    """
    step = _at(limits, prices, demanded(near, limits, prices, smoothing), smoothing)
    damping = _LEAST_DAMPING
    for _ in range(most_steps):
        if step.missed < tolerance:
            break
        direction = _direction(step, near, limits, smoothing, damping)
        following = _along(step, direction, near, limits, smoothing)
        if following is None:
            # nearer to the gradient's own direction, which always leads down
            damping *= 10
            continue
        step, damping = following, max(damping / 3, _LEAST_DAMPING)
    return step.prices, step.demand, step.missed < tolerance


def _at(limits: PricedLimits, prices: Floats, demand: Demand, smoothing: float) -> _Step:
    slope = demand.slope
    idle = (prices <= _NEARLY_ZERO * smoothing) & (slope > 0)
    wrong = np.where(prices > 0, np.abs(slope), np.maximum(-slope, 0))
    wrong[idle] = 0
    kinds = zip(limits.parts(wrong), limits.parts(np.abs(limits.level)), strict=True)
    missed = max((float(one.sum() / max(all_.sum(), 1.0)) for one, all_ in kinds if len(one)), default=0.0)
    return _Step(prices, demand, idle, missed)


def _direction(
    step: _Step, near: NearPairs, limits: PricedLimits, smoothing: float, damping: float
) -> Floats:
    """Solve for the Newton step by conjugate gradients; sums without BLAS, alike on any number of threads."""
    cells = near.cells[step.demand.open_pairs]
    count = np.bincount(cells, minlength=limits.shape[0] * limits.shape[1]).reshape(limits.shape)
    curvature = limits.curvature(count / smoothing)
    added = damping * curvature + max(_LEAST_CURVATURE, damping) / smoothing
    scale = 1 / (curvature + added)
    moving = ~step.idle
    found = np.zeros_like(step.prices)
    rest = np.where(moving, -step.demand.slope, 0)
    scaled = scale * rest
    along = scaled.copy()
    size = first = float((rest * scaled).sum())
    for _ in range(_INNER_STEPS):
        if size <= _INNER_SHARE * first or size == 0:
            break
        turned = np.where(moving, bent(step.demand, near, limits, along, smoothing), 0) + added * along
        length = size / float((along * turned).sum())
        found += length * along
        rest -= length * turned
        scaled = scale * rest
        size, before = float((rest * scaled).sum()), size
        along = scaled + size / before * along
    found = np.clip(found, -_LONGEST_STEP * smoothing, _LONGEST_STEP * smoothing)
    return np.where(moving, found, -np.minimum(step.prices, scale * np.abs(step.demand.slope)))


def _along(
    step: _Step, direction: Floats, near: NearPairs, limits: PricedLimits, smoothing: float
) -> _Step | None:
    """Go along a direction until the dual function is nearly level; ``None`` where it does not fall."""
    steep = abs(float((step.demand.slope * direction).sum()))
    best: _Step | None = None
    length, low, low_slope, high, high_slope = 1.0, 0.0, -steep, np.inf, 0.0
    for _ in range(_TRIES):
        prices = np.maximum(step.prices + length * direction, 0)
        demand = demanded(near, limits, prices, smoothing)
        slope = float((demand.slope * np.where((prices > 0) | (direction > 0), direction, 0)).sum())
        if demand.worth < (step.demand.worth if best is None else best.demand.worth):
            best = _at(limits, prices, demand, smoothing)
        if abs(slope) <= _LEVEL * steep:
            break
        if slope > 0 or demand.worth > step.demand.worth:
            high, high_slope = length, max(slope, _LEVEL * steep)
        else:
            low, low_slope = length, min(slope, 0.0)
        if np.isinf(high):
            length *= 2
            continue
        part = -low_slope / max(high_slope - low_slope, 1e-300)
        length = low + (high - low) * min(max(part, 0.1), 0.9)
    return best

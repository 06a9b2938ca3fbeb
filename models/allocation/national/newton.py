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
_DAMPING = 0.01
_LEAST_CURVATURE = 0.3
_LONGEST_STEP = 2.0
_NEARLY_ZERO = 0.05
_HALVINGS = 12
_DESCENT = 1e-4


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
) -> tuple[Floats, Demand]:
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
    """
    step = _at(limits, prices, demanded(near, limits, prices, smoothing), smoothing)
    for _ in range(most_steps):
        if step.missed < tolerance:
            break
        direction = _direction(step, near, limits, smoothing)
        following = _along(step, direction, near, limits, smoothing)
        if following is None:
            break
        step = following
    return step.prices, step.demand


def _at(limits: PricedLimits, prices: Floats, demand: Demand, smoothing: float) -> _Step:
    slope = demand.slope
    idle = (prices <= _NEARLY_ZERO * smoothing) & (slope > 0)
    wrong = np.where(prices > 0, np.abs(slope), np.maximum(-slope, 0))
    wrong[idle] = 0
    kinds = zip(limits.parts(wrong), limits.parts(np.abs(limits.level)), strict=True)
    missed = max((float(one.sum() / max(all_.sum(), 1.0)) for one, all_ in kinds if len(one)), default=0.0)
    return _Step(prices, demand, idle, missed)


def _direction(step: _Step, near: NearPairs, limits: PricedLimits, smoothing: float) -> Floats:
    """Solve for the Newton step by conjugate gradients; sums without BLAS, alike on any number of threads."""
    cells = near.cells[step.demand.open_pairs]
    count = np.bincount(cells, minlength=limits.shape[0] * limits.shape[1]).reshape(limits.shape)
    curvature = limits.curvature(count / smoothing)
    damping = _DAMPING * curvature + _LEAST_CURVATURE / smoothing
    scale = 1 / (curvature + damping)
    moving = ~step.idle
    found = np.zeros_like(step.prices)
    rest = np.where(moving, -step.demand.slope, 0)
    scaled = scale * rest
    along = scaled.copy()
    size = first = float((rest * scaled).sum())
    for _ in range(_INNER_STEPS):
        if size <= _INNER_SHARE * first or size == 0:
            break
        turned = np.where(moving, bent(step.demand, near, limits, along, smoothing), 0) + damping * along
        length = size / float((along * turned).sum())
        found += length * along
        rest -= length * turned
        scaled = scale * rest
        size, before = float((rest * scaled).sum()), size
        along = scaled + size / before * along
    found = np.clip(found, -_LONGEST_STEP * smoothing, _LONGEST_STEP * smoothing)
    return np.where(moving, found, -step.prices)


def _along(
    step: _Step, direction: Floats, near: NearPairs, limits: PricedLimits, smoothing: float
) -> _Step | None:
    """Halve the step until the dual function falls enough; ``None`` where it does not."""
    length = 1.0
    for _ in range(_HALVINGS):
        prices = np.maximum(step.prices + length * direction, 0)
        demand = demanded(near, limits, prices, smoothing)
        promised = float((step.demand.slope * (prices - step.prices)).sum())
        if demand.worth < step.demand.worth + _DESCENT * min(promised, 0):
            return _at(limits, prices, demand, smoothing)
        length /= 2
    return None

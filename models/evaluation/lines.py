"""A logistic line through one column: slope and intercept by Newton's method."""

import numpy as np
import numpy.typing as npt
from scipy.special import expit

from models.learning.nats import surprise_nats

__all__ = ["platt_line", "straight_line"]

Floats = npt.NDArray[np.float64]

_STEPS = 100
_ENOUGH = 1e-10
# Keeps the line finite where outcomes are parted without error; far below what one outcome says.
_RIDGE = 1e-6


def straight_line(
    x: Floats, target: Floats, weight: Floats | None = None, ridge: float = _RIDGE
) -> tuple[float, float]:
    """Return slope and intercept of the logit of ``target`` over ``x``.

    Parameters
    ----------
    x : ndarray of shape (n_pairs,)
    target : ndarray of shape (n_pairs,)
        0 ... 1.
    weight : ndarray of shape (n_pairs,), optional
        1 by default.
    ridge : float
        How strongly the line is held to slope 1 and intercept 0, as one over a variance.

    Examples
    --------
    >>> x = np.array([-1.0, 1.0])
    >>> slope, intercept = straight_line(x, expit(2.0 * x + 0.5))
    >>> round(slope, 3), round(intercept, 3)
    (2.0, 0.5)
    """
    counted = np.ones(len(x)) if weight is None else weight
    design = np.column_stack([x, np.ones(len(x))])
    found = np.array([1.0, 0.0])
    loss = _loss(design, target, counted, found, ridge)
    for _ in range(_STEPS):
        p = expit(design @ found)
        gradient = design.T @ (counted * (target - p)) - ridge * (found - [1.0, 0.0])
        curvature = (design * (counted * p * (1.0 - p))[:, None]).T @ design + ridge * np.eye(2)
        step = np.linalg.solve(curvature, gradient)
        # A full step may leap over the best line; half of it often enough does not.
        for _ in range(30):
            reached = _loss(design, target, counted, found + step, ridge)
            if reached <= loss:
                break
            step /= 2.0
        found, change, loss = found + step, float(np.abs(step).max()), min(reached, loss)
        if change < _ENOUGH:
            break
    return float(found[0]), float(found[1])


def platt_line(x: Floats, y: Floats, weight: Floats) -> tuple[float, float]:
    """Return slope and intercept that turn scores into chances (Platt 1999).

    Outcomes are drawn in a little from 0 and 1, as if one success and one failure more had been seen, so that
    a handful of outcomes of one kind gives no certainty.
    """
    successes, failures = float((weight * y).sum()), float((weight * (1.0 - y)).sum())
    target = np.where(y > 0, (successes + 1.0) / (successes + 2.0), 1.0 / (failures + 2.0))
    return straight_line(x, target, weight)


def _loss(design: Floats, target: Floats, weight: Floats, found: Floats, ridge: float) -> float:
    eta = design @ found
    doubt = 0.5 * ridge * float(((found - [1.0, 0.0]) ** 2).sum())
    return float((weight * surprise_nats(eta, target)).sum()) + doubt

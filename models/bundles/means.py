"""What cooperatives have for their offers to share, and what each offer takes of it."""

import math
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from models.bundles.problem import SCALES
from models.scoring.context import ScoringContext

__all__ = ["NEEDS", "Means", "means_of", "whole_limit", "whole_use"]

Floats = npt.NDArray[np.float64]

NEEDS = ("shop_area_m2", "store_area_m2", "capital_need_idr", "jobs_count")
"""The offers' columns that say what each takes, in the order of ``RESOURCES``."""

_ROOM = ("shop_area_m2", "store_area_m2")
_ROUNDING = 1e-6


@dataclass(frozen=True, slots=True)
class Means:
    """What cooperatives have; every array of shape (n_cooperatives,), NaN is unknown.

    Attributes
    ----------
    have : mapping of resource to ndarray
        In the resource's own unit; room without what runs already.
    running : mapping of resource to ndarray
        Room that running offers take.
    funds_idr, loan_idr : ndarray
        Their own; and what schemes open today would add.
    """

    have: Mapping[str, Floats]
    running: Mapping[str, Floats]
    funds_idr: Floats
    loan_idr: Floats


def means_of(context: ScoringContext, numbers: Mapping[str, Floats], held: npt.NDArray[np.bool_]) -> Means:
    """Return what each cooperative of a block has.

    Parameters
    ----------
    context : ScoringContext
    numbers : mapping of str to ndarray of shape (n_cooperatives, 1)
        The cooperatives' numbers as stated.
    held : ndarray of bool, shape (n_cooperatives, n_offers)
        Pairs that run.
    """
    stated = {name: values[:, 0] for name, values in numbers.items()}
    taken = {name: np.nan_to_num(context.stated.numbers[name][0]) for name in _ROOM}
    running = {name: held @ taken[name] for name in _ROOM}
    financing = context.financing
    secured = np.minimum(np.nan_to_num(stated["collateral_idr"]), financing.ceiling_with_collateral_idr)
    loan = np.maximum(financing.ceiling_idr, secured)
    have: dict[str, Floats] = {name: np.maximum(stated[name] - running[name], 0.0) for name in _ROOM}
    have["capital_idr"] = stated["funds_idr"] + loan
    have["people_count"] = stated["member_count"]
    return Means(have, running, stated["funds_idr"], loan)


def whole_use(resource: str, need: float) -> int | None:
    """Return what an offer takes in whole units; ``None`` where unknown.

    Rounded up, so that a sum of rounded needs never hides that there is too little.

    Examples
    --------
    >>> whole_use("shop_area_m2", 2.501)
    251
    """
    return None if math.isnan(need) else math.ceil(need * SCALES[resource] - _ROUNDING)


def whole_limit(resource: str, have: float) -> int | None:
    """Return what a cooperative has in whole units, rounded down; ``None`` where unknown."""
    return None if math.isnan(have) else math.floor(have * SCALES[resource] + _ROUNDING)

"""All pairs of one day in whole numbers: what each is worth, what the rules say, what each side has."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np
import numpy.typing as npt
import pandas as pd

from features.pairs.cooperatives import cooperative_arrays
from models.allocation.problem import UNKNOWN
from models.bundles.means import means_of, whole_limit
from models.bundles.problem import RESOURCES
from models.ranking.objectives import score
from models.requirements.eligibility import STATUSES
from models.scoring.block import ScoredBlock, score_block
from recommender.gathering import Gathered

__all__ = ["UNITS", "PairValues", "ValueUnit", "pair_values"]

Floats = npt.NDArray[np.float64]
Longs = npt.NDArray[np.int64]

_BLOCK_ROWS = 256
_PLACED = ["cooperative_id", "name", "district_code", "district", "latitude_deg", "longitude_deg"]


@dataclass(frozen=True, slots=True)
class ValueUnit:
    """The unit in which a pair's worth is shown, and how many whole numbers of the solver make one."""

    name: str
    whole: int


UNITS: Mapping[str, ValueUnit] = MappingProxyType(
    {
        "balanced": ValueUnit("points", 10_000),
        "success": ValueUnit("successes", 1_000_000),
        "margin": ValueUnit("idr_per_month", 1),
        "jobs": ValueUnit("jobs", 1_000_000),
    }
)


@dataclass(frozen=True, slots=True)
class PairValues:
    """All pairs of one day; matrices of shape (n_cooperatives, n_offers).

    Attributes
    ----------
    placed : DataFrame of shape (n_cooperatives, 6)
        Ids, names, districts and coordinates; those of the area's centre where it has none of its own.
    value : ndarray of int
        In whole numbers of the objective's unit.
    status : ndarray of int8
        Positions in ``STATUSES``, as everywhere.
    status_with_place : ndarray of int8
        What the status would be if a place were left.
    probability, lower, upper : ndarray
    held, unremedied : ndarray of bool
        Pairs that run; pairs that fail a rule about which nothing can be done.
    have : ndarray of int, shape (n_cooperatives, n_resources)
        Whole units as in ``models.bundles.means``; -1 unknown.
    """

    placed: pd.DataFrame
    value: Longs
    status: npt.NDArray[np.int8]
    status_with_place: npt.NDArray[np.int8]
    probability: Floats
    lower: Floats
    upper: Floats
    held: npt.NDArray[np.bool_]
    unremedied: npt.NDArray[np.bool_]
    have: Longs


def pair_values(source: Gathered, objective: str) -> PairValues:
    """Score every pair, block by block.

    Parameters
    ----------
    source : Gathered
    objective : str
        One of ``UNITS``.
    """
    rows = [
        _of_block(
            source, source.cooperatives.iloc[start : start + _BLOCK_ROWS].reset_index(drop=True), objective
        )
        for start in range(0, len(source.cooperatives), _BLOCK_ROWS)
    ]
    if not rows:
        rows = [_of_block(source, source.cooperatives, objective)]
    return PairValues(
        placed=pd.concat([one.placed for one in rows], ignore_index=True),
        **{
            name: np.concatenate([getattr(one, name) for one in rows])
            for name in PairValues.__slots__
            if name != "placed"
        },
    )


def _of_block(source: Gathered, cooperatives: pd.DataFrame, objective: str) -> PairValues:
    context = source.context
    block = score_block(context, cooperatives, source.areas)
    eligibility = block.eligibility
    shape = eligibility.status.shape
    worth = np.broadcast_to(score(objective, block.inputs), shape)
    by_rules = np.select([eligibility.failed > 0, eligibility.unknown > 0], [2, 1], 0).astype(np.int8)
    barred = eligibility.unremedied | context.book.invalid
    return PairValues(
        placed=block.placed[_PLACED],
        value=np.round(np.nan_to_num(worth) * UNITS[objective].whole).astype(np.int64),
        status=eligibility.status,
        status_with_place=np.where(barred, STATUSES.index("blocked"), by_rules).astype(np.int8),
        probability=np.broadcast_to(block.chance.probability, shape),
        lower=np.broadcast_to(block.chance.lower, shape),
        upper=np.broadcast_to(block.chance.upper, shape),
        held=eligibility.held,
        unremedied=eligibility.unremedied,
        have=_have(source, block),
    )


def _have(source: Gathered, block: ScoredBlock) -> Longs:
    """Return what each cooperative has, less what runs already."""
    stated = cooperative_arrays(block.placed, source.context.stated, "stated")
    means = means_of(source.context, stated.numbers, block.eligibility.held)
    whole = [
        [
            UNKNOWN if (one := whole_limit(resource, float(have))) is None else one
            for have in means.have[resource]
        ]
        for resource in RESOURCES
    ]
    return np.array(whole, dtype=np.int64).reshape(len(RESOURCES), -1).T

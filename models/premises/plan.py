"""Who is given which asset, who is left out and why, and which assets wait for what."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from models.premises.assignment import NOBODY, NOT_ALLOWED, best_assignment
from models.premises.sites import Asset, Seeker, distances_km

__all__ = [
    "DEFAULT_LEAST_M2",
    "DEFAULT_MOST_KM",
    "LeftOut",
    "Match",
    "Pending",
    "PremisesPlan",
    "plan_premises",
]

Bools = npt.NDArray[np.bool_]
Floats = npt.NDArray[np.float64]

DEFAULT_LEAST_M2 = 9.0
"""Smallest useful room: a desk, a shelf and a counter on 3 by 3 m. An assumption."""
DEFAULT_MOST_KM = 3.0
"""How far from the cooperative a room may be. An assumption."""


@dataclass(frozen=True, slots=True)
class Match:
    """One asset for one cooperative; ``is_approximate`` where one of the places is an area's centroid."""

    cooperative_id: str
    asset_id: str
    distance_km: float
    is_approximate: bool


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A cooperative that gets none.

    ``reason`` is the first that applies: ``unlocated`` (its place is not known), ``taken`` (by ``taken``:
    pairs of asset and cooperative), ``unmeasured`` (the size of an available room is not known),
    ``too_small``, ``none_near``. The nearest available asset, however small or far, is named with its
    distance in km, and the assets within reach that wait for guidance.
    """

    cooperative_id: str
    need: str
    reason: str
    nearest_asset_id: str | None
    nearest_km: float | None
    taken: tuple[tuple[str, str], ...]
    awaited: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Pending:
    """An asset that nobody is given now.

    ``reason`` is ``awaiting_guidance``, ``lent``, ``status_unknown``, ``unlocated``, ``area_unknown``,
    ``too_small`` or ``spare``. The nearest cooperative without an office that gets none is named.
    """

    asset_id: str
    reason: str
    nearest_cooperative_id: str | None
    nearest_km: float | None


@dataclass(frozen=True, slots=True)
class PremisesPlan:
    """``given`` to cooperatives without an office; ``could_use`` what is left for the others.

    All by cooperative or asset id; each asset stands in one of ``given``, ``could_use`` and ``pending``.
    """

    most_km: float
    least_m2: float
    given: tuple[Match, ...]
    could_use: tuple[Match, ...]
    left_out: tuple[LeftOut, ...]
    pending: tuple[Pending, ...]


def plan_premises(
    seekers: Sequence[Seeker],
    assets: Sequence[Asset],
    *,
    most_km: float = DEFAULT_MOST_KM,
    least_m2: float = DEFAULT_LEAST_M2,
) -> PremisesPlan:
    """Serve as many cooperatives without an office as possible, then with the least way; then the others.

    Parameters
    ----------
    seekers : sequence of Seeker
        In any order.
    assets : sequence of Asset
        In any order. Only ``available`` ones of a known, sufficient size are given.
    most_km : float
        Distances count in whole metres.
    least_m2 : float
    """
    seekers = sorted(seekers, key=lambda one: one.cooperative_id)
    assets = sorted(assets, key=lambda one: one.asset_id)
    distance_km = distances_km(seekers, assets)
    reasons = [_reason(one, least_m2) for one in assets]
    usable = np.array([reason == "spare" for reason in reasons], dtype=np.bool_)
    holder: dict[int, int] = {}
    for need in ("no_office", "could_use"):
        rows = np.array([one.need == need for one in seekers], dtype=np.bool_)
        taken = np.isin(np.arange(len(assets)), list(holder))
        holder |= _matched(distance_km, rows, usable & ~taken, most_km)
    matches = _matches(seekers, assets, distance_km, holder)
    served = set(holder.values())
    waiting = [row for row, one in enumerate(seekers) if one.need == "no_office" and row not in served]
    return PremisesPlan(
        most_km=most_km,
        least_m2=least_m2,
        given=tuple(match for need, match in matches if need == "no_office"),
        could_use=tuple(match for need, match in matches if need == "could_use"),
        left_out=tuple(
            _left_out(
                one,
                assets,
                reasons,
                distance_km[row],
                most_km,
                {assets[a].asset_id: seekers[s].cooperative_id for a, s in holder.items()},
            )
            for row, one in enumerate(seekers)
            if row not in served
        ),
        pending=tuple(
            Pending(one.asset_id, reasons[column], *_nearest_seeker(seekers, waiting, distance_km[:, column]))
            for column, one in enumerate(assets)
            if column not in holder
        ),
    )


def _reason(asset: Asset, least_m2: float) -> str:
    if asset.status != "available":
        return asset.status or "status_unknown"
    if not asset.site.is_known:
        return "unlocated"
    if np.isnan(asset.area_m2):
        return "area_unknown"
    return "too_small" if asset.area_m2 < least_m2 else "spare"


def _matched(distance_km: Floats, rows: Bools, columns: Bools, most_km: float) -> dict[int, int]:
    """Return the row that each column is given to."""
    near = _is_near(distance_km, most_km) & rows[:, None] & columns[None, :]
    metres = np.where(near, np.rint(np.nan_to_num(distance_km) * 1000), NOT_ALLOWED).astype(np.int64)
    found = best_assignment(metres) if metres.size else np.full(len(rows), NOBODY)
    return {int(column): row for row, column in enumerate(found) if column != NOBODY}


def _is_near(distance_km: Floats, most_km: float) -> Bools:
    near: Bools = np.rint(distance_km * 1000) <= most_km * 1000
    return near


def _matches(
    seekers: Sequence[Seeker], assets: Sequence[Asset], distance_km: Floats, holder: Mapping[int, int]
) -> list[tuple[str, Match]]:
    found = []
    for row, column in sorted((row, column) for column, row in holder.items()):
        seeker, asset = seekers[row], assets[column]
        rough = seeker.site.is_approximate or asset.site.is_approximate
        match = Match(seeker.cooperative_id, asset.asset_id, float(distance_km[row, column]), rough)
        found.append((seeker.need, match))
    return found


def _left_out(
    seeker: Seeker,
    assets: Sequence[Asset],
    reasons: Sequence[str],
    distance_km: Floats,
    most_km: float,
    given_to: Mapping[str, str],
) -> LeftOut:
    near = _is_near(distance_km, most_km)
    here = {
        reason: [
            asset.asset_id
            for asset, one, close in zip(assets, reasons, near, strict=True)
            if close and one == reason
        ]
        for reason in set(reasons)
    }
    first = "none_near"
    for reason, word in (("too_small", "too_small"), ("area_unknown", "unmeasured"), ("spare", "taken")):
        first = word if here.get(reason) else first
    available = [
        place
        for place, one in enumerate(assets)
        if one.status == "available" and not np.isnan(distance_km[place])
    ]
    nearest = min(available, key=lambda place: (distance_km[place], assets[place].asset_id), default=None)
    return LeftOut(
        cooperative_id=seeker.cooperative_id,
        need=seeker.need,
        reason=first if seeker.site.is_known else "unlocated",
        nearest_asset_id=None if nearest is None else assets[nearest].asset_id,
        nearest_km=None if nearest is None else float(distance_km[nearest]),
        taken=tuple((key, given_to[key]) for key in here.get("spare", []) if key in given_to),
        awaited=tuple(here.get("awaiting_guidance", [])),
    )


def _nearest_seeker(
    seekers: Sequence[Seeker], waiting: Sequence[int], distance_km: Floats
) -> tuple[str | None, float | None]:
    known = [row for row in waiting if not np.isnan(distance_km[row])]
    nearest = min(known, key=lambda row: (distance_km[row], seekers[row].cooperative_id), default=None)
    return (None, None) if nearest is None else (seekers[nearest].cooperative_id, float(distance_km[nearest]))

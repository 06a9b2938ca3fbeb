"""How many places are left for one pair, and whether a holder stands too near."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import pandas as pd

from features.asof import cooperatives_as_of
from features.frame_cells import number_of, text_of, whole_of
from features.profile.place import district_code
from models.allocation.spacing import near_points
from recommender.allocations.pair_standing import PairStanding
from recommender.store.reading import Reads

__all__ = ["Room", "near_holder", "rooms"]

_PLACE_COLUMNS = ("cooperative_id", "area_code", "latitude_deg", "longitude_deg", "observed_on")


@dataclass(frozen=True, slots=True)
class Room:
    """The places of one offer in the city, or in one district; ``district`` is its name, or its code."""

    district: str | None
    quota: int
    taken: int
    kept: int

    @property
    def left(self) -> int:
        """Places that may be accepted; below 0 when more were given than the quota allows."""
        return self.quota - self.taken - self.kept


def rooms(reads: Reads, standing: PairStanding) -> list[Room]:
    """Return the quotas that limit the pair: the city's, then its district's; none where nothing limits it.

    A cooperative in no known district is measured by the city's quota alone.
    """
    found = []
    city, district = (whole_of(standing.offer[name]) for name in ("city_quota", "district_quota"))
    if city is not None:
        found.append(Room(None, city, len(standing.holders), len(standing.kept)))
    if district is None:
        return found
    concerned = standing.holders | standing.kept | {standing.cooperative_id}
    area_of = _areas_of(reads, concerned, standing.at)
    district_of = {one: district_code(code) for one, code in area_of.items()}
    own = district_of.get(standing.cooperative_id)
    if own is not None:
        taken, kept = (
            sum(district_of.get(one) == own for one in group) for group in (standing.holders, standing.kept)
        )
        found.append(
            Room(_district_name(reads, str(area_of[standing.cooperative_id])), district, taken, kept)
        )
    return found


def near_holder(reads: Reads, standing: PairStanding) -> str | None:
    """Return a holder nearer than the offer's minimum spacing, the first by id; ``None`` when there is none.

    Where a place is not known, nothing is known to be too near.
    """
    least_km = number_of(standing.offer["min_spacing_km"])
    others = sorted(standing.holders - {standing.cooperative_id})
    if least_km is None or not others:
        return None
    located = _with_coordinates(reads, _located(reads, [*others, standing.cooperative_id], standing.at))
    known = located[located["latitude_deg"].notna() & located["longitude_deg"].notna()]
    is_own = (known["cooperative_id"] == standing.cooperative_id).to_numpy()
    points = known[["latitude_deg", "longitude_deg"]].to_numpy(dtype=np.float64)
    holders = known["cooperative_id"].to_numpy()[~is_own]
    own, far = points[is_own], points[~is_own]
    near = near_points(far[:, 0], far[:, 1], own[:, 0], own[:, 1], least_km)
    found = sorted(str(holders[row]) for rows in near for row in rows)
    return found[0] if found else None


def _areas_of(reads: Reads, cooperative_ids: Iterable[str], at: dt.date) -> dict[str, object]:
    chosen = sorted(cooperative_ids)
    stated = reads.rows("facts", ("field",), ("cooperative_id", chosen))
    if ("area_code",) in stated:
        located = _located(reads, chosen, at)
        return dict(zip(located["cooperative_id"], located["area_code"], strict=True))
    rows = reads.rows("cooperatives", ("cooperative_id", "area_code"), ("cooperative_id", chosen))
    return {str(one): area_code for one, area_code in rows}


def _located(reads: Reads, cooperative_ids: Iterable[str], at: dt.date) -> pd.DataFrame:
    """Return where cooperatives are on a day: ``_PLACE_COLUMNS``, dated facts counted."""
    chosen = sorted(cooperative_ids)
    rows = reads.frame("cooperatives", columns=_PLACE_COLUMNS, where_in=("cooperative_id", chosen))
    facts = reads.frame("facts", where_in=("cooperative_id", chosen))
    return cooperatives_as_of(rows, facts[facts["field"].isin(_PLACE_COLUMNS[1:-1])], at)


def _with_coordinates(reads: Reads, located: pd.DataFrame) -> pd.DataFrame:
    """Let the area's centroid stand in where a cooperative states no place of its own."""
    codes = sorted({one for one in located["area_code"] if isinstance(one, str)})
    areas = reads.frame("areas", columns=("code", "latitude_deg", "longitude_deg"), where_in=("code", codes))
    centre = areas.set_index("code").reindex(located["area_code"]).reset_index(drop=True)
    own = located["latitude_deg"].notna() & located["longitude_deg"].notna()
    return located.assign(
        latitude_deg=located["latitude_deg"].where(own, centre["latitude_deg"]),
        longitude_deg=located["longitude_deg"].where(own, centre["longitude_deg"]),
    )


def _district_name(reads: Reads, area_code: str) -> str:
    names = reads.frame("areas", columns=("district",), where_in=("code", [area_code]))["district"]
    found = text_of(names.iloc[0]) if len(names) else None
    return found or district_code(area_code) or area_code

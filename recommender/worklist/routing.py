"""Neighbours in one list: by district, and within it from each to the nearest that is left."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from features.pairs.place import haversine_km

__all__ = ["FEWEST", "MOST", "Stop", "chained", "parts_of", "way_km"]

FEWEST, MOST = 7, 15
"""How many cooperatives one advisor looks after."""


@dataclass(frozen=True, slots=True)
class Stop:
    """A cooperative to visit; NaN where its place is not known."""

    cooperative_id: str
    district: str
    latitude_deg: float
    longitude_deg: float


def chained(stops: Sequence[Stop]) -> list[Stop]:
    """Order stops by district and, within it, from each to its nearest neighbour.

    The first district by name starts with its first stop by id; each next one with the stop nearest to the
    last. Those of no known place come last in their district, those of no known district last of all; ties
    by id. The order of the input changes nothing.

    Examples
    --------
    >>> at = [("k1", 106.0), ("k2", 106.3), ("k3", 106.1)]
    >>> [one.cooperative_id for one in chained([Stop(key, "Serang", -6.1, east) for key, east in at])]
    ['k1', 'k3', 'k2']
    """
    found: list[Stop] = []
    here: Stop | None = None
    for district in sorted({stop.district for stop in stops}, key=lambda name: (not name, name)):
        left = sorted((one for one in stops if one.district == district), key=lambda one: one.cooperative_id)
        placed = [one for one in left if not np.isnan(one.latitude_deg + one.longitude_deg)]
        while placed:
            here = placed[0] if here is None else _nearest(here, placed)
            placed.remove(here)
            found.append(here)
        found += [one for one in left if np.isnan(one.latitude_deg + one.longitude_deg)]
    return found


def parts_of(count: int, size: int) -> list[int]:
    """Return how many stand on each list: as even as can be, 7 to 15 each where there are that many.

    Parameters
    ----------
    count : int
    size : int
        The most on one list, where that does not leave another with fewer than 7.

    Examples
    --------
    >>> parts_of(67, 12), parts_of(8, 7), parts_of(3, 12), parts_of(0, 12)
    ([12, 11, 11, 11, 11, 11], [8], [3], [])
    """
    if count == 0:
        return []
    wanted = -(-count // size)
    lists = max(1, min(wanted, count // FEWEST))
    return [count // lists + (place < count % lists) for place in range(lists)]


def way_km(stops: Sequence[Stop]) -> float:
    """Return the way from stop to stop in km; stops of no known place are passed over."""
    placed = [one for one in stops if not np.isnan(one.latitude_deg + one.longitude_deg)]
    if len(placed) < 2:  # noqa: PLR2004 - one stop has no way
        return 0.0
    latitude = np.array([one.latitude_deg for one in placed])
    longitude = np.array([one.longitude_deg for one in placed])
    return float(haversine_km(latitude[:-1], longitude[:-1], latitude[1:], longitude[1:]).sum())


def _nearest(here: Stop, stops: Sequence[Stop]) -> Stop:
    latitude = np.array([one.latitude_deg for one in stops])
    longitude = np.array([one.longitude_deg for one in stops])
    away = haversine_km(np.array([here.latitude_deg]), np.array([here.longitude_deg]), latitude, longitude)
    # whole metres, so that equal ways are equal; argmin takes the first, and stops come by id
    return stops[int(np.argmin(np.rint(away * 1000)))]

"""Who holds a place of an offer today and how many are left."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
import numpy.typing as npt
import pandas as pd

__all__ = [
    "FREEING_KINDS",
    "TAKING_KINDS",
    "PlaceRow",
    "Places",
    "holders_among",
    "last_words",
    "pairs_with",
    "places_on",
]

TAKING_KINDS = frozenset({"approved", "opened"})
"""From such an event on a place is taken."""
FREEING_KINDS = frozenset({"stopped", "refused", "declined"})
"""From such an event on it is free again."""

PlaceRow: TypeAlias = tuple[str, str, str, dt.date, str]
"""Of one event: ``cooperative_id``, ``offer_id``, ``event_id``, ``occurred_on``, ``kind``."""


@dataclass(frozen=True, slots=True)
class Places:
    """The places of all offers on one day.

    Attributes
    ----------
    holders : frozenset of (cooperative_id, offer_id)
        Pairs that hold a place.
    left_in_city : mapping of offer_id to int
        Only offers with a city quota; may be negative when more were given than the quota allows.
    left_in_district : mapping of (offer_id, district_code) to int
        Only offers with a district quota, and districts in which a place is taken.
    district_quota : mapping of offer_id to int
    """

    holders: frozenset[tuple[str, str]]
    left_in_city: Mapping[str, int]
    left_in_district: Mapping[tuple[str, str], int]
    district_quota: Mapping[str, int]

    def held(self, cooperative_ids: Sequence[str], offer_ids: Sequence[str]) -> npt.NDArray[np.bool_]:
        """Mark the pairs that hold a place; shape (n_cooperatives, n_offers)."""
        marks = np.zeros((len(cooperative_ids), len(offer_ids)), dtype=np.bool_)
        if self.holders:
            row = {key: index for index, key in enumerate(cooperative_ids)}
            column = {key: index for index, key in enumerate(offer_ids)}
            for cooperative_id, offer_id in self.holders:
                if cooperative_id in row and offer_id in column:
                    marks[row[cooperative_id], column[offer_id]] = True
        return marks

    def full(self, districts: Sequence[str | None], offer_ids: Sequence[str]) -> npt.NDArray[np.bool_]:
        """Mark the pairs for which no place is left; shape (n_cooperatives, n_offers).

        A cooperative in no known district is measured by the city's quota alone.
        """
        none_left = [self.left_in_city.get(offer_id, 1) <= 0 for offer_id in offer_ids]
        city = np.array(none_left, dtype=np.bool_)
        marks = np.broadcast_to(city, (len(districts), len(offer_ids))).copy()
        for column, offer_id in enumerate(offer_ids):
            quota = self.district_quota.get(offer_id)
            if quota is None:
                continue
            for row, district in enumerate(districts):
                if district is not None:
                    left = self.left_in_district.get((offer_id, district), quota)
                    marks[row, column] |= left <= 0
        return marks


def places_on(
    events: pd.DataFrame,
    offers: pd.DataFrame,
    district_of: Mapping[str, str | None],
    at: dt.date,
) -> Places:
    """Count the places taken up to and including one day.

    Parameters
    ----------
    events : DataFrame of shape (n_events, n_columns)
        Rows of the table ``events``; several on one day count in the order of their ids.
    offers : DataFrame of shape (n_offers, n_columns)
        ``city_quota`` and ``district_quota``; unknown means no limit, 0 means none.
    district_of : mapping of cooperative_id to district code
    at : date
    """
    holders = pairs_with(last_words(events, None, at), TAKING_KINDS)
    in_city: dict[str, int] = {}
    in_district: dict[tuple[str, str], int] = {}
    for cooperative_id, offer_id in holders:
        in_city[offer_id] = in_city.get(offer_id, 0) + 1
        district = district_of.get(cooperative_id)
        if district is not None:
            in_district[offer_id, district] = in_district.get((offer_id, district), 0) + 1
    city_quota = _quota(offers, "city_quota")
    district_quota = _quota(offers, "district_quota")
    return Places(
        holders=holders,
        left_in_city={key: quota - in_city.get(key, 0) for key, quota in city_quota.items()},
        left_in_district={
            (offer_id, district): district_quota[offer_id] - taken
            for (offer_id, district), taken in in_district.items()
            if offer_id in district_quota
        },
        district_quota=district_quota,
    )


def holders_among(events: Iterable[PlaceRow], at: dt.date) -> frozenset[tuple[str, str]]:
    """Return who holds a place by a few events, as ``places_on`` does by a frame of many.

    Examples
    --------
    >>> day = dt.date(2026, 3, 1)
    >>> holders_among([("K1", "rpk", "e1", day, "approved"), ("K1", "rpk", "e2", day, "declined")], day)
    frozenset()
    """
    last: dict[tuple[str, str], tuple[dt.date, str, str]] = {}
    for cooperative_id, offer_id, event_id, occurred_on, kind in events:
        if kind not in TAKING_KINDS | FREEING_KINDS or occurred_on > at:
            continue
        pair, moment = (cooperative_id, offer_id), (occurred_on, event_id, kind)
        last[pair] = max(last.get(pair, moment), moment)
    return frozenset(pair for pair, (_, _, kind) in last.items() if kind in TAKING_KINDS)


def last_words(events: pd.DataFrame, first: dt.date | None, at: dt.date | None) -> pd.DataFrame:
    """Return the last event of each pair by which a place was taken or given up.

    Parameters
    ----------
    events : DataFrame of shape (n_events, n_columns)
        Rows of the table ``events``; several on one day count in the order of their ids.
    first, at : date or None
        Days that count, both included; ``None`` is without end.

    Returns
    -------
    DataFrame
        Rows of ``events`` in the order in which they happened.
    """
    counts = events["kind"].isin(TAKING_KINDS | FREEING_KINDS)
    if first is not None:
        counts &= events["occurred_on"] >= pd.Timestamp(first)
    if at is not None:
        counts &= events["occurred_on"] <= pd.Timestamp(at)
    ordered = events[counts].sort_values(["occurred_on", "event_id"], kind="stable")
    return ordered.drop_duplicates(["cooperative_id", "offer_id"], keep="last")


def pairs_with(words: pd.DataFrame, kinds: frozenset[str]) -> frozenset[tuple[str, str]]:
    """Return the pairs of those of the events that are of some kinds."""
    found = words[words["kind"].isin(kinds)]
    return frozenset(zip(found["cooperative_id"], found["offer_id"], strict=True))


def _quota(offers: pd.DataFrame, name: str) -> dict[str, int]:
    stated = offers[offers[name].notna()]
    return {
        str(offer_id): int(quota) for offer_id, quota in zip(stated["offer_id"], stated[name], strict=True)
    }

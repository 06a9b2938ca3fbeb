"""Pairs that are locked, forbidden or kept back: those of the store, and those given for one plan."""

import datetime as dt
from collections.abc import Sequence
from typing import cast, get_args

import pandas as pd

from features.frame_cells import day_of, text_of
from models.requirements.places import FREEING_KINDS, TAKING_KINDS
from recommender.allocations.settings import Hold, HoldKind

__all__ = ["counted_holds", "given_up_lately"]

# Whoever said no is not asked again for as long as a success may take to open; a lock asks sooner.
_ASKED_AGAIN_AFTER_DAYS = 180


def counted_holds(stored: pd.DataFrame, given: Sequence[Hold], at: dt.date) -> tuple[Hold, ...]:
    """Return the holds that count on a day, one for each pair.

    Parameters
    ----------
    stored : DataFrame of shape (n_holds, n_columns)
        Rows of the table ``holds``; those set on a later day do not count yet.
    given : sequence of Hold
        For this plan alone; of the same pair they replace the store's, and a later one an earlier one.
    at : date
        A hold counts up to and including the day on which it expires.
    """
    rows = stored.to_dict("records")
    known = [_hold({str(name): value for name, value in row.items()}) for row in rows if _is_set(row, at)]
    found = {(one.cooperative_id, one.offer_id): one for one in (*known, *given)}
    counting = [one for one in found.values() if one.expires_on is None or one.expires_on >= at]
    return tuple(sorted(counting, key=lambda one: (one.cooperative_id, one.offer_id)))


def _is_set(row: dict[object, object], at: dt.date) -> bool:
    set_on = day_of(row["set_on"])
    return set_on is None or set_on <= at


def _hold(row: dict[str, object]) -> Hold:
    kind = text_of(row["kind"]) or "locked"
    return Hold(
        cooperative_id=str(row["cooperative_id"]),
        offer_id=str(row["offer_id"]),
        kind=cast("HoldKind", kind) if kind in get_args(HoldKind) else "locked",
        reason=text_of(row["reason"]),
        recorded_by=text_of(row["recorded_by"]),
        expires_on=day_of(row["expires_on"]),
    )


def given_up_lately(events: pd.DataFrame, at: dt.date) -> frozenset[tuple[str, str]]:
    """Return the pairs that were given up or turned down within half a year, and not taken again since.

    Parameters
    ----------
    events : DataFrame of shape (n_events, n_columns)
        Rows of the table ``events``; several on one day count in the order of their ids.
    at : date
    """
    first = pd.Timestamp(at) - pd.Timedelta(days=_ASKED_AGAIN_AFTER_DAYS)
    days = events["occurred_on"]
    told = events["kind"].isin(TAKING_KINDS | FREEING_KINDS) & (days <= pd.Timestamp(at)) & (days > first)
    ordered = events[told].sort_values(["occurred_on", "event_id"], kind="stable")
    last = ordered.drop_duplicates(["cooperative_id", "offer_id"], keep="last")
    gone = last[last["kind"].isin(FREEING_KINDS)]
    return frozenset(zip(gone["cooperative_id"], gone["offer_id"], strict=True))

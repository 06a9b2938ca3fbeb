"""Pairs that are locked, forbidden or kept back: those of the store, and those given for one plan."""

import datetime as dt
from collections.abc import Sequence
from typing import cast, get_args

import pandas as pd

from features.frame_cells import day_of, text_of
from models.requirements.places import FREEING_KINDS, last_words, pairs_with
from recommender.allocations.settings import Hold, HoldKind

__all__ = ["counted_holds", "counts_on", "given_up_lately"]

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
    rows = [{str(name): value for name, value in row.items()} for row in stored.to_dict("records")]
    known = [_hold(row) for row in rows if counts_on(day_of(row["set_on"]), None, at)]
    found = {(one.cooperative_id, one.offer_id): one for one in (*known, *given)}
    counting = [one for one in found.values() if counts_on(None, one.expires_on, at)]
    return tuple(sorted(counting, key=lambda one: (one.cooperative_id, one.offer_id)))


def counts_on(set_on: dt.date | None, expires_on: dt.date | None, at: dt.date) -> bool:
    """Tell whether a hold counts on a day: from the day it is set to the day it expires, both included."""
    return (set_on is None or set_on <= at) and (expires_on is None or at <= expires_on)


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
    first = at - dt.timedelta(days=_ASKED_AGAIN_AFTER_DAYS - 1)
    return pairs_with(last_words(events, first, at), FREEING_KINDS)

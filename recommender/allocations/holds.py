"""Pairs that are locked, forbidden or kept back: those of the store, and those given for one plan."""

import datetime as dt
from collections.abc import Sequence
from typing import cast, get_args

import pandas as pd

from features.frame_cells import day_of, text_of
from recommender.allocations.settings import Hold, HoldKind

__all__ = ["counted_holds"]


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

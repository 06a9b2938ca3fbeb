"""The label of a pair: did it open in time and stand?"""

import datetime as dt
from collections.abc import Mapping
from itertools import pairwise

import numpy as np
import pandas as pd

__all__ = ["HORIZON_DAYS", "pair_labels"]

HORIZON_DAYS = 270
"""No label before so many days after a pair's first event."""
_OPENS_WITHIN_DAYS = 180
_STANDS_DAYS = 90
_CLOSING = ("declined", "refused", "stopped")
_NO_VERDICT = frozenset({"no_capacity", "duplicate"})


def pair_labels(events: pd.DataFrame, at: dt.date) -> Mapping[tuple[str, str], float]:
    """Label every pair whose horizon has closed.

    Parameters
    ----------
    events : DataFrame of shape (n_events, n_columns)
        Rows of the table ``events``, confirmed ones only.
    at : date
        The day the labels are drawn; later events are not seen.

    Returns
    -------
    mapping of (cooperative_id, offer_id) to 1.0 or 0.0
        One per pair however many events it has; none before 270 days from its first event. 1 if it opened
        within 180 days and stood for 90 days, whatever else happened; otherwise no label when its last
        closing event says ``no_capacity`` or ``duplicate``; otherwise 0.

    Examples
    --------
    >>> events = pd.DataFrame(
    ...     {
    ...         "event_id": ["a", "b"],
    ...         "cooperative_id": ["k", "k"],
    ...         "offer_id": ["o", "o"],
    ...         "occurred_on": pd.to_datetime(["2025-01-01", "2025-03-01"]),
    ...         "kind": ["introduced", "opened"],
    ...         "reason_code": [None, None],
    ...     }
    ... )
    >>> pair_labels(events, dt.date(2026, 1, 1))
    {('k', 'o'): 1.0}
    """
    seen = events[events["occurred_on"] <= pd.Timestamp(at)]
    keys = ["cooperative_id", "offer_id"]
    ordered = seen.dropna(subset=keys).sort_values([*keys, "occurred_on", "event_id"], kind="stable")
    days = ordered["occurred_on"].to_numpy(dtype="datetime64[D]").astype(np.int64)
    kinds, reasons = ordered["kind"].tolist(), ordered["reason_code"].tolist()
    cooperative_ids, offer_ids = ordered["cooperative_id"].tolist(), ordered["offer_id"].tolist()
    codes = ordered.groupby(keys, sort=True).ngroup().to_numpy()
    bounds = [0, *(np.flatnonzero(codes[1:] != codes[:-1]) + 1), len(codes)] if len(codes) else [0]
    today = int(np.datetime64(at, "D").astype(np.int64))
    labels: dict[tuple[str, str], float] = {}
    for start, end in pairwise(bounds):
        label = _label(days[start:end].tolist(), kinds[start:end], reasons[start:end], today)
        if label is not None:
            labels[str(cooperative_ids[start]), str(offer_ids[start])] = label
    return labels


def _label(days: list[int], kinds: list[object], reasons: list[object], today: int) -> float | None:
    """Label one pair from its events in order; days are counted from any one day."""
    first = days[0]
    if today - first < HORIZON_DAYS:
        return None
    closings = [place for place, kind in enumerate(kinds) if kind in _CLOSING]
    for place, kind in enumerate(kinds):
        if kind != "opened" or days[place] - first > _OPENS_WITHIN_DAYS:
            continue
        stood_until = next((days[end] for end in closings if end > place), today)
        if stood_until - days[place] >= _STANDS_DAYS:
            return 1.0
    if closings and reasons[closings[-1]] in _NO_VERDICT:
        return None
    return 0.0

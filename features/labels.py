"""The label of a pair: did it open in time and stand?"""

import datetime as dt
from collections.abc import Mapping

import numpy as np
import pandas as pd

__all__ = ["pair_labels"]

_HORIZON_DAYS = 270
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
    ordered = seen.sort_values(["occurred_on", "event_id"], kind="stable")
    today = np.datetime64(at, "D")
    labels: dict[tuple[str, str], float] = {}
    for pair, group in ordered.groupby(["cooperative_id", "offer_id"], sort=True):
        label = _label(group, today)
        if label is not None:
            labels[str(pair[0]), str(pair[1])] = label
    return labels


def _label(group: pd.DataFrame, today: np.datetime64) -> float | None:
    days = group["occurred_on"].to_numpy(dtype="datetime64[D]")
    kinds = group["kind"].to_numpy()
    first = days[0]
    if (today - first).astype(int) < _HORIZON_DAYS:
        return None
    for position in np.flatnonzero(kinds == "opened"):
        opened = days[position]
        if (opened - first).astype(int) > _OPENS_WITHIN_DAYS:
            continue
        later = zip(days[position + 1 :], kinds[position + 1 :], strict=True)
        ends = [day for day, kind in later if kind in _CLOSING]
        stood_until = ends[0] if ends else today
        if (stood_until - opened).astype(int) >= _STANDS_DAYS:
            return 1.0
    closing = group[group["kind"].isin(_CLOSING)]
    if len(closing) and closing["reason_code"].iloc[-1] in _NO_VERDICT:
        return None
    return 0.0

"""What needs action today: facts of the store, counted."""

import datetime as dt

import numpy as np
import pandas as pd

from recommender.gathering import Gathered
from recommender.overview.records import Need
from recommender.overview.roster import DOCUMENTS, Roster
from recommender.training.review_records import ReviewCounts

__all__ = ["SOON_DAYS", "needs_of"]

SOON_DAYS = 30
"""A window that opens within so many days is worth preparing for."""


def needs_of(
    source: Gathered, roster: Roster, prices: pd.DataFrame, to_review: ReviewCounts
) -> tuple[Need, ...]:
    """List what needs action, in a fixed order; what does not occur is left out.

    Parameters
    ----------
    source : Gathered
    roster : Roster
    prices : DataFrame
        Table ``prices``.
    to_review : ReviewCounts

    Returns
    -------
    tuple of Need
        Kinds: ``events_held``, ``events_waiting``, ``expired_prices``, ``quota_over``, ``quota_full``,
        ``opens_soon``, ``old_data``, ``documents``.
    """
    expired = int((prices["valid_to"] < pd.Timestamp(source.at)).sum())
    counted = [
        Need("events_held", to_review.held or 0),
        Need("events_waiting", to_review.waiting),
        Need("expired_prices", expired),
        *_quotas(source),
        *_windows(source),
        Need("old_data", int(roster.is_old.sum())),
        Need("documents", int((roster.documents_unknown == len(DOCUMENTS)).sum())),
    ]
    return tuple(need for need in counted if need.count)


def _quotas(source: Gathered) -> list[Need]:
    titles = source.titles
    quotas = dict(zip(source.context.offer_ids, source.context.offers["city_quota"], strict=True))
    # a quota of none is a decision, not a queue
    left = {
        key: count
        for key, count in sorted(source.context.places.left_in_city.items())
        if count < 0 or (count == 0 and quotas.get(key) != 0)
    }
    return [
        Need("quota_over" if count < 0 else "quota_full", max(-count, 1), key, str(titles.get(key, key)))
        for key, count in left.items()
    ]


def _windows(source: Gathered) -> list[Need]:
    offers = source.context.offers
    today = np.datetime64(source.at, "D")
    starts = offers["apply_from"].to_numpy(dtype="datetime64[D]")
    soon = (starts > today) & (starts <= today + np.timedelta64(SOON_DAYS, "D"))
    found = []
    for offer_id, title, start in zip(
        offers["offer_id"][soon], offers["title"][soon], starts[soon], strict=True
    ):
        day: dt.date = start.astype("O")
        found.append(Need("opens_soon", 1, str(offer_id), str(title), day))
    return found

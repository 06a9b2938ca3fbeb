"""What can be learned from today, what is on its way, and on which day the next outcome counts."""

import datetime as dt
from dataclasses import dataclass

import pandas as pd

from features.labels import HORIZON_DAYS
from recommender.training.review_desk import OutcomeRecord

__all__ = ["Prospects", "prospects_of"]


@dataclass(frozen=True, slots=True)
class Prospects:
    """How much there is to learn from.

    Attributes
    ----------
    at : date
    outcome_count, success_count, cooperative_count : int
        Labelled pairs, those that succeeded, and the cooperatives they belong to.
    waiting_count, held_count, struck_count : int
        Events that wait for the department's word, successes that are held, events that it does not believe.
    pending_count : int
        Pairs that have begun and count only later.
    next_on : date or None
        The first day on which one of them can count; ``None`` when there is none.
    horizon_days : int
        So many days after its first event a pair counts.
    """

    at: dt.date
    outcome_count: int
    success_count: int
    cooperative_count: int
    waiting_count: int
    held_count: int
    struck_count: int
    pending_count: int
    next_on: dt.date | None
    horizon_days: int = HORIZON_DAYS


def prospects_of(record: OutcomeRecord) -> Prospects:
    """Count what the record of one day offers."""
    outcomes = record.outcomes
    begun = _begun(record)
    horizon = dt.timedelta(days=HORIZON_DAYS)
    pending = begun[begun > pd.Timestamp(record.at - horizon)]
    return Prospects(
        at=record.at,
        outcome_count=len(outcomes.pairs),
        success_count=int((outcomes.pairs["label"] == 1).sum()),
        cooperative_count=int(outcomes.pairs["cooperative_id"].nunique()),
        waiting_count=len(outcomes.verdicts.waiting),
        held_count=sum(len(run.event_ids) for run in outcomes.held),
        struck_count=outcomes.verdicts.struck_count,
        pending_count=len(pending),
        next_on=None if pending.empty else pending.min().date() + horizon,
    )


def _begun(record: OutcomeRecord) -> pd.Series:
    """Return the first day of each pair that may be learned from."""
    history, counted = record.outcomes.history, record.outcomes.verdicts.counted
    offers = history.catalogue.offers
    ranked = offers["offer_id"][offers["sector"] != "mentoring"]
    there = counted["cooperative_id"].isin(history.cooperatives["cooperative_id"])
    mine = counted[there & counted["offer_id"].isin(ranked)]
    first: pd.Series = mine.groupby(["cooperative_id", "offer_id"])["occurred_on"].min()
    return first

"""From labelled outcomes to what lies on the department's desk, with names in the place of ids."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import sha256

import pandas as pd

from features.frame_cells import day_of, text_of
from recommender.store.reading import Reads
from recommender.training.dataset import Labelled, labelled
from recommender.training.records import HeldRun
from recommender.training.review_records import HeldCase, PastReview, ReviewDesk, ReviewEvent

__all__ = ["OutcomeRecord", "outcome_record", "review_desk", "shown_events"]

_CASE_DIGITS = 12


@dataclass(frozen=True, slots=True)
class OutcomeRecord:
    """What happened until one day, labelled; ``damaged`` rows by table and id."""

    at: dt.date
    outcomes: Labelled
    events: pd.DataFrame
    reviews: pd.DataFrame
    damaged: tuple[tuple[str, str], ...]


def outcome_record(store: Reads, at: dt.date) -> OutcomeRecord:
    """Read and label what happened; damaged rows are taken as they were recorded last.

    Parameters
    ----------
    store : Reads
        A snapshot of a store: several tables have to fit each other.
    at : date
    """
    events, broken_events = store.mended("events")
    reviews, broken_reviews = store.mended("reviews")
    damaged = (*(("events", one) for one in broken_events), *(("reviews", one) for one in broken_reviews))
    return OutcomeRecord(at, labelled(store, at, events, reviews), events, reviews, damaged)


def review_desk(record: OutcomeRecord) -> ReviewDesk:
    """Lay out what has to be looked at."""
    namer = _Namer(record)
    outcomes, events = record.outcomes, record.events
    waiting = outcomes.verdicts.waiting.sort_values(["occurred_on", "event_id"], kind="stable")
    seen = events[events["event_id"].isin(record.reviews["event_id"])]
    past = sorted(namer.named(seen), key=_newest_first)
    by_id = {one.event_id: one for one in namer.named(_of_ids(events, outcomes.held))}
    return ReviewDesk(
        at=record.at,
        held=tuple(_case(run, namer, by_id) for run in outcomes.held),
        waiting=tuple(namer.named(waiting)),
        past=tuple(past),
        event_count=len(events),
        undated=tuple(sorted(str(one) for one in events["event_id"][events["occurred_on"].isna()])),
        damaged=record.damaged,
    )


def shown_events(record: OutcomeRecord, event_ids: Iterable[str]) -> tuple[ReviewEvent, ...]:
    """Return events by day and id, whatever became of them; unknown ids are left out."""
    events = record.events
    wanted = events[events["event_id"].isin(set(event_ids))]
    return tuple(_Namer(record).named(wanted.sort_values(["occurred_on", "event_id"], kind="stable")))


class _Namer:
    """Turns rows of events into records with names."""

    def __init__(self, record: OutcomeRecord) -> None:
        history = record.outcomes.history
        offers, partners = history.catalogue.offers, history.catalogue.partners
        self.cooperatives = _names(history.cooperatives, "cooperative_id", "name")
        self.titles = _names(offers, "offer_id", "title")
        self._accounts = {**_names(partners, "partner_id", "name"), **self.cooperatives}
        rows = record.reviews.to_dict("records")
        self._reviews = {str(row["event_id"]): _past_review(row) for row in rows}

    def named(self, events: pd.DataFrame) -> list[ReviewEvent]:
        """Return the rows in their order."""
        return [self._event(row) for row in events.to_dict("records")]

    def _event(self, row: Mapping[object, object]) -> ReviewEvent:
        cooperative_id, offer_id = str(row["cooperative_id"]), str(row["offer_id"])
        recorder = text_of(row["recorded_by"])
        return ReviewEvent(
            event_id=str(row["event_id"]),
            cooperative_id=cooperative_id,
            offer_id=offer_id,
            cooperative_name=self.cooperatives.get(cooperative_id),
            offer_title=self.titles.get(offer_id),
            kind=str(row["kind"]),
            occurred_on=day_of(row["occurred_on"]),
            recorded_by=recorder,
            recorder_name=None if recorder is None else self._accounts.get(recorder),
            reason_code=text_of(row["reason_code"]),
            note=text_of(row["note"]),
            review=self._reviews.get(str(row["event_id"])),
        )


def _case(run: HeldRun, namer: _Namer, by_id: Mapping[str, ReviewEvent]) -> HeldCase:
    digest = sha256("\x1f".join(sorted(run.event_ids)).encode()).hexdigest()
    events = sorted((by_id[one] for one in run.event_ids), key=_by_day)
    return HeldCase(digest[:_CASE_DIGITS], run, namer.titles.get(run.offer_id), tuple(events))


def _of_ids(events: pd.DataFrame, held: Iterable[HeldRun]) -> pd.DataFrame:
    return events[events["event_id"].isin({one for run in held for one in run.event_ids})]


def _names(frame: pd.DataFrame, key: str, name: str) -> dict[str, str]:
    pairs = zip(frame[key], frame[name], strict=True)
    return {str(one): told for one, name_ in pairs if (told := text_of(name_)) is not None}


def _past_review(row: Mapping[object, object]) -> PastReview:
    return PastReview(
        verdict=str(row["verdict"]),
        reason=text_of(row["reason"]),
        recorded_by=text_of(row["recorded_by"]),
        reviewed_on=day_of(row["reviewed_on"]),
    )


def _by_day(event: ReviewEvent) -> tuple[int, str]:
    return (event.occurred_on.toordinal() if event.occurred_on else 0, event.event_id)


def _newest_first(event: ReviewEvent) -> tuple[int, str]:
    on = event.review.reviewed_on if event.review else None
    return (-on.toordinal() if on else 0, event.event_id)

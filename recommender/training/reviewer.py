"""The part of the workspace that looks at events: what waits, what is held, what was found."""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property

import pandas as pd

from features.labels import pair_labels
from models.evidence.runs import LEAST_SUCCESSES
from recommender.clock import jakarta_today
from recommender.memory import Memory
from recommender.store.store import Store
from recommender.training.review_desk import OutcomeRecord, outcome_record, review_desk, shown_events
from recommender.training.review_records import ReviewCounts, ReviewDesk, ReviewEvent
from recommender.training.review_state import review_state
from recommender.training.reviewing import Reviewable, record_reviews, reviewables
from recommender.training.verdicts import verdicts_on

__all__ = ["MOST_COUNTED", "Reviewer"]

MOST_COUNTED = 2000
"""With more outcomes than these, held runs are looked for on the page of reviews only."""

_KEPT_DAYS = 2


class Reviewer:
    """Events of one department; the workspace has the store and the clock."""

    store: Store
    _clock: Callable[[], dt.datetime]

    @cached_property
    def _records(self) -> Memory[OutcomeRecord]:
        return Memory(_KEPT_DAYS)

    def outcome_record(self, at: dt.date | None = None) -> OutcomeRecord:
        """Return what happened until a day (default: today), labelled; from memory while it holds."""
        day = at or jakarta_today(self._clock())

        def read() -> OutcomeRecord:
            with self.store.snapshot() as snapshot:
                return outcome_record(snapshot, day)

        return self._records.recall((self.store.head().revision_id, day), read)

    def events_to_review(self, at: dt.date | None = None) -> tuple[Reviewable, ...]:
        """Return the events that wait for confirmation or are held on a day (default: today)."""
        return reviewables(self.outcome_record(at).outcomes)

    def review_desk(self, at: dt.date | None = None) -> ReviewDesk:
        """Return the same with names, as cases to be looked at; see ``recommender.training.review_desk``."""
        return review_desk(self.outcome_record(at))

    def events_under_review(self, event_ids: Sequence[str]) -> dict[ReviewEvent, str]:
        """Return events with their state, by day and id; unknown ids are left out."""
        found = shown_events(self.outcome_record(), event_ids)
        return {one: review_state(self.store.row, one.event_id) for one in found}

    def review_events(
        self,
        event_ids: Sequence[str],
        verdict: str,
        reason: str | None = None,
        *,
        author: str = "-",
        shown: Mapping[str, str] | None = None,
    ) -> int:
        """Record what the department found of events; see ``recommender.training.reviewing``."""
        made_at = self._clock()
        return record_reviews(
            self.store, event_ids, verdict, reason, author=author, made_at=made_at, shown=shown
        )

    def review_counts(self, at: dt.date | None = None) -> ReviewCounts:
        """Count what has to be looked at on a day (default: today), cheaply enough for the front page."""
        day = at or jakarta_today(self._clock())
        if not self.store.count("events"):
            return ReviewCounts(0, 0)
        with self.store.snapshot() as snapshot:
            events, reviews = (snapshot.frame(one) for one in ("events", "reviews"))
            people = snapshot.frame("cooperatives"), snapshot.frame("partners")
        verdicts = verdicts_on(events[events["occurred_on"] <= pd.Timestamp(day)], reviews, *people)
        labels = list(pair_labels(verdicts.counted, day).values())
        if labels.count(1.0) < LEAST_SUCCESSES:
            return ReviewCounts(len(verdicts.waiting), 0)
        is_much = len(labels) > MOST_COUNTED
        held = None if is_much else len(self.outcome_record(day).outcomes.held)
        return ReviewCounts(len(verdicts.waiting), held)

"""What is shown of events that the department looks at: single ones, runs that are held, what it found."""

import datetime as dt
from dataclasses import dataclass

from recommender.training.records import HeldRun

__all__ = ["HeldCase", "PastReview", "ReviewCounts", "ReviewDesk", "ReviewEvent"]


@dataclass(frozen=True, slots=True)
class PastReview:
    """What the department found of one event; ``None`` is unknown."""

    verdict: str
    reason: str | None
    recorded_by: str | None
    reviewed_on: dt.date | None


@dataclass(frozen=True, slots=True)
class ReviewEvent:
    """One event with names, and what was found of it before.

    Attributes
    ----------
    event_id, cooperative_id, offer_id : str
    cooperative_name, offer_title : str or None
        ``None`` where they are no longer there.
    kind : str
        As in the table of events.
    occurred_on : date or None
    recorded_by : str or None
        ``None``: the department brought it in.
    recorder_name : str or None
        Of the cooperative or partner that ``recorded_by`` names by its id.
    reason_code, note : str or None
    review : PastReview or None
        ``None``: nobody has looked at it.
    """

    event_id: str
    cooperative_id: str
    offer_id: str
    cooperative_name: str | None
    offer_title: str | None
    kind: str
    occurred_on: dt.date | None
    recorded_by: str | None
    recorder_name: str | None
    reason_code: str | None
    note: str | None
    review: PastReview | None


@dataclass(frozen=True, slots=True)
class HeldCase:
    """A sudden run of successes, to be looked at as a whole.

    ``case_id`` is made of its events: another one is another case. ``day_count`` spans the first events of
    its pairs, both ends counted.
    """

    case_id: str
    run: HeldRun
    offer_title: str | None
    events: tuple[ReviewEvent, ...]

    @property
    def day_count(self) -> int:
        """Days from the first to the last beginning."""
        return (self.run.last_on - self.run.first_on).days + 1


@dataclass(frozen=True, slots=True)
class ReviewDesk:
    """Everything that has to be looked at on one day.

    Attributes
    ----------
    at : date
    held : tuple of HeldCase
        By offer, the most sudden first.
    waiting : tuple of ReviewEvent
        By day and id.
    past : tuple of ReviewEvent
        Events that were looked at, the latest first.
    event_count : int
        All there are in the table of events.
    undated : tuple of str
        Events without a day; nobody can say whether they have happened.
    damaged : tuple of (str, str)
        Table and id of rows that cannot be read where they stand.
    """

    at: dt.date
    held: tuple[HeldCase, ...]
    waiting: tuple[ReviewEvent, ...]
    past: tuple[ReviewEvent, ...]
    event_count: int
    undated: tuple[str, ...]
    damaged: tuple[tuple[str, str], ...]

    @property
    def offers(self) -> dict[str, str]:
        """Titles of the offers that something is to be looked at for, by id; the id where there is none."""
        found = {one.run.offer_id: one.offer_title or one.run.offer_id for one in self.held}
        found |= {one.offer_id: one.offer_title or one.offer_id for one in self.waiting}
        return dict(sorted(found.items(), key=lambda pair: (pair[1].casefold(), pair[0])))

    def case(self, case_id: str) -> HeldCase | None:
        """Return the run of an id; ``None`` when it is no longer held, or has changed."""
        return next((one for one in self.held if one.case_id == case_id), None)


@dataclass(frozen=True, slots=True)
class ReviewCounts:
    """How many events wait, and how many runs are held; ``None`` where that was not worked out."""

    waiting: int
    held: int | None

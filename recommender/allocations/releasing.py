"""Use case: give a place up, or turn down one that a plan offers."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field

from features.schema.loader import column
from recommender.allocations import releasing_sentences
from recommender.allocations.pair_standing import PairStanding, pair_standing
from recommender.allocations.place_events import PlaceEvent, event_row, next_event_id, plan_of
from recommender.clock import jakarta_today
from recommender.reasons import checked_reason
from recommender.store.allocation_records import AllocationEntry, PairNote, Wanted
from recommender.store.reading import Reads
from recommender.store.store import Store

__all__ = ["LEAVING_KINDS", "Leaving", "Release", "release_place"]

_SOURCE = "rencana alokasi"
LEAVING_KINDS = ("declined", "refused", "stopped")


@dataclass(frozen=True, slots=True)
class Leaving:
    """How a place is given up.

    Attributes
    ----------
    kind : {'declined', 'refused', 'stopped'}
        By the cooperative, by the partner, or after it had been taken; only a place that is held can stop.
    reason_code : str or None
        One of those of the table ``events``.
    note : str or None
        At most 500 letters.
    """

    kind: str
    reason_code: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Release:
    """A place that was given up, or an offered one that was not taken.

    Attributes
    ----------
    event_id : str
    kind : {'declined', 'refused', 'stopped'}
    released_on : date
        In Jakarta.
    allocation_id : str or None
        The plan that had given it; ``None`` where none did.
    frees_place : bool
        Whether a place became free by this call.
    is_new : bool
        Whether this call wrote it.
    """

    cooperative_id: str
    offer_id: str
    event_id: str
    kind: str
    released_on: dt.date
    allocation_id: str | None
    frees_place: bool = field(default=True, compare=False)
    is_new: bool = field(default=True, compare=False)


def release_place(
    store: Store,
    cooperative_id: str,
    offer_id: str,
    leaving: Leaving,
    *,
    allocation_id: str | None = None,
    author: str,
    made_at: dt.datetime,
) -> Release:
    """Give a place up, or turn down one that a plan offers: an event, and a row in the log of plans.

    What was given up already gives the same answer again, and nothing is written.

    Parameters
    ----------
    store : Store
    cooperative_id, offer_id : str
    leaving : Leaving
    allocation_id : str, optional
        By default the plan from which the place was accepted.
    author : str
    made_at : datetime
        The time to record; with a time zone.

    Raises
    ------
    NotFoundError
        When there is no such offer, cooperative or plan.
    RefusedError
        When there is no such kind or reason, or nothing is held that could stop. Nothing was changed.
    """
    _demand_words(leaving)
    kind, said, at = leaving.kind, checked_reason(leaving.note), jakarta_today(made_at)
    answers: list[Release] = []

    def decide(reads: Reads) -> Wanted:
        standing = pair_standing(reads, cooperative_id, offer_id, at)
        entries = reads.pair_entries(cooperative_id, offer_id)
        before = _released(standing, entries, allocation_id)
        if before is not None:
            answers.append(before)
            return Wanted()
        if kind == "stopped" and not standing.is_holder:
            raise releasing_sentences.not_held(standing.names)
        plan = allocation_id or (plan_of(entries) if standing.is_holder else None)
        event_id = next_event_id(standing.events, (cooperative_id, offer_id), kind, at)
        answers.append(
            Release(cooperative_id, offer_id, event_id, kind, at, plan, frees_place=standing.is_holder)
        )
        row = event_row(PlaceEvent(event_id, kind, at), (cooperative_id, offer_id), author, said)
        return Wanted(
            rows={"events": [{**row, "reason_code": leaving.reason_code}]},
            notes=(PairNote("released", cooperative_id, offer_id, plan, said),),
        )

    store.revision_if(decide, author=author, source=_SOURCE, made_at=made_at)
    return answers[0]


def _released(
    standing: PairStanding, entries: Sequence[AllocationEntry], allocation_id: str | None
) -> Release | None:
    """Return what was given up already; another plan may offer again what was once turned down."""
    if standing.is_holder or not standing.events:
        return None
    last = standing.events[-1]
    plan = next((one.allocation_id for one in reversed(entries) if one.kind == "released"), None)
    if allocation_id not in {None, plan}:
        return None
    return Release(
        cooperative_id=standing.cooperative_id,
        offer_id=standing.offer_id,
        event_id=last.event_id,
        kind=last.kind,
        released_on=last.occurred_on,
        allocation_id=plan,
        frees_place=False,
        is_new=False,
    )


def _demand_words(leaving: Leaving) -> None:
    if leaving.kind not in LEAVING_KINDS:
        raise releasing_sentences.kind_unknown(leaving.kind)
    found = column("events", "reason_code")
    known = () if found is None else found.choices
    if leaving.reason_code is not None and leaving.reason_code not in known:
        raise releasing_sentences.reason_unknown(leaving.reason_code, ", ".join(known))

"""Use case: accept a place of an offer; the last one is never accepted twice."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field

from features.frame_cells import number_of
from recommender.allocations import accepting_sentences
from recommender.allocations.pair_standing import PairStanding, pair_standing, stored_day
from recommender.allocations.place_events import PlaceEvent, event_row, next_event_id, plan_of
from recommender.allocations.room_left import near_holder, rooms
from recommender.clock import jakarta_today
from recommender.reasons import checked_reason
from recommender.store.allocation_records import AllocationEntry, PairNote, Wanted
from recommender.store.reading import Reads
from recommender.store.store import Store

__all__ = ["Acceptance", "accept_place"]

_SOURCE = "rencana alokasi"


@dataclass(frozen=True, slots=True)
class Acceptance:
    """A place that a cooperative holds.

    Attributes
    ----------
    event_id : str
        The event by which it is held.
    accepted_on : date
        In Jakarta.
    allocation_id : str or None
        The plan that gave it; ``None`` where none did.
    is_new : bool
        Whether this call took it; the same answer again does not count as another one.
    left : int or None
        Places left for others where the limit is tightest; ``None`` where nothing limits the offer, or where
        the place was held before.
    """

    cooperative_id: str
    offer_id: str
    event_id: str
    accepted_on: dt.date
    allocation_id: str | None
    is_new: bool = field(default=True, compare=False)
    left: int | None = field(default=None, compare=False)


def accept_place(
    store: Store,
    cooperative_id: str,
    offer_id: str,
    *,
    allocation_id: str | None = None,
    author: str,
    made_at: dt.datetime,
    note: str | None = None,
) -> Acceptance:
    """Take a place for a cooperative by an event ``approved``, if one is left at that very moment.

    Whoever holds one already gets the same answer again, and nothing is written.

    Parameters
    ----------
    store : Store
    cooperative_id, offer_id : str
    allocation_id : str, optional
        The plan that gives the place; it has to hold, and its log then has the acceptance.
    author : str
        Who records it.
    made_at : datetime
        The time to record; with a time zone.
    note : str, optional
        At most 500 letters.

    Raises
    ------
    NotFoundError
        When there is no such offer, cooperative or plan.
    RefusedError
        When no place is left in the city or the district (those kept back for others count as taken), the
        offer is outside its period, the pair is forbidden, another offer of the same group is held, a holder
        stands too near, or the plan does not hold. Nothing was changed.
    """
    said, at = checked_reason(note), jakarta_today(made_at)
    answers: list[Acceptance] = []

    def decide(reads: Reads) -> Wanted:
        standing = pair_standing(reads, cooperative_id, offer_id, at)
        if standing.is_holder:
            answers.append(_held(standing, reads.pair_entries(cooperative_id, offer_id)))
            return Wanted()
        _demand_plan(reads, allocation_id)
        _demand_allowed(reads, standing)
        left = _demand_place(reads, standing)
        event_id = next_event_id(standing.events, (cooperative_id, offer_id), "approved", at)
        answers.append(
            Acceptance(cooperative_id, offer_id, event_id, at, allocation_id, is_new=True, left=left)
        )
        note_of_plan = PairNote("accepted", cooperative_id, offer_id, allocation_id, said)
        event = PlaceEvent(event_id, "approved", at)
        return Wanted(
            rows={"events": [event_row(event, (cooperative_id, offer_id), author, said)]},
            notes=() if allocation_id is None else (note_of_plan,),
        )

    store.revision_if(decide, author=author, source=_SOURCE, made_at=made_at)
    return answers[0]


def _held(standing: PairStanding, entries: Sequence[AllocationEntry]) -> Acceptance:
    last = standing.events[-1]
    return Acceptance(
        cooperative_id=standing.cooperative_id,
        offer_id=standing.offer_id,
        event_id=last.event_id,
        accepted_on=last.occurred_on,
        allocation_id=plan_of(entries),
        is_new=False,
    )


def _demand_plan(reads: Reads, allocation_id: str | None) -> None:
    if allocation_id is None or reads.published_allocation_id() == allocation_id:
        return
    if reads.allocation(allocation_id) is None:
        raise accepting_sentences.plan_unknown(allocation_id)
    raise accepting_sentences.plan_does_not_hold(allocation_id)


def _demand_allowed(reads: Reads, standing: PairStanding) -> None:
    """Refuse what no free place could make right."""
    names, at = standing.names, standing.at
    starts, ends = (stored_day(standing.offer[name]) for name in ("valid_from", "valid_to"))
    if (starts is not None and at < starts) or (ends is not None and at > ends):
        raise accepting_sentences.outside_validity(names[1], starts, ends, at)
    if standing.hold_kinds.get(standing.cooperative_id) == "forbidden":
        raise accepting_sentences.forbidden(names)
    if standing.runs_with is not None:
        raise accepting_sentences.group_runs(names, standing.runs_with)
    near = near_holder(reads, standing)
    if near is not None:
        least_km = number_of(standing.offer["min_spacing_km"]) or 0.0
        raise accepting_sentences.nearby(names, near, least_km)


def _demand_place(reads: Reads, standing: PairStanding) -> int | None:
    """Return how many places will be left for others, ``None`` where nothing limits them."""
    found = rooms(reads, standing)
    for room in found:
        if room.left <= 0:
            raise accepting_sentences.no_place_left(
                standing.names, room.district, room.quota, room.taken, room.kept
            )
    return min((room.left - 1 for room in found), default=None)

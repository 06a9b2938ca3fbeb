"""Events by which a place is taken or given up: their order, their names, the plan behind them."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256

from recommender.store.allocation_records import AllocationEntry
from recommender.store.values import Value

__all__ = ["PlaceEvent", "event_row", "next_event_id", "plan_of"]


@dataclass(frozen=True, slots=True)
class PlaceEvent:
    """One event by which a place was taken or given up."""

    event_id: str
    kind: str
    occurred_on: dt.date


def next_event_id(events: Sequence[PlaceEvent], pair: tuple[str, str], kind: str, at: dt.date) -> str:
    """Name a new event of a pair by its content, so that it counts after those that are there.

    Several events on one day count in the order of their ids: what is written later must sort later, and what
    a department imports afterwards, named ``kejadian-...``, must sort after it in turn.

    Parameters
    ----------
    events : sequence of PlaceEvent
        The pair's own up to that day, oldest first.
    pair : (cooperative_id, offer_id)
    kind : str
    at : date
    """
    number = len(events) + 1
    digest = sha256("\x1f".join([*pair, kind, at.isoformat(), str(number)]).encode()).hexdigest()
    wanted = f"alokasi-{number:05d}-{digest[:12]}"
    last = max((one.event_id for one in events if one.occurred_on == at), default="")
    return wanted if wanted > last else f"{last}~{digest[:8]}"


def event_row(event: PlaceEvent, pair: tuple[str, str], author: str, note: str | None) -> dict[str, Value]:
    """Return an event as a row of the table ``events``."""
    return {
        "event_id": event.event_id,
        "cooperative_id": pair[0],
        "offer_id": pair[1],
        "occurred_on": event.occurred_on,
        "kind": event.kind,
        "recorded_by": author,
        "note": note,
    }


def plan_of(entries: Sequence[AllocationEntry]) -> str | None:
    """Return the plan from which a place that is held was accepted."""
    last = next((one for one in reversed(entries) if one.kind in {"accepted", "released"}), None)
    return last.allocation_id if last is not None and last.kind == "accepted" else None

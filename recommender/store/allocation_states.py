"""What the log makes of each plan."""

from collections.abc import Iterable, Mapping
from datetime import datetime

from recommender.store.allocation_records import AllocationEntry, AllocationLine, PlanState

__all__ = ["plan_lines", "states_of"]

_STATES: Mapping[str, PlanState] = {
    "solved": "solved",
    "no_solution": "no_solution",
    "failed": "failed",
    "published": "published",
    "withdrawn": "withdrawn",
}


def states_of(entries: Iterable[AllocationEntry]) -> dict[str, tuple[PlanState, AllocationEntry]]:
    """Return the state of each plan and the row that brought it there; a draft has none.

    Parameters
    ----------
    entries : iterable of AllocationEntry
        Oldest first. Rows that speak of one place change no plan's state.

    Examples
    --------
    >>> states_of([])
    {}
    """
    found: dict[str, tuple[PlanState, AllocationEntry]] = {}
    for entry in entries:
        state = _STATES.get(entry.kind)
        if state is not None and entry.allocation_id is not None:
            found[entry.allocation_id] = state, entry
    return found


def plan_lines(
    stamps: Iterable[tuple[str, datetime, str]], entries: Iterable[AllocationEntry]
) -> list[AllocationLine]:
    """Return one line for each plan, in the order of ``stamps`` (name, time, author)."""
    states = states_of(entries)
    lines = []
    for name, made_at, author in stamps:
        if name not in states:
            lines.append(AllocationLine(name, made_at, author, "draft", made_at, None))
            continue
        state, entry = states[name]
        lines.append(AllocationLine(name, made_at, author, state, entry.made_at, entry.why))
    return lines

"""How an event stood when somebody looked at it, so that nobody decides on what has changed since."""

from collections.abc import Callable, Mapping, Sequence

from recommender.store.records import Version
from recommender.store.values import Value

__all__ = ["has_changed", "review_state"]

Current = Callable[[str, str], Version | None]
"""Gives a row of a table as it is now."""


def review_state(current: Current, event_id: str) -> str:
    """Name the version of an event and that of what was found of it; 0 where there is none."""
    versions = (current(table, event_id) for table in ("events", "reviews"))
    return ".".join(str(0 if one is None else one.version) for one in versions)


def has_changed(current: Current, rows: Sequence[Mapping[str, Value]], shown: Mapping[str, str]) -> list[str]:
    """Return the events that stand otherwise than they were shown.

    Parameters
    ----------
    current : callable
        Gives the newest version of a row.
    rows : sequence of mapping
        What is to be recorded of each event; one that stands there by now has not changed.
    shown : mapping of str to str
        The state of each event when it was shown; one that was not shown has changed.
    """
    return [
        event_id
        for row in rows
        if review_state(current, event_id := str(row["event_id"])) != shown.get(event_id)
        and not _stands(current("reviews", event_id), row)
    ]


def _stands(there: Version | None, row: Mapping[str, Value]) -> bool:
    return there is not None and all(there.values.get(name) == value for name, value in row.items())

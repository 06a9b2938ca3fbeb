"""Every value ever recorded of one field of a cooperative, with source, day, author and time."""

import datetime as dt
from dataclasses import dataclass, replace

from features.schema.loader import Column
from recommender.errors import RefusedError
from recommender.stating import stated_value
from recommender.store.reading import Reads
from recommender.store.records import Version
from recommender.store.values import Value

__all__ = ["PastValue", "past_values", "state_of"]


@dataclass(frozen=True, slots=True)
class PastValue:
    """One value as it was recorded; ``value`` ``None`` is unknown.

    ``recorded_from`` says by which way it came in; ``source`` and ``observed_on`` belong to the value itself.
    """

    value: Value
    source: str | None
    observed_on: dt.date | None
    author: str
    recorded_from: str
    recorded_at: dt.datetime
    revision_id: int
    is_fact: bool


def past_values(store: Reads, cooperative_id: str, column: Column) -> list[PastValue]:
    """Return all recorded values of a field, newest first.

    Parameters
    ----------
    store : Reads
    cooperative_id : str
    column : Column
        A field that may be stated.
    """
    facts = _fact_values(store, cooperative_id, column)
    # A correction of the row's own day is written in both places at once; it is one value.
    twice = {(one.revision_id, one.value) for one in facts}
    own = [
        one for one in _own_values(store, cooperative_id, column) if (one.revision_id, one.value) not in twice
    ]
    found = own + facts
    return sorted(found, key=lambda one: (one.revision_id, one.is_fact, str(one.observed_on)), reverse=True)


def state_of(values: list[PastValue]) -> int:
    """Return a number that changes when a value of the field is recorded; 0 before the first."""
    return max((one.revision_id for one in values), default=0)


def _own_values(store: Reads, cooperative_id: str, column: Column) -> list[PastValue]:
    if column.table != "cooperatives":
        return []
    found: list[PastValue] = []
    for version in store.history("cooperatives", (cooperative_id,)):
        value = version.values.get(column.name)
        # The row has many fields; a version that left this one alone says nothing of it.
        if (found[-1].value if found else None) != value:
            # Who makes a value unknown says why in the revision; the row's source is that of its values.
            told = version.source if value is None else version.values.get("data_source")
            found.append(_past(version, value, told, is_fact=False))
    return found


def _fact_values(store: Reads, cooperative_id: str, column: Column) -> list[PastValue]:
    found = []
    for versions in store.histories("facts", (cooperative_id, column.name)):
        # the day is part of the fact's key; a version that takes the fact away does not repeat it
        day = versions[0].values["observed_on"]
        for version in versions:
            told = version.source if version.is_removal else version.values["source"]
            past = _past(version, _read(column, version.values["value"]), told, is_fact=True)
            found.append(replace(past, observed_on=day if isinstance(day, dt.date) else None))
    return found


def _past(version: Version, value: Value, source: Value, *, is_fact: bool) -> PastValue:
    day = version.values.get("observed_on")
    return PastValue(
        value=value,
        source=source if isinstance(source, str) else None,
        observed_on=day if isinstance(day, dt.date) else None,
        author=version.author,
        recorded_from=version.source,
        recorded_at=version.made_at,
        revision_id=version.revision_id,
        is_fact=is_fact,
    )


def _read(column: Column, text: Value) -> Value:
    if not isinstance(text, str) or not text:
        return None
    try:
        # Facts are stored in canonical text, whatever language a page is read in.
        return stated_value(column, text, "en")
    except RefusedError:
        return text

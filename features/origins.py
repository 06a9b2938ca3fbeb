"""Where each value of one cooperative's fields comes from on a given day, and how old it is."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from features.asof import fact_columns
from features.cells.parse import parse_cell
from features.cells.values import Value
from features.errors import CellError
from features.schema.loader import Column

__all__ = ["OLD_AFTER_DAYS", "HeldValue", "StatedFact", "held_values"]

OLD_AFTER_DAYS = 90
"""What was observed, stated or confirmed longer ago is to be confirmed again."""


@dataclass(frozen=True, slots=True)
class StatedFact:
    """One row of the table ``facts`` of one cooperative; ``value`` is canonical text, ``None`` unknown."""

    field: str
    value: str | None
    source: str | None
    observed_on: dt.date | None


@dataclass(frozen=True, slots=True)
class HeldValue:
    """The value of a field that holds, with its own source and day.

    ``is_fact`` tells a dated fact from the cooperative's own row; ``observed_on`` is ``None`` where no day
    was stated, and may lie after the day asked about (then nothing earlier is known).
    """

    value: Value
    source: str | None
    observed_on: dt.date | None
    is_fact: bool


def held_values(
    row: Mapping[str, Value | None],
    facts: Iterable[StatedFact],
    at: dt.date,
    extra: Mapping[str, Column] | None = None,
) -> dict[str, HeldValue]:
    """Return the value that holds of every known field, by the rule of ``cooperatives_as_of``.

    Parameters
    ----------
    row : mapping
        The cooperative's own row of the table ``cooperatives``, unknown as ``None``; its values carry its
        ``data_source`` and ``observed_on``.
    facts : iterable of StatedFact
        Its facts. What cannot be read by the rules of its field is left out.
    at : date
        The day asked about.
    extra : mapping of field to Column, optional
        Fields that only facts hold.

    Returns
    -------
    dict of field to HeldValue
        Unknown fields are absent.

    Examples
    --------
    >>> own = {"member_count": 40, "data_source": "contoh", "observed_on": dt.date(2026, 1, 31)}
    >>> fact = StatedFact("member_count", "52", "rapat anggota", dt.date(2026, 3, 1))
    >>> found = held_values(own, [fact], dt.date(2026, 3, 2))["member_count"]
    >>> found.value, found.source
    (52, 'rapat anggota')
    """
    fields = fact_columns(extra)
    own_source, own_day = row.get("data_source"), row.get("observed_on")
    source = own_source if isinstance(own_source, str) else None
    day = own_day if isinstance(own_day, dt.date) else None
    held = {
        field: HeldValue(value, source, day, is_fact=False)
        for field, value in row.items()
        if field in fields and value is not None
    }
    for fact in facts:
        column = fields.get(fact.field)
        value = None if column is None else _readable(column, fact.value)
        if value is None:
            continue
        given = HeldValue(value, fact.source, fact.observed_on, is_fact=True)
        before = held.get(fact.field)
        if before is None or _goes_before(given, before, at):
            held[fact.field] = given
    return held


def _goes_before(given: HeldValue, before: HeldValue, at: dt.date) -> bool:
    ours, theirs = _rank(given.observed_on, at), _rank(before.observed_on, at)
    # On its day the row's own value goes first; a fact that says the same names the nearer source.
    return ours > theirs or (ours == theirs and given.value == before.value)


def _rank(day: dt.date | None, at: dt.date) -> tuple[bool, int]:
    """Order days: past ones by recency, no day before all of them, later ones by how soon they come."""
    if day is None:
        return (True, 0)
    return (True, day.toordinal()) if day <= at else (False, -day.toordinal())


def _readable(column: Column, text: str | None) -> Value | None:
    if text is None:
        return None
    try:
        return parse_cell(column, text)
    except CellError:
        return None

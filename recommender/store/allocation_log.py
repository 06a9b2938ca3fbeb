"""The log of plans and their places: each row chained to the one before, so that none changes unseen."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, get_args

from sqlalchemy import ColumnElement, Connection, RowMapping, Table, func, select

from recommender.store import allocation_sentences
from recommender.store.allocation_records import AllocationEntry, AllocationKind, AllocationLog
from recommender.store.digest import FIRST_DIGEST, next_log_digest
from recommender.store.instants import instant_of, instant_text
from recommender.store.tables import database_tables
from recommender.store.values import readable_text

__all__ = [
    "add_entry",
    "allocation_log",
    "newest_number",
    "pair_entries",
    "published_id",
    "whole_log",
]

_KINDS = get_args(AllocationKind)
_OF_STATE = ("published", "withdrawn")


def newest_number(connection: Connection) -> int:
    """Return the number of the newest row without looking at the others; 0 for none."""
    log = _table()
    query = select(log.c.number).order_by(log.c.number.desc()).limit(1)
    return int(connection.execute(query).scalar_one_or_none() or 0)


def allocation_log(connection: Connection, allocation_id: str | None = None) -> AllocationLog:
    """Return the log, or what it says of one plan, up to the first row that is not as it was written."""
    log = _table()
    digest = FIRST_DIGEST
    found: list[AllocationEntry] = []
    number = 0
    for number, row in enumerate(connection.execute(select(log).order_by(log.c.number)).mappings(), start=1):
        digest = next_log_digest(digest, _content(row))
        entry = _entry(row)
        if entry is None or entry.number != number or row["digest"] != digest:
            return AllocationLog(tuple(found), number - 1, number)
        if allocation_id in {None, entry.allocation_id}:
            found.append(entry)
    return AllocationLog(tuple(found), number, None)


def whole_log(connection: Connection) -> AllocationLog:
    """Return the log.

    Raises
    ------
    RefusedError
        When a row is not as it was written; nothing may follow it.
    """
    log = allocation_log(connection)
    if log.broken_at is not None:
        raise allocation_sentences.log_broken(log.broken_at)
    return log


def published_id(connection: Connection) -> str | None:
    """Return the plan that holds now, if any; cheap enough to ask at each request.

    Raises
    ------
    RefusedError
        When the row that says so does not follow from the one before it, or a row after it is missing.
    """
    log = _table()
    rows = _linked(connection, log.c.kind.in_(_OF_STATE), newest=1)
    if not rows:
        return None
    first, newest = rows[0].number, newest_number(connection)
    count = connection.execute(select(func.count()).where(log.c.number >= first)).scalar_one()
    if count != newest - first + 1:
        raise allocation_sentences.log_broken(first + 1)
    return rows[0].allocation_id if rows[0].kind == "published" else None


def pair_entries(connection: Connection, cooperative_id: str, offer_id: str) -> tuple[AllocationEntry, ...]:
    """Return what the log says of a pair, oldest first, without looking at the other rows.

    Raises
    ------
    RefusedError
        When one of them does not follow from the row before it.
    """
    log = _table()
    return _linked(connection, (log.c.cooperative_id == cooperative_id) & (log.c.offer_id == offer_id))


def add_entry(
    connection: Connection,
    kind: AllocationKind,
    *,
    allocation_id: str | None,
    pair: tuple[str, str] | None = None,
    author: str,
    why: str | None,
    made_at: datetime,
) -> AllocationEntry:
    """Add the next row; only inside a writing transaction.

    The row before it has to follow from the one before that; the whole chain is looked at by ``whole_log``
    and by the check, because it grows with every place that is accepted.

    Parameters
    ----------
    connection : Connection
    kind : AllocationKind
    allocation_id : str or None
    pair : (cooperative_id, offer_id), optional
    author : str
    why : str or None
    made_at : datetime
        With a time zone.

    Raises
    ------
    RefusedError
        When the newest row is not as it was written.
    """
    log = _table()
    newest = newest_number(connection)
    if newest:
        _linked(connection, log.c.number == newest)
    before = select(log.c.digest).where(log.c.number == newest)
    cooperative_id, offer_id = pair or (None, None)
    content: dict[str, Any] = {
        "number": newest + 1,
        "made_at": instant_text(made_at),
        "author": readable_text(author),
        "kind": kind,
        "allocation_id": allocation_id,
        "cooperative_id": cooperative_id,
        "offer_id": offer_id,
        "why": None if why is None else readable_text(why),
    }
    digest = next_log_digest(connection.execute(before).scalar_one_or_none() or FIRST_DIGEST, content)
    connection.execute(log.insert(), {**content, "digest": digest})
    return AllocationEntry(**{**content, "made_at": instant_of(content["made_at"])})


def _linked(
    connection: Connection, condition: ColumnElement[bool], *, newest: int | None = None
) -> tuple[AllocationEntry, ...]:
    """Return rows, oldest first, each of which follows from the row before it."""
    log, before = _table(), _table().alias()
    query = (
        select(log, before.c.digest.label("before"))
        .select_from(log.outerjoin(before, before.c.number == log.c.number - 1))
        .where(condition)
        .order_by(log.c.number.desc())
        .limit(newest)
    )
    rows: Sequence[RowMapping] = connection.execute(query).mappings().all()
    return tuple(_checked(row) for row in reversed(rows))


def _checked(row: RowMapping) -> AllocationEntry:
    content = {name: value for name, value in _content(row).items() if name != "before"}
    before = FIRST_DIGEST if row["number"] == 1 else row["before"]
    entry = _entry(content)
    if entry is None or before is None or row["digest"] != next_log_digest(before, content):
        raise allocation_sentences.log_broken(row["number"])
    return entry


def _content(row: RowMapping) -> dict[str, Any]:
    return {name: value for name, value in row.items() if name != "digest"}


def _entry(row: RowMapping | dict[str, Any]) -> AllocationEntry | None:
    try:
        made_at = instant_of(row["made_at"])
    except (TypeError, ValueError):
        return None
    content = {name: value for name, value in row.items() if name != "digest"}
    return AllocationEntry(**{**content, "made_at": made_at}) if row["kind"] in _KINDS else None


def _table() -> Table:
    return database_tables().tables["allocation_log"]

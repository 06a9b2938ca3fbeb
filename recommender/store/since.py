"""Which rows of a table were written after a revision: what they were, what they are, by whom."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeAlias

from sqlalchemy import Connection, FromClause, Select, func, select

from recommender.errors import RefusedError
from recommender.store.instants import instant_of
from recommender.store.recorder import newest_head
from recommender.store.records import ChangedRow, RemovedRow
from recommender.store.tables import revisions_table, table_columns, versions_table
from recommender.store.values import Value, typed_value

__all__ = ["changed_rows", "removed_rows"]

_NOW, _BASE = "now_", "base_"
_Values: TypeAlias = Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class _Written:
    """A row as it was and as it is, ``None`` where it is not there; ``made_at`` of the newest change."""

    base: _Values | None
    now: _Values | None
    author: str
    made_at: datetime


def changed_rows(connection: Connection, table: str, revision_id: int) -> dict[tuple[Value, ...], ChangedRow]:
    """Return the rows that are there, by key; see ``RecordReads.changes_since``."""
    found = {}
    for one in _written_since(connection, table, revision_id):
        if one.now is not None:
            key = _key(table, one.now)
            found[key] = ChangedRow(key, one.base, one.now, one.author, one.made_at)
    return found


def removed_rows(connection: Connection, table: str, revision_id: int) -> dict[tuple[Value, ...], RemovedRow]:
    """Return the rows that are no longer there, by key; see ``RecordReads.removals_since``."""
    found = {}
    for one in _written_since(connection, table, revision_id):
        if one.base is not None and one.now is None:
            key = _key(table, one.base)
            found[key] = RemovedRow(key, one.base, one.author, one.made_at)
    return found


def _written_since(connection: Connection, table: str, revision_id: int) -> Iterator[_Written]:
    query = _query(table, revision_id)
    newest = newest_head(connection).revision_id
    if not 0 <= revision_id <= newest:
        raise _of_another_store(revision_id, newest)
    for row in connection.execute(query).mappings():
        yield _Written(
            base=_values(table, row, _BASE),
            now=_values(table, row, _NOW),
            author=row["author"],
            made_at=instant_of(row["made_at"]),
        )


def _query(table: str, revision_id: int) -> Select[Any]:
    versions, revisions = versions_table(table), revisions_table()
    # as a list, not as a range: SQLite would rather read every version in the order of keys
    later = select(revisions.c.revision_id).where(revisions.c.revision_id > revision_id)
    since = (
        select(
            versions.c.row_key,
            func.min(versions.c.version).label("first"),
            func.max(versions.c.version).label("last"),
        )
        .where(versions.c.revision_id.in_(later))
        .group_by(versions.c.row_key)
        .subquery()
    )
    now, base = versions.alias("now"), versions.alias("base")
    is_now = (now.c.row_key == since.c.row_key) & (now.c.version == since.c.last)
    is_base = (base.c.row_key == since.c.row_key) & (base.c.version == since.c.first - 1)
    columns = (*_named(table, now, _NOW), *_named(table, base, _BASE))
    return (
        select(revisions.c.made_at, revisions.c.author, *columns)
        .select_from(since)
        .join(now, is_now)
        .join(revisions, revisions.c.revision_id == now.c.revision_id)
        .outerjoin(base, is_base)
        .order_by(since.c.row_key)
    )


def _named(table: str, versions: FromClause, prefix: str) -> list[Any]:
    return [versions.c[column.name].label(prefix + column.name) for column in table_columns(table)]


def _values(table: str, row: Mapping[Any, Any], prefix: str) -> _Values | None:
    """Give the values of one side; a row of which not even the key is known is not there."""
    values = {one.name: typed_value(one.kind, row[prefix + one.name]) for one in table_columns(table)}
    return values if any(value is not None for value in values.values()) else None


def _key(table: str, values: _Values) -> tuple[Value, ...]:
    return tuple(values[column.name] for column in table_columns(table) if column.key)


def _of_another_store(revision_id: int, newest: int) -> RefusedError:
    return RefusedError(
        f"Berkas ini diekspor dari data Sanding yang lain: berkasnya menyebut revisi {revision_id}, padahal "
        f"data di sini baru sampai revisi {newest}. Ekspor ulang dari sini, lalu pindahkan perubahan Anda ke "
        "berkas yang baru.",
        f"This file was exported from another Sanding store: it names revision {revision_id}, but the store "
        f"here has come only to revision {newest}. Export again from here, then copy your changes into the "
        "new file.",
    )

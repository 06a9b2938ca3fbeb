"""What stands against undoing an import: later changes of its rows, and references to them."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Connection, Select, Subquery, func, select

from features.schema.loader import Column, table_names
from recommender.store import undo_sentences
from recommender.store.import_records import ImportRecord
from recommender.store.instants import instant_of
from recommender.store.membership import is_one_of
from recommender.store.merging import Change
from recommender.store.tables import (
    current_table,
    imports_table,
    revisions_table,
    table_columns,
    versions_table,
)
from recommender.store.undo_sentences import LaterChange

__all__ = ["demand_targets", "demand_unchanged", "demand_unreferred"]

_LISTED_ROWS = 20


def demand_unchanged(connection: Connection, record: ImportRecord, tables: Iterable[str]) -> None:
    """Refuse when a later revision changed a row that the import touched.

    An import that was undone, and the revision that undid it, cancel each other.

    Raises
    ------
    RefusedError
        Lists the first rows with who changed them when.
    """
    count = 0
    listed: list[LaterChange] = []
    for table in tables:
        later = _later_versions(table, record.revision_id)
        count += connection.execute(select(func.count()).select_from(later)).scalar_one()
        wanted = _LISTED_ROWS - len(listed)
        listed += [_later(table, row) for row in connection.execute(_told(table, later).limit(wanted))]
    if count:
        raise undo_sentences.changed_again(record, listed, count)


def demand_unreferred(
    connection: Connection, record: ImportRecord, table: str, row_keys: Sequence[str]
) -> None:
    """Refuse when current rows refer to rows of a table that are about to be removed.

    Raises
    ------
    RefusedError
        Names each referring table and how many of its rows do.
    """
    counts: Counter[str] = Counter()
    for column in _columns_referring_to(table) if row_keys else ():
        refers = current_table(column.table).c[column.name]
        query = select(func.count()).where(is_one_of(connection, refers, row_keys))
        counts[column.table] += connection.execute(query).scalar_one()
    found = {name: count for name, count in counts.items() if count}
    if found:
        raise undo_sentences.still_referred_to(record, table, found)


def demand_targets(
    connection: Connection, record: ImportRecord, table: str, changes: Sequence[Change]
) -> None:
    """Refuse when values that are to come back refer to rows that are no longer there.

    Raises
    ------
    RefusedError
        Names the rows that are missed.
    """
    missing: dict[str, set[str]] = {}
    for column in (one for one in table_columns(table) if one.refers_to):
        named = (one.after[column.name] for one in changes)
        wanted = {str(target) for target in named if target is not None}
        absent = wanted - _present(connection, column.refers_to, wanted)
        missing.setdefault(column.refers_to, set()).update(absent)
    found = {name: sorted(keys)[:_LISTED_ROWS] for name, keys in missing.items() if keys}
    if found:
        raise undo_sentences.target_removed(record, table, found)


def _later_versions(table: str, revision_id: int) -> Subquery:
    """Give the newest version of each touched row that a later revision changed for good."""
    versions, imports = versions_table(table), imports_table()
    undone = imports.c.undone_by.is_not(None)
    cancelled = select(imports.c.revision_id).where(undone).union(select(imports.c.undone_by).where(undone))
    touched = select(versions.c.row_key).where(versions.c.revision_id == revision_id)
    return (
        select(versions.c.row_key, func.max(versions.c.version).label("version"))
        .where(versions.c.revision_id > revision_id)
        .where(versions.c.row_key.in_(touched), versions.c.revision_id.not_in(cancelled))
        .group_by(versions.c.row_key)
        .subquery()
    )


def _told(table: str, later: Subquery) -> Select[Any]:
    versions, revisions = versions_table(table), revisions_table()
    same = (later.c.row_key == versions.c.row_key) & (later.c.version == versions.c.version)
    keys = [versions.c[column.name] for column in table_columns(table) if column.key]
    return (
        select(revisions.c.author, revisions.c.source, revisions.c.made_at, *keys)
        .select_from(versions)
        .join(later, same)
        .join(revisions, revisions.c.revision_id == versions.c.revision_id)
        .order_by(versions.c.row_key)
    )


def _later(table: str, row: Sequence[Any]) -> LaterChange:
    author, source, made_at, *keys = row
    key = " / ".join("-" if part is None else str(part) for part in keys)
    return LaterChange(table, key, author, source, instant_of(made_at))


def _columns_referring_to(table: str) -> list[Column]:
    return [column for name in table_names() for column in table_columns(name) if column.refers_to == table]


def _present(connection: Connection, table: str, row_keys: Iterable[str]) -> set[str]:
    current = current_table(table)
    query = select(current.c.row_key).where(is_one_of(connection, current.c.row_key, row_keys))
    return set(connection.execute(query).scalars())

"""What was recorded of one row: its newest version, or all of them."""

from typing import Any

from sqlalchemy import Connection, Row, Select, select

from recommender.store.instants import instant_of
from recommender.store.keys import Key, row_key
from recommender.store.records import Version
from recommender.store.tables import revisions_table, table_columns, versions_table
from recommender.store.values import typed_value

__all__ = ["all_versions", "newest_version"]


def all_versions(connection: Connection, table: str, key: Key) -> list[Version]:
    """Return every version of a row, oldest first; empty when there is no such row."""
    return [_version(table, row) for row in connection.execute(_versions(table, key))]


def newest_version(connection: Connection, table: str, key: Key) -> Version | None:
    """Return a row as it is now, or ``None`` when there is no such row."""
    query = _versions(table, key)
    order = versions_table(table).c.version.desc()
    row = connection.execute(query.order_by(None).order_by(order).limit(1)).one_or_none()
    return None if row is None else _version(table, row)


def _versions(table: str, key: Key) -> Select[Any]:
    versions, revisions = versions_table(table), revisions_table()
    return (
        select(
            versions,
            revisions.c.made_at.label("_made_at"),
            revisions.c.author.label("_author"),
            revisions.c.source.label("_source"),
            revisions.c.note.label("_note"),
        )
        .join(revisions, revisions.c.revision_id == versions.c.revision_id)
        .where(versions.c.row_key == row_key(table_columns(table), key))
        .order_by(versions.c.version)
    )


def _version(table: str, row: Row[Any]) -> Version:
    found = row._mapping  # noqa: SLF001 - SQLAlchemy's documented name for a row by column name
    return Version(
        version=found["version"],
        values={one.name: typed_value(one.kind, found[one.name]) for one in table_columns(table)},
        revision_id=found["revision_id"],
        made_at=instant_of(found["_made_at"]),
        author=found["_author"],
        source=found["_source"],
        note=found["_note"],
    )

"""What was recorded of a row: its newest version, or all of them."""

import logging
from collections.abc import Sequence
from itertools import groupby
from operator import itemgetter
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, Table, select, tuple_

from recommender.store.arrays import UNREADABLE
from recommender.store.halving import read_by_halves
from recommender.store.instants import instant_of
from recommender.store.keys import Key, keys_below, readable_key, row_key
from recommender.store.records import Version
from recommender.store.tables import current_table, revisions_table, table_columns, versions_table
from recommender.store.values import Value, sound_value

__all__ = ["all_versions", "newest_of", "newest_version", "versions_below"]

_LOGGER = logging.getLogger("sanding.store")
_LEFT_OUT = (
    "Tabel %s: versi lama yang tidak terbaca dilewati: %s, nomor %d. Periksa dengan `sanding check`. / "
    "Table %s: an old version that cannot be read is left out: %s, number %d. Look with `sanding check`."
)


def all_versions(connection: Connection, table: str, key: Key) -> list[Version]:
    """Return every version of a row, oldest first; empty when there never was such a row."""
    wanted = versions_table(table).c.row_key == _row_key(table, key)
    return [found for _, found in _readable(connection, table, wanted)]


def versions_below(connection: Connection, table: str, parts: Sequence[Value]) -> list[list[Version]]:
    """Return every version of each row whose key begins with some values; see ``Reads.histories``."""
    lowest, bound = keys_below(table_columns(table), parts)
    row_keys = versions_table(table).c.row_key
    found = _readable(connection, table, (row_keys >= lowest) & (row_keys < bound))
    return [[version for _, version in same] for _, same in groupby(found, key=itemgetter(0))]


def newest_version(connection: Connection, table: str, key: Key) -> Version | None:
    """Return a row as it is now, or ``None`` when there is no such row, or no longer.

    Where its newest version cannot be read, the values are those of the row itself.
    """
    wanted = _row_key(table, key)
    try:
        return newest_of(connection, table, wanted)
    except UNREADABLE:
        return _newest(connection, table, wanted, current_table(table))


def newest_of(connection: Connection, table: str, row_key: str) -> Version | None:
    """Return a row as it was recorded last by its row key; see ``newest_version``."""
    return _newest(connection, table, row_key)


def _newest(connection: Connection, table: str, row_key: str, values: Table | None = None) -> Version | None:
    """Return a row's newest version with its own values or with those that another table holds."""
    versions = versions_table(table)
    query = _versions(table, values).where(versions.c.row_key == row_key)
    order = versions.c.version.desc()
    row = connection.execute(query.order_by(None).order_by(order).limit(1)).one_or_none()
    found = None if row is None else _version(table, row)
    return None if found is None or found.is_removal else found


def _readable(connection: Connection, table: str, wanted: ColumnElement[bool]) -> list[tuple[str, Version]]:
    """Return versions with their row keys; those that cannot be read are left out, and logged."""
    query = _versions(table).where(wanted)

    def read(query: Select[Any]) -> list[tuple[str, Version]]:
        return [(row[0], _version(table, row)) for row in connection.execute(query)]

    try:
        return read(query)
    except UNREADABLE:
        columns = versions_table(table).c

    def left_out(name: tuple[str, int]) -> list[tuple[str, Version]]:
        told = (readable_key(name[0]), name[1])
        _LOGGER.warning(_LEFT_OUT, table, *told, table, *told)
        return []

    names = connection.execute(query.with_only_columns(columns.row_key, columns.version)).all()
    return read_by_halves(
        [(name[0], name[1]) for name in names],
        lambda some: read(query.where(tuple_(columns.row_key, columns.version).in_(some))),
        left_out,
    )


def _row_key(table: str, key: Key) -> str:
    return row_key(table_columns(table), key)


def _versions(table: str, values: Table | None = None) -> Select[Any]:
    """Return the query for versions, by row, oldest first; values are their own or another table's."""
    versions, revisions = versions_table(table), revisions_table()
    held = versions if values is None else values
    query = (
        select(
            versions.c.row_key,
            versions.c.version,
            versions.c.revision_id,
            *(held.c[one.name] for one in table_columns(table)),
            revisions.c.made_at.label("_made_at"),
            revisions.c.author.label("_author"),
            revisions.c.source.label("_source"),
            revisions.c.note.label("_note"),
        )
        .join(revisions, revisions.c.revision_id == versions.c.revision_id)
        .order_by(versions.c.row_key, versions.c.version)
    )
    return query if held is versions else query.join(held, held.c.row_key == versions.c.row_key)


def _version(table: str, row: Row[Any]) -> Version:
    found = row._mapping  # noqa: SLF001 - SQLAlchemy's documented name for a row by column name
    return Version(
        version=found["version"],
        values={one.name: sound_value(one.kind, found[one.name]) for one in table_columns(table)},
        revision_id=found["revision_id"],
        made_at=instant_of(found["_made_at"]),
        author=found["_author"],
        source=found["_source"],
        note=found["_note"],
    )

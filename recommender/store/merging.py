"""Given rows against stored rows: which are new, which change, which stay as they are."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

from sqlalchemy import Connection, func, select

from features.schema.loader import Column
from recommender.errors import RefusedError
from recommender.store.keys import joined
from recommender.store.membership import is_one_of
from recommender.store.tables import current_table, table_columns, versions_table
from recommender.store.values import Stored, Value, storing

__all__ = ["Block", "Change", "Given", "blocks_of", "changes_of"]

Given: TypeAlias = Mapping[str, Value]
"""A row as given: an absent column leaves what is stored, ``None`` makes it unknown."""

Block: TypeAlias = dict[str, dict[str, Stored]]
"""Rows by their key, no key twice; of each row the columns that were given."""

_BLOCK_ROWS = 500


@dataclass(frozen=True, slots=True)
class Change:
    """A row that is new (``before`` is ``None``), changes, or is removed; ``after`` holds every column."""

    row_key: str
    version: int
    before: Mapping[str, Stored] | None
    after: dict[str, Stored]
    is_removal: bool = False


def blocks_of(table: str, rows: Iterable[Given]) -> Iterator[Block]:
    """Check rows and gather them into blocks.

    A key that comes twice opens a new block, so that the later row meets what the earlier left.

    Raises
    ------
    RefusedError
        When a row has an unknown column, a value that does not fit, or lacks its key.
    """
    columns = table_columns(table)
    convert = {column.name: storing(column) for column in columns}
    keys = [column for column in columns if column.key]
    block: Block = {}
    for row in rows:
        given = _checked(table, convert, row)
        row_key = joined([_key_part(column, given) for column in keys])
        if row_key in block or len(block) == _BLOCK_ROWS:
            yield block
            block = {}
        block[row_key] = given
    if block:
        yield block


def changes_of(connection: Connection, table: str, block: Block) -> list[Change]:
    """Compare a block with what is stored; rows that would stay as they are do not appear."""
    current = current_table(table)
    query = select(current).where(is_one_of(connection, current.c.row_key, block))
    stored = {row["row_key"]: row for row in connection.execute(query).mappings()}
    removed = _removed_versions(connection, table, [key for key in block if key not in stored])
    unknown: dict[str, Stored] = {column.name: None for column in table_columns(table)}
    changes = []
    for row_key, given in block.items():
        row: Mapping[Any, Any] | None = stored.get(row_key)
        if row is None:
            changes.append(Change(row_key, removed.get(row_key, 0) + 1, None, {**unknown, **given}))
        elif any(row[name] != value for name, value in given.items()):
            before: dict[str, Stored] = {name: row[name] for name in unknown}
            changes.append(Change(row_key, row["version"] + 1, before, {**before, **given}))
    return changes


def _removed_versions(connection: Connection, table: str, absent: list[str]) -> dict[str, int]:
    """Return the last version of those rows that were there once: their numbers go on from it."""
    if not absent:
        return {}
    versions = versions_table(table)
    query = (
        select(versions.c.row_key, func.max(versions.c.version).label("version"))
        .where(is_one_of(connection, versions.c.row_key, absent))
        .group_by(versions.c.row_key)
    )
    return {row.row_key: row.version for row in connection.execute(query)}


def _checked(table: str, convert: Mapping[str, Callable[[Value], Stored]], row: Given) -> dict[str, Stored]:
    try:
        return {name: convert[name](value) for name, value in row.items()}
    except KeyError as error:
        raise RefusedError(
            f"Kolom {error.args[0]!r} tidak ada di tabel {table}; tidak ada yang diubah.",
            f"There is no column {error.args[0]!r} in table {table}; nothing was changed.",
        ) from error


def _key_part(column: Column, given: Mapping[str, Stored]) -> Stored:
    part = given.get(column.name)
    if part is None and column.required:
        raise RefusedError(
            f"Sebuah baris tabel {column.table} tidak mempunyai {column.name}; isi kuncinya.",
            f"A row of table {column.table} has no {column.name}; give its key.",
        )
    return part

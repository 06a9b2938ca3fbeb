"""Which rows a revision touched, and which version of each it found."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from sqlalchemy import Connection, func, select

from features.schema.loader import table_names
from recommender.store.removals import is_removal
from recommender.store.tables import versions_table

__all__ = ["Touched", "touched_rows"]


@dataclass(frozen=True, slots=True)
class Touched:
    """The rows of one table that a revision touched, by ``row_key``.

    Attributes
    ----------
    changed : mapping of str to int
        Rows that were there before, with the version that they had.
    added : sequence of str
        Rows that were not there, or no longer.
    """

    changed: Mapping[str, int] = field(default_factory=dict)
    added: Sequence[str] = ()


def touched_rows(connection: Connection, revision_id: int) -> dict[str, Touched]:
    """Return what a revision touched by table, in the order in which tables are filled.

    Tables that it left alone do not appear.
    """
    found = {table: _touched(connection, table, revision_id) for table in table_names()}
    return {table: rows for table, rows in found.items() if rows.changed or rows.added}


def _touched(connection: Connection, table: str, revision_id: int) -> Touched:
    versions = versions_table(table)
    first = (
        select(versions.c.row_key, func.min(versions.c.version).label("version"))
        .where(versions.c.revision_id == revision_id)
        .group_by(versions.c.row_key)
        .subquery()
    )
    before = versions.alias()
    found_there = (
        (before.c.row_key == first.c.row_key)
        & (before.c.version == first.c.version - 1)
        & ~is_removal(table, before)
    )
    query = (
        select(first.c.row_key, before.c.version)
        .select_from(first.outerjoin(before, found_there))
        .order_by(first.c.row_key)
    )
    rows = connection.execute(query).all()
    return Touched(
        changed={row_key: version for row_key, version in rows if version is not None},
        added=[row_key for row_key, version in rows if version is None],
    )

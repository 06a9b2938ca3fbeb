"""Tables to pandas frames: whole or block by block, as they are or as they were."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any, TypeAlias

import numpy as np
import pandas as pd
from sqlalchemy import (
    Connection,
    FromClause,
    Select,
    Subquery,
    func,
    select,
    type_coerce,
)
from sqlalchemy.types import NullType

from features.schema.loader import Column
from recommender.errors import NotFoundError, RefusedError
from recommender.store.arrays import Array, arrays_of
from recommender.store.instants import instant_text
from recommender.store.membership import is_one_of
from recommender.store.removals import is_removal
from recommender.store.tables import (
    current_table,
    revisions_table,
    table_columns,
    versions_table,
)

__all__ = ["AsOf", "chosen_columns", "frame_blocks", "frame_of", "rows_of"]

AsOf: TypeAlias = datetime | int | None
"""``None`` is now, a moment what was recorded until then, a number what a revision left."""

_FETCHED_ROWS = 4096


def chosen_columns(table: str, names: Sequence[str] | None) -> tuple[Column, ...]:
    """Return the columns asked for, in the table's own order; all when ``names`` is ``None``.

    Raises
    ------
    NotFoundError
        When there is no such table or column.
    """
    known = table_columns(table)
    absent = sorted(set(names or ()) - {column.name for column in known})
    if absent:
        raise NotFoundError(
            f"Kolom {absent[0]!r} tidak ada di tabel {table}. Periksa namanya.",
            f"There is no column {absent[0]!r} in table {table}. Check its name.",
        )
    return tuple(column for column in known if names is None or column.name in names)


def rows_of(
    connection: Connection,
    table: str,
    columns: Sequence[Column],
    as_of: AsOf = None,
    where_in: tuple[str, Sequence[str]] | None = None,
    *,
    typed: bool = False,
) -> Select[*tuple[Any, ...]]:
    """Return the query for rows of a table, sorted by key; see ``Reads.frame`` and ``Reads.rows``."""
    source: FromClause = current_table(table) if as_of is None else _recorded_by(table, as_of)
    # left as the driver gives them: an array is made of a whole column at once
    wanted = [
        source.c[column.name] if typed else type_coerce(source.c[column.name], NullType())
        for column in columns
    ]
    query: Select[*tuple[Any, ...]] = select(*wanted).order_by(source.c.row_key)
    if where_in is None:
        return query
    name, values = where_in
    (column,) = chosen_columns(table, [name])
    if column.is_numeric or column.kind in {"date", "list"}:
        raise RefusedError(
            f"Baris {table} tidak dapat dipilih menurut {name}: hanya kolom teks, kode atau ID.",
            f"Rows of {table} cannot be chosen by {name}: only by a text, code or id column.",
        )
    return query.where(is_one_of(connection, source.c[name], values))


def frame_of(
    connection: Connection, query: Select[*tuple[Any, ...]], columns: Sequence[Column]
) -> pd.DataFrame:
    """Run a query of ``rows_of`` and give one frame; see ``Reads.frame`` for its kinds."""
    seen: dict[object, object] = {}
    result = connection.execute(query, execution_options={"yield_per": _FETCHED_ROWS})
    parts = [arrays_of(rows, columns, seen) for rows in result.partitions()]
    whole = zip(*(parts or [arrays_of([], columns, seen)]), strict=True)
    return _frame([np.concatenate(arrays) for arrays in whole], columns)


def frame_of_rows(rows: Sequence[Sequence[Any]], columns: Sequence[Column]) -> pd.DataFrame:
    """Give rows as the driver gave them one frame."""
    return _frame(arrays_of(rows, columns, {}), columns)


def frame_blocks(
    connection: Connection, query: Select[*tuple[Any, ...]], columns: Sequence[Column], block_rows: int
) -> Iterator[pd.DataFrame]:
    """Run a query of ``rows_of`` and give frames of ``block_rows`` rows, the last one shorter."""
    with connection.execute(query, execution_options={"yield_per": block_rows}) as result:
        for rows in result.partitions():
            yield _frame(arrays_of(rows, columns, {}), columns)


def _recorded_by(table: str, as_of: datetime | int) -> Subquery:
    versions, revisions = versions_table(table), revisions_table()
    if isinstance(as_of, datetime):
        recorded = revisions.c.made_at <= instant_text(as_of)
    else:
        recorded = revisions.c.revision_id <= as_of
    newest = (
        select(versions.c.row_key, func.max(versions.c.version).label("version"))
        .join(revisions, revisions.c.revision_id == versions.c.revision_id)
        .where(recorded)
        .group_by(versions.c.row_key)
        .subquery()
    )
    same = (newest.c.row_key == versions.c.row_key) & (newest.c.version == versions.c.version)
    return select(versions).join(newest, same).where(~is_removal(table, versions)).subquery()


def _frame(arrays: Sequence[Array], columns: Sequence[Column]) -> pd.DataFrame:
    # the kind is named, or pandas would turn texts into a kind of its own
    pairs = zip(columns, arrays, strict=True)
    return pd.DataFrame({one.name: pd.Series(array, dtype=array.dtype) for one, array in pairs})

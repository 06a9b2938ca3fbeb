"""A table of which some cells cannot be read: those rows as they were recorded last, and named."""

import logging
from collections.abc import Sequence
from typing import Any

import numpy as np
import pandas as pd
from sqlalchemy import Connection, Select

from features.schema.loader import Column
from recommender.store.arrays import UNREADABLE, arrays_of
from recommender.store.frames import frame_of, frame_of_rows, rows_of
from recommender.store.history import newest_of
from recommender.store.tables import current_table, table_columns
from recommender.store.values import Value, sound_value

__all__ = ["Mended", "mended_frame", "mended_rows", "readable_rows"]

_LOGGER = logging.getLogger("sanding.store")

Mended = tuple[pd.DataFrame, tuple[str, ...]]
"""A frame, and the keys of its damaged rows."""
_Row = Sequence[Any]
_SAID = (
    "Tabel %s: baris yang tidak terbaca dipakai menurut catatan terakhirnya: %s. "
    "Periksa dengan `sanding check`. / "
    "Table %s: rows that cannot be read are taken as they were recorded last: %s. Look with `sanding check`."
)
_LEFT_OUT = (
    "Tabel %s: %d catatan lama yang tidak terbaca dilewati. Periksa dengan `sanding check`. / "
    "Table %s: %d old records that cannot be read are left out. Look with `sanding check`."
)


def mended_frame(
    connection: Connection,
    table: str,
    columns: Sequence[Column],
    where_in: tuple[str, Sequence[str]] | None = None,
) -> Mended:
    """Return rows of a table as they are, and the keys of those that were damaged.

    A disk or a foreign program may leave what is no date in the place of a date. One such row must not keep
    all others from being read. It is taken from the history of its versions; one that cannot be read there,
    either, is left out. Both are written to the log.

    Parameters
    ----------
    connection : sqlalchemy.Connection
    table : str
    columns : sequence of Column
        The frame's.
    where_in : (str, sequence of str), optional
        As for ``Reads.frame``.

    Returns
    -------
    frame : pandas.DataFrame
        As ``Reads.frame`` gives it.
    damaged : tuple of str
        By key, its parts joined by " / "; empty when all is well.
    """
    query = rows_of(connection, table, columns, None, where_in)
    try:
        return frame_of(connection, query, columns), ()
    except UNREADABLE:
        rows, places, broken, names = _damaged(connection, table, columns, where_in)
    width = len(columns)
    found = {place: _recorded(connection, table, rows[place][-1]) for place in broken}
    kept = {place: values for place, values in found.items() if values is not None}
    frame = frame_of_rows([rows[place][:width] for place in places], columns)
    if kept:
        told = {
            one.name: pd.Series([values[one.name] for values in kept.values()], dtype=object)
            for one in columns
        }
        frame = pd.concat([frame, pd.DataFrame(told).astype(frame.dtypes.to_dict())])
        frame = frame.iloc[np.argsort([*places, *kept], kind="stable")]
    return frame.reset_index(drop=True), names


def mended_rows(
    connection: Connection, table: str, columns: Sequence[Column], where_in: tuple[str, Sequence[str]]
) -> list[tuple[Value, ...]]:
    """Return rows as plain values, damaged ones as ``mended_frame`` gives them; see ``Reads.rows``."""
    kinds = [column.kind for column in columns]

    def read(query: Select[*tuple[Any, ...]]) -> list[tuple[Value, ...]]:
        return [tuple(map(sound_value, kinds, row)) for row in connection.execute(query).all()]

    query = rows_of(connection, table, columns, None, where_in, typed=True)
    try:
        return read(query)
    except UNREADABLE:
        rows, _, broken, _ = _damaged(connection, table, columns, where_in)
    current = current_table(table).c.row_key
    found: list[tuple[Value, ...]] = []
    for place, row in enumerate(rows):
        if place not in broken:
            found += read(query.where(current == row[-1]))
            continue
        values = _recorded(connection, table, row[-1])
        if values is not None:
            found.append(tuple(values[column.name] for column in columns))
    return found


def readable_rows(table: str, rows: Sequence[_Row], columns: Sequence[Column]) -> list[_Row]:
    """Return the rows of old records that can be read; how many cannot is written to the log.

    Parameters
    ----------
    table : str
    rows : sequence of rows
        As the driver gave them; they begin with ``columns``.
    columns : sequence of Column
    """
    places, broken = _halves([row[: len(columns)] for row in rows], columns, 0)
    if broken:
        _LOGGER.warning(_LEFT_OUT, table, len(broken), table, len(broken))
    return [rows[place] for place in places]


def _damaged(
    connection: Connection,
    table: str,
    columns: Sequence[Column],
    where_in: tuple[str, Sequence[str]] | None,
) -> tuple[Sequence[_Row], list[int], list[int], tuple[str, ...]]:
    """Return rows with their row keys last, the places of whole and of damaged ones, the names of these."""
    keys = [column for column in table_columns(table) if column.key]
    wanted = rows_of(connection, table, [*columns, *keys], None, where_in)
    rows = connection.execute(wanted.add_columns(current_table(table).c.row_key)).all()
    width = len(columns)
    whole, broken = _halves([row[:width] for row in rows], columns, 0)
    names = tuple(" / ".join(map(str, rows[place][width:-1])) for place in broken)
    _LOGGER.warning(_SAID, table, ", ".join(names), table, ", ".join(names))
    return rows, whole, broken, names


def _halves(rows: Sequence[_Row], columns: Sequence[Column], begin: int) -> tuple[list[int], list[int]]:
    """Return the places of rows that can be read, and of the others, found by halving."""
    if not rows:
        return [], []
    try:
        arrays_of(rows, columns, {})
    except UNREADABLE:
        if len(rows) == 1:
            return [], [begin]
    else:
        return list(range(begin, begin + len(rows))), []
    middle = len(rows) // 2
    first, second = _halves(rows[:middle], columns, begin), _halves(rows[middle:], columns, begin + middle)
    return first[0] + second[0], first[1] + second[1]


def _recorded(connection: Connection, table: str, row_key: str) -> dict[str, Value] | None:
    try:
        found = newest_of(connection, table, row_key)
    except UNREADABLE:
        return None
    return None if found is None else dict(found.values)

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
from recommender.store.halving import read_by_halves
from recommender.store.history import newest_of
from recommender.store.keys import readable_key
from recommender.store.membership import is_one_of
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
        keys = [column for column in table_columns(table) if column.key]
        wanted = rows_of(connection, table, [*columns, *keys], None, where_in)
        rows = connection.execute(wanted.add_columns(current_table(table).c.row_key)).all()
    width = len(columns)
    whole, broken = _halves([row[:width] for row in rows], columns)
    names = [" / ".join(map(str, rows[place][width:-1])) for place in broken]
    _LOGGER.warning(_SAID, table, ", ".join(names), table, ", ".join(names))
    found = {place: _recorded(connection, table, rows[place][-1]) for place in broken}
    kept = {place: values for place, values in found.items() if values is not None}
    frame = frame_of_rows([rows[place][:width] for place in whole], columns)
    if kept:
        told = {
            one.name: pd.Series([values[one.name] for values in kept.values()], dtype=object)
            for one in columns
        }
        frame = pd.concat([frame, pd.DataFrame(told).astype(frame.dtypes.to_dict())])
        frame = frame.iloc[np.argsort([*whole, *kept], kind="stable")]
    return frame.reset_index(drop=True), tuple(names)


def mended_rows(
    connection: Connection, table: str, columns: Sequence[Column], where_in: tuple[str, Sequence[str]]
) -> list[tuple[Value, ...]]:
    """Return rows as plain values, damaged ones as ``mended_frame`` gives them; see ``Reads.rows``."""
    kinds = [column.kind for column in columns]
    query = rows_of(connection, table, columns, None, where_in, typed=True)

    def read(query: Select[*tuple[Any, ...]]) -> list[tuple[Value, ...]]:
        return [tuple(map(sound_value, kinds, row)) for row in connection.execute(query).all()]

    try:
        return read(query)
    except UNREADABLE:
        damaged: list[str] = []
    current = current_table(table).c.row_key

    def recorded(row_key: str) -> list[tuple[Value, ...]]:
        damaged.append(row_key)
        values = _recorded(connection, table, row_key)
        return [] if values is None else [tuple(values[column.name] for column in columns)]

    row_keys = connection.execute(query.with_only_columns(current)).scalars().all()
    found = read_by_halves(
        row_keys, lambda some: read(query.where(is_one_of(connection, current, some))), recorded
    )
    names = ", ".join(map(readable_key, damaged))
    _LOGGER.warning(_SAID, table, names, table, names)
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
    places, broken = _halves([row[: len(columns)] for row in rows], columns)
    if broken:
        _LOGGER.warning(_LEFT_OUT, table, len(broken), table, len(broken))
    return [rows[place] for place in places]


def _halves(rows: Sequence[_Row], columns: Sequence[Column]) -> tuple[list[int], list[int]]:
    """Return the places of rows that can be read, and of the others."""
    broken: list[int] = []

    def read(places: Sequence[int]) -> list[int]:
        arrays_of([rows[place] for place in places], columns, {})
        return list(places)

    def noted(place: int) -> list[int]:
        broken.append(place)
        return []

    return read_by_halves(range(len(rows)), read, noted), broken


def _recorded(connection: Connection, table: str, row_key: str) -> dict[str, Value] | None:
    try:
        found = newest_of(connection, table, row_key)
    except UNREADABLE:
        return None
    return None if found is None else dict(found.values)

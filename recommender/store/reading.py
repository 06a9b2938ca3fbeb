"""What may be asked of the store, shared by the store itself and its snapshots."""

from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext

import pandas as pd
from sqlalchemy import Connection, func, select

from recommender.store.allocation_reading import AllocationReads
from recommender.store.arrays import UNREADABLE
from recommender.store.frames import (
    AsOf,
    chosen_columns,
    frame_blocks,
    frame_of,
    frame_of_rows,
    rows_of,
)
from recommender.store.history import all_versions, newest_version, versions_below
from recommender.store.keys import Key
from recommender.store.mending import Mended, mended_frame, mended_rows, readable_rows
from recommender.store.model_reading import ModelReads
from recommender.store.record_reading import RecordReads
from recommender.store.records import Version
from recommender.store.tables import current_table, table_columns
from recommender.store.values import Value, typed_value
from recommender.store.version_frames import version_frame

__all__ = ["Reads", "Snapshot"]


class Reads(RecordReads, ModelReads, AllocationReads):
    """Questions to the store; none of them writes, and none waits for a writer.

    Everywhere, an unknown table raises ``NotFoundError`` and a store that cannot be read a
    ``StoreError``.
    """

    def frame(
        self,
        table: str,
        *,
        as_of: AsOf = None,
        columns: Sequence[str] | None = None,
        where_in: tuple[str, Sequence[str]] | None = None,
    ) -> pd.DataFrame:
        """Return a table as a frame.

        Parameters
        ----------
        table : str
            A table of the contract.
        as_of : datetime, int or None
            ``None`` for the rows as they are. A moment gives them as they were recorded then; a
            ``revision_id`` as that revision left them (exact, whatever the clocks said).
        columns : sequence of str, optional
            Only these; all by default.
        where_in : (str, sequence of str), optional
            Only rows whose value in a text, code or id column is one of these.

        Returns
        -------
        pandas.DataFrame
            Shape (n_rows, n_columns), sorted by key, columns in the contract's order. Numbers
            and yes/no are float64 (NaN unknown, 1.0 yes), dates datetime64[s] (NaT unknown),
            lists tuples and texts str in object columns (None unknown). A row that a disk or a
            foreign program damaged is given as it was recorded last (``mended``); of a day gone by
            it is left out.
        """
        chosen = chosen_columns(table, columns)
        with self._reading() as connection:
            if as_of is None:
                return mended_frame(connection, table, chosen, where_in)[0]
            query = rows_of(connection, table, chosen, as_of, where_in)
            try:
                return frame_of(connection, query, chosen)
            except UNREADABLE:
                rows = connection.execute(query).all()
                return frame_of_rows(readable_rows(table, rows, chosen), chosen)

    def mended(self, table: str) -> Mended:
        """Return a table as ``frame`` does, and the keys of its damaged rows."""
        with self._reading() as connection:
            return mended_frame(connection, table, chosen_columns(table, None))

    def rows(
        self, table: str, columns: Sequence[str], where_in: tuple[str, Sequence[str]]
    ) -> list[tuple[Value, ...]]:
        """Return a few rows as plain values, sorted by key, where making a frame would take longest.

        Parameters
        ----------
        table : str
            A table of the contract.
        columns : sequence of str
            What each row holds, in this order.
        where_in : (str, sequence of str)
            Only rows whose value in a text, code or id column is one of these.

        Notes
        -----
        Damaged rows as ``frame`` gives them.
        """
        chosen = {one.name: one for one in chosen_columns(table, columns)}
        wanted = [chosen[name] for name in columns]
        with self._reading() as connection:
            return mended_rows(connection, table, wanted, where_in)

    def frames_in_blocks(
        self, table: str, block_rows: int, *, columns: Sequence[str] | None = None
    ) -> Iterator[pd.DataFrame]:
        """Return a table as frames of ``block_rows`` rows in the order of keys, in flat memory.

        All blocks show one state of the table. Do not write between two blocks: with an old
        SQLite library the writer would wait for this very reading. From the first damaged row on the
        rest is read at once, as ``frame`` reads it.
        """
        chosen = chosen_columns(table, columns)
        with self._reading() as connection:
            done = 0
            try:
                for block in frame_blocks(connection, rows_of(connection, table, chosen), chosen, block_rows):
                    done += len(block)
                    yield block
            except UNREADABLE:
                rest = mended_frame(connection, table, chosen)[0].iloc[done:]
                for start in range(0, len(rest), block_rows):
                    yield rest.iloc[start : start + block_rows].reset_index(drop=True)

    def version_frame(self, table: str) -> pd.DataFrame:
        """Return every version of the rows that have more than one, by row and oldest first.

        Returns
        -------
        pandas.DataFrame
            As ``frame`` gives it, and ``version`` (from 1) and ``recorded_on`` (the day in Jakarta).
            Versions that took a row away are left out, and those that cannot be read.
        """
        with self._reading() as connection:
            return version_frame(connection, table)

    def count(self, table: str) -> int:
        """Return how many rows a table has."""
        query = select(func.count()).select_from(current_table(table))
        with self._reading() as connection:
            return int(connection.execute(query).scalar_one())

    def keys(self, table: str) -> list[tuple[Value, ...]]:
        """Return the values of the key columns of every row, sorted by key."""
        current = current_table(table)
        columns = [column for column in table_columns(table) if column.key]
        query = select(*(current.c[one.name] for one in columns)).order_by(current.c.row_key)
        with self._reading() as connection:
            rows = connection.execute(query).all()
        kinds = [column.kind for column in columns]
        return [tuple(map(typed_value, kinds, row)) for row in rows]

    def row(self, table: str, key: Key) -> Version | None:
        """Return a row as it is now with its version number, or ``None``.

        ``key`` holds one value for each key column; a bare text where there is one.
        """
        with self._reading() as connection:
            return newest_version(connection, table, key)

    def history(self, table: str, key: Key) -> list[Version]:
        """Return every version of a row, oldest first; empty when there never was such a row.

        A version that took the row away is among them (``is_removal``); one that cannot be read is not.
        """
        with self._reading() as connection:
            return all_versions(connection, table, key)

    def histories(self, table: str, parts: Sequence[Value]) -> list[list[Version]]:
        """Return every version of each row whose key begins with some values, by key, oldest first.

        Parameters
        ----------
        table : str
            A table whose key has several columns.
        parts : sequence of Value
            One value for each of the first key columns; fewer than there are.
        """
        with self._reading() as connection:
            return versions_below(connection, table, parts)


class Snapshot(Reads):
    """The store at one moment: every answer comes from one reading transaction.

    Parameters
    ----------
    connection : sqlalchemy.Connection
        Inside a transaction that sees one state.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def _reading(self) -> AbstractContextManager[Connection]:
        return nullcontext(self._connection)

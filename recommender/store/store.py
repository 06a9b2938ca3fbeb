"""The store of one department: revisions, their undo, runs of advice, models, plans, snapshots, check."""

from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from dataclasses import replace
from datetime import datetime
from types import TracebackType
from typing import Self

from sqlalchemy import Connection, Engine

from recommender.store.allocation_writing import AllocationWrites
from recommender.store.check import findings_of
from recommender.store.conditional import ConditionalWrites
from recommender.store.header_memory import remember
from recommender.store.import_records import UndoReport
from recommender.store.model_writing import ModelWrites
from recommender.store.place import Place
from recommender.store.reading import Reads, Snapshot
from recommender.store.recorder import Stamp
from recommender.store.records import AdviceRun, Finding
from recommender.store.revision import Revision
from recommender.store.runs import add_run
from recommender.store.translation import translated_errors
from recommender.store.undoing import newest_to_undo, undo
from recommender.store.writing import writing

__all__ = ["Store"]


class Store(Reads, ModelWrites, AllocationWrites, ConditionalWrites, AbstractContextManager["Store"]):
    """A store that is there and of the right version; made by ``create_store`` or ``open_store``.

    Safe to share between threads: each call takes a connection of its own, and writers queue.

    Parameters
    ----------
    engine : sqlalchemy.Engine
        Connections to the place; closed with the store.
    place : Place
        Where the store is.
    """

    def __init__(self, engine: Engine, place: Place) -> None:
        self._engine = engine
        self._place = place

    @property
    def label(self) -> str:
        """How the store's place is named to a user: its file, or its server and database."""
        return self._place.label

    @contextmanager
    def revision(
        self,
        *,
        author: str,
        source: str,
        made_at: datetime,
        note: str | None = None,
        dry_run: bool = False,
    ) -> Iterator[Revision]:
        """Write rows, all or nothing.

        Leaving the ``with`` block commits; any exception inside undoes everything. A revision
        that changes nothing leaves no trace. Only one is open at a time in all processes.

        Parameters
        ----------
        author, source : str
            Who writes and from where (a file, a form, a program).
        made_at : datetime
            The time to record; with a time zone.
        note : str, optional
        dry_run : bool
            Count and list the differences, then undo everything.

        Yields
        ------
        Revision
            Takes rows with ``upsert``.
        """
        stamp = Stamp(author, source, made_at, note)
        with writing(self._engine, self._place) as connection:
            revision = Revision(connection, stamp, dry_run=dry_run)
            yield revision
            if not revision.seal():
                connection.rollback()

    def undo_import(
        self,
        revision_id: int | None = None,
        *,
        author: str,
        made_at: datetime,
        dry_run: bool = False,
    ) -> UndoReport:
        """Undo an import by a new revision: its rows become what they were, new ones are removed.

        What is read as of an earlier moment stays as it is, and the same file can be imported again.

        Parameters
        ----------
        revision_id : int or None
            Of the import; ``None`` for the newest one that stands when this is asked.
        author : str
            Who undoes it.
        made_at : datetime
            The time to record; with a time zone.
        dry_run : bool
            Report what would change, then change nothing.

        Raises
        ------
        NotFoundError
            When no import made that revision.
        RefusedError
            When there is nothing to undo, when it was undone already, when rows were changed again
            after it, or when rows that it added are referred to. The message names them; nothing
            was changed.
        """
        # asked before waiting for another writer: of two who press the button at once one is refused,
        # instead of undoing the import before it
        if revision_id is None:
            with self._reading() as connection:
                revision_id = newest_to_undo(connection)
        with writing(self._engine, self._place) as connection:
            report = undo(connection, revision_id, author=author, made_at=made_at)
            if dry_run:
                connection.rollback()
                return replace(report, imported=replace(report.imported, undone_by=None))
        return report

    @contextmanager
    def snapshot(self) -> Iterator[Snapshot]:
        """Give the store as it is at this moment: all reads inside see the same revision.

        For one thread; do not write inside the block.
        """
        with self._reading() as connection:
            yield Snapshot(connection)

    def record_run(self, run: AdviceRun) -> None:
        """Record a run of advice unless its ``recommendation_id`` is there already."""
        if self.run(run.recommendation_id) is None:
            with writing(self._engine, self._place) as connection:
                add_run(connection, run)

    def remember_headers(
        self, sender: str, table: str, headers: Mapping[str, str], made_at: datetime
    ) -> None:
        """Remember which column each header of a sender's files means; what was said before gives way.

        A transaction of its own, so not inside an open revision.

        Parameters
        ----------
        sender : str
            Whose files have these headers; may be blank.
        table : str
            A table of the contract.
        headers : mapping of str to str
            What each header means: as a rule a column, blank where it is to be ignored.
        made_at : datetime
            The time to record; with a time zone.

        Raises
        ------
        NotFoundError
            When there is no such table.
        """
        before = self.remembered_headers(sender, table)
        news = {header: column for header, column in headers.items() if before.get(header) != column}
        if news:
            with writing(self._engine, self._place) as connection:
                remember(connection, sender, table, news, made_at)

    def check(self) -> list[Finding]:
        """Compare everything in the store with what was written; empty when all is well."""
        with self._reading() as connection:
            return findings_of(connection)

    def close(self) -> None:
        """Close all connections."""
        self._engine.dispose()

    def __exit__(
        self,
        exc_type: type[BaseException] | None,
        exc_value: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

    def __enter__(self) -> Self:
        return self

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        with translated_errors(self._place), self._engine.connect() as connection:
            if self._place.path is None:
                connection.execution_options(isolation_level="REPEATABLE READ")
            yield connection

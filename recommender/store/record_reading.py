"""What may be asked of the store about itself: revisions, imports, changes, remembered headers, runs."""

from abc import ABC, abstractmethod
from collections.abc import Mapping
from contextlib import AbstractContextManager

from sqlalchemy import Connection

from recommender.store.header_memory import remembered
from recommender.store.import_records import ImportRecord
from recommender.store.imports import import_of_file, newest_imports
from recommender.store.recorder import newest_head
from recommender.store.records import AdviceRun, ChangedRow, Head, RemovedRow
from recommender.store.runs import find_run
from recommender.store.since import changed_rows, removed_rows
from recommender.store.values import Value

__all__ = ["RecordReads"]


class RecordReads(ABC):
    """Questions about what was recorded when, by whom and from where."""

    @abstractmethod
    def _reading(self) -> AbstractContextManager[Connection]:
        """Give a connection inside a reading transaction."""

    def head(self) -> Head:
        """Return the newest revision; its id is 0 when nothing was ever written."""
        with self._reading() as connection:
            return newest_head(connection)

    def imports(self, limit: int = 20) -> list[ImportRecord]:
        """Return the newest imports, at most ``limit``, newest first; those undone say by what."""
        with self._reading() as connection:
            return newest_imports(connection, limit)

    def import_of(self, table: str, file_digest: str) -> ImportRecord | None:
        """Return the newest import of a file into a table that stands, or ``None``.

        Parameters
        ----------
        table : str
            A table of the contract.
        file_digest : str
            SHA-256 of the file's bytes, 64 hexadecimal digits.
        """
        with self._reading() as connection:
            return import_of_file(connection, table, file_digest)

    def changes_since(self, table: str, revision_id: int) -> Mapping[tuple[Value, ...], ChangedRow]:
        """Return the rows of a table that were written after a revision and are there, sorted by key.

        Asked of the store inside an open revision it sees what stood before that, and nobody else
        writes until its end.

        Parameters
        ----------
        table : str
            A table of the contract.
        revision_id : int
            Of the head when a file was exported; after 0 every row is newer.

        Raises
        ------
        RefusedError
            When the store has not come to that revision: the file is of another one.
        """
        with self._reading() as connection:
            return changed_rows(connection, table, revision_id)

    def removals_since(self, table: str, revision_id: int) -> Mapping[tuple[Value, ...], RemovedRow]:
        """Return the rows of a table that were there after a revision and no longer are, sorted by key.

        Rows go when the import that added them is undone. Parameters and errors are those of
        ``changes_since``.
        """
        with self._reading() as connection:
            return removed_rows(connection, table, revision_id)

    def remembered_headers(self, sender: str, table: str) -> Mapping[str, str]:
        """Return what each header in a sender's files for a table was said to mean.

        As a rule that is a column; blank where it is to be ignored. Nothing is checked against the
        table: it is what ``Store.remember_headers`` was told last.
        """
        with self._reading() as connection:
            return remembered(connection, sender, table)

    def run(self, recommendation_id: str) -> AdviceRun | None:
        """Return a recorded run of advice, or ``None``."""
        with self._reading() as connection:
            return find_run(connection, recommendation_id)

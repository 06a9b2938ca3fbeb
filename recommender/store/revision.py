"""An all-or-nothing set of upserts, recorded with its author, source and time."""

from collections.abc import Iterable

from sqlalchemy import Connection

from recommender.errors import RefusedError
from recommender.store.history import newest_version
from recommender.store.import_records import ImportedFile
from recommender.store.imports import add_import
from recommender.store.keys import Key
from recommender.store.merging import Given, blocks_of, changes_of
from recommender.store.recorder import Recorder, Stamp
from recommender.store.records import Counts, Difference, Version
from recommender.store.tables import table_columns

__all__ = ["Revision"]


class Revision:
    """What ``Store.revision`` hands out; lives as long as its ``with`` block.

    Attributes
    ----------
    revision_id : int
        The number of the revision, if it changes anything.
    differences : list of Difference
        In a dry run, the values that would change; at most 1,000 are listed.
    difference_count : int
        In a dry run, how many there are in all.
    """

    def __init__(self, connection: Connection, stamp: Stamp, *, dry_run: bool = False) -> None:
        self._connection = connection
        self._dry_run = dry_run
        self._recorder = Recorder(connection, stamp, lists_differences=dry_run)
        self._imported: ImportedFile | None = None
        self._is_broken = False

    @property
    def revision_id(self) -> int:
        """The number of the revision, if it changes anything."""
        return self._recorder.revision_id

    @property
    def differences(self) -> list[Difference]:
        """In a dry run, the first values that would change."""
        return self._recorder.differences

    @property
    def difference_count(self) -> int:
        """In a dry run, how many values would change."""
        return self._recorder.difference_count

    def upsert(self, table: str, rows: Iterable[Given]) -> Counts:
        """Add rows that are new by their key and change those that are there; none is deleted.

        Parameters
        ----------
        table : str
            A table of the contract.
        rows : iterable of mapping
            Typed values by column, read as a stream. An absent column leaves the stored value,
            ``None`` makes it unknown. The key columns are needed.

        Returns
        -------
        Counts
            Rows that were new, that changed, and that stayed the same.

        Raises
        ------
        RefusedError
            When a row does not fit the table; the whole revision is then lost.
        """
        new = changed = same = 0
        try:
            for block in blocks_of(table, rows):
                changes = changes_of(self._connection, table, block)
                self._recorder.write(table, changes)
                added = sum(change.before is None for change in changes)
                new += added
                changed += len(changes) - added
                same += len(block) - len(changes)
        except BaseException:
            self._is_broken = True
            raise
        return Counts(new, changed, same)

    def record_import(self, imported: ImportedFile) -> None:
        """Put on record which file this revision takes in, so that it can be recognised and undone.

        Kept with the revision; a dry run, or a revision that changes nothing, leaves no record.
        One revision takes in one file: of two records the later counts.

        Raises
        ------
        NotFoundError
            When there is no such table.
        """
        table_columns(imported.table_name)
        self._imported = imported

    def current(self, table: str, key: Key) -> Version | None:
        """Return a row as it is now, this revision's own changes included.

        Nobody else can change it before this revision ends.
        """
        return newest_version(self._connection, table, key)

    def seal(self) -> bool:
        """Chain the digest and say whether there is anything to keep; called by the store."""
        if self._is_broken:
            raise RefusedError(
                "Sebagian baris ditolak, jadi tidak ada yang diubah. Perbaiki lalu coba lagi.",
                "Some rows were refused, so nothing was changed. Correct them and try again.",
            )
        if self._recorder.is_empty or self._dry_run:
            return False
        self._recorder.seal()
        if self._imported is not None:
            add_import(self._connection, self.revision_id, self._imported)
        return True

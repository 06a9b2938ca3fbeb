"""An all-or-nothing set of upserts, recorded with its author, source and time."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, Table, bindparam, select

from recommender.errors import RefusedError
from recommender.store.digest import FIRST_DIGEST, next_digest, row_digest
from recommender.store.history import newest_version
from recommender.store.instants import instant_of, instant_text
from recommender.store.keys import Key
from recommender.store.merging import Change, Given, blocks_of, changes_of
from recommender.store.records import Counts, Difference, Head, Version
from recommender.store.tables import (
    current_table,
    revisions_table,
    table_columns,
    versions_table,
)
from recommender.store.values import typed_value

__all__ = ["Revision", "Stamp", "newest_head"]

_LISTED_DIFFERENCES = 1000


@dataclass(frozen=True, slots=True)
class Stamp:
    """Who writes, from where and when."""

    author: str
    source: str
    made_at: datetime
    note: str | None = None


def newest_head(connection: Connection) -> Head:
    """Return the newest revision, or one with id 0 when there is none."""
    revisions = revisions_table()
    query = select(revisions).order_by(revisions.c.revision_id.desc()).limit(1)
    row = connection.execute(query).mappings().one_or_none()
    if row is None:
        return Head(0, FIRST_DIGEST, None)
    return Head(row["revision_id"], row["digest"], instant_of(row["made_at"]))


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
        self._stamp = stamp
        self._dry_run = dry_run
        self._before = newest_head(connection)
        self._digests: list[tuple[str, str, int, bytes]] = []
        self._is_broken = False
        self.revision_id = self._before.revision_id + 1
        self.differences: list[Difference] = []
        self.difference_count = 0

    def upsert(self, table: str, rows: Iterable[Given]) -> Counts:
        """Add rows that are new by their key and change those that are there; none is deleted.

        Parameters
        ----------
        table : str
            A table of the contract.
        rows : iterable of mapping
            Typed values by column. An absent column leaves the stored value, ``None`` makes it
            unknown. The key columns are needed.

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
                self._write(table, changes)
                added = sum(change.before is None for change in changes)
                new += added
                changed += len(changes) - added
                same += len(block) - len(changes)
        except BaseException:
            self._is_broken = True
            raise
        return Counts(new, changed, same)

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
        if not self._digests or self._dry_run:
            return False
        rows = [digest for *_, digest in sorted(self._digests)]
        revisions = revisions_table()
        self._connection.execute(
            revisions.update().where(revisions.c.revision_id == self.revision_id),
            {"digest": next_digest(self._before.digest, rows)},
        )
        return True

    def _write(self, table: str, changes: list[Change]) -> None:
        if not changes:
            return
        if not self._digests:
            self._open()
        for change in changes:
            digest = row_digest(table, change.row_key, change.after)
            self._digests.append((table, change.row_key, change.version, digest))
            if self._dry_run:
                self._note_differences(table, change)
        current = current_table(table)
        self._insert(current, [change for change in changes if change.before is None])
        self._insert(versions_table(table), changes)
        updated = [
            {"where_row_key": change.row_key, **self._stored(change)}
            for change in changes
            if change.before is not None
        ]
        if updated:
            where = current.c.row_key == bindparam("where_row_key")
            self._connection.execute(current.update().where(where), updated)

    def _open(self) -> None:
        # the rows refer to it, so it stands before them; its digest is known when all are there
        stamp = self._stamp
        values = {
            "revision_id": self.revision_id,
            "made_at": instant_text(stamp.made_at),
            "author": stamp.author,
            "source": stamp.source,
            "note": stamp.note,
            "digest": FIRST_DIGEST,
        }
        self._connection.execute(revisions_table().insert(), values)

    def _insert(self, table: Table, changes: list[Change]) -> None:
        if changes:
            rows = [{"row_key": one.row_key, **self._stored(one)} for one in changes]
            self._connection.execute(table.insert(), rows)

    def _stored(self, change: Change) -> dict[str, object]:
        return {**change.after, "version": change.version, "revision_id": self.revision_id}

    def _note_differences(self, table: str, change: Change) -> None:
        columns = table_columns(table)
        key = tuple(change.after[column.name] for column in columns if column.key)
        for column in columns:
            before = change.before[column.name] if change.before else None
            after = change.after[column.name]
            if before == after:
                continue
            self.difference_count += 1
            if len(self.differences) < _LISTED_DIFFERENCES:
                values = typed_value(column.kind, before), typed_value(column.kind, after)
                self.differences.append(Difference(table, key, column.name, *values))

"""What a revision leaves behind: new versions, the current rows, and the digest over them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, Table, bindparam, select

from recommender.store.digest import FIRST_DIGEST, next_digest, row_digest
from recommender.store.instants import instant_of, instant_text
from recommender.store.merging import Change
from recommender.store.records import Difference, Head
from recommender.store.tables import current_table, revisions_table, table_columns, versions_table
from recommender.store.values import readable_text, typed_value

__all__ = ["Recorder", "Stamp", "newest_head"]

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


class Recorder:
    """Writes changes as the next revision; nothing else writes rows.

    Parameters
    ----------
    connection : sqlalchemy.Connection
        Inside the one writing transaction.
    stamp : Stamp
    lists_differences : bool
        Keep the values that change: the first 1,000; all are counted.

    Attributes
    ----------
    revision_id : int
        The number of the revision, if anything is written.
    differences : list of Difference
    difference_count : int
    """

    def __init__(self, connection: Connection, stamp: Stamp, *, lists_differences: bool) -> None:
        self._connection = connection
        self._stamp = stamp
        self._lists_differences = lists_differences
        self._before = newest_head(connection)
        self._digests: list[tuple[str, str, int, bytes]] = []
        self.revision_id = self._before.revision_id + 1
        self.differences: list[Difference] = []
        self.difference_count = 0

    @property
    def is_empty(self) -> bool:
        """Whether nothing was written so far."""
        return not self._digests

    def write(self, table: str, changes: Sequence[Change]) -> None:
        """Add a version for each change, and bring the current rows to it."""
        if not changes:
            return
        if self.is_empty:
            self._open()
        for change in changes:
            digest = row_digest(table, change.row_key, change.after)
            self._digests.append((table, change.row_key, change.version, digest))
            if self._lists_differences:
                self._note_differences(table, change)
        self._insert(current_table(table), [one for one in changes if one.before is None])
        self._insert(versions_table(table), changes)
        self._update(table, [one for one in changes if one.before is not None and not one.is_removal])
        self._remove(table, [one for one in changes if one.is_removal])

    def seal(self) -> None:
        """Chain the digest of everything written to the one before; only when something was."""
        rows = [digest for *_, digest in sorted(self._digests)]
        revisions = revisions_table()
        self._connection.execute(
            revisions.update().where(revisions.c.revision_id == self.revision_id),
            {"digest": next_digest(self._before.digest, rows)},
        )

    def _open(self) -> None:
        # the rows refer to it, so it stands before them; its digest is known when all are there
        stamp = self._stamp
        values = {
            "revision_id": self.revision_id,
            "made_at": instant_text(stamp.made_at),
            "author": readable_text(stamp.author),
            "source": readable_text(stamp.source),
            "note": None if stamp.note is None else readable_text(stamp.note),
            "digest": FIRST_DIGEST,
        }
        self._connection.execute(revisions_table().insert(), values)

    def _insert(self, table: Table, changes: Sequence[Change]) -> None:
        if changes:
            rows = [{"row_key": one.row_key, **self._stored(one)} for one in changes]
            self._connection.execute(table.insert(), rows)

    def _update(self, table: str, changes: Sequence[Change]) -> None:
        if changes:
            current = current_table(table)
            rows = [{"where_row_key": one.row_key, **self._stored(one)} for one in changes]
            where = current.c.row_key == bindparam("where_row_key")
            self._connection.execute(current.update().where(where), rows)

    def _remove(self, table: str, changes: Sequence[Change]) -> None:
        if changes:
            current = current_table(table)
            where = current.c.row_key == bindparam("where_row_key")
            rows = [{"where_row_key": one.row_key} for one in changes]
            self._connection.execute(current.delete().where(where), rows)

    def _stored(self, change: Change) -> dict[str, object]:
        return {**change.after, "version": change.version, "revision_id": self.revision_id}

    def _note_differences(self, table: str, change: Change) -> None:
        columns = table_columns(table)
        named = change.before if change.before and change.is_removal else change.after
        key = tuple(typed_value(column.kind, named[column.name]) for column in columns if column.key)
        for column in columns:
            before = change.before[column.name] if change.before else None
            after = change.after[column.name]
            if before == after:
                continue
            self.difference_count += 1
            if len(self.differences) < _LISTED_DIFFERENCES:
                values = typed_value(column.kind, before), typed_value(column.kind, after)
                self.differences.append(Difference(table, key, column.name, *values))

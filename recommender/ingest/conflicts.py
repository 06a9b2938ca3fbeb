"""Rows that changed in the store since the file was exported: only what the user changed is taken over."""

from collections.abc import Mapping
from datetime import datetime
from typing import Protocol

from features.cells.values import Value, quoted
from recommender.ingest.read_row import ReadRow

__all__ = ["ChangedRow", "ExportedSince", "RemovedRow"]

_Key = tuple[Value | None, ...]


class ChangedRow(Protocol):
    """A row that is newer than the export."""

    @property
    def base(self) -> Mapping[str, Value | None] | None:
        """The values that were exported; ``None`` when there was no such row."""
        ...

    @property
    def now(self) -> Mapping[str, Value | None]:
        """The values stored now."""
        ...

    @property
    def author(self) -> str:
        """Who changed it last."""
        ...

    @property
    def made_at(self) -> datetime:
        """When it was changed last."""
        ...


class RemovedRow(Protocol):
    """A row that was exported and is no longer there."""

    @property
    def author(self) -> str:
        """Who took it out."""
        ...

    @property
    def made_at(self) -> datetime:
        """When that was."""
        ...


class ExportedSince:
    """Compares three versions of a row: exported, in the file, in the store.

    Parameters
    ----------
    changes : mapping of tuple to ChangedRow
        By key; the rows of the table that are newer than the export.
    removals : mapping of tuple to RemovedRow
        By key; the rows that were taken out since.

    Attributes
    ----------
    conflict_count : int
        Rows in which the file and somebody else changed the same cell.
    kept_count : int
        Rows of which newer values in the store were left as they are.
    """

    def __init__(
        self, changes: Mapping[_Key, ChangedRow], removals: Mapping[_Key, RemovedRow] | None = None
    ) -> None:
        self._changes = changes
        self._removals = removals or {}
        self.conflict_count = 0
        self.kept_count = 0

    def settle(self, row: ReadRow, key: _Key) -> None:
        """Drop the cells that the user left alone; a cell changed on both sides is a fault."""
        removed = self._removals.get(key)
        if removed is not None:
            self.conflict_count += 1
            _tell_removed(row, removed)
            return
        changed = self._changes.get(key)
        if changed is None:
            return
        base = changed.base or {}
        conflicts = []
        kept = False
        for name, value in list(row.values.items()):
            now = changed.now.get(name)
            if value == now:
                continue
            if value == base.get(name) and changed.base is not None:
                del row.values[name]
                kept = True
            elif now != base.get(name):
                conflicts.append(name)
        self.kept_count += kept
        self.conflict_count += bool(conflicts)
        for name in conflicts:
            _tell(row, name, changed)


def _tell(row: ReadRow, name: str, changed: ChangedRow) -> None:
    now, mine = _shown(changed.now.get(name)), _shown(row.values.get(name))
    day = changed.made_at.date().isoformat()
    message = (
        (
            f"sudah diubah oleh {changed.author} ({day}) sejak berkas ini diekspor: sekarang {now}, "
            f"di berkas {mine}. Bandingkan; ekspor lagi, lalu ubah di sana."
        ),
        (
            f"was changed by {changed.author} ({day}) since this file was exported: now {now}, "
            f"in the file {mine}. Compare them; export again and change it there."
        ),
    )
    row.fault("changed_since_export", name, mine, message)


def _tell_removed(row: ReadRow, removed: RemovedRow) -> None:
    day = removed.made_at.date().isoformat()
    message = (
        (
            f"baris ini dikeluarkan oleh {removed.author} ({day}) sejak berkas ini diekspor. Hapus dari "
            "berkas, atau ekspor lagi."
        ),
        (
            f"this row was taken out by {removed.author} ({day}) since this file was exported. Remove it "
            "from the "
            "file, or export again."
        ),
    )
    row.fault("removed_since_export", None, None, message)


def _shown(value: Value | None) -> str:
    if value is None:
        return "?"
    return quoted(";".join(value) if isinstance(value, tuple) else str(value))

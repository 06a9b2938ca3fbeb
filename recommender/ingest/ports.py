"""What ingest asks of a store: frames, keys, and revisions that take rows."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from datetime import datetime
from typing import Any, Protocol

import pandas as pd

from features.cells.values import Value
from recommender.ingest.conflicts import ChangedRow, RemovedRow

__all__ = ["RowCounts", "RowDifference", "RowStore", "StoreRevision"]


class RowCounts(Protocol):
    """What became of the rows of one upsert."""

    @property
    def new(self) -> int:
        """Rows whose key was not there."""
        ...

    @property
    def changed(self) -> int:
        """Rows of which a value changed."""
        ...

    @property
    def same(self) -> int:
        """Rows that stayed as they were."""
        ...


class RowDifference(Protocol):
    """One value that an upsert changes."""

    @property
    def key(self) -> tuple[Value | None, ...]:
        """Values of the key columns."""
        ...

    @property
    def column(self) -> str:
        """Name of the column."""
        ...

    @property
    def before(self) -> Value | None:
        """What was stored; ``None`` for a new row too."""
        ...

    @property
    def after(self) -> Value | None:
        """What is stored then."""
        ...


class StoreRevision(Protocol):
    """An all-or-nothing set of writes, open until its ``with`` block ends."""

    @property
    def differences(self) -> Sequence[RowDifference]:
        """The first differences that the upserts make."""
        ...

    @property
    def difference_count(self) -> int:
        """How many differences there are in all."""
        ...

    def upsert(self, table: str, rows: Iterable[Mapping[str, Value | None]]) -> RowCounts:
        """Write rows by key: an absent column stays as stored, ``None`` becomes unknown."""
        ...

    def record_import(self, imported: Any) -> None:  # noqa: ANN401 - the store's own record, made above
        """Put on record which file this revision takes in."""
        ...


class RowStore(Protocol):
    """The part of a store that files are read into and written from."""

    def frame(self, table: str, *, columns: Sequence[str] | None = None) -> pd.DataFrame:
        """Return a table, or some of its columns, sorted by key."""
        ...

    def frames_in_blocks(self, table: str, block_rows: int) -> Iterator[pd.DataFrame]:
        """Return a table block by block, sorted by key."""
        ...

    def keys(self, table: str) -> Sequence[tuple[Value | None, ...]]:
        """Return the values of the key columns of every row."""
        ...

    def changes_since(self, table: str, revision_id: int) -> Mapping[tuple[Value | None, ...], ChangedRow]:
        """Return the rows of a table that changed after a revision, by key."""
        ...

    def removals_since(self, table: str, revision_id: int) -> Mapping[tuple[Value | None, ...], RemovedRow]:
        """Return the rows of a table that were taken out after a revision, by key."""
        ...

    def revision(
        self,
        *,
        author: str,
        source: str,
        made_at: datetime,
        note: str | None = None,
        dry_run: bool = False,
    ) -> AbstractContextManager[StoreRevision]:
        """Open a revision; an exception inside its block undoes everything."""
        ...

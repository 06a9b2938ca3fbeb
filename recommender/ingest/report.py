"""What an import did, or would do."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from recommender.errors import Fault
from recommender.ingest.matched import MatchedColumn
from recommender.ingest.ports import RowDifference

__all__ = ["ImportReport"]


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What an import did, or under ``dry_run`` would do.

    Attributes
    ----------
    table, source : str
        The table and the file's name.
    dry_run : bool
        Whether nothing was written.
    row_count : int
        Data rows read, refused ones included; blank, example and total rows are not.
    new, changed, same : int
        What became of the accepted rows.
    refused_count, skipped_count : int
        Rows that were refused (with ``accept_valid``), and rows that are no data.
    faults, warnings : tuple of Fault
        The first 200 of each, in the order of the file; ``fault_count`` and ``warning_count`` are
        all.
    differences : tuple of RowDifference
        The first differences, as far as the store lists them; ``difference_count`` is all.
    rejects : Path or None
        The file with the refused rows, when there are any and it was written.
    sheet : str or None
        The sheet that was read; ``None`` where the file has no sheets.
    header_row : int
        The last row of the header.
    matched : tuple of MatchedColumn
        What each column of the file was taken for.
    recognised_count, created_count : int
        Rows without an id whose cooperative was recognised, and those that got a new id.
    kept_count : int
        Rows of which the store held newer values than the exported file, which were kept.
    """

    table: str
    source: str
    dry_run: bool
    row_count: int
    new: int
    changed: int
    same: int
    refused_count: int
    skipped_count: int
    faults: tuple[Fault, ...]
    fault_count: int
    warnings: tuple[Fault, ...]
    warning_count: int
    differences: Sequence[RowDifference]
    difference_count: int
    rejects: Path | None
    sheet: str | None = None
    header_row: int = 1
    matched: tuple[MatchedColumn, ...] = ()
    recognised_count: int = 0
    created_count: int = 0
    kept_count: int = 0

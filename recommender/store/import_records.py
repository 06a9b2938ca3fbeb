"""The records of imports that cross the store's border."""

from dataclasses import dataclass
from datetime import datetime

from recommender.store.records import Difference

__all__ = ["ImportRecord", "ImportedFile", "UndoReport"]


@dataclass(frozen=True, slots=True)
class ImportedFile:
    """A file that was read into a table, and what became of its rows.

    Attributes
    ----------
    table_name : str
        A table of the contract.
    file_name : str
        Without its folder.
    file_digest : str
        SHA-256 of the file's bytes, 64 hexadecimal digits.
    sender : str
        Whose file it is: who is known to write its headers in a certain way; may be blank.
    row_count : int
        Rows of data in the file.
    new_count, changed_count, same_count, refused_count : int
        How many of them were added, changed a row, changed nothing, were refused.
    """

    table_name: str
    file_name: str
    file_digest: str
    sender: str
    row_count: int
    new_count: int
    changed_count: int
    same_count: int
    refused_count: int


@dataclass(frozen=True, slots=True)
class ImportRecord(ImportedFile):
    """An import on record.

    Attributes
    ----------
    revision_id : int
        The revision that it made; names the import.
    made_at : datetime
        When that was; with a time zone.
    author : str
        Who imported.
    undone_by : int or None
        The revision that undid it; ``None`` while it stands.
    """

    revision_id: int
    made_at: datetime
    author: str
    undone_by: int | None


@dataclass(frozen=True, slots=True)
class UndoReport:
    """What undoing an import did, or would do.

    Attributes
    ----------
    imported : ImportRecord
        The import; ``undone_by`` names the new revision, ``None`` in a dry run.
    restored_count : int
        Rows that got their earlier values back.
    removed_count : int
        Rows that the import had added and that are no longer there.
    differences : tuple of Difference
        The first 1,000 values that change; of a removed row each known value, its key included.
    difference_count : int
        How many there are in all.
    """

    imported: ImportRecord
    restored_count: int
    removed_count: int
    differences: tuple[Difference, ...]
    difference_count: int

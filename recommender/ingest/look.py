"""``look_into``: what a file is, before any of its rows is read: sheets, header, columns."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from recommender.errors import Fault, ImportRefusedError
from recommender.ingest.matched import MatchedColumn, matched_columns
from recommender.ingest.opened_table import opened_table
from recommender.ingest.sheets.limits import COMMAND_LIMITS, Limits
from recommender.ingest.sources import open_source
from recommender.ingest.told import Told

__all__ = ["FileLook", "look_into"]


@dataclass(frozen=True, slots=True)
class FileLook:
    """What is known of a file by its first rows.

    Attributes
    ----------
    sheets : tuple of str
        All that are not hidden; empty where the file has none.
    sheet : str or None
        The one that would be read.
    header_row : int or None
        Where its header ends; ``None`` when none was found.
    matched : tuple of MatchedColumn
        What its columns are taken for.
    faults, warnings : tuple of Fault
        What keeps it from being read, and what the user should know.
    """

    sheets: tuple[str, ...]
    sheet: str | None
    header_row: int | None
    matched: tuple[MatchedColumn, ...]
    faults: tuple[Fault, ...]
    warnings: tuple[Fault, ...]

    @property
    def guessed(self) -> Sequence[MatchedColumn]:
        """The columns whose meaning was guessed, for the user to confirm."""
        return [one for one in self.matched if one.certainty == "guessed"]


def look_into(
    table: str,
    path: Path,
    *,
    sheet: str | None = None,
    told: Told | None = None,
    limits: Limits = COMMAND_LIMITS,
) -> FileLook:
    """Look at a file's sheets and header.

    Raises
    ------
    ImportRefusedError
        When the file cannot be read at all. A header at fault is told in the answer.
    """
    with open_source(table, path, limits) as source:
        sheets = tuple(one.sheet for one in source.grids if one.sheet and not one.is_hidden)
        try:
            opened = opened_table(table, path.name, source, sheet, told or Told())
        except ImportRefusedError as error:
            return FileLook(sheets, sheet, None, (), error.faults, ())
        matched = matched_columns(opened.grid, opened.header, opened.plan)
        row = opened.header.last_row
        return FileLook(sheets, opened.grid.sheet, row, matched, (), tuple(opened.warnings))

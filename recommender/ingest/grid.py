"""Rows of cells as every kind of file gives them, before anybody asks what they mean."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

__all__ = ["Grid", "GridRow", "Merge"]


@dataclass(slots=True)
class GridRow:
    """One row of a file or sheet.

    Attributes
    ----------
    number : int
        As a spreadsheet counts: the first row is 1, blank rows count.
    cells : list of str
        From the first column on; ``features.cells.sheet_cells`` where a cell is no text.
    is_hidden : bool
        Whether the sheet does not show it.
    """

    number: int
    cells: list[str]
    is_hidden: bool = False


@dataclass(frozen=True, slots=True)
class Merge:
    """Cells joined into one: the first and last row (from 1) and column (from 0), both inclusive."""

    first_row: int
    first_column: int
    last_row: int
    last_column: int


@dataclass(frozen=True, slots=True)
class Grid:
    """One sheet, or a whole CSV file.

    Attributes
    ----------
    sheet : str or None
        The sheet's name; ``None`` where the file has no sheets.
    is_hidden : bool
    head : tuple of GridRow
        The first rows, for finding the header; blank rows are left out.
    rows : callable
        Gives all rows from the first one on, as a stream; blank rows are left out. To be called once.
    merges : tuple of Merge
        Empty where the format does not tell.
    row_count : int or None
        Where it is known beforehand.
    """

    sheet: str | None
    is_hidden: bool
    head: tuple[GridRow, ...]
    rows: Callable[[], Iterator[GridRow]]
    merges: tuple[Merge, ...] = ()
    row_count: int | None = None

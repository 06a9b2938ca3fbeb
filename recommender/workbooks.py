"""Tables of plain values as an Excel workbook or as CSV; no cell is ever a formula or a link."""

import csv
import datetime as dt
import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from xlsxwriter import Workbook

__all__ = ["Cell", "Sheet", "book_bytes", "csv_bytes", "xlsx_bytes"]

Cell = str | int | float | dt.date | None
"""What a cell holds; ``None`` is unknown and stays empty."""

# A spreadsheet would run a CSV cell that begins so.
_RUNS = ("=", "+", "-", "@", "\t", "\r", "\uff1d", "\uff0b", "\uff0d", "\uff20")
_LONGEST_NAME = 31
_NARROWEST, _WIDEST = 8, 60


@dataclass(frozen=True, slots=True)
class Sheet:
    """One table.

    Attributes
    ----------
    title : str
        The sheet's name, at most 31 letters are kept.
    day : date
        The day it speaks of; recorded in the file instead of the time, so that two runs give the same bytes.
    headers : sequence of str
    rows : sequence of sequences of Cell
        Each as long as ``headers``.
    """

    title: str
    day: dt.date
    headers: Sequence[str]
    rows: Sequence[Sequence[Cell]]


def xlsx_bytes(sheet: Sheet) -> bytes:
    """Write a workbook with one sheet: bold frozen header, filter arrows, columns wide enough to read.

    Examples
    --------
    >>> xlsx_bytes(Sheet("a", dt.date(2026, 11, 21), ["n"], [["=1+1"]]))[:2]
    b'PK'
    """
    return book_bytes([sheet])


def book_bytes(sheets: Sequence[Sheet], last: Callable[[Workbook], None] | None = None) -> bytes:
    """Write a workbook with several sheets, each as in ``xlsx_bytes``; the first one names the file.

    Parameters
    ----------
    sheets : sequence of Sheet
        At least one.
    last : callable, optional
        Adds a page of its own making after them; no text of it becomes a formula or a link either.
    """
    target = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with Workbook(target, options) as book:
        made = dt.datetime.combine(sheets[0].day, dt.time())
        book.set_properties({"title": sheets[0].title, "created": made})
        header = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
        plain, day = book.add_format({"valign": "top"}), book.add_format({"num_format": "yyyy-mm-dd"})
        for sheet in sheets:
            page = book.add_worksheet(sheet.title[:_LONGEST_NAME])
            page.write_row(0, 0, sheet.headers, header)
            for at, row in enumerate(sheet.rows, start=1):
                for column, cell in enumerate(row):
                    if isinstance(cell, dt.date):
                        page.write_datetime(at, column, dt.datetime.combine(cell, dt.time()), day)
                    elif cell is not None:
                        page.write(at, column, cell, plain)
            page.freeze_panes(1, 1)
            page.autofilter(0, 0, len(sheet.rows), max(len(sheet.headers) - 1, 0))
            for column, width in enumerate(_widths(sheet)):
                page.set_column(column, column, width)
        if last is not None:
            last(book)
    return target.getvalue()


def csv_bytes(sheet: Sheet) -> bytes:
    r"""Write UTF-8 CSV with a byte order mark, so that spreadsheets open it; texts never run as formulas.

    Examples
    --------
    >>> csv_bytes(Sheet("a", dt.date(2026, 11, 21), ["n", "m"], [["=1+1", None]])).decode("utf-8-sig")
    "n,m\n'=1+1,\n"
    """
    target = io.StringIO()
    writer = csv.writer(target, lineterminator="\n")
    writer.writerow(sheet.headers)
    writer.writerows([_harmless(cell) for cell in row] for row in sheet.rows)
    return target.getvalue().encode("utf-8-sig")


def _harmless(cell: Cell) -> str:
    text = "" if cell is None else str(cell)
    return f"'{text}" if isinstance(cell, str) and text.startswith(_RUNS) else text


def _widths(sheet: Sheet) -> list[int]:
    columns = zip(sheet.headers, *sheet.rows, strict=True)
    return [
        min(max(_NARROWEST, *(len(str(cell)) + 2 for cell in column if cell is not None)), _WIDEST)
        for column in columns
    ]

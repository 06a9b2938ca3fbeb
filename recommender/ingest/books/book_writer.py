"""A workbook that is written whole or not at all, and its typed cells."""

import datetime as dt
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.exceptions import XlsxWriterException

from recommender.errors import RefusedError

__all__ = ["LAST_ROW", "LONGEST_TEXT", "BookWriter", "book_beside"]

LAST_ROW = 1_048_575
"""Position of the last row of a sheet, from 0."""

LONGEST_TEXT = 32_767
"""Letters that a cell can hold."""

_FIRST_DAY = dt.date(1900, 3, 1)  # before it, spreadsheets count days that never were


class BookWriter:
    """One sheet of a workbook, cell by cell: texts are texts, numbers numbers, dates dates.

    Parameters
    ----------
    book : xlsxwriter.Workbook
    sheet : str
    """

    def __init__(self, book: Workbook, sheet: str) -> None:
        self.page = book.add_worksheet(sheet)
        self._day = book.add_format({"num_format": "yyyy-mm-dd"})

    def text(self, row: int, column: int, text: str, form: Any = None) -> None:  # noqa: ANN401 - a format of the library
        """Write a text as it stands; an empty one leaves the cell empty.

        Raises
        ------
        RefusedError
            When it is longer than a cell can hold.
        """
        if text:
            _demand(self.page.write_string(row, column, text, form))

    def number(self, row: int, column: int, number: float) -> None:
        """Write a number."""
        _demand(self.page.write_number(row, column, number))

    def day(self, row: int, column: int, day: dt.date) -> None:
        """Write a date; one that spreadsheets cannot count is written as text."""
        if day < _FIRST_DAY:
            self.text(row, column, day.isoformat())
        else:
            moment = dt.datetime.combine(day, dt.time())
            _demand(self.page.write_datetime(row, column, moment, self._day))

    def note(self, row: int, column: int, text: str) -> None:
        """Attach a note to a cell."""
        _demand(
            self.page.write_comment(row, column, text, {"x_scale": 2, "y_scale": 1.4, "author": "Sanding"})
        )


@contextmanager
def book_beside(
    path: Path, *, made_on: dt.date, properties: Mapping[str, str], in_order: bool = False
) -> Iterator[Workbook]:
    """Give a workbook that takes its place at the end, and only if nothing was raised.

    Parameters
    ----------
    path : Path
    made_on : date
        Recorded in the file instead of the clock, so that two runs give the same bytes.
    properties : mapping of str to str
        Custom document properties.
    in_order : bool
        Rows are written in their order and need not stay in memory.

    Raises
    ------
    RefusedError
        When the place cannot be written; what stood there stays as it was.
    """
    if path.exists() and not path.is_file():
        raise RefusedError(
            f"{path} bukan berkas biasa. Pilih nama berkas lain.",
            f"{path} is no ordinary file. Choose another file name.",
        )
    beside = path.with_name(f".{path.name}.{os.getpid()}.part")
    options = {
        "constant_memory": in_order,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    try:
        beside.open("wb").close()  # a place that cannot be written is told before anything is held open
        book = Workbook(str(beside), options)
        book.set_properties({"author": "Sanding", "created": dt.datetime.combine(made_on, dt.time())})
        for name, value in properties.items():
            book.set_custom_property(name, value, "text")
        try:
            yield book
        finally:
            book.close()  # also after a fault: it holds files of its own
        with beside.open("rb") as handle:
            os.fsync(handle.fileno())
        beside.replace(path)
    except (OSError, XlsxWriterException) as error:
        raise RefusedError(
            f"{path} tidak dapat ditulis. Pastikan foldernya ada, boleh ditulis, dan tidak penuh.",
            f"{path} cannot be written. Make sure its folder is there, writable and not full.",
        ) from error
    finally:
        beside.unlink(missing_ok=True)


def _demand(code: int) -> None:
    if code == 0:
        return
    raise RefusedError(
        f"Isinya tidak muat dalam lembar kerja (teks paling panjang {LONGEST_TEXT} huruf, baris "
        "paling banyak "
        f"{LAST_ROW + 1}). Tulis sebagai .csv.",
        f"The content does not fit into a sheet (texts of at most {LONGEST_TEXT} letters, at most "
        f"{LAST_ROW + 1} rows). Write it as .csv.",
    )

"""The refused rows as a workbook: reasons in front, the cells at fault marked and noted."""

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from types import TracebackType
from typing import Self

from features.cells.sheet_cells import DateCell, NumberCell
from recommender.errors import Fault
from recommender.ingest.books.book_writer import BookWriter, book_beside
from recommender.ingest.header_texts import plain_header
from recommender.ingest.headers import PROBLEM_HEADER

__all__ = ["RejectsBook"]

_MADE_ON = date(2026, 1, 1)
_SHEET = "Ditolak"
_REASON_WIDTH, _WIDTH = 60, 18


class RejectsBook:
    """An open workbook of refused rows; a context that puts it into its place.

    Parameters
    ----------
    path : Path
    header : sequence of str
        Without the reasons of an earlier round.
    properties : mapping of str to str
        What the original file said of itself.
    """

    def __init__(self, path: Path, header: Sequence[str], properties: Mapping[str, str]) -> None:
        self._context = book_beside(path, made_on=_MADE_ON, properties=properties)
        self._header = header
        self._row = 0

    def __enter__(self) -> Self:
        book = self._context.__enter__()
        bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
        self._reason = book.add_format({"text_wrap": True, "valign": "top", "font_color": "#9C0006"})
        self._marked = book.add_format({"bg_color": "#FFC7CE", "valign": "top"})
        self._writer = BookWriter(book, _SHEET)
        self._writer.page.set_column(0, 0, _REASON_WIDTH)
        self._writer.page.set_column(1, max(len(self._header), 1), _WIDTH)
        for at, text in enumerate((PROBLEM_HEADER, *self._header)):
            self._writer.text(0, at, text, bold)
        self._writer.page.freeze_panes(1, 1)
        return self

    def __exit__(
        self,
        exc_type: type[BaseException] | None,
        exc_value: BaseException | None,
        traceback: TracebackType | None,
    ) -> bool | None:
        return self._context.__exit__(exc_type, exc_value, traceback)

    def add(self, cells: Sequence[str], faults: Sequence[Fault]) -> None:
        """Write one refused row."""
        self._row += 1
        self._writer.text(self._row, 0, " | ".join(fault.message_id for fault in faults), self._reason)
        at_fault = {plain_header(fault.column): fault.message_id for fault in faults if fault.column}
        for at, cell in enumerate(cells, start=1):
            header = self._header[at - 1] if at <= len(self._header) else ""
            reason = at_fault.get(plain_header(header)) if header else None
            self._cell(at, cell, is_marked=reason is not None)
            if reason is not None:
                self._writer.note(self._row, at, reason)

    def _cell(self, at: int, cell: str, *, is_marked: bool) -> None:
        if is_marked:
            self._writer.text(self._row, at, str(cell), self._marked)
        elif isinstance(cell, NumberCell):
            self._writer.number(self._row, at, cell.number)
        elif isinstance(cell, DateCell):
            self._writer.day(self._row, at, cell.day)
        else:
            self._writer.text(self._row, at, str(cell))

"""Drop-downs: their words stand on a hidden sheet, because a list in the cell itself may not be long."""

from collections.abc import Sequence
from itertools import zip_longest

from xlsxwriter import Workbook

from features.schema.loader import Column
from recommender.ingest.books.book_writer import BookWriter
from recommender.ingest.column_notes import allowed_words
from recommender.ingest.sheets.column_letters import column_letters

__all__ = ["ChoicesSheet"]

_SHEET = "_daftar"


class ChoicesSheet:
    """The hidden sheet of a workbook; make it after the sheets that are seen, and finish it.

    Parameters
    ----------
    book : xlsxwriter.Workbook
    areas : sequence of (str, str, str)
        Code, name and district, for columns that refer to an area.
    """

    def __init__(self, book: Workbook, areas: Sequence[tuple[str, str, str]] = ()) -> None:
        self._writer = BookWriter(book, _SHEET)
        self._writer.page.hide()
        self._areas = [code for code, _name, _district in areas]
        self._ranges: dict[tuple[str, ...], str] = {}

    def offer(self, writer: BookWriter, column: Column, at: int, first_row: int, last_row: int) -> None:
        """Offer a column's words in its cells; other content is only warned about."""
        words = self._words(column)
        if not words:
            return
        writer.page.data_validation(
            first_row,
            at,
            last_row,
            at,
            {
                "validate": "list",
                "source": self._range(words),
                "error_type": "information",
                "error_title": "Di luar daftar",
                "error_message": "Isi ini tidak ada di daftar. Boleh dilanjutkan: tidak tahu, hapus, "
                "atau kosong.",
            },
        )

    def finish(self) -> None:
        """Write the words, row by row, as a workbook that is written in order wants them."""
        for row, words in enumerate(zip_longest(*self._ranges, fillvalue="")):
            for at, word in enumerate(words):
                self._writer.text(row, at, word)

    def _words(self, column: Column) -> tuple[str, ...]:
        if column.refers_to == "areas":
            return tuple(self._areas)
        if column.kind == "level" and column.minimum is not None and column.maximum is not None:
            return tuple(str(one) for one in range(int(column.minimum), int(column.maximum) + 1))
        if column.kind in {"yes_no", "choice"}:
            return tuple(f"'{one}" if one.startswith("=") else one for one in allowed_words(column))
        return ()

    def _range(self, words: tuple[str, ...]) -> str:
        if words not in self._ranges:
            letters = column_letters(len(self._ranges))
            self._ranges[words] = f"={_SHEET}!${letters}$1:${letters}${len(words)}"
        return self._ranges[words]

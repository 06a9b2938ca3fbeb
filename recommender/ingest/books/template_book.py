"""``template_workbook``: an empty sheet with notes, one example row and drop-downs."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from xlsxwriter import Workbook

from features.errors import FrameError
from features.schema.loader import Column, columns
from recommender.errors import NotFoundError
from recommender.ingest.books.book_writer import BookWriter, book_beside
from recommender.ingest.books.choices_sheet import ChoicesSheet
from recommender.ingest.books.export_book import write_header
from recommender.ingest.column_notes import NOTES_MARK, allowed_words, column_example, column_note, kind_words
from recommender.ingest.row_kinds import EXAMPLE_MARK

__all__ = ["template_workbook"]

_ROWS = 200
_MADE_ON = date(2026, 1, 1)
_GUIDE = "Petunjuk"
_GUIDE_HEADER = ("Judul kolom", "Nama kolom", "Isi", "Satuan", "Pilihan", "Wajib", "Contoh", "Keterangan")
_GUIDE_WIDTHS = (28, 28, 36, 14, 40, 8, 18, 60)


def template_workbook(table: str, path: Path, *, areas: Sequence[tuple[str, str, str]] = ()) -> None:
    """Write a sheet to fill in; imports pass over its notes row and its example row.

    Parameters
    ----------
    table : str
    path : Path
    areas : sequence of (str, str, str)
        Code, name and district of the areas to choose from.

    Raises
    ------
    NotFoundError
        When there is no such table.
    RefusedError
        When the file cannot be written.
    """
    try:
        wanted = columns(table)
    except FrameError as error:
        raise NotFoundError(error.message_id, error.message_en) from error
    with book_beside(path, made_on=_MADE_ON, properties={"sanding_table": table}) as book:
        writer = BookWriter(book, table)
        header = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
        quiet = book.add_format({"italic": True, "font_color": "#5F6368", "text_wrap": True, "valign": "top"})
        write_header(writer, wanted, header)
        for at, column in enumerate(wanted):
            writer.text(1, at, NOTES_MARK if at == 0 else column_note(column), quiet)
            writer.text(2, at, EXAMPLE_MARK if at == 0 else column_example(column), quiet)
        writer.page.set_row(1, 60)
        _write_guide(book, wanted, header, areas)
        lists = ChoicesSheet(book, areas)
        for at, column in enumerate(wanted):
            lists.offer(writer, column, at, 3, _ROWS + 2)
        lists.finish()


def _write_guide(
    book: Workbook, wanted: Sequence[Column], header: object, areas: Sequence[tuple[str, str, str]]
) -> None:
    guide = BookWriter(book, _GUIDE)
    for at, (title, width) in enumerate(zip(_GUIDE_HEADER, _GUIDE_WIDTHS, strict=True)):
        guide.text(0, at, title, header)
        guide.page.set_column(at, at, width)
    for row, column in enumerate(wanted, start=1):
        cells = (
            column.label_id,
            column.name,
            kind_words(column),
            column.unit,
            "; ".join(allowed_words(column)),
            "wajib" if column.required else "",
            column_example(column),
            column_note(column),
        )
        for at, cell in enumerate(cells):
            guide.text(row, at, cell)
    first = len(wanted) + 3
    for row, area in enumerate(
        (("Kode wilayah", "Kelurahan", "Kecamatan"), *areas) if areas else (), start=first
    ):
        for at, cell in enumerate(area):
            guide.text(row, at, cell, header if row == first else None)
    guide.page.freeze_panes(1, 0)

"""``export_workbook``: one table as a workbook that imports back to the same rows."""

from datetime import date
from pathlib import Path

from features.errors import FrameError
from features.schema.loader import Column, columns
from recommender.errors import NotFoundError
from recommender.ingest.books.book_writer import BookWriter, book_beside
from recommender.ingest.books.choices_sheet import ChoicesSheet
from recommender.ingest.books.typed_cells import cell_writer
from recommender.ingest.column_notes import column_note
from recommender.ingest.ports import RowStore
from recommender.ingest.stored import typed_values

__all__ = ["export_workbook", "write_header"]

_BLOCK_ROWS = 2000
_WIDTHS = {"id": 20, "code": 15, "text": 26, "list": 22, "date": 12, "choice": 16, "money": 16}
_WIDTH = 11
_NOTES_UP_TO_COLUMNS = 120


def export_workbook(store: RowStore, table: str, path: Path, *, revision_id: int, made_on: date) -> int:
    """Write a table as a workbook with Indonesian headers, typed cells and drop-downs.

    The file says which table it is and from which revision of the store, so that an import can tell what
    others changed meanwhile.

    Parameters
    ----------
    store : RowStore
    table : str
    path : Path
    revision_id : int
        The store's newest revision.
    made_on : date
        The day that the file says it was made on.

    Returns
    -------
    int
        How many rows were written. The file appears whole or not at all.

    Raises
    ------
    NotFoundError
        When there is no such table.
    RefusedError
        When the file cannot be written, or the content does not fit into a sheet.
    """
    try:
        wanted = columns(table)
    except FrameError as error:
        raise NotFoundError(error.message_id, error.message_en) from error
    properties = {"sanding_table": table, "sanding_revision": str(revision_id)}
    with book_beside(path, made_on=made_on, properties=properties, in_order=True) as book:
        writer = BookWriter(book, table)
        header = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
        write_header(writer, wanted, header)
        writers = [cell_writer(writer, column) for column in wanted]
        row = 0
        for frame in store.frames_in_blocks(table, _BLOCK_ROWS):
            values = [typed_values(column, frame[column.name]) for column in wanted]
            for cells in zip(*values, strict=True):
                row += 1
                for at, (write, value) in enumerate(zip(writers, cells, strict=True)):
                    if value is not None and value == value:  # noqa: PLR0124 - NaN of a frame
                        write(row, at, value)
        writer.page.autofilter(0, 0, max(row, 1), len(wanted) - 1)
        lists = ChoicesSheet(book)
        for at, column in enumerate(wanted):
            lists.offer(writer, column, at, 1, max(row, 1) + 100)
        lists.finish()
    return row


def write_header(writer: BookWriter, wanted: tuple[Column, ...], form: object) -> None:
    """Write the labels with notes on what goes in, frozen, the columns wide enough to read."""
    for at, column in enumerate(wanted):
        writer.page.set_column(at, at, _WIDTHS.get(column.kind, _WIDTH))
    for at, column in enumerate(wanted):
        writer.text(0, at, column.label_id, form)
        if len(wanted) <= _NOTES_UP_TO_COLUMNS:
            writer.note(0, at, column_note(column))
    writer.page.freeze_panes(1, 1)

"""``write_template``: a CSV sheet with Indonesian headers, a notes row and one example row."""

import csv
from pathlib import Path

from features.errors import FrameError
from features.schema.loader import columns
from recommender.errors import NotFoundError
from recommender.ingest.atomic import written_whole
from recommender.ingest.column_notes import NOTES_MARK, column_example, column_note
from recommender.ingest.row_kinds import EXAMPLE_MARK

__all__ = ["write_template"]


def write_template(table: str, path: Path) -> None:
    """Write a sheet to fill in: Indonesian headers, notes and one example row, which imports pass over.

    Separated by ``;`` and with a byte order mark, as spreadsheets with Indonesian settings (decimal
    comma) expect it.

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
    with written_whole(path, encoding="utf-8-sig") as handle:
        writer = csv.writer(handle, delimiter=";")
        writer.writerow([column.label_id for column in wanted])
        writer.writerow([NOTES_MARK, *(column_note(one) for one in wanted[1:])])
        writer.writerow([EXAMPLE_MARK, *(column_example(one) for one in wanted[1:])])

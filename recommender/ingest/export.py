"""``export_table``: one table to a canonical CSV that imports back to the same rows."""

import csv
from pathlib import Path

import pandas as pd

from features.cells.format import cell_formatter
from features.errors import FrameError
from features.schema.loader import Column, columns
from recommender.errors import NotFoundError
from recommender.ingest.atomic import written_whole
from recommender.ingest.ports import RowStore
from recommender.ingest.stored import typed_values

__all__ = ["export_table"]

_BLOCK_ROWS = 5000


def _texts(column: Column, frame: pd.DataFrame) -> list[str]:
    return list(map(cell_formatter(column), typed_values(column, frame[column.name])))


def export_table(store: RowStore, table: str, path: Path) -> int:
    """Write a table as UTF-8 CSV with commas, canonical headers and dotted area codes.

    Unknown is an empty cell, an empty list ``nihil``. A text that a spreadsheet would run as a
    formula, or that has a meaning of its own on import, gets an apostrophe in front.

    Returns
    -------
    int
        How many rows were written. The file appears whole or not at all.

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
    count = 0
    with written_whole(path) as handle:
        plain = csv.writer(handle, lineterminator="\n")
        # a lone carriage return has to stand in quotes as well
        careful = csv.writer(handle, lineterminator="\n", quoting=csv.QUOTE_ALL)
        plain.writerow([column.name for column in wanted])
        for frame in store.frames_in_blocks(table, _BLOCK_ROWS):
            for cells in zip(*(_texts(column, frame) for column in wanted), strict=True):
                (careful if "\r" in "".join(cells) else plain).writerow(cells)
            count += len(frame)
    return count

"""``write_template``: a sheet with Indonesian headers and one example row."""

import csv
from pathlib import Path

from features.cells.choices import choice_words
from features.errors import FrameError
from features.schema.loader import Column, columns
from recommender.errors import NotFoundError
from recommender.ingest.atomic import written_whole
from recommender.ingest.row_reader import EXAMPLE_MARK

__all__ = ["write_template"]

_EXAMPLES = {
    "id": "contoh",
    "code": "36.73.01.1001",
    "text": "contoh",
    "yes_no": "ya",
    "count": "25",
    "level": "2",
    "money": "1.250.000",
    "decimal": "12,5",
    "date": "24 Juli 2025",
}
_SPECIAL = {
    "deg": {"latitude_deg": "-6,128", "longitude_deg": "106,147"},
    "probability": {"propensity": "0,5"},
}


def _example(column: Column, *, is_first: bool) -> str:
    if is_first:
        return EXAMPLE_MARK
    if column.unit in _SPECIAL:
        return _SPECIAL[column.unit][column.name]
    chosen = [(choice_words(column.name, one) or (one,))[0] for one in column.choices]
    if column.kind == "list":
        return ";".join(chosen[:2]) or "padi;jagung"
    if column.kind == "choice":
        return f"'{chosen[0]}" if chosen[0].startswith("=") else chosen[0]
    return _EXAMPLES[column.kind]


def write_template(table: str, path: Path) -> None:
    """Write a sheet to fill in: Indonesian headers and one example row, which imports pass over.

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
        writer.writerow([_example(one, is_first=at == 0) for at, one in enumerate(wanted)])

"""Pairs read from a file for one plan: a table of holds, or a plan that was exported."""

import datetime as dt
from collections.abc import Mapping
from pathlib import Path
from typing import cast

from features.cells.parse import parse_cell
from features.cells.values import Value
from features.errors import CellError
from features.frame_cells import text_of
from features.schema.loader import columns
from recommender.allocations.settings import Hold, HoldKind
from recommender.errors import Fault
from recommender.ingest.faults import FaultLog, refused
from recommender.ingest.grid import Grid, GridRow
from recommender.ingest.header_names import HeaderMatch, header_names
from recommender.ingest.header_rows import HeaderRows, find_header
from recommender.ingest.sheets.limits import COMMAND_LIMITS
from recommender.ingest.sources import open_source

__all__ = ["read_holds"]

_TABLE = "holds"
_PAIR = ("cooperative_id", "offer_id")


def read_holds(path: Path) -> tuple[Hold, ...]:
    """Read pairs from a CSV file or a workbook.

    Columns as in the table ``holds``; only ``cooperative_id`` and ``offer_id`` are needed, and a pair without
    a kind is locked: an exported plan can be given as it is. Other columns are passed over.

    Parameters
    ----------
    path : Path

    Raises
    ------
    NotFoundError
        When there is no such file.
    ImportRefusedError
        When it cannot be read, lacks a column, or a cell is wrong; names every place.
    """
    faults = FaultLog()
    with open_source(_TABLE, path, COMMAND_LIMITS) as source:
        names = header_names(_TABLE)
        for grid in source.grids:
            header = None if grid.is_hidden else find_header(names, grid)
            if header is None:
                continue
            matches = {
                match.target: (position, match)
                for position, text in reversed(list(enumerate(header.texts)))
                if (match := names.known(text)) is not None
            }
            if all(one in matches for one in _PAIR):
                found = _rows(grid, header, matches, faults)
                break
        else:
            faults.note("column_missing", _MISSING)
            raise refused(path.name, faults)
    if faults.count:
        raise refused(path.name, faults)
    return found


_MISSING = (
    "Kolom cooperative_id dan offer_id tidak ditemukan. Tulis keduanya pada baris judul.",
    "The columns cooperative_id and offer_id are missing. Write both into the header.",
)


def _rows(
    grid: Grid, header: HeaderRows, matches: Mapping[str, tuple[int, HeaderMatch]], faults: FaultLog
) -> tuple[Hold, ...]:
    found = []
    for row in grid.rows():
        if row.number > header.last_row:
            values = _values(row, matches, faults)
            if values is not None:
                found.append(_hold(values))
    return tuple(found)


def _values(
    row: GridRow, matches: Mapping[str, tuple[int, HeaderMatch]], faults: FaultLog
) -> dict[str, Value | None] | None:
    """Read the cells of one row; ``None`` where one of them is wrong, and the place is told."""
    values: dict[str, Value | None] = {}
    is_right = True
    for column in columns(_TABLE):
        if column.name not in matches:
            continue
        position, match = matches[column.name]
        text = row.cells[position] if position < len(row.cells) else ""
        try:
            values[column.name] = parse_cell(column, text, style=match.style)
        except CellError as error:
            is_right = False
            faults.add(Fault(row.number, column.name, text, error.code, error.message_id, error.message_en))
    for name in _PAIR:
        if is_right and text_of(values[name]) is None:
            is_right = False
            faults.add(Fault(row.number, name, "", "required", *_EMPTY))
    return values if is_right else None


_EMPTY = ("Sel ini kosong. Isi ID-nya, atau hapus barisnya.", "This cell is empty. Fill it, or drop the row.")


def _hold(values: Mapping[str, Value | None]) -> Hold:
    expires_on = values.get("expires_on")
    return Hold(
        cooperative_id=str(values["cooperative_id"]),
        offer_id=str(values["offer_id"]),
        kind=cast("HoldKind", text_of(values.get("kind")) or "locked"),
        reason=text_of(values.get("reason")),
        recorded_by=text_of(values.get("recorded_by")),
        expires_on=expires_on if isinstance(expires_on, dt.date) else None,
    )

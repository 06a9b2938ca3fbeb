"""Values of the reader as cells of the pipe: plain JSON, and small objects for what JSON cannot say."""

import datetime as dt
from collections.abc import Iterator, Sequence
from math import isfinite
from typing import Any

from recommender.ingest.sheets.refusal import RefusalError
from recommender.ingest.sheets.sheet_parts import SheetNotes

__all__ = ["PipeCell", "cell_of", "filled_rows"]

PipeCell = str | float | bool | dict[str, Any]
"""Text, number, truth value; ``{"d": day, "t": time}``, ``{"e": error}``, ``{"f": formula}``, "
"``{"p": number}``."""

_LONGEST_CELL = 32_767
_LONGEST_ROW = 1 << 20


def cell_of(value: object) -> PipeCell:  # noqa: PLR0911 - one answer for each kind
    """Return one value of the reader as a cell of the pipe.

    Examples
    --------
    >>> cell_of(dt.date(2025, 7, 24)), cell_of(2.0), cell_of(float("nan"))
    ({'d': '2025-07-24', 't': ''}, 2.0, {'e': '#NUM!'})
    """
    if isinstance(value, str):
        return value[:_LONGEST_CELL]
    if isinstance(value, bool):
        return value
    if isinstance(value, int | float):
        number = float(value)
        return number if isfinite(number) else {"e": "#NUM!"}
    if isinstance(value, dt.datetime):
        return {"d": value.date().isoformat(), "t": _time(value.time())}
    if isinstance(value, dt.date):
        return {"d": value.isoformat(), "t": ""}
    if isinstance(value, dt.time):
        return value.isoformat(timespec="seconds")
    return str(value)[:_LONGEST_CELL]


def filled_rows(
    rows: Iterator[list[object]], notes: SheetNotes | None
) -> Iterator[tuple[int, bool, list[PipeCell]]]:
    """Give the rows that hold something: number (from 1), whether hidden, cells up to the last filled one.

    Raises
    ------
    RefusalError
        When one row holds more text than a table could.
    """
    special = _special_by_row(notes)
    for at, values in enumerate(rows):
        cells = [cell_of(value) for value in values]
        for column, cell in special.get(at, ()):
            cells += [""] * (column + 1 - len(cells))
            known = cells[column]
            cells[column] = {"p": known} if cell is None and isinstance(known, float) else cell or known
        while cells and cells[-1] == "":
            cells.pop()
        if not any(cell != "" and not (isinstance(cell, str) and cell.isspace()) for cell in cells):
            continue
        if sum(len(cell) for cell in cells if isinstance(cell, str)) > _LONGEST_ROW:
            raise RefusalError("row_too_long", row=at + 1)
        yield at + 1, bool(notes and at in notes.hidden_rows), cells


def _special_by_row(notes: SheetNotes | None) -> dict[int, list[tuple[int, PipeCell | None]]]:
    found: dict[int, list[tuple[int, PipeCell | None]]] = {}
    if notes is not None:
        places: Sequence[tuple[tuple[int, int], PipeCell | None]] = [
            *((place, {"f": formula}) for place, formula in notes.formulas.items()),
            *((place, {"e": error}) for place, error in notes.errors.items()),
            *((place, None) for place in notes.percents),
        ]
        for (row, column), cell in places:
            found.setdefault(row, []).append((column, cell))
    return found


def _time(time: dt.time) -> str:
    if time == dt.time():
        return ""
    return time.isoformat(timespec="seconds" if time.second else "minutes")

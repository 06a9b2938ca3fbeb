"""Cells of the pipe as cells of a row."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from features.cells.sheet_cells import DateCell, ErrorCell, FormulaCell, NumberCell, YesNoCell
from recommender.ingest.grid import GridRow

__all__ = ["grid_row"]


def grid_row(found: Sequence[Any]) -> GridRow:
    """Return one row of the pipe (number, whether hidden, cells) as a row of a grid."""
    number, is_hidden, cells = found
    return GridRow(
        int(number), [one if isinstance(one, str) else _cell(one) for one in cells], bool(is_hidden)
    )


def _cell(found: Any) -> str:  # noqa: ANN401 - whatever JSON holds
    if isinstance(found, bool):
        return YesNoCell.of(flag=found)
    if isinstance(found, int | float):
        return NumberCell.of(float(found))
    if "d" in found:
        return DateCell.of(date.fromisoformat(found["d"]), found["t"])
    if "p" in found:
        return NumberCell.of(float(found["p"]), is_percent=True)
    return FormulaCell(found["f"]) if "f" in found else ErrorCell(found["e"])

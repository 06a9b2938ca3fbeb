"""One cell with everything about it: as it stood, its value, whether that was certain, and why not."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Literal, TypeAlias

from features.cells.parse import cell_parser
from features.cells.remarks import cell_remark
from features.cells.sheet_cells import SheetCell
from features.cells.typed import typed_value
from features.cells.values import Remark, Style, Value
from features.cells.words import is_delete
from features.errors import CellError
from features.schema.loader import Column

__all__ = ["CellReader", "CellReading", "Status", "cell_reader", "read_cell"]

Status: TypeAlias = Literal["ok", "guessed", "refused"]
"""``guessed``: read, but the user should look; ``refused``: there is no value."""


@dataclass(frozen=True, slots=True)
class CellReading:
    """What one cell says.

    Attributes
    ----------
    raw : str
        The cell as it stood in the file.
    value : Value or None
        ``None`` is unknown: an empty cell, an answer that is neither yes nor no, or a refused cell.
    status : {"ok", "guessed", "refused"}
    reason : (str, str) or None
        Why it was guessed or refused, in Indonesian and in English; ``None`` when it is ok.
    is_stated : bool
        Whether the cell says something: false for empty cells and for words for unknown.
    """

    raw: str
    value: Value | None
    status: Status
    reason: Remark | None
    is_stated: bool


CellReader: TypeAlias = Callable[[str], CellReading]


@cache
def cell_reader(column: Column, style: Style = "canonical") -> CellReader:
    """Return the reader of a column, made once; it takes ``SheetCell`` as well as plain text."""
    parse = cell_parser(column, style)

    def read(text: str) -> CellReading:
        raw = str(text)
        if is_delete(raw):
            return CellReading(raw, None, "ok", None, is_stated=True)
        try:
            value = typed_value(column, text, style) if isinstance(text, SheetCell) else parse(text)
        except CellError as error:
            reason = (error.message_id, error.message_en)
            return CellReading(raw, None, "refused", reason, is_stated=True)
        remark = cell_remark(column, raw, value)
        if remark:
            return CellReading(raw, value, "guessed", remark, is_stated=True)
        return CellReading(raw, value, "ok", None, is_stated=value is not None)

    return read


def read_cell(column: Column, text: str, *, style: Style = "canonical") -> CellReading:
    """Read one cell and keep what it was; nothing is raised.

    Parameters
    ----------
    column : Column
        What the cell should hold.
    text : str
        The cell as it stands in the file, or a ``SheetCell`` of a workbook.
    style : {"canonical", "indonesian"}
        Under canonical headers the dot is the decimal point, under Indonesian ones the comma.

    Examples
    --------
    >>> from features.schema.loader import column
    >>> read_cell(column("cooperatives", "member_count"), "± 150").status
    'guessed'
    >>> read_cell(column("cooperatives", "has_deed"), "proses").is_stated
    True
    """
    return cell_reader(column, style)(text)

"""The cells of one row to typed values, with everything that is wrong with them."""

from dataclasses import dataclass

from features.cells.reading import CellReading
from features.cells.remarks import cell_remark
from features.cells.sheet_cells import SheetCell
from features.cells.states import own_state
from features.cells.values import CellParser, Value, quoted
from features.cells.words import DELETE_WORD, is_delete
from features.errors import CellError
from features.schema.loader import Column
from recommender.ingest.column_parsers import column_parser
from recommender.ingest.headers import HeaderPlan
from recommender.ingest.place_cells import PlaceCells
from recommender.ingest.places import AreaIndex
from recommender.ingest.read_row import ReadRow

__all__ = ["RowReader"]

_DELETE_LENGTH = len(DELETE_WORD)
_NO_REMARKS = frozenset({"code", "choice", "level"})


@dataclass(frozen=True, slots=True)
class _Cell:
    """How one position of a row is read."""

    position: int
    column: Column
    parse: CellParser
    is_remarked: bool
    is_yes_no: bool


class RowReader:
    """Reads rows by a plan.

    Parameters
    ----------
    table : str
    plan : HeaderPlan
        Which cell is which column.
    areas : AreaIndex or None
        For tables that refer to an area.
    sheet : str or None
        The sheet's name, for messages.
    """

    def __init__(
        self, table: str, plan: HeaderPlan, areas: AreaIndex | None, sheet: str | None = None
    ) -> None:
        self._plan = plan
        self._sheet = sheet
        self._headers = {one.column.name: one.header for one in plan.columns}
        self._places = PlaceCells(table, plan, areas) if areas is not None else None
        if self._places is not None:
            self._headers = {**self._places.headers, **self._headers}
        self._cells = [
            _Cell(
                one.position,
                one.column,
                column_parser(one, areas),
                one.column.kind not in _NO_REMARKS,
                one.column.kind == "yes_no",
            )
            for one in plan.columns
            if self._places is None or one.column.name not in self._places.coordinates
        ]

    def read(self, number: int, cells: list[str], district: str = "") -> ReadRow:
        """Read one row; nothing is raised, all faults are in the result.

        Parameters
        ----------
        number : int
            As a spreadsheet counts.
        cells : list of str
            As wide as the header; empty cells beyond it are cut off.
        district : str
            Of the group that the row stands in, where the file has no column for it.
        """
        row = ReadRow(number, cells, self._headers, self._sheet)
        if not self._has_right_width(row):
            return row
        for one in self._cells:
            cell = cells[one.position]
            if cell:
                _read_cell(row, one, cell)
        if self._places is not None:
            self._places.settle(row, district)
        return row

    def _has_right_width(self, row: ReadRow) -> bool:
        cells, width = row.cells, len(self._plan.header)
        if len(cells) > width and not any(cells[width:]):
            del cells[width:]  # spreadsheets add separators at the end
        if len(cells) < width and self._sheet is not None:
            cells += [""] * (width - len(cells))  # a sheet's row ends with its last filled cell
        if len(cells) != width:
            message = (
                f"ada {len(cells)} isian, seharusnya {width}. Periksa pemisah dan tanda kutip.",
                f"has {len(cells)} cells instead of {width}. Check separators and quotes.",
            )
            row.fault("row_width", None, None, message)
            return False
        for position in self._plan.unnamed:
            if cells[position].strip():
                message = (
                    f"{quoted(cells[position])} ada di kolom tanpa judul. Beri judul atau hapus.",
                    f"{quoted(cells[position])} is in a column without header. Name or clear it.",
                )
                row.fault("header_blank", None, cells[position], message)
        return True


def _read_cell(row: ReadRow, one: _Cell, cell: str) -> None:
    name = one.column.name
    try:
        value = one.parse(cell)
    except CellError as error:
        if is_delete(cell):
            row.values[name] = None
        else:
            _refuse(row, name, cell, error)
        return
    if value is None:
        if one.is_yes_no and own_state(cell):
            row.values[name] = None
            _remark(row, one.column, cell, None)
        return
    if value.__class__ is str and len(value) == _DELETE_LENGTH and is_delete(cell):
        value = None
    row.values[name] = value
    if one.is_remarked and value is not None:
        _remark(row, one.column, cell, value)


def _refuse(row: ReadRow, name: str, cell: str, error: CellError) -> None:
    message = (error.message_id, error.message_en)
    row.fault(error.code, name, cell, message)
    row.readings[name] = CellReading(str(cell), None, "refused", message, is_stated=True)


def _remark(row: ReadRow, column: Column, cell: str, value: Value | None) -> None:
    text = str(cell) if isinstance(cell, SheetCell) else cell
    remark = cell_remark(column, text, value)
    if remark:
        row.warn("cell_doubtful", column.name, cell, remark)
        row.readings[column.name] = CellReading(text, value, "guessed", remark, is_stated=True)

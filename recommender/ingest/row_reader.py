"""The cells of one row to typed values, with everything that is wrong with them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from features.cells.parse import cell_parser
from features.cells.remarks import cell_remark
from features.cells.values import CellParser, Value, quoted
from features.cells.words import DELETE_WORD, fold, is_delete, is_unknown
from features.errors import CellError
from recommender.errors import Fault
from recommender.ingest.fault_texts import Sentences
from recommender.ingest.faults import located
from recommender.ingest.geometries import geometry_cell
from recommender.ingest.headers import HeaderColumn, HeaderPlan
from recommender.ingest.places import AreaIndex

__all__ = ["EXAMPLE_MARK", "ReadRow", "RowReader"]

EXAMPLE_MARK = "contoh-hapus-baris-ini"
"""The key of a template's example row; such rows are passed over."""

_TOTALS = frozenset({"jumlah", "total", "sub total", "subtotal", "grand total", "jumlah total"})
_AREA_COLUMN = "area_code"
_GEOMETRY = ("boundaries", "geometry")
_DELETE_LENGTH = len(DELETE_WORD)
_REMARKED = frozenset({"count", "money", "decimal", "date", "list"})


@dataclass(slots=True)
class ReadRow:
    """One row as far as it could be read.

    ``values`` holds the columns that the row gives; ``None`` there means "make it unknown".
    """

    number: int
    cells: list[str]
    headers: Mapping[str, str]
    values: dict[str, Value | None] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)
    warnings: list[Fault] = field(default_factory=list)

    def fault(self, code: str, name: str | None, value: str | None, message: Sentences) -> None:
        """Note that the row cannot be taken; ``name`` is a column of the table."""
        column = self.headers.get(name, name) if name else None
        self.faults.append(located(code, message, row=self.number, column=column, value=value))

    def warn(self, code: str, name: str | None, value: str | None, message: Sentences) -> None:
        """Note something the user should look at."""
        column = self.headers.get(name, name) if name else None
        self.warnings.append(located(code, message, row=self.number, column=column, value=value))


class RowReader:
    """Reads rows by a plan.

    Parameters
    ----------
    plan : HeaderPlan
        Which cell is which column.
    areas : AreaIndex or None
        For tables that refer to an area.
    """

    def __init__(self, plan: HeaderPlan, areas: AreaIndex | None) -> None:
        self._plan = plan
        self._areas = areas
        self._keys = [one.position for one in plan.columns if one.column.key]
        self._headers = {one.column.name: one.header for one in plan.columns}
        if areas is not None and plan.area_position is not None:
            self._headers.setdefault(_AREA_COLUMN, plan.header[plan.area_position])
        self._columns: list[tuple[int, str, CellParser, HeaderColumn, bool]] = [
            (
                one.position,
                one.column.name,
                self._parser(one),
                one,
                one.column.kind in _REMARKED,
            )
            for one in plan.columns
        ]

    def _parser(self, one: HeaderColumn) -> CellParser:
        if one.column.refers_to == "areas" and self._areas is not None:
            find: Callable[[str], str | None] = self._areas.of_cell
            return find
        if (one.column.table, one.column.name) == _GEOMETRY:
            return geometry_cell
        return cell_parser(one.column, one.style)

    def skip_reason(self, cells: list[str]) -> str | None:
        """Tell why a row is no data: ``example_row`` of a template, ``total_row``, or ``None``."""
        keys = [cells[position] for position in self._keys if position < len(cells)]
        if any(EXAMPLE_MARK in fold(key) for key in keys):
            return "example_row"
        # a row without any key: a total row or a fault, told later
        no_key = not any(key.strip() and fold(key) not in _TOTALS for key in keys)
        return "total_row" if no_key and any(fold(cell) in _TOTALS for cell in cells) else None

    def read(self, number: int, cells: list[str]) -> ReadRow:
        """Read one row; nothing is raised, all faults are in the result."""
        row = ReadRow(number, cells, self._headers)
        if not self._has_right_width(row):
            return row
        values = row.values
        for position, name, parse, one, remarked in self._columns:
            cell = cells[position]
            if not cell:
                continue
            try:
                value = parse(cell)
            except CellError as error:
                if is_delete(cell):
                    values[name] = None
                else:
                    message = (error.message_id, error.message_en)
                    row.fault("cell_invalid", name, cell, message)
                continue
            if value is None:
                continue
            if value.__class__ is str and len(value) == _DELETE_LENGTH and is_delete(cell):
                value = None
            values[name] = value
            if (
                remarked
                and not cell.isdecimal()
                and value is not None
                and (remark := cell_remark(one.column, cell, value))
            ):
                row.warn("cell_doubtful", name, cell, remark)
        if self._plan.area_position is not None and self._areas is not None:
            self._read_area_name(row, self._areas)
        return row

    def _has_right_width(self, row: ReadRow) -> bool:
        cells, width = row.cells, len(self._plan.header)
        if len(cells) > width and not any(cells[width:]):
            del cells[width:]  # spreadsheets add separators at the end
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

    def _read_area_name(self, row: ReadRow, areas: AreaIndex) -> None:
        plan, name = self._plan, _AREA_COLUMN
        cell = row.cells[plan.area_position or 0]
        district = row.cells[plan.district_position] if plan.district_position is not None else ""
        code = row.values.get(name)
        header = self._headers[name]
        if is_unknown(cell) or any(fault.column == header for fault in row.faults):
            return
        if isinstance(code, str):
            if not areas.agrees(code, cell):
                shown = areas.by_code[code].shown
                message = (
                    f"{quoted(cell)} bukan nama wilayah {shown}; kodenya yang dipakai.",
                    f"{quoted(cell)} is no name of area {shown}; the code was used.",
                )
                row.warn("area_mismatch", name, cell, message)
            return
        if name in row.values:
            return  # the code column says: make it unknown
        try:
            found = areas.of_names(cell, district)
        except CellError as error:
            row.fault("area_unclear", name, cell, (error.message_id, error.message_en))
        else:
            if found is not None:
                row.values[name] = found

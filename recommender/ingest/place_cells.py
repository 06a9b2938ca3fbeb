"""Where a row lies: area by code, name or group, and coordinates in one cell or two, repaired together."""

from collections.abc import Mapping

from features.cells.coordinates import coordinate_cell, read_coordinates, repaired_pair
from features.cells.ranges import check_range
from features.cells.remarks import cell_remark
from features.cells.sheet_cells import NumberCell
from features.cells.values import quoted
from features.cells.words import is_delete, is_unknown
from features.errors import CellError
from features.schema.loader import columns
from recommender.ingest.headers import HeaderColumn, HeaderPlan
from recommender.ingest.places import AreaIndex
from recommender.ingest.read_row import ReadRow

__all__ = ["PlaceCells"]

_PAIR = ("latitude_deg", "longitude_deg")


class PlaceCells:
    """Reads the cells that say where a row lies, after the others were read.

    Parameters
    ----------
    table : str
        Only columns that it has are filled: rows about a cooperative name an area to say whose they are.
    plan : HeaderPlan
    areas : AreaIndex

    Attributes
    ----------
    headers : mapping of str to str
        Headers that stand in for columns: an area's name for its code, one cell for both coordinates.
    coordinates : mapping of str to HeaderColumn
        The columns of coordinates, which are read here.
    """

    def __init__(self, table: str, plan: HeaderPlan, areas: AreaIndex) -> None:
        self._areas = areas
        self._code = next((one.name for one in columns(table) if one.refers_to == "areas"), "")
        self._area = plan.specials.get("@area") if self._code else None
        self._district = plan.specials.get("@district")
        has_pair = {one.name for one in columns(table)} >= set(_PAIR)
        self._both = plan.specials.get("@coordinates") if has_pair else None
        found = {one.column.name: one for one in plan.columns}
        self.coordinates: Mapping[str, HeaderColumn] = (
            {name: found[name] for name in _PAIR} if found.keys() >= set(_PAIR) else {}
        )
        self.headers: dict[str, str] = {}
        if self._area is not None:
            self.headers[self._code] = plan.header[self._area]
        if self._both is not None and not self.coordinates:
            self.headers |= dict.fromkeys(_PAIR, plan.header[self._both])

    def settle(self, row: ReadRow, district: str) -> None:
        """Complete a row's area and coordinates, and note what is wrong with them."""
        if self._area is not None:
            self._read_area(row, row.cells[self._area], district)
        if self.coordinates:
            self._read_pair(row)
        elif self._both is not None and row.cells[self._both].strip():
            self._read_both(row, row.cells[self._both])

    def _read_area(self, row: ReadRow, cell: str, group: str) -> None:
        district = row.cells[self._district] if self._district is not None else ""
        code = row.values.get(self._code)
        if is_unknown(cell) or row.has_fault(self._code):
            return
        if isinstance(code, str):
            self._compare(row, code, cell)
        elif self._code not in row.values:  # otherwise the code column says: make it unknown
            try:
                found = self._areas.of_names(str(cell), district or group)
            except CellError as error:
                row.fault("area_unclear", self._code, cell, (error.message_id, error.message_en))
            else:
                if found is not None:
                    row.values[self._code] = found

    def _compare(self, row: ReadRow, code: str, cell: str) -> None:
        if not self._areas.agrees(code, cell):
            shown = self._areas.by_code[code].shown
            message = (
                f"{quoted(cell)} bukan nama wilayah {shown}; kodenya yang dipakai.",
                f"{quoted(cell)} is no name of area {shown}; the code was used.",
            )
            row.warn("area_mismatch", self._code, cell, message)

    def _near(self, row: ReadRow) -> tuple[float, float] | None:
        area = self._areas.by_code.get(str(row.values.get(self._code)))
        if area is None or area.latitude_deg is None or area.longitude_deg is None:
            return None
        return area.latitude_deg, area.longitude_deg

    def _read_pair(self, row: ReadRow) -> None:
        read: dict[str, float] = {}
        for name, one in self.coordinates.items():
            cell = row.cells[one.position]
            if is_unknown(cell):
                continue
            if is_delete(cell):
                row.values[name] = None
                continue
            try:
                read[name] = (
                    cell.number if isinstance(cell, NumberCell) else coordinate_cell(str(cell), one.style)
                )
            except CellError as error:
                row.fault(error.code, name, cell, (error.message_id, error.message_en))
        if len(read) == len(_PAIR):
            latitude, longitude, remark = repaired_pair(read[_PAIR[0]], read[_PAIR[1]], self._near(row))
            read = {_PAIR[0]: latitude, _PAIR[1]: longitude}
            if remark:
                row.warn("cell_doubtful", _PAIR[0], row.cells[self.coordinates[_PAIR[0]].position], remark)
        self._keep(row, read)

    def _read_both(self, row: ReadRow, cell: str) -> None:
        if is_unknown(cell):
            return
        if is_delete(cell):
            row.values |= dict.fromkeys(_PAIR)
            return
        try:
            found = read_coordinates(str(cell), near=self._near(row))
        except CellError as error:
            row.fault(error.code, _PAIR[0], cell, (error.message_id, error.message_en))
            return
        for remark in found.remarks:
            row.warn("cell_doubtful", _PAIR[0], cell, remark)
        row.values |= {_PAIR[0]: found.latitude_deg, _PAIR[1]: found.longitude_deg}

    def _keep(self, row: ReadRow, read: Mapping[str, float]) -> None:
        for name, number in read.items():
            one = self.coordinates[name]
            cell = row.cells[one.position]
            try:
                check_range(one.column, number, str(cell))
            except CellError as error:
                row.fault(error.code, name, cell, (error.message_id, error.message_en))
            else:
                row.values[name] = number
                remark = cell_remark(one.column, str(cell), number)
                if remark:
                    row.warn("cell_doubtful", name, cell, remark)

"""How the cells of one column of a file are read: text, workbook cells, units of the header, areas."""

from collections.abc import Callable

from features.cells.parse import cell_parser
from features.cells.sheet_cells import SheetCell
from features.cells.typed import typed_value
from features.cells.values import CellParser, Value
from recommender.ingest.geometries import geometry_cell
from recommender.ingest.headers import HeaderColumn
from recommender.ingest.places import AreaIndex

__all__ = ["column_parser"]

_GEOMETRY = ("boundaries", "geometry")


def column_parser(one: HeaderColumn, areas: AreaIndex | None) -> CellParser:
    """Return the parser of a column under its header; it takes ``SheetCell`` as well as plain text.

    Parameters
    ----------
    one : HeaderColumn
    areas : AreaIndex or None
        For columns that refer to an area.
    """
    if one.column.refers_to == "areas" and areas is not None:
        return _area_parser(areas.of_cell)
    if (one.column.table, one.column.name) == _GEOMETRY:
        return geometry_cell
    parse = cell_parser(one.column, one.style)
    if one.unit is not None:
        return one.unit.applied(one.column, one.style, parse)

    def read(text: str) -> Value | None:
        if isinstance(text, SheetCell):
            return typed_value(one.column, text, one.style)
        return parse(text)

    return read


def _area_parser(find: Callable[[str], str | None]) -> CellParser:
    def read(text: str) -> Value | None:
        return find(str(text))

    return read

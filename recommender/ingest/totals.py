"""Rows of totals: no data, but a check of the rows above them."""

from collections.abc import Mapping, Sequence
from typing import Final

from features.cells.numbers import shown_number
from features.cells.values import CellParser
from features.errors import CellError
from recommender.ingest.faults import FaultLog
from recommender.ingest.headers import HeaderPlan
from recommender.ingest.read_row import ReadRow

__all__ = ["Totals"]

_ADDED: Final = frozenset({"count", "money", "decimal"})
_NOT_ADDED: Final = frozenset({"deg", "km", "percent_per_year", "probability", "months", "level"})
_SLACK = 1e-6


class Totals:
    """Adds up columns and compares them with rows that say ``Jumlah``.

    Parameters
    ----------
    plan : HeaderPlan
    parsers : mapping of int to CellParser
        How the cells of the columns are read, by position.
    """

    def __init__(self, plan: HeaderPlan, parsers: Mapping[int, CellParser]) -> None:
        self._columns = [
            one for one in plan.columns if one.column.kind in _ADDED and one.column.unit not in _NOT_ADDED
        ]
        self._parsers = parsers
        self._whole = dict.fromkeys((one.column.name for one in self._columns), 0.0)
        self._part = dict(self._whole)
        self._broken: set[str] = set()

    def add(self, row: ReadRow) -> None:
        """Add a row of data; a cell that could not be read leaves its column out of the comparison."""
        for one in self._columns:
            name = one.column.name
            value = row.values.get(name)
            if isinstance(value, int | float):
                self._whole[name] += value
                self._part[name] += value
            elif row.faults and row.has_fault(name):
                self._broken.add(name)

    def compare(self, number: int, cells: Sequence[str], warnings: FaultLog) -> None:
        """Warn where a row of totals says something else than the rows since the last one, or all rows."""
        for one in self._columns:
            name = one.column.name
            cell = cells[one.position] if one.position < len(cells) else ""
            try:
                said = self._parsers[one.position](cell) if cell.strip() else None
            except CellError:
                continue
            if isinstance(said, int | float) and name not in self._broken:
                self._tell(number, one.header, float(said), (self._part[name], self._whole[name]), warnings)
        self._part = dict.fromkeys(self._part, 0.0)

    @staticmethod
    def _tell(number: int, header: str, said: float, found: tuple[float, float], warnings: FaultLog) -> None:
        if any(abs(said - one) <= _SLACK * max(1.0, abs(said)) for one in found):
            return
        (said_id, said_en), (part_id, part_en), (all_id, all_en) = map(shown_number, (said, *found))
        message = (
            (
                f"baris jumlah berisi {said_id}, padahal baris di atasnya berjumlah {part_id} (semuanya "
                f"{all_id}). "
                "Periksa apakah ada baris yang kurang."
            ),
            (
                f"the row of totals says {said_en}, but the rows above add up to {part_en} (all of them "
                f"{all_en}). "
                "Check whether a row is missing."
            ),
        )
        warnings.note("total_differs", message, row=number, column=header)

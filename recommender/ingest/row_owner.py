"""Whose row it is where the file gives no id: the cooperative by area or name, the event by its content."""

from collections.abc import Sequence
from hashlib import sha256

from features.cells.words import is_unknown
from features.errors import CellError
from features.schema.loader import columns
from recommender.ingest.cooperative_finder import CooperativeFinder, Found, no_cooperative
from recommender.ingest.cooperative_names import cooperative_name
from recommender.ingest.headers import HeaderPlan
from recommender.ingest.places import AreaIndex
from recommender.ingest.read_row import ReadRow

__all__ = ["RowOwner", "needs_finder"]

_ID = "cooperative_id"
_EVENT_PARTS = ("cooperative_id", "offer_id", "occurred_on", "kind")


def needs_finder(table: str, plan: HeaderPlan) -> bool:
    """Tell whether rows of this file may have to be recognised without an id."""
    if table == "cooperatives":
        return plan.position_of(_ID) is None or {"@area"} <= plan.specials.keys()
    refers = any(column.refers_to == "cooperatives" for column in columns(table))
    return refers and bool({"@cooperative", "@area"} & plan.specials.keys())


class RowOwner:
    """Completes the ids of rows.

    Parameters
    ----------
    table : str
    plan : HeaderPlan
    finder : CooperativeFinder or None
        ``None`` where ``needs_finder`` says so.
    areas : AreaIndex or None

    Attributes
    ----------
    found, new : list of int
        Numbers of the rows whose cooperative was recognised, and of those that get a new id.
    """

    def __init__(
        self, table: str, plan: HeaderPlan, finder: CooperativeFinder | None, areas: AreaIndex | None
    ) -> None:
        self._table = table
        self._finder = finder
        self._areas = areas
        self._cooperative = plan.specials.get("@cooperative")
        self._area = plan.specials.get("@area")
        self._district = plan.specials.get("@district")
        self.found: list[int] = []
        self.new: list[int] = []

    def settle(self, row: ReadRow, district: str) -> None:
        """Complete one row; what cannot be recognised is a fault of the row."""
        if self._table == "cooperatives":
            self._name(row)
            if self._finder is not None and row.values.get(_ID) is None and not row.has_fault(_ID):
                self._own(row, self._finder)
        elif self._finder is not None and row.values.get(_ID) is None and not row.has_fault(_ID):
            self._refer(row, self._finder, district)
        if self._table == "events" and row.values.get("event_id") is None and not row.has_fault("event_id"):
            _name_event(row)

    def _own(self, row: ReadRow, finder: CooperativeFinder) -> None:
        name, area = row.values.get("name"), row.values.get("area_code")
        if row.has_fault("area_code"):
            return  # told already; without the area nobody knows which row it is
        try:
            found = finder.find(
                name if isinstance(name, str) else None, area if isinstance(area, str) else None
            )
        except CellError as error:
            row.fault("identity_unclear", _ID, None, (error.message_id, error.message_en))
            return
        if found is not None:
            self._take(row, found)

    def _take(self, row: ReadRow, found: Found) -> None:
        row.values[_ID] = found.cooperative_id
        if found.area_code is not None:
            row.values.setdefault("area_code", found.area_code)
        (self.new if found.is_new else self.found).append(row.number)
        if not found.is_sure:
            message = (
                (
                    f"nama koperasinya lain dari yang tersimpan untuk {found.cooperative_id}. Periksa, atau "
                    "tambahkan kolom ID koperasi."
                ),
                (
                    f"the cooperative's name is not the one stored for {found.cooperative_id}. Check it, "
                    "or add a "
                    "column with the cooperative's id."
                ),
            )
            row.warn("identity_guessed", "name", str(row.values.get("name") or ""), message)

    def _refer(self, row: ReadRow, finder: CooperativeFinder, district: str) -> None:
        cell = self._cell(row, self._cooperative)
        area = None
        try:
            place = self._cell(row, self._area)
            if place and self._areas is not None:
                area = self._areas.of_names(place, self._cell(row, self._district) or district)
            if not cell and area is None:
                return
            stored = finder.stored(cell, area)
            if stored is None:
                raise no_cooperative(cell or place)
        except CellError as error:
            row.fault("reference_missing", _ID, cell or None, (error.message_id, error.message_en))
            return
        row.values[_ID] = stored
        self.found.append(row.number)

    def _name(self, row: ReadRow) -> None:
        name, code = row.values.get("name"), row.values.get("area_code")
        if self._areas is None or not isinstance(name, str) or not isinstance(code, str):
            return
        area = self._areas.by_code.get(code)
        if area is None:
            return
        corrected, remark = cooperative_name(name, area)
        if remark:
            row.values["name"] = corrected
            row.warn("cell_doubtful", "name", name, remark)

    @staticmethod
    def _cell(row: ReadRow, position: int | None) -> str:
        cell = row.cells[position] if position is not None else ""
        return "" if is_unknown(cell) else str(cell).strip()


def _name_event(row: ReadRow) -> None:
    parts: Sequence[object] = [row.values.get(name) for name in _EVENT_PARTS]
    if all(part is not None for part in parts):
        text = "|".join(map(str, parts))
        row.values["event_id"] = f"kejadian-{sha256(text.encode()).hexdigest()[:16]}"

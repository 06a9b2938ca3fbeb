"""What must hold between a row, the rest of its file and the store."""

from collections.abc import Mapping
from datetime import date

from features.cells.values import Value, quoted
from features.schema.loader import columns
from recommender.ingest.conflicts import ExportedSince
from recommender.ingest.field_checks import FieldChecker
from recommender.ingest.plausibility import check_dates, check_location, check_parts, check_periods
from recommender.ingest.read_row import ReadRow
from recommender.ingest.stored import StoredTable

__all__ = ["RowChecker"]

_Key = tuple[Value | None, ...]


class RowChecker:
    """Checks the rows of one file after their cells were read.

    Parameters
    ----------
    table : str
    stored : StoredTable
        What is there already.
    fields : FieldChecker
        For rules, facts and offers.
    today : date
        Dates of what has happened do not lie after it.
    since : ExportedSince, optional
        For a file that was exported from this store.
    """

    def __init__(
        self,
        table: str,
        stored: StoredTable,
        fields: FieldChecker,
        today: date,
        since: ExportedSince | None = None,
    ) -> None:
        self._table = table
        self._keys = [one for one in columns(table) if one.key]
        self._required = [one for one in columns(table) if one.required and not one.key]
        self._references = [one for one in columns(table) if one.refers_to in stored.ids]
        self._stored = stored
        self._fields = fields
        self._today = today
        self._since = since
        self._row_of_key: dict[_Key, int] = {}

    def check(self, row: ReadRow) -> None:
        """Add to a row what is wrong with it; values of rules and facts become canonical text."""
        if any(fault.code == "row_width" for fault in row.faults):
            return
        if self._table in {"facts", "requirements"}:
            self._fields.name_field(row)
        key = self._key_of(row)
        whole: Mapping[str, Value | None] = row.values
        if key is not None:
            if self._since is not None:
                self._since.settle(row, key)
            whole = self._stored.completed(key, row.values)
            self._check_required(row, is_new=key not in self._stored.keys)
        self._check_references(row)
        check_periods(row, whole)
        check_dates(
            row, self._today, lambda name, day: key is not None and self._stored.holds(key, name, day)
        )
        check_location(row, self._stored.areas)
        if self._table == "facts":
            self._fields.check_fact(row, whole)
        elif self._table == "requirements":
            self._fields.check_rule(row, whole)
        elif self._table == "offers":
            self._fields.check_offer(row)
        elif self._table == "cooperatives":
            check_parts(row)
            self._check_preferred(row)

    def _key_of(self, row: ReadRow) -> _Key | None:
        failed = {fault.column for fault in row.faults}
        parts: list[Value | None] = []
        for one in self._keys:
            value = row.values.get(one.name)
            # ``hapus`` cannot stand in a key, not even where the part may be blank
            if value is None and (one.required or one.name in row.values):
                message = (
                    "kuncinya kosong. Isi kolom ini.",
                    "the key is empty. Fill this column.",
                )
                if not (failed if one.name not in row.headers else row.has_fault(one.name)):
                    row.fault("key_missing", one.name, None, message)
                return None
            if row.headers.get(one.name, one.name) in failed:
                return None
            parts.append(value)
        key = tuple(parts)
        first = self._row_of_key.setdefault(key, row.number)
        if first != row.number:
            shown = ", ".join(str(part) for part in key if part is not None)
            message = (
                f"{quoted(shown)} sudah ada di baris {first}. Satukan kedua baris itu.",
                f"{quoted(shown)} is in row {first} already. Make one row of the two.",
            )
            row.fault("duplicate_in_file", self._keys[0].name, shown, message)
        return key

    def _check_required(self, row: ReadRow, *, is_new: bool) -> None:
        failed = {fault.column for fault in row.faults}
        missing = [
            f"{one.name} ({one.label_id})"
            for one in self._required
            if row.values.get(one.name) is None
            and (is_new or one.name in row.values)
            and row.headers.get(one.name, one.name) not in failed
        ]
        if missing:
            names = ", ".join(missing)
            why_id = "Baris ini belum ada di data" if is_new else "Isian itu tidak boleh dihapus"
            why_en = "This row is new" if is_new else "They cannot be made unknown"
            message = (
                f"isian wajib kosong: {names}. {why_id}; isi dahulu.",
                f"required cells are empty: {names}. {why_en}; fill them.",
            )
            row.fault("required_missing", None, None, message)

    def _check_references(self, row: ReadRow) -> None:
        for one in self._references:
            value = row.values.get(one.name)
            if value is not None and value not in self._stored.ids[one.refers_to]:
                message = (
                    (
                        f"{quoted(str(value))} tidak ada di tabel {one.refers_to}. Periksa ID-nya, "
                        f"atau impor dahulu tabel {one.refers_to}."
                    ),
                    (
                        f"{quoted(str(value))} is not in table {one.refers_to}. Check the id, "
                        f"or import table {one.refers_to} first."
                    ),
                )
                row.fault("reference_missing", one.name, str(value), message)

    def _check_preferred(self, row: ReadRow) -> None:
        preferred = row.values.get("preferred_offers")
        for offer in preferred if isinstance(preferred, tuple) else ():
            if offer not in self._stored.ids["offers"]:
                message = (
                    f"{quoted(offer)} belum ada di tabel offers; tetap disimpan. Periksa ID-nya.",
                    f"{quoted(offer)} is not in table offers yet; it was kept. Check the id.",
                )
                row.warn("offer_unknown", "preferred_offers", offer, message)

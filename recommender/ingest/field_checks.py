"""Rows that speak of a field: rules, facts, and the demand and competition of an offer."""

from collections.abc import Mapping

from features.cells.values import Style, Value, quoted
from features.errors import CellError
from features.schema.loader import Column, column
from recommender.ingest.fields import FieldBook, fact_text, rule_text
from recommender.ingest.read_row import ReadRow

__all__ = ["FieldChecker"]

_Row = Mapping[str, Value | None]
_DEMAND_KINDS = frozenset({"count", "money", "decimal"})
_COMPETITION_KINDS = frozenset({"count"})


class FieldChecker:
    """Checks fields and brings their values into canonical text.

    Parameters
    ----------
    book : FieldBook
    style : Style
        How decimals in the file's ``value`` column are written.
    """

    def __init__(self, book: FieldBook, style: Style) -> None:
        self._book = book
        self._style = style

    def name_field(self, row: ReadRow) -> None:
        """Replace the Indonesian label of a field by its name; it may be part of the key."""
        name = row.values.get("field")
        if isinstance(name, str):
            row.values["field"] = self._book.name_of(name)

    def check_offer(self, row: ReadRow) -> None:
        """Refuse a demand or competition field that is no such column of ``cooperatives``."""
        self._check_numeric(row, "demand_field", _DEMAND_KINDS, "household_count")
        self._check_numeric(row, "competition_field", _COMPETITION_KINDS, "minimarkets_500m_count")

    def _check_numeric(self, row: ReadRow, name: str, kinds: frozenset[str], example: str) -> None:
        text = row.values.get(name)
        if text is None:
            return
        plain = self._book.name_of(str(text))
        found = column("cooperatives", plain)
        if found is not None and found.kind in kinds:
            row.values[name] = plain
            return
        message = (
            (
                f"{quoted(str(text))} bukan kolom angka yang cocok dari cooperatives. "
                f"Tulis misalnya {example}."
            ),
            (
                f"{quoted(str(text))} is no fitting numeric column of cooperatives. "
                f"Write for example {example}."
            ),
        )
        row.fault("field_unknown", name, str(text), message)

    def _column_of(self, row: ReadRow, name: Value | None) -> Column | None:
        found = self._book.column_of(str(name))
        if found is None and name is not None and "field" in row.values:
            message = (
                (
                    f"{quoted(str(name))} bukan kolom yang dikenal; disimpan sebagai kolom bebas "
                    "dan nilainya tidak diperiksa. Periksa ejaannya."
                ),
                (
                    f"{quoted(str(name))} is no known field; it was kept as a free field and its "
                    "value was not checked. Check the spelling."
                ),
            )
            row.warn("field_free", "field", str(name), message)
        return found

    def check_fact(self, row: ReadRow, whole: _Row) -> None:
        """Refuse a fact whose value does not follow the cell rules of its field."""
        found = self._column_of(row, whole.get("field"))
        text = row.values.get("value")
        if found is None or text is None:
            return
        try:
            value = fact_text(found, str(text), self._style)
        except CellError as error:
            message = (error.message_id, error.message_en)
            row.fault(error.code, "value", str(text), message)
            return
        if value is None:
            del row.values["value"]  # an unknown word leaves what is stored, as everywhere
        else:
            row.values["value"] = value

    def check_rule(self, row: ReadRow, whole: _Row) -> None:
        """Refuse a rule whose operator or value does not fit its field."""
        if not {"field", "operator", "value"} & row.values.keys():
            return
        found = self._column_of(row, whole.get("field"))
        operator, text = whole.get("operator"), whole.get("value")
        if found is None or operator is None or text is None:
            return
        # a value from the store is canonical already, whatever the file's headers
        style: Style = self._style if "value" in row.values else "canonical"
        try:
            written = rule_text(found, str(operator), str(text), style)
        except CellError as error:
            message = (error.message_id, error.message_en)
            row.fault("rule_invalid", "value", str(text), message)
            return
        if "value" in row.values:
            row.values["value"] = written

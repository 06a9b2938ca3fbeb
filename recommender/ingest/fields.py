"""The fields that rules and facts speak of, and the canonical text of the values they take."""

from collections.abc import Mapping

from features.cells.format import format_cell
from features.cells.lists import format_list, split_items
from features.cells.parse import parse_cell
from features.cells.values import Style, Value, quoted
from features.cells.words import is_unknown
from features.errors import CellError
from features.schema.loader import Column, Kind, columns
from recommender.ingest.header_texts import plain_header

__all__ = ["FieldBook", "fact_text", "rule_text"]

_ORDERED: frozenset[Kind] = frozenset({"count", "level", "money", "decimal", "date"})
_OF_LISTS = frozenset({"has", "has_any"})


class FieldBook:
    """Columns of ``cooperatives`` and known fields of ``facts``, by name or Indonesian label.

    Parameters
    ----------
    facts_fields : mapping of str to Column
        The known fields of ``facts``.
    """

    def __init__(self, facts_fields: Mapping[str, Column]) -> None:
        cooperative = {column.name: column for column in columns("cooperatives")}
        self._by_name = {**facts_fields, **cooperative}
        self._by_label = {
            plain_header(text): name
            for name, column in self._by_name.items()
            for text in (column.label_id, name)
        }

    def name_of(self, text: str) -> str:
        """Return the canonical name of a field; a text that names none comes back as it is."""
        return text if text in self._by_name else self._by_label.get(plain_header(text), text)

    def column_of(self, name: str) -> Column | None:
        """Return the column whose cell rules the field follows, ``None`` for a free field."""
        return self._by_name.get(name)


def fact_text(column: Column, text: str, style: Style) -> str | None:
    """Return the value of a fact as canonical text; ``None`` when unknown.

    Raises
    ------
    CellError
        When the value does not follow the rules of its field.
    """
    value = parse_cell(column, text, style=style)
    return None if value is None else format_cell(column, value)


def _check_operator(column: Column, operator: str) -> None:
    if operator in _OF_LISTS:
        fits = column.kind == "list"
    elif operator in {">=", "<="}:
        fits = column.kind in _ORDERED
    else:
        fits = column.kind != "list"
    if fits:
        return
    if column.kind == "list":
        accepted = "has, has_any"
    else:
        accepted = ">=, <=, =, in" if column.kind in _ORDERED else "=, in"
    raise CellError(
        f"{quoted(operator)} tidak cocok untuk {column.name} (jenis {column.kind}). "
        f"Pakai salah satu: {accepted}.",
        f"{quoted(operator)} does not fit {column.name} (kind {column.kind}). Use one of: {accepted}.",
    )


def _known(column: Column, text: str, value: Value | None) -> Value:
    if value is None or value == ():
        raise CellError(
            f"{quoted(text)} tidak dapat menjadi nilai syarat. Tulis nilai untuk {column.name}.",
            f"{quoted(text)} cannot be the value of a rule. Write a value for {column.name}.",
        )
    return value


def rule_text(column: Column, operator: str, text: str, style: Style) -> str:
    """Return the value of a rule as canonical text, after checking that the operator fits.

    ``in`` and ``has_any`` take several values separated by ``;``, the others one.

    Raises
    ------
    CellError
        When operator or value does not fit the field.
    """
    _check_operator(column, operator)
    if operator == "in":
        items = [item for item, _exact in split_items(text)]
        if not items or is_unknown(text):
            _known(column, text, None)
        values = [_known(column, item, parse_cell(column, item, style=style)) for item in items]
        return format_list(tuple(format_cell(column, value) for value in values))
    value = _known(column, text, parse_cell(column, text, style=style))
    if operator == "has" and isinstance(value, tuple) and len(value) > 1:
        raise CellError(
            f"{quoted(text)}: has memeriksa satu butir. Pakai has_any untuk beberapa butir, "
            "atau buat satu syarat untuk setiap butir.",
            f"{quoted(text)}: has looks for one item. Use has_any for several, "
            "or make one rule for each item.",
        )
    return format_cell(column, value)

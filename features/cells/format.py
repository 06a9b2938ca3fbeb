"""``format_cell``: a typed value to the canonical text that reads back as the same value."""

from datetime import date
from decimal import Decimal
from functools import cache

from features.cells.lists import format_list
from features.cells.texts import format_text
from features.cells.values import CellFormatter, Value
from features.schema.loader import Column

__all__ = ["cell_formatter", "format_cell"]


def _yes_no(value: Value | None) -> str:
    if value is None or value != value:  # noqa: PLR0124 - NaN of a frame
        return ""
    return "ya" if value else "tidak"


def _whole(value: Value | None) -> str:
    if value is None or value != value:  # noqa: PLR0124 - NaN of a frame
        return ""
    return str(int(value)) if isinstance(value, int | float) else str(value)


def _decimal(value: Value | None) -> str:
    if not isinstance(value, int | float) or value != value:  # noqa: PLR0124 - NaN of a frame
        return ""
    text = repr(float(value))
    if text.endswith(".0"):
        return str(int(value))
    # the shortest digits that give the same number, never as 1e-07
    return f"{Decimal(text):f}" if "e" in text else text


def _date(value: Value | None) -> str:
    return value.isoformat() if isinstance(value, date) else ""


def _plain(value: Value | None) -> str:
    return "" if value is None else str(value)


def _choice(value: Value | None) -> str:
    text = _plain(value)
    return f"'{text}" if text.startswith("=") else text


@cache
def cell_formatter(column: Column) -> CellFormatter:
    """Return the formatter of a column, made once; see ``format_cell``."""
    formatters: dict[str, CellFormatter] = {
        "yes_no": _yes_no,
        "count": _whole,
        "level": _whole,
        "money": _whole,
        "decimal": _decimal,
        "date": _date,
        "code": _plain,
        "choice": _choice,
        "list": format_list,
    }
    return formatters.get(column.kind, format_text)


def format_cell(column: Column, value: Value | None) -> str:
    """Write one value as canonical text: ``parse_cell`` in canonical style gives it back.

    Parameters
    ----------
    column : Column
        What the value is.
    value : Value or None
        Of the column's kind; NaN counts as unknown where the column is numeric.

    Returns
    -------
    str
        ``""`` for unknown, ``nihil`` for an empty list, ``ya``/``tidak``, dates in ISO form.

    Examples
    --------
    >>> from features.schema.loader import column
    >>> format_cell(column("cooperatives", "paddy_ha"), 12.50)
    '12.5'
    >>> format_cell(column("cooperatives", "commodities"), ())
    'nihil'
    """
    return cell_formatter(column)(value)

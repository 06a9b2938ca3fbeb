"""What was read with a doubt that the user should see: approximate, added up, weekday, year."""

import re
from collections.abc import Callable, Mapping
from datetime import date
from types import MappingProxyType

from features.cells.dates import WEEKDAY, weekday_number
from features.cells.quantities import ABOUT, BY_SEX, dotted_degrees
from features.cells.texts import unmarked
from features.cells.values import Value, quoted
from features.schema.loader import Column, Kind

__all__ = ["Remark", "cell_remark"]

Remark = tuple[str, str]
"""The sentence in Indonesian and in English."""

_SHORT_YEAR = re.compile(r"[0-9]{1,2}[-/.][0-9]{1,2}[-/.][0-9]{2}")
_ISO_LENGTH = 10


def _of_number(column: Column, text: str, value: Value) -> Remark | None:
    if text[:1].isdigit() and column.unit != "deg":
        return None  # nearly every cell: nothing stands in front of the number
    body = unmarked(text)
    if ABOUT.match(body):
        return (
            f"{quoted(text)} adalah perkiraan; dicatat sebagai {value}.",
            f"{quoted(text)} is approximate; recorded as {value}.",
        )
    if BY_SEX.fullmatch(body):
        return (
            f"{quoted(text)} dijumlahkan menjadi {value}.",
            f"{quoted(text)} was added up to {value}.",
        )
    if dotted_degrees(column, body) is not None:
        return (
            f"{quoted(text)} berisi titik ribuan; dibaca sebagai {value}. Periksa letaknya.",
            f"{quoted(text)} has thousands dots; read as {value}. Check the place.",
        )
    return None


def _of_date(_column: Column, text: str, value: Value) -> Remark | None:
    if len(text) == _ISO_LENGTH or not isinstance(value, date):
        return None
    weekday = WEEKDAY.match(unmarked(text))
    if weekday and weekday_number(weekday[1]) != value.weekday():
        return (
            f"{quoted(text)}: harinya tidak cocok; dibaca sebagai {value.isoformat()}.",
            f"{quoted(text)}: the weekday does not agree; read as {value.isoformat()}.",
        )
    if _SHORT_YEAR.fullmatch(unmarked(text)):
        return (
            f"{quoted(text)} dibaca sebagai {value.isoformat()} (hari, bulan, tahun).",
            f"{quoted(text)} was read as {value.isoformat()} (day, month, year).",
        )
    return None


def _of_list(column: Column, text: str, value: Value) -> Remark | None:
    if column.choices or value == () or "," not in text or ";" in text:
        return None
    return (
        f"{quoted(text)} dibaca sebagai satu butir. Pisahkan beberapa butir dengan titik koma (;).",
        f"{quoted(text)} was read as one item. Separate several items with a semicolon (;).",
    )


_BY_KIND: Mapping[Kind, Callable[[Column, str, Value], Remark | None]] = MappingProxyType(
    {
        "count": _of_number,
        "money": _of_number,
        "decimal": _of_number,
        "date": _of_date,
        "list": _of_list,
    }
)


def cell_remark(column: Column, text: str, value: Value) -> Remark | None:
    """Return what the user should know about how a cell was read, ``None`` when nothing.

    Parameters
    ----------
    column : Column
        What the cell holds.
    text : str
        The cell as it stood in the file.
    value : Value
        What ``parse_cell`` made of it.

    Examples
    --------
    >>> from features.schema.loader import column
    >>> cell_remark(column("cooperatives", "member_count"), "± 150", 150)[1]
    '"± 150" is approximate; recorded as 150.'
    """
    look = _BY_KIND.get(column.kind)
    return look(column, text, value) if look else None

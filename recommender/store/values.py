"""One typed value to what a column stores, and back; what does not fit is refused."""

import json
import math
from collections.abc import Callable
from datetime import date, datetime
from functools import lru_cache
from typing import TypeAlias

from features.schema.loader import Column, Kind
from recommender.errors import RefusedError

__all__ = ["Stored", "Value", "readable_text", "sound_value", "stored_value", "storing", "typed_value"]

Value: TypeAlias = str | bool | int | float | date | tuple[str, ...] | None
"""A value of a row as Python sees it; ``None`` is unknown, ``()`` a list stated to be empty."""

Stored: TypeAlias = str | bool | int | float | date | None
"""The same as a database column holds it: a list is a JSON array."""

_LARGEST_INTEGER = 2**63 - 1
_PYTHON_KINDS: dict[Kind, type | tuple[type, ...]] = {
    "yes_no": bool,
    "count": (int, float),
    "level": (int, float),
    "money": (int, float),
    "decimal": (int, float),
    "date": date,
    "list": tuple,
}


def storing(column: Column) -> Callable[[Value], Stored]:
    """Return the function that turns typed values of a column into stored ones.

    It raises ``RefusedError``, naming table, column and value, when a value does not fit the
    column's kind. Unknown stays unknown; a blank text is unknown too, a decimal NaN likewise.

    Examples
    --------
    >>> from features.schema.loader import column
    >>> storing(column("cooperatives", "vehicles"))(("motor", "pikap"))
    '["motor","pikap"]'
    """
    convert = _CONVERSIONS[column.kind]

    def stored(value: Value) -> Stored:
        if value is None:
            return None
        try:
            return convert(value)
        except (TypeError, ValueError) as error:
            raise _does_not_fit(column, value) from error

    return stored


def stored_value(column: Column, value: Value) -> Stored:
    """Turn one typed value into a stored one; see ``storing``."""
    return storing(column)(value)


def typed_value(kind: Kind, stored: Stored) -> Value:
    """Turn a stored value back into the typed one.

    Examples
    --------
    >>> typed_value("list", "[]"), typed_value("list", None)
    ((), None)
    """
    if kind == "list" and isinstance(stored, str):
        return tuple(json.loads(stored))
    return stored


def sound_value(kind: Kind, stored: Stored) -> Value:
    """Turn a stored value back as ``typed_value`` does, if it is of its column's kind.

    Raises
    ------
    TypeError
        When a disk or a foreign program left something else in its place.

    Examples
    --------
    >>> sound_value("count", 3)
    3
    >>> sound_value("count", "tiga")
    Traceback (most recent call last):
    TypeError: 'tiga' is no count
    """
    value = typed_value(kind, stored)
    wanted = _PYTHON_KINDS.get(kind, str)
    if value is None or (isinstance(value, wanted) and isinstance(value, bool) == (wanted is bool)):
        return value
    raise TypeError(f"{value!r} is no {kind}")


def readable_text(text: str) -> str:
    r"""Put a mark in the place of what no database takes: a NUL, or half of a surrogate pair.

    File names and what people type into a form may hold them; they are told, not computed with.

    Examples
    --------
    >>> readable_text("koperasi\x00.csv"), readable_text("koper\udce4si.csv")
    ('koperasi\ufffd.csv', 'koper\ufffdsi.csv')
    """
    return "".join("\ufffd" if one == "\x00" or "\ud800" <= one <= "\udfff" else one for one in text)


def _yes_no(value: Value) -> bool:
    if not isinstance(value, bool):
        raise TypeError
    return value


def _integer(value: Value) -> int:
    if not isinstance(value, int) or isinstance(value, bool):
        raise TypeError
    if abs(value) > _LARGEST_INTEGER:
        raise ValueError
    return int(value)


def _decimal(value: Value) -> float | None:
    if not isinstance(value, (int, float)) or isinstance(value, bool):
        raise TypeError
    number = float(value)
    if math.isnan(number):
        return None
    if math.isinf(number):
        raise ValueError
    return number + 0.0  # turns -0.0 into 0.0, which compares equal but reads differently


def _date(value: Value) -> date:
    if not isinstance(value, date) or isinstance(value, datetime):
        raise TypeError
    return value


def _text(value: Value) -> str | None:
    if not isinstance(value, str):
        raise TypeError
    if "\x00" in value:
        raise ValueError
    if not value.isascii():
        value.encode()  # half of a surrogate pair is no text: UnicodeEncodeError is a ValueError
    return str(value) or None


@lru_cache(maxsize=65_536)
def _list(value: Value) -> str:
    if not isinstance(value, tuple):
        raise TypeError
    return json.dumps([_text(item) or "" for item in value], ensure_ascii=False, separators=(",", ":"))


def _does_not_fit(column: Column, value: Value) -> RefusedError:
    where = f"{column.table}.{column.name}"
    return RefusedError(
        f"Nilai {value!r} tidak cocok untuk kolom {where} (jenis {column.kind}). Perbaiki "
        "nilainya; tidak ada yang diubah.",
        f"The value {value!r} does not fit column {where} (kind {column.kind}). Correct it; "
        "nothing was changed.",
    )


_CONVERSIONS: dict[Kind, Callable[[Value], Stored]] = {
    "id": _text,
    "code": _text,
    "text": _text,
    "choice": _text,
    "yes_no": _yes_no,
    "count": _integer,
    "level": _integer,
    "money": _integer,
    "decimal": _decimal,
    "date": _date,
    "list": _list,
}

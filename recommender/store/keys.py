"""The key columns of a row as one text that is unique and sorts as the columns do."""

from collections.abc import Sequence
from datetime import date
from typing import TypeAlias

from features.schema.loader import Column
from recommender.errors import RefusedError
from recommender.store.values import Stored, Value, stored_value

__all__ = ["Key", "joined", "keys_below", "readable_key", "row_key"]

Key: TypeAlias = str | Sequence[Value]

# Below every character that a text may hold, so that a shorter part sorts first; a part that
# holds one of the two is escaped in a way that keeps the order.
_SEPARATOR = "\x01"
_ESCAPE = "\x02"


def joined(parts: Sequence[Stored]) -> str:
    r"""Join the parts of a key; a part that is unknown is blank.

    A key of one part is that part itself.

    Examples
    --------
    >>> joined(["KKMP-01"])
    'KKMP-01'
    >>> joined(["KKMP-01", "has_scales", None])
    'KKMP-01\x01has_scales\x01'
    """
    texts = [_text(part) for part in parts]
    if len(texts) == 1:
        return texts[0]
    return _SEPARATOR.join(
        text.replace(_ESCAPE, _ESCAPE * 2).replace(_SEPARATOR, _ESCAPE + _SEPARATOR)
        if _ESCAPE in text or _SEPARATOR in text
        else text
        for text in texts
    )


def row_key(columns: Sequence[Column], key: Key) -> str:
    """Return the stored key of a row from the values of its key columns.

    Parameters
    ----------
    columns : sequence of Column
        All columns of the table.
    key : str or sequence of Value
        One value for each key column, in their order; a bare text where there is one.

    Raises
    ------
    RefusedError
        When the number of values or a value does not fit.
    """
    parts = (key,) if isinstance(key, str) else tuple(key)
    wanted = [column for column in columns if column.key]
    if len(parts) != len(wanted):
        names = ", ".join(column.name for column in wanted)
        raise RefusedError(
            f"Kunci tabel {columns[0].table} terdiri atas {names}; isi semuanya.",
            f"The key of table {columns[0].table} consists of {names}; give each of them.",
        )
    return joined([stored_value(column, part) for column, part in zip(wanted, parts, strict=True)])


def keys_below(columns: Sequence[Column], parts: Sequence[Value]) -> tuple[str, str]:
    """Return the bounds of the keys that begin with the values of the first key columns.

    Parameters
    ----------
    columns : sequence of Column
        All columns of a table whose key has several.
    parts : sequence of Value
        One value for each of the first key columns; fewer than there are.

    Returns
    -------
    (str, str)
        The lower bound, which belongs to the keys, and the upper one, which does not.
    """
    wanted = [column for column in columns if column.key][: len(parts)]
    stored = [stored_value(column, part) for column, part in zip(wanted, parts, strict=True)]
    # a further part that is blank leaves the separator at the end
    lowest = joined([*stored, None])
    return lowest, lowest[: -len(_SEPARATOR)] + _ESCAPE


def readable_key(row_key: str) -> str:
    r"""Return a stored key as people read it.

    Examples
    --------
    >>> readable_key("KKMP-01\x01has_scales\x012026-01-02")
    'KKMP-01 / has_scales / 2026-01-02'
    """
    return row_key.replace(_SEPARATOR, " / ")


def _text(part: Stored) -> str:
    if part is None:
        return ""
    return part.isoformat() if isinstance(part, date) else str(part)

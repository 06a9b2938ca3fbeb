"""What a cell can hold once it is read, and how a refused cell is quoted."""

from collections.abc import Callable
from datetime import date
from typing import Literal, TypeAlias

__all__ = ["CellFormatter", "CellParser", "Remark", "Style", "Value", "quoted"]

Value: TypeAlias = str | bool | int | float | date | tuple[str, ...]
"""Id, code, text, phone, postal code, choice: str; yes_no: bool; count, level, money: int; list: tuple.
Unknown is ``None`` and no ``Value``."""

Style = Literal["canonical", "indonesian"]
"""How decimal columns are written: ``canonical`` with a decimal point, ``indonesian`` a comma."""

Remark: TypeAlias = tuple[str, str]
"""What the user should know about how a cell was read: a sentence in Indonesian, one in English."""

CellParser: TypeAlias = Callable[[str], Value | None]
CellFormatter: TypeAlias = Callable[[Value | None], str]

_SHOWN_CHARACTERS = 40


def quoted(text: str) -> str:
    r"""Quote a cell for a message: shortened, and with unseen characters made visible.

    Examples
    --------
    >>> print(quoted("dua\x00puluh"))
    "dua\u0000puluh"
    """
    short = text if len(text) <= _SHOWN_CHARACTERS else text[: _SHOWN_CHARACTERS - 1] + "…"
    seen = "".join(one if one.isprintable() else f"\\u{ord(one):04x}" for one in short)
    return f'"{seen}"'

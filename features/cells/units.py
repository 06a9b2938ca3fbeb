"""Unit words that people write after a number, and what they multiply it by."""

import csv
from collections.abc import Mapping
from decimal import Decimal
from functools import cache
from importlib.resources import files
from types import MappingProxyType

__all__ = ["unit_factor", "unit_words"]


def _folded(word: str) -> str:
    squared = word.replace("²", "2").replace("^2", "2")
    return "".join(squared.split()).rstrip(".").casefold()


@cache
def _factors() -> Mapping[tuple[str, str], Decimal]:
    text = files("features.cells").joinpath("units.csv").read_text(encoding="utf-8")
    return MappingProxyType(
        {
            (row["unit"], _folded(word)): Decimal(row["factor"])
            for row in csv.DictReader(text.splitlines())
            for word in row["words"].split(";")
        }
    )


def unit_factor(unit: str, word: str) -> Decimal | None:
    """Return what a number with this word is multiplied by to be in the column's unit.

    Parameters
    ----------
    unit : str
        The column's unit, as in ``columns.csv``.
    word : str
        What stands after the number; empty means the column's own unit.

    Returns
    -------
    Decimal or None
        ``None`` when the word is no unit of such a column.

    Examples
    --------
    >>> unit_factor("m2", "Ha"), unit_factor("people", "anggota"), unit_factor("m2", "kg")
    (Decimal('10000'), Decimal('1'), None)
    """
    return Decimal(1) if not word.strip() else _factors().get((unit, _folded(word)))


def unit_words(unit: str) -> tuple[str, ...]:
    """Return the words known for a unit, for messages.

    Examples
    --------
    >>> unit_words("VA")
    ('va', 'kva')
    """
    return tuple(word for known, word in _factors() if known == unit)

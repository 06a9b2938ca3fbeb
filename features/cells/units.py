"""Unit words that people write after a number, and what they multiply it by."""

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from importlib.resources import files
from types import MappingProxyType

__all__ = ["is_guessed_unit", "unit_factor", "unit_words"]


def _folded(word: str) -> str:
    squared = word.replace("²", "2").replace("^2", "2")
    return "".join(squared.split()).rstrip(".").casefold()


@dataclass(frozen=True, slots=True)
class _Unit:
    """What a word multiplies by, whether it names strictly something else, the word to show for it."""

    factor: Decimal
    is_guess: bool
    shown: str


@cache
def _known() -> Mapping[tuple[str, str], _Unit]:
    text = files("features.cells").joinpath("units.csv").read_text(encoding="utf-8")
    known: dict[tuple[str, str], _Unit] = {}
    for row in csv.DictReader(text.splitlines()):
        words = row["words"].split(";")
        unit = _Unit(Decimal(row["factor"]), row["is_guess"] == "1", words[0])
        known |= {(row["unit"], _folded(word)): unit for word in words}
    return MappingProxyType(known)


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
    if not word.strip():
        return Decimal(1)
    known = _known().get((unit, _folded(word)))
    return known.factor if known else None


def is_guessed_unit(unit: str, word: str) -> bool:
    """Tell whether a word is taken for a unit that it does not name, as watt for volt-ampere.

    Examples
    --------
    >>> is_guessed_unit("VA", "watt"), is_guessed_unit("VA", "VA")
    (True, False)
    """
    known = _known().get((unit, _folded(word)))
    return bool(known and known.is_guess)


def unit_words(unit: str) -> tuple[str, ...]:
    """Return a word for each size of a unit, for messages.

    Examples
    --------
    >>> unit_words("VA"), unit_words("kg")
    (('VA', 'kVA'), ('kg', 'kuintal', 'ton'))
    """
    shown = (found.shown for (known, _), found in _known().items() if known == unit and not found.is_guess)
    return tuple(dict.fromkeys(shown))

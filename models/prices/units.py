"""The unit of a price: how much of which base unit one of it is."""

import re
import unicodedata
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from math import prod

from models.prices.unit_words import FILLERS, MEASURES, PACKS, PER, TIMES

__all__ = ["UnitOfSale", "folded", "unit_of_sale"]

_LONGEST = 80
_TOKEN = re.compile(r"[0-9]+/[0-9]+|[0-9]+(?:[.,][0-9]+)*|[^\W\d_]+|\S")
_FRACTION = re.compile(r"([0-9]{1,4})/([0-9]{1,4})")
_GROUPED = re.compile(r"[0-9]{1,3}(?:(\.)[0-9]{3}){2,}|[0-9]{1,3}(?:(,)[0-9]{3}){2,}")
_PLAIN = re.compile(r"([0-9]{1,9})(?:[.,]([0-9]{1,6}))?")
# Kinds of words: N a number, X times, P a pack, M a measure (kg, liter, pcs), S "per".
_CONTENT = re.compile(r"(?P<lead>P?(?:N(?:XN)*P)*)(?P<count>N(?:XN)*)?(?P<end>M(?:XNP?)?)?")


@dataclass(frozen=True, slots=True)
class UnitOfSale:
    """One unit, read.

    Attributes
    ----------
    text : str
        As it was written.
    quantity : Fraction
        How many base units one of it is; positive.
    base : str
        ``kg``, ``liter`` or ``pcs``; else the pack's word or the whole text, comparable with itself only.
    doubt : str
        Empty where the base is a true measure; ``content`` where a pack does not say what it holds,
        ``number`` where its number can be read in two ways, ``words`` where it is not understood.
    """

    text: str
    quantity: Fraction
    base: str
    doubt: str

    @property
    def is_measured(self) -> bool:
        """Whether it can be compared with other spellings of the same measure."""
        return not self.doubt


def folded(text: str) -> str:
    """Return a name or a unit without differences of case, blanks and width of letters.

    Examples
    --------
    >>> folded("  Minyak   GORENG ")
    'minyak goreng'
    """
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())


@lru_cache(maxsize=65536)
def unit_of_sale(text: str) -> UnitOfSale:
    """Read the unit of a price.

    Parameters
    ----------
    text : str
        A measure (``kg``, ``lusin``), a pack with its content (``dus 40 pcs``, ``karton 12 x 1 liter``,
        ``50 kg/sak``), or anything else, which becomes a unit of its own.

    Examples
    --------
    >>> unit_of_sale("Karton 12 x 620 ml").quantity, unit_of_sale("Karton 12 x 620 ml").base
    (Fraction(186, 25), 'liter')
    >>> unit_of_sale("karton").doubt, unit_of_sale("sak 1.500 g").doubt
    ('content', 'number')
    """
    plain = folded(text)
    own = UnitOfSale(text, Fraction(1), plain, "words")
    if len(plain) > _LONGEST:
        return own
    kinds, words = _kinds(_TOKEN.findall(plain))
    if "?" in kinds:
        return UnitOfSale(text, Fraction(1), plain, "number") if "W" not in kinds else own
    found = _read(kinds, words)
    if found is None or found[0] <= 0:
        return own
    quantity, base = found
    return UnitOfSale(text, quantity, base, "content" if base in PACKS else "")


def _kinds(tokens: list[str]) -> tuple[str, list[str]]:
    """Name the kind of each word by a letter; fillers are passed over."""
    kept = [token for token in tokens if token not in FILLERS]
    return "".join(_kind(token) for token in kept), kept


def _kind(token: str) -> str:
    if token[0].isdigit():
        return "N" if _number(token) is not None else "?"
    for kind, words in (("X", TIMES), ("S", PER), ("P", PACKS), ("M", MEASURES)):
        if token in words:
            return kind
    return "W"


def _number(token: str) -> Fraction | None:
    """Read a number exactly; ``None`` where a dot or comma can mean two things."""
    if parts := _FRACTION.fullmatch(token):
        return Fraction(int(parts[1]), int(parts[2])) if int(parts[2]) else None
    if grouped := _GROUPED.fullmatch(token):
        return Fraction(token.replace(grouped[1] or grouped[2], ""))
    parts = _PLAIN.fullmatch(token)
    if parts is None:
        return None
    # 1.500 can be one and a half or fifteen hundred; 0,500 can only be a half
    if parts[2] is not None and len(parts[2]) == 3 and parts[1].strip("0"):  # noqa: PLR2004 - a group of thousands
        return None
    return Fraction(f"{parts[1]}.{parts[2] or 0}")


def _read(kinds: str, words: list[str]) -> tuple[Fraction, str] | None:
    if kinds.startswith("S"):  # "per kg", "/kg"
        kinds, words = kinds[1:], words[1:]
    if kinds.count("S") == 1:
        at = kinds.index("S")
        sides = [(kinds[:at], words[:at]), (kinds[at + 1 :], words[at + 1 :])]
        packs = [side for side in sides if side[0] == "P"]
        contents = [side for side in sides if side[0] != "P"]
        if len(packs) != 1:
            return None
        return _content(f"P{contents[0][0]}", [packs[0][1][0], *contents[0][1]])
    return _content(kinds, words)


def _content(kinds: str, words: list[str]) -> tuple[Fraction, str] | None:
    found = _CONTENT.fullmatch(kinds) if kinds else None
    if found is None:
        return None
    numbers = [_number(word) for word, kind in zip(words, kinds, strict=True) if kind == "N"]
    count = prod((number for number in numbers if number is not None), start=Fraction(1))
    if found["end"]:
        if found["lead"] and not found["count"]:
            return None  # "karton pcs" says which piece, not how many
        base, factor = MEASURES[words[found.start("end")]]
        return count * factor, base
    if found["count"]:
        # a number that ends a pack counts pieces: "karton 12"; without a pack it is no unit at all
        return (count, "pcs") if found["lead"] else None
    return count, PACKS[words[-1]]

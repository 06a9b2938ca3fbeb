"""Men and women in one cell: ``L: 60 P: 100``, ``60 laki-laki, 100 perempuan``."""

import re
from decimal import Decimal

from features.cells.numbers import read_number
from features.cells.values import quoted
from features.errors import CellError

__all__ = ["both_sexes"]

_MEN = r"(?:laki\s?-?\s?laki|laki2|laki|pria|lk|l)"
_WOMEN = r"(?:perempuan|wanita|pr|p)"
_COUNT = r"(?P<{0}>[0-9][0-9.]*)"
_UNIT = r"(?:\s*(?:orang|org|anggota))?"
_BETWEEN = r"\s*(?:[,;/+&|-]|dan)?\s*"
_SUM = (
    rf"(?:\s*(?:=|,|;|\(|jumlah|total)+\s*(?:jumlah|total)?\s*[:=]?\s*{_COUNT.format('total')}{_UNIT}\s*\)?)?"
)


def _named_first(first: str, second: str) -> str:
    one, two = _COUNT.format("one"), _COUNT.format("two")
    return rf"{first}\.?\s*[:=]?\s*{one}{_UNIT}{_BETWEEN}{second}\.?\s*[:=]?\s*{two}{_UNIT}"


def _named_after(first: str, second: str) -> str:
    one, two = _COUNT.format("one"), _COUNT.format("two")
    return rf"{one}{_UNIT}\s*\(?{first}\.?\)?{_BETWEEN}{two}{_UNIT}\s*\(?{second}\.?\)?"


def _spellings() -> list[re.Pattern[str]]:
    pairs = ((_MEN, _WOMEN), (_WOMEN, _MEN))
    bodies = [make(*pair) for make in (_named_first, _named_after) for pair in pairs]
    one, two = _COUNT.format("one"), _COUNT.format("two")
    bodies += [rf"\(?{a}\s*/\s*{b}\)?\s*[:=]?\s*{one}\s*/\s*{two}" for a, b in pairs]
    bodies += [rf"{one}\s*/\s*{two}\s*\(?{a}\s*/\s*{b}\)?" for a, b in pairs]
    total = _COUNT.format("total")
    inside = [rf"{total}{_UNIT}\s*[(:=]\s*{body}\s*\)?" for body in bodies[:4]]
    return [re.compile(body, re.IGNORECASE) for body in ([body + _SUM for body in bodies] + inside)]


_SPELLINGS = tuple(_spellings())
_WOMEN_NAMED = re.compile("[pw]", re.IGNORECASE)
_LONGEST = 80


def both_sexes(text: str) -> Decimal | None:
    """Return men and women of one cell added up, ``None`` when the cell is not of that form.

    Raises
    ------
    CellError
        When a total in the same cell is another number.

    Examples
    --------
    >>> both_sexes("L: 60 P: 100"), both_sexes("100 perempuan, 60 laki-laki"), both_sexes("160 orang")
    (Decimal('160'), Decimal('160'), None)
    """
    if len(text) > _LONGEST or not _WOMEN_NAMED.search(text):
        return None
    found = next((match for one in _SPELLINGS if (match := one.fullmatch(text.strip()))), None)
    if found is None:
        return None
    counts = found.groupdict()
    added = read_number(counts["one"].rstrip("."), "whole") + read_number(counts["two"].rstrip("."), "whole")
    said = counts.get("total")
    if said is not None and read_number(said.rstrip("."), "whole") != added:
        raise CellError(
            f"{quoted(text)}: laki-laki dan perempuan berjumlah {added}, bukan {said}. Perbaiki salah "
            "satunya.",
            f"{quoted(text)}: men and women add up to {added}, not to {said}. Correct one of them.",
            code="number_ambiguous",
        )
    return added

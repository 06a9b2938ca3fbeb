"""Degrees: thousands dots that a program set, degrees with minutes and seconds, north and south."""

import re
from decimal import Decimal

from features.schema.loader import Column

__all__ = ["DEGREE_RANGES", "dotted_degrees", "fitting_degrees", "parted_degrees"]

DEGREE_RANGES: tuple[tuple[float, float], ...] = ((-11.5, 6.5), (94.5, 141.5))
"""Latitudes and longitudes of Indonesia, with the sea around it."""

_DOTTED = re.compile(r"-?[0-9]{1,3}(?:\.[0-9]{3}){2,}(?:,[0-9]+)?").fullmatch
_SIGNS = {
    **dict.fromkeys(("s", "ls", "lintang selatan", "selatan", "w", "b", "bb", "bujur barat", "barat"), -1),
    **dict.fromkeys(("n", "u", "lu", "lintang utara", "utara", "e", "t", "bt", "bujur timur", "timur"), 1),
}
_SIDE = "|".join(sorted(_SIGNS, key=len, reverse=True))
_PARTED = re.compile(
    rf"(?P<before>{_SIDE})?\.?\s*(?P<sign>[-+\u2212]?)\s*(?P<degrees>[0-9]{{1,3}}(?:[.,][0-9]+)?)\s*"
    r"(?P<mark>[°º˚*]|derajat|deg|d)?\s*"
    r"(?:(?P<minutes>[0-9]{1,2}(?:[.,][0-9]+)?)\s*(?:['’‘′`´]|menit|m)\s*)?"
    r"(?:(?P<seconds>[0-9]{1,2}(?:[.,][0-9]+)?)\s*(?:[\"”“″]|''|’’|′′|detik|s)\s*)?"
    rf"(?P<after>{_SIDE})?\.?",
    re.IGNORECASE,
).fullmatch
_LONGEST = 60
_SIXTY = 60


def fitting_degrees(text: str, ranges: tuple[tuple[float, float], ...]) -> list[Decimal]:
    """Return what thousands dots in degrees can have meant: each place of the point that fits a range.

    Examples
    --------
    >>> fitting_degrees("-61.279.709", DEGREE_RANGES), fitting_degrees("-6.1279", DEGREE_RANGES)
    ([Decimal('-6.1279709')], [])
    """
    if not _DOTTED(text):
        return []
    sign, digits = ("-", text[1:]) if text.startswith("-") else ("", text)
    digits = digits.replace(".", "").replace(",", "")
    numbers = [Decimal(f"{sign}{digits[:place]}.{digits[place:]}") for place in (1, 2, 3)]
    return [number for number in numbers if any(low <= number <= high for low, high in ranges)]


def dotted_degrees(column: Column, text: str) -> Decimal | None:
    """Undo thousands dots that a program set into degrees: ``-61.279.709`` is -6.1279709.

    Returns
    -------
    Decimal or None
        ``None`` when the text is not of that form or more than one place of the decimal point
        gives a value in the column's range.
    """
    low, high = column.minimum, column.maximum
    if column.unit != "deg" or low is None or high is None:
        return None
    fits = fitting_degrees(text, ((low, high),))
    return fits[0] if len(fits) == 1 else None


def parted_degrees(text: str) -> Decimal | None:
    r"""Read degrees with minutes, seconds or a side: ``6°07'40.4"S``, ``106° 8' 48" BT``, ``6,1279 LS``.

    Returns
    -------
    Decimal or None
        Negative in the south and west. ``None`` when the text is not of that form: a plain number is not.

    Examples
    --------
    >>> float(parted_degrees("6° 7' 30\" LS")), parted_degrees("-6.1279")
    (-6.125, None)
    """
    found = _PARTED(text.strip()) if len(text) <= _LONGEST else None
    if found is None:
        return None
    before, after = found["before"], found["after"]
    if (before and after) or not (before or after or found["mark"] or found["minutes"]):
        return None
    side = _SIGNS.get((before or after or "").casefold(), 0)
    is_negative = found["sign"] not in {"", "+"}
    parts = [Decimal((found[name] or "0").replace(",", ".")) for name in ("degrees", "minutes", "seconds")]
    if any(part >= _SIXTY for part in parts[1:]) or (side and found["sign"] and (side < 0) != is_negative):
        return None
    size = parts[0] + parts[1] / _SIXTY + parts[2] / _SIXTY**2
    return -size if side < 0 or is_negative else size

"""The two numbers of a cell that holds a place: separators, labels, sides, links of maps."""

import re
from dataclasses import dataclass
from decimal import Decimal

from features.cells.degrees import DEGREE_RANGES, fitting_degrees, parted_degrees

__all__ = ["TwoDegrees", "degrees_in_text", "is_link", "link_degrees", "one_degree"]

_NUMBER = re.compile(r"[-+]?[0-9]{1,3}(?:[.,][0-9]+)*").fullmatch
_PLAIN = re.compile(r"[-+]?[0-9]{1,3}(?:[.,][0-9]+)?").fullmatch
_LINK = re.compile(r"https?://|www\.|maps\.|goo\.gl/|geo:", re.IGNORECASE)
_IN_LINK = tuple(
    re.compile(pattern + r"(-?[0-9]{1,2}\.[0-9]+)" + between + r"(-?[0-9]{1,3}\.[0-9]+)")
    for pattern, between in (
        ("!3d", "!4d"),
        (r"[?&](?:q|query|ll|sll|destination|daddr|center)=(?:loc:)?", r"(?:,|%2C)(?:\+|%20)?"),
        (r"(?:geo:|/place/|/search/|/dir/[^@]*?/)", r",\+?"),
        ("@", ","),
    )
)
_LATITUDE = r"(?:latitude|lintang|lat|y)"
_LONGITUDE = r"(?:longitude|bujur|long|lng|lon|x)"
_LABELLED = tuple(
    re.compile(rf"{one}\s*[:=]?\s*(.+?)[\s,;/|]+{two}\s*[:=]?\s*(.+)", re.IGNORECASE | re.DOTALL).fullmatch
    for one, two in ((_LATITUDE, _LONGITUDE), (_LONGITUDE, _LATITUDE))
)
_SEPARATORS = (
    r"\s*[;|\n\t]\s*",
    r"(?<=[\"”″])[\s,/]*(?=[-0-9])",
    r"\s+/\s+|/",
    r"\s*,\s+|\s+,\s*",
    r"\s+[-–]\s+(?=[0-9])",
    r",",
    r"\s+",
)
_SIDED = tuple(
    re.compile(pattern, re.IGNORECASE | re.DOTALL).fullmatch
    for pattern in (
        r"(.*[0-9].*?(?:lintang\s+(?:selatan|utara)|l[su]|[nsu])\.?)[\s,;/|-]*((?:bujur|[0-9]).*)",
        r"([nsu]\.?\s*[0-9].*?)[\s,;/|-]+([etbw]\.?\s*[0-9].*)",
    )
)
_FOUR = re.compile(r"([-+]?[0-9]{1,3}),\s?([0-9]+)\s*,\s*([-+]?[0-9]{1,3}),\s?([0-9]+)").fullmatch
_LOOSE_SIGN = re.compile(r"(^|[;,|/\n(:=])(\s*)[-\u2212–]\s+(?=[0-9])")
_LONGEST = 400


@dataclass(frozen=True, slots=True)
class TwoDegrees:
    """Two numbers in the order in which they stand.

    ``has_sides`` where south, north or a plus sign was written, so that no sign can have been lost;
    ``is_dotted`` where thousands dots were undone.
    """

    first: float
    second: float
    has_sides: bool = False
    is_dotted: bool = False


def one_degree(text: str) -> tuple[float, bool] | None:
    r"""Read one coordinate; tell whether thousands dots were undone. ``None`` when it is none.

    Dots that fit a latitude and a longitude are taken for a longitude: nearly all of the country lies
    where latitudes do not read so.

    Examples
    --------
    >>> one_degree("-6,1279"), one_degree("1.061.468.000"), one_degree("S 6° 7' 30\"")
    ((-6.1279, False), (106.1468, True), (-6.125, False))
    """
    body = text.strip().replace("\u2212", "-").removesuffix("°")
    if _PLAIN(body):
        return float(Decimal(body.replace(",", "."))), False
    dotted = fitting_degrees(body, DEGREE_RANGES)
    if dotted:
        return float(dotted[-1]), True
    parted = parted_degrees(body)
    return None if parted is None else (float(parted), False)


def is_link(text: str) -> bool:
    """Tell whether a cell holds an address of a map instead of numbers."""
    return bool(_LINK.search(text))


def link_degrees(text: str) -> TwoDegrees | None:
    """Read latitude and longitude out of a link of a map, without opening it.

    Examples
    --------
    >>> link_degrees("https://www.google.com/maps?q=-6.1279,106.1468").first
    -6.1279
    """
    for pattern in _IN_LINK:
        found = pattern.search(text)
        if found:
            return TwoDegrees(float(found[1]), float(found[2]), has_sides=True)
    return None


def _halves(body: str) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    found += [(sided[1], sided[2]) for one in _SIDED if (sided := one(body))]
    four = _FOUR(body)
    if four:
        found.append((f"{four[1]}.{four[2]}", f"{four[3]}.{four[4]}"))
    for separator in _SEPARATORS:
        parts = re.split(separator, body)
        if len(parts) == 2:  # noqa: PLR2004 - latitude and longitude
            found.append((parts[0], parts[1]))
    return found


def _two(first: str, second: str, *, is_labelled: bool = False) -> TwoDegrees | None:
    one, two = one_degree(first), one_degree(second)
    if one is None or two is None:
        return None
    plain = [half for half in (first.strip(), second.strip()) if _NUMBER(half)]
    if not is_labelled and any(half.isdecimal() or half[1:].isdecimal() for half in plain):
        return None  # "6,127" is one number, not two
    has_sides = not _NUMBER(first.strip()) or first.strip().startswith("+")
    return TwoDegrees(one[0], two[0], has_sides and not one[1], one[1] or two[1])


def degrees_in_text(text: str) -> TwoDegrees | None:
    """Find the two numbers of a cell; latitude first where labels say which is which.

    Examples
    --------
    >>> degrees_in_text("-6,1279; 106,1468")
    TwoDegrees(first=-6.1279, second=106.1468, has_sides=False, is_dotted=False)
    >>> degrees_in_text("Bujur 106,1468 Lintang -6,1279").first
    -6.1279
    """
    if len(text) > _LONGEST:
        return None
    body = _LOOSE_SIGN.sub(r"\1\2-", text.strip().strip("()[]").strip())
    for is_swapped, labelled in enumerate(_LABELLED):
        found = labelled(body)
        if found:
            first, second = (found[2], found[1]) if is_swapped else (found[1], found[2])
            return _two(first, second, is_labelled=True)
    pairs = (_two(first, second) for first, second in _halves(body))
    return next((pair for pair in pairs if pair is not None), None)

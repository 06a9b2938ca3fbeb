"""A text that names an area, taken apart: the area, its district, and what only looks like either."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from features.cells.words import compact

__all__ = ["AreaText", "plain_district", "taken_apart"]

_AREA_PREFIX = re.compile(r"(?:kelurahan(?:\s*/\s*desa)?|kel\b\.?|desa\b|ds\b\.?)\s*:?\s*", re.IGNORECASE)
_DISTRICT_PREFIX = re.compile(r"(?:kecamatan|kec\b\.?)\s*:?\s*", re.IGNORECASE)
_COOPERATIVE_PREFIX = re.compile(
    r"(?:(?:koperasi|kop\.?)\s+)?(?:(?:kelurahan|desa|desa\s*/\s*kelurahan|kel\.?|ds\.?)\s+)?merah\s+putih\s+"
    r"|(?:kkmp|kdmp|kmp|kopdes(?:kel)?|kopkel)\s+(?:merah\s+putih\s+)?(?:(?:kelurahan|kel\.?|desa)\s+)?",
    re.IGNORECASE,
)
_BETWEEN = re.compile(
    r"\s*[,(/;]\s*|\s+-\s+|\s+(?=(?:kec|kecamatan|kel|kelurahan|ds|desa|rt|rw|kab|kabupaten|prov|provinsi)\b"
    r"|kota\s+serang\b)",
    re.IGNORECASE,
)
_STREET = re.compile(
    r"(?:jl|jln|jalan|gg|gang|perum|perumahan|komp|komplek|kompleks|kp|kampung|link|lingkungan|blok|ruko|no)\b",
    re.IGNORECASE,
)
# "Jl. Raya Serang - Jakarta Km 5, Kalodran": the dash belongs to the street, what follows the comma does not.
_STREET_DASH = re.compile(r"\b((?:jl|jln|jalan)\b[^,;(]*?)\s+-\s+(?=[^,;(]*[,;(])", re.IGNORECASE)
_NUMBERS = re.compile(r"(?:rt|rw)\b.*|[0-9\s./-]+", re.IGNORECASE)
_POSTAL_CODE = re.compile(r"\s+[0-9]{5}$")
_LARGER = re.compile(r"(?:kota|kab\.?|kabupaten|prov\.?|provinsi)\s+", re.IGNORECASE)
_COUNTRY = frozenset({"banten", "indonesia", "jawabarat"})


@dataclass(frozen=True, slots=True)
class AreaText:
    """What a text says.

    Attributes
    ----------
    name : str
        The area's name without prefix; empty when there is none.
    district : str
        The district that the text itself names; empty when it does not.
    is_explicit : bool
        Whether the text says that the name is an area's (``Kel.``, ``Desa``, a cooperative's name).
    """

    name: str
    district: str
    is_explicit: bool


def plain_district(text: str) -> str:
    """Return a district's name without ``Kec.``.

    Examples
    --------
    >>> plain_district(" Kec. Kasemen "), plain_district("Kasemen")
    ('Kasemen', 'Kasemen')
    """
    return _DISTRICT_PREFIX.sub("", text.strip(), count=1).strip()


def taken_apart(text: str, is_name: Callable[[str], bool]) -> AreaText:
    """Take a name or an address apart.

    Parameters
    ----------
    text : str
    is_name : callable
        Whether a text is the name of a known area or district.

    Examples
    --------
    >>> known = {"kaligandu", "serang"}
    >>> taken_apart(
    ...     "Jl. Warung Jaud No.85 RT 02/03, Kel. Kaligandu Kec. Serang", lambda one: compact(one) in known
    ... )
    AreaText(name='Kaligandu', district='Serang', is_explicit=True)
    """
    body = _STREET_DASH.sub(r"\1-", " ".join(text.split()).strip().rstrip(")"))
    without = body if is_name(body) else _COOPERATIVE_PREFIX.sub("", body, count=1)
    is_cooperative = without != body
    area, district, others = "", "", []
    for part in _BETWEEN.split(without):
        piece = _POSTAL_CODE.sub("", part.strip())
        if not piece:
            continue
        if _DISTRICT_PREFIX.match(piece) and plain_district(piece):
            district = district or plain_district(piece)
        elif _AREA_PREFIX.match(piece) and not is_name(piece):
            area = area or _AREA_PREFIX.sub("", piece, count=1).strip()
        elif not _is_aside(piece, is_name):
            others.append(piece)
    is_explicit = bool(area) or is_cooperative
    if not area:
        area = others.pop(0) if others else ""
    for other in others:
        is_same = compact(other) == compact(area)
        district = district or ("" if is_same else other)
    return AreaText(area, district, is_explicit)


def _is_aside(piece: str, is_name: Callable[[str], bool]) -> bool:
    if is_name(piece):
        return False
    return bool(
        _STREET.match(piece)
        or _NUMBERS.fullmatch(piece)
        or _LARGER.match(piece)
        or compact(piece) in _COUNTRY
    )

"""Latitude and longitude of one cell or of two, with lost minus signs and swapped numbers repaired."""

import math
from dataclasses import dataclass

from features.cells.characters import refuse_hidden
from features.cells.coordinate_texts import TwoDegrees, degrees_in_text, is_link, link_degrees, one_degree
from features.cells.degrees import DEGREE_RANGES
from features.cells.numbers import not_a_number, shown_number
from features.cells.texts import unmarked
from features.cells.values import Remark, Style, quoted
from features.errors import CellError

__all__ = ["Coordinates", "coordinate_cell", "read_coordinates", "repaired_pair"]

_NEAR_DEG = 0.5
_WIDEST_DEG = 180.0
_EXAMPLE = "-6,1279; 106,1468"


@dataclass(frozen=True, slots=True)
class Coordinates:
    """A place, and what the user should know about how it was read."""

    latitude_deg: float
    longitude_deg: float
    remarks: tuple[Remark, ...] = ()


@dataclass(frozen=True, slots=True)
class _Candidate:
    """One way to understand two numbers; ``repairs`` names what was changed."""

    latitude: float
    longitude: float
    repairs: tuple[str, ...]

    @property
    def is_in_country(self) -> bool:
        return all(
            low <= value <= high
            for value, (low, high) in zip((self.latitude, self.longitude), DEGREE_RANGES, strict=True)
        )

    def is_near(self, near: tuple[float, float]) -> bool:
        return math.hypot(self.latitude - near[0], self.longitude - near[1]) <= _NEAR_DEG


_REPAIRS: dict[str, Remark] = {
    "swapped": ("lintang dan bujur tertukar", "latitude and longitude were swapped"),
    "minus": ("tanda minus lintang hilang", "the minus sign of the latitude was missing"),
    "plus": ("tanda minus bujur dihapus", "the minus sign of the longitude was removed"),
}


def _remark(found: _Candidate) -> Remark:
    what_id = ", ".join(_REPAIRS[one][0] for one in found.repairs)
    what_en = ", ".join(_REPAIRS[one][1] for one in found.repairs)
    shown = f"{found.latitude}; {found.longitude}"
    return (
        f"{what_id}; dibaca sebagai {shown}. Periksa letaknya.",
        f"{what_en}; read as {shown}. Check the place.",
    )


def _candidates(first: float, second: float, *, has_sides: bool = False) -> list[_Candidate]:
    """Return the numbers as given, then every repair of them that differs."""
    found: dict[tuple[float, float], _Candidate] = {}
    for order in ((), ("swapped",)):
        latitude, longitude = (second, first) if order else (first, second)
        for minus in ((), ("minus",)) if latitude > 0 and not has_sides else ((),):
            for plus in ((), ("plus",)) if longitude < 0 else ((),):
                place = (-latitude if minus else latitude, -longitude if plus else longitude)
                found.setdefault(place, _Candidate(*place, (*order, *minus, *plus)))
    return list(found.values())


def repaired_pair(
    latitude: float, longitude: float, near: tuple[float, float] | None
) -> tuple[float, float, Remark | None]:
    """Repair two columns whose numbers are swapped or have lost a minus sign.

    Parameters
    ----------
    latitude, longitude : float
        As the columns give them, degrees.
    near : (float, float) or None
        Where the place should be: its area's latitude and longitude, degrees.

    Returns
    -------
    (float, float, Remark or None)
        Repaired when exactly one repair brings the place within 0.5 degrees of ``near`` and it is farther as
        given; without ``near`` when it is outside the country as given and one repair brings it inside.

    Examples
    --------
    >>> repaired_pair(106.1468, -6.1279, (-6.12, 106.15))[:2]
    (-6.1279, 106.1468)
    """
    given, *repairs = _candidates(latitude, longitude)
    if given.is_near(near) if near else given.is_in_country:
        return latitude, longitude, None
    fits = [one for one in repairs if one.is_in_country and (near is None or one.is_near(near))]
    if len(fits) != 1:
        return latitude, longitude, None
    return fits[0].latitude, fits[0].longitude, _remark(fits[0])


def coordinate_cell(text: str, style: Style = "canonical") -> float:
    r"""Read one coordinate without asking whether it is a latitude: -180 to 180 degrees.

    The caller repairs the pair and then checks its ranges.

    Raises
    ------
    CellError
        When it is no number of degrees.

    Examples
    --------
    >>> coordinate_cell("106,1468"), coordinate_cell("6° 7' 30\" LS")
    (106.1468, -6.125)
    """
    refuse_hidden(text)
    body = unmarked(text)
    found = one_degree(body)
    if found is None and degrees_in_text(body) is not None:
        raise CellError(
            f"{quoted(text)} berisi dua angka. Tulis lintang dan bujur di kolomnya masing-masing.",
            f"{quoted(text)} holds two numbers. Write latitude and longitude into a column each.",
            code="number_ambiguous",
        )
    if found is None:
        raise not_a_number(text, style)
    if abs(found[0]) > _WIDEST_DEG:
        raise CellError(
            f"{quoted(text)} bukan derajat: paling besar 180. Periksa letak komanya.",
            f"{quoted(text)} is no number of degrees: 180 is the largest. Check the decimal point.",
            code="number_out_of_range",
        )
    return found[0]


def _unclear_sign(text: str, candidate: _Candidate) -> CellError:
    size_id, size_en = shown_number(abs(candidate.latitude))
    return CellError(
        f"{quoted(text)}: lintangnya dapat {size_id} LU (utara) atau -{size_id} LS (selatan). Tulis "
        "tanda minus "
        "untuk selatan, atau LU untuk utara.",
        f"{quoted(text)}: its latitude can be {size_en} north or -{size_en} south. Write a minus sign "
        "for south, or "
        "LU for north.",
        code="number_ambiguous",
    )


def _chosen(text: str, pair: TwoDegrees, near: tuple[float, float] | None) -> _Candidate:
    fits = [
        one for one in _candidates(pair.first, pair.second, has_sides=pair.has_sides) if one.is_in_country
    ]
    if not fits:
        raise CellError(
            f"{quoted(text)} terletak di luar Indonesia. Tulis lintang lalu bujur, misalnya {_EXAMPLE}.",
            f"{quoted(text)} lies outside Indonesia. Write latitude, then longitude, for example {_EXAMPLE}.",
            code="number_out_of_range",
        )
    close = [one for one in fits if near and one.is_near(near)]
    if len(fits) == 1 or len(close) == 1:
        return close[0] if len(close) == 1 else fits[0]
    if near is not None and not fits[0].repairs:
        return fits[0]  # far from its area whatever is repaired: taken as it stands
    raise _unclear_sign(text, fits[0])


def read_coordinates(text: str, *, near: tuple[float, float] | None = None) -> Coordinates:
    """Read latitude and longitude from one cell.

    Parameters
    ----------
    text : str
        Two numbers in any usual spelling, degrees with minutes and seconds, or a link of a map.
    near : (float, float) or None
        Where the place should be: its area's latitude and longitude, degrees. A lost minus sign is restored
        only when that brings the place near; without it only when north is out of the question.

    Raises
    ------
    CellError
        When it holds no place in Indonesia, or one that can be read in two ways.

    Examples
    --------
    >>> found = read_coordinates("106.1468, -6.1279")
    >>> found.latitude_deg, found.remarks[0][1]
    (-6.1279, 'latitude and longitude were swapped; read as -6.1279; 106.1468. Check the place.')
    """
    refuse_hidden(text)
    body = unmarked(text)
    if is_link(body):
        pair = link_degrees(body)
        advice_id = "Buka tautannya, lalu salin angka lintang dan bujurnya"
        advice_en = "Open the link and copy latitude and longitude"
    else:
        pair = degrees_in_text(body)
        advice_id, advice_en = "Tulis lintang lalu bujur", "Write latitude, then longitude"
    if pair is None:
        raise CellError(
            f"{quoted(text)} tidak berisi koordinat. {advice_id}, misalnya {_EXAMPLE}.",
            f"{quoted(text)} holds no coordinates. {advice_en}, for example {_EXAMPLE}.",
            code="number_invalid",
        )
    found = _chosen(text, pair, near)
    remarks = [_remark(found)] if found.repairs else []
    if pair.is_dotted:
        shown = f"{found.latitude}; {found.longitude}"
        remarks.append(
            (
                f"{quoted(text)} berisi titik ribuan; dibaca sebagai {shown}. Periksa letaknya.",
                f"{quoted(text)} has thousands dots; read as {shown}. Check the place.",
            )
        )
    return Coordinates(found.latitude, found.longitude, tuple(remarks))

"""Areas written as length times width: ``20 x 30 m``, ``p 20 l 30``."""

import re
from decimal import Decimal

from features.cells.numbers import Reading, read_number
from features.cells.units import unit_factor
from features.cells.values import quoted
from features.errors import CellError

__all__ = ["product_of_sides"]

_NUMBER = r"([1-9][0-9.,]*|0[.,][0-9]+)"
_METRES = r"(?:m|mtr|meter)"
_RESULT = rf"(?:\s*[=(]\s*{_NUMBER}\s*(m2|m²|meter\s+persegi)?\s*\)?)?"
_TIMES = re.compile(
    rf"{_NUMBER}\s*({_METRES}?)\.?\s*(?:[x×*]|kali)\s*{_NUMBER}\s*({_METRES}|m2|m²|meter\s+persegi)?\.?{_RESULT}",
    re.IGNORECASE,
).fullmatch
_NAMED = re.compile(
    rf"p(?:anjang)?\.?\s*[:=]?\s*{_NUMBER}\s*({_METRES}?)\s*[,;x×*/]?\s*"
    rf"l(?:ebar)?\.?\s*[:=]?\s*{_NUMBER}\s*({_METRES}?){_RESULT}",
    re.IGNORECASE,
).fullmatch
_LONGEST = 80


def product_of_sides(unit: str, text: str, reading: Reading) -> Decimal | None:
    """Return the area that two sides in metres make, in the column's unit.

    Parameters
    ----------
    unit : str
        Of the column; in square metres the sides need no unit of their own.
    text : str
    reading : {"whole", "canonical", "indonesian"}
        What dots and commas mean.

    Returns
    -------
    Decimal or None
        ``None`` when the text is not of that form, or the column holds no area.

    Raises
    ------
    CellError
        When a product in the same cell is another number.

    Examples
    --------
    >>> product_of_sides("m2", "20 x 30 m", "canonical"), product_of_sides("ha", "20 m x 30 m", "canonical")
    (Decimal('600'), Decimal('0.0600'))
    """
    factor = unit_factor(unit, "m2") if unit in {"m2", "ha", "km2"} else None
    found = _TIMES(text.strip()) or _NAMED(text.strip()) if factor and len(text) <= _LONGEST else None
    if factor is None or found is None:
        return None
    one, one_unit, two, two_unit, said, _said_unit = found.groups()
    if unit != "m2" and not (one_unit or two_unit):
        return None
    product = read_number(one.rstrip(".,"), reading) * read_number(two.rstrip(".,"), reading)
    if said is not None and read_number(said.rstrip(".,"), reading) != product:
        raise CellError(
            f"{quoted(text)}: hasil kalinya {product.normalize():f}, bukan {said}. Perbaiki salah satunya.",
            f"{quoted(text)}: the product is {product.normalize():f}, not {said}. Correct one of them.",
            code="number_ambiguous",
        )
    return product * factor

"""Area codes of the interior ministry, with or without dots."""

import re

from features.cells.characters import refuse_hidden
from features.cells.texts import unmarked
from features.cells.values import quoted
from features.cells.words import is_unknown
from features.errors import CellError

__all__ = ["area_digits", "parse_code"]

_FAST = re.compile(r"[0-9]{2}\.[0-9]{2}\.[0-9]{2}\.[1-9][0-9]{3}").fullmatch
_DIGITS = re.compile(r"[0-9]{10}").fullmatch
_BETWEEN = re.compile(r"[\s.]+")


def area_digits(text: str) -> str:
    """Return an area code without dots, spaces and text marks; other text comes back as it is.

    Examples
    --------
    >>> area_digits("367301 1001"), area_digits("3673011001.0")
    ('3673011001', '3673011001')
    """
    body = unmarked(text).removeprefix("`")
    whole = body.removesuffix(".0")
    return _BETWEEN.sub("", whole if whole.isdecimal() else body)


def parse_code(text: str) -> str | None:
    """Read the code of a kelurahan or desa; ``None`` when unknown.

    Returns
    -------
    str or None
        Ten digits with dots, as ``36.73.01.1001``.

    Raises
    ------
    CellError
        When it is a code of the statistics office (BPS), of a larger area, or none at all.

    Examples
    --------
    >>> parse_code("367301 1001")
    '36.73.01.1001'
    """
    if _FAST(text):
        return text
    refuse_hidden(text)
    if is_unknown(text):
        return None
    digits = area_digits(text)
    if not _DIGITS(digits):
        raise CellError(
            f"{quoted(text)} bukan kode kelurahan/desa. Tulis 10 angka kode Kemendagri, misalnya "
            "36.73.01.1001; bila nolnya hilang, format kolom sebagai Teks.",
            f"{quoted(text)} is no code of a kelurahan or desa. Write the 10 digits of the "
            "ministry's code, for example 36.73.01.1001; if zeros got lost, format the column as "
            "text.",
        )
    if digits[6] == "0":
        raise CellError(
            f"{quoted(text)} adalah kode BPS, bukan kode Kemendagri. Tulis kode Kemendagri "
            "(misalnya 36.73.01.1001) atau nama kelurahan dan kecamatannya.",
            f"{quoted(text)} is a code of the statistics office (BPS), not of the ministry. Write "
            "the ministry's code (for example 36.73.01.1001) or the names of area and district.",
        )
    return f"{digits[:2]}.{digits[2:4]}.{digits[4:6]}.{digits[6:]}"

"""Area codes of the interior ministry, with or without dots."""

import re

from features.cells.characters import refuse_hidden
from features.cells.spreadsheets import error_in_cell, is_error_text, is_rounded, rounded
from features.cells.texts import unmarked
from features.cells.values import Remark, quoted
from features.cells.words import is_unknown
from features.errors import CellError

__all__ = ["area_digits", "is_code_like", "parse_code"]

_FAST = re.compile(r"[0-9]{2}\.[0-9]{2}\.[0-9]{2}\.[1-9][0-9]{3}").fullmatch
_DIGITS = re.compile(r"[0-9]{10}").fullmatch
_BETWEEN = re.compile(r"[\s./-]+")
_CODE_LIKE = re.compile(r"[0-9][0-9\s./-]*").fullmatch
_FLOAT = re.compile(r"([0-9]{2}(?:[0-9]{2}(?:[0-9]{2}(?:[0-9]{4})?)?)?)[.,]0+").fullmatch
_GROUPS = re.compile(r"([0-9]{1,2})[\s.-]+([0-9]{1,2})[\s.-]+([0-9]{1,2})[\s.-]+([1-9][0-9]{3})").fullmatch
_EXAMPLE = "36.73.01.1001"
_PROVINCE, _REGENCY, _DISTRICT = 2, 4, 6
_FIRST_CITY_DIGIT = "7"


def area_digits(text: str) -> str:
    """Return an area code without dots, spaces, dashes and text marks; other text comes back as it is.

    Examples
    --------
    >>> area_digits("367301 1001"), area_digits("3673011001.0"), area_digits("36-73-01-1001")
    ('3673011001', '3673011001', '3673011001')
    """
    body = unmarked(text).removeprefix("`").strip()
    if not _CODE_LIKE(body):
        return body
    whole = _FLOAT(body)
    return _BETWEEN.sub("", whole[1] if whole else body)


def is_code_like(text: str) -> bool:
    """Tell whether a cell holds a code, right or wrong, rather than a name.

    Examples
    --------
    >>> is_code_like("36.73"), is_code_like("3,67E+09"), is_code_like("Kaligandu")
    (True, True, False)
    """
    return area_digits(text).isdecimal() or is_rounded(unmarked(text))


def _larger_area(digits: str) -> Remark | None:
    if len(digits) == _DISTRICT:
        return "kode kecamatan, bukan kelurahan", "the code of a district, not of a kelurahan"
    if len(digits) == _REGENCY:
        is_city = digits[2] >= _FIRST_CITY_DIGIT
        return (
            (f"kode {'kota' if is_city else 'kabupaten'}, bukan kelurahan"),
            (f"the code of a {'city' if is_city else 'regency'}, not of a kelurahan"),
        )
    if len(digits) == _PROVINCE:
        return "kode provinsi, bukan kelurahan", "the code of a province, not of a kelurahan"
    return None


def _no_code(text: str, digits: str) -> CellError:
    larger = _larger_area(digits) if digits.isdecimal() else None
    what_id, what_en = larger or ("bukan kode kelurahan/desa", "no code of a kelurahan or desa")
    what_id = f"adalah {what_id}" if larger else what_id
    groups = _GROUPS(unmarked(text))
    meant = ".".join(one.zfill(2) for one in groups.groups()) if groups else ""
    hint_id = f" Maksud Anda {meant}?" if meant else ""
    hint_en = f" Did you mean {meant}?" if meant else ""
    return CellError(
        f"{quoted(text)} {what_id}.{hint_id} Tulis 10 angka kode Kemendagri, misalnya {_EXAMPLE}; "
        "bila nolnya "
        "hilang, format kolom sebagai Teks.",
        f"{quoted(text)} is {what_en}.{hint_en} Write the 10 digits of the ministry's code, for example "
        f"{_EXAMPLE}; if zeros got lost, format the column as text.",
        code="unknown_code",
    )


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
    body = unmarked(text)
    if is_error_text(body):
        raise error_in_cell(body)
    if is_rounded(body):
        message = rounded(text)
        raise CellError(
            f"{message.message_id} Kode wilayah terdiri atas 10 angka, misalnya {_EXAMPLE}.",
            f"{message.message_en} An area's code has 10 digits, for example {_EXAMPLE}.",
            code=message.code,
        )
    digits = area_digits(text)
    if not _DIGITS(digits):
        raise _no_code(text, digits)
    if digits[6] == "0":
        raise CellError(
            f"{quoted(text)} adalah kode BPS, bukan kode Kemendagri. Tulis kode Kemendagri "
            f"(misalnya {_EXAMPLE}) atau nama kelurahan dan kecamatannya.",
            f"{quoted(text)} is a code of the statistics office (BPS), not of the ministry. Write "
            f"the ministry's code (for example {_EXAMPLE}) or the names of area and district.",
            code="unknown_code",
        )
    return f"{digits[:2]}.{digits[2:4]}.{digits[4:6]}.{digits[6:]}"

"""Telephone numbers of offices and officers, and postal codes."""

import re

from features.cells.characters import refuse_hidden
from features.cells.spreadsheets import error_in_cell, is_error_text, is_rounded
from features.cells.texts import unmarked
from features.cells.values import quoted
from features.cells.words import is_unknown
from features.errors import CellError

__all__ = ["lacks_leading_zero", "parse_phone", "parse_postal_code"]

_WRITTEN = re.compile(r"\+?[0-9 ().\-/\u00a0\u2010-\u2013]*").fullmatch
_PREFIX = re.compile(r"(?:telp|telepon|tlp|hp|wa|whatsapp|no|nomor)\b[.:\s]*", re.IGNORECASE)
_FLOAT = re.compile(r"([0-9]{8,15})[.,]0").fullmatch
_POSTAL = re.compile(r"([1-9][0-9]{4})(?:[.,]0+)?").fullmatch
_COUNTRY = "62"
# Mobile numbers have 10 to 13 digits with the 0, fixed lines 8 to 12.
_FEWEST, _MOST = 8, 14
_FEWEST_MOBILE = 10


def _body(text: str) -> str | None:
    refuse_hidden(text)
    body = unmarked(text).removeprefix("`")
    if is_unknown(body):
        return None
    if is_error_text(body):
        raise error_in_cell(body)
    return body


def _refused(text: str, why: tuple[str, str]) -> CellError:
    return CellError(
        f"{quoted(text)} bukan nomor telepon: {why[0]}. Tulis misalnya 0812-3456-7890 atau (0254) "
        "200123; bila "
        "nolnya hilang, format kolom sebagai Teks.",
        f"{quoted(text)} is no telephone number: {why[1]}. Write for example 0812-3456-7890 or (0254) "
        "200123; if "
        "the zero got lost, format the column as text.",
        code="phone_invalid",
    )


def _national(digits: str, *, has_plus: bool) -> str:
    """Return the digits with the 0 of the national form; what belongs to no country code stays."""
    digits = digits.removeprefix("00") if digits.startswith("00" + _COUNTRY) else digits
    if digits.startswith(_COUNTRY) and (has_plus or len(digits) > _FEWEST_MOBILE):
        return "0" + digits.removeprefix(_COUNTRY).removeprefix("0")
    if digits.startswith((_COUNTRY, "0")):
        return digits
    return "0" + digits if digits[:1] in {"8", "2"} else digits


def parse_phone(text: str) -> str | None:
    """Read a telephone number as digits with a leading 0; ``None`` when unknown.

    Raises
    ------
    CellError
        When it is none, of another country, or cut by a spreadsheet.

    Examples
    --------
    >>> parse_phone("+62 812-3456-7890"), parse_phone("(0254) 200123")
    ('081234567890', '0254200123')
    """
    body = _body(text)
    if body is None:
        return None
    if is_rounded(body):
        raise _refused(text, ("terpotong oleh Excel", "Excel has cut it"))
    body = _PREFIX.sub("", body, count=1) if _PREFIX.match(body) else body
    whole = _FLOAT(body)
    body = whole[1] if whole else body
    if not _WRITTEN(body):
        raise _refused(
            text,
            (
                "hanya boleh angka, +, spasi, titik dan tanda hubung",
                "it may hold only digits, +, spaces, dots and dashes",
            ),
        )
    has_plus = body.startswith("+")
    digits = "".join(one for one in body if one.isdecimal())
    if has_plus and not digits.startswith(_COUNTRY):
        raise _refused(text, ("kode negaranya bukan +62", "its country code is not +62"))
    number = _national(digits, has_plus=has_plus)
    if not number.startswith("0") or number.startswith("00"):
        raise _refused(text, ("tidak diawali 0 atau +62", "it does not begin with 0 or +62"))
    fewest = _FEWEST_MOBILE if number.startswith("08") else _FEWEST
    if not fewest <= len(number) <= _MOST:
        raise _refused(text, (f"ada {len(number)} angka", f"it has {len(number)} digits"))
    return number


def lacks_leading_zero(text: str) -> bool:
    """Tell whether a number was written without its 0, as spreadsheets leave it: ``812...``.

    Examples
    --------
    >>> (
    ...     lacks_leading_zero("81234567890"),
    ...     lacks_leading_zero("6281234567890"),
    ...     lacks_leading_zero("0254200123"),
    ... )
    (True, False, False)
    """
    digits = "".join(one for one in unmarked(text) if one.isdecimal())
    return not digits.startswith(("0", _COUNTRY))


def parse_postal_code(text: str) -> str | None:
    """Read a postal code: five digits; ``None`` when unknown.

    Raises
    ------
    CellError
        When it is none.

    Examples
    --------
    >>> parse_postal_code("42116.0")
    '42116'
    """
    body = _body(text)
    if body is None:
        return None
    found = _POSTAL(body.replace(" ", ""))
    if not found:
        raise CellError(
            f"{quoted(text)} bukan kode pos. Tulis lima angka, misalnya 42116; kosongkan bila tidak tahu.",
            f"{quoted(text)} is no postal code. Write five digits, for example 42116; leave it empty "
            "if unknown.",
        )
    return found[1]

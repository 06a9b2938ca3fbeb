"""Digits with dots and commas, in the three ways a column can mean them.

======================  ============  ============  ============
cell                    whole         canonical     indonesian
======================  ============  ============  ============
``1.250``               1250          1.25          1250
``1,250``               refused       refused       1.25
``1,5``                 1.5           1.5           1.5
``1.250,5``             1250.5        1250.5        1250.5
``1,250,000``           1250000       1250000       1250000
``160.0``               160           160           160
======================  ============  ============  ============

Only what has two sensible readings is refused, and the message shows both.
"""

import re
from decimal import Decimal
from typing import Literal

from features.cells.number_words import number_in_words
from features.cells.values import quoted
from features.errors import CellError

__all__ = ["Reading", "dotted_whole", "not_a_number", "read_number", "shown_number"]

Reading = Literal["whole", "canonical", "indonesian"]
"""``whole``: counts and money, dots are thousands; the others: see ``features.cells.values``."""

_MAX_DIGITS = 30
_FAST_CHARACTERS = 20
_GROUPS = {
    ".": re.compile(r"[1-9][0-9]{0,2}(?:\.[0-9]{3})+").fullmatch,
    ",": re.compile(r"[1-9][0-9]{0,2}(?:,[0-9]{3})+").fullmatch,
}
_SPACED = re.compile(r"[1-9][0-9]{0,2}(?: [0-9]{3})+(?:[.,][0-9]{1,2})?").fullmatch
_NUMBER = re.compile(r"[0-9][0-9.,]*(?<![.,])").fullmatch
_EXAMPLES = {"whole": "1250", "canonical": "12.5", "indonesian": "12,5"}


def dotted_whole(text: str) -> int | None:
    """Read quickly a whole number with dots between thousands, ``None`` when it is of another form.

    Examples
    --------
    >>> dotted_whole("1.250.000"), dotted_whole("1.25")
    (1250000, None)
    """
    return int(text.replace(".", "")) if len(text) <= _FAST_CHARACTERS and _GROUPS["."](text) else None


def not_a_number(text: str, reading: Reading) -> CellError:
    """Return the error for a cell that is no number, with an example of one."""
    said = number_in_words(text)
    example = _EXAMPLES[reading] if said is None else said
    return CellError(
        f"{quoted(text)} bukan angka. Tulis dengan angka 0-9 saja, misalnya {example}; "
        "kosongkan bila tidak tahu.",
        f"{quoted(text)} is no number. Use the digits 0-9 only, for example {example}; "
        "leave it empty if unknown.",
        code="number_invalid",
    )


def shown_number(number: Decimal | float) -> tuple[str, str]:
    """Write a number for a message, in Indonesian and in English.

    Examples
    --------
    >>> shown_number(1250.5)
    ('1.250,5', '1,250.5')
    """
    english = f"{Decimal(str(number)).normalize():,f}"
    return english.translate(str.maketrans(",.", ".,")), english


def _ambiguous(text: str, body: str) -> CellError:
    separators = str.maketrans("", "", ".,")
    last = max(body.rfind("."), body.rfind(","))
    large = shown_number(Decimal(body.translate(separators)))
    small = shown_number(Decimal(f"{body[:last].translate(separators)}.{body[last + 1 :]}"))
    digits = body.translate(separators)
    return CellError(
        f"{quoted(text)} dapat dibaca {large[0]} atau {small[0]}. "
        f"Tulis tanpa pemisah ribuan, misalnya {digits}.",
        f"{quoted(text)} can be read as {large[1]} or as {small[1]}. "
        f"Write it without a thousands separator, for example {digits}.",
        code="number_ambiguous",
    )


def _one_mark(text: str, body: str, mark: str, reading: Reading) -> str:
    tail = body.partition(mark)[2]
    thousands = bool(_GROUPS[mark](body))
    if not thousands:
        if reading == "whole" and len(tail) > 2 and not tail.strip("0"):  # noqa: PLR2004 - cents
            raise _ambiguous(text, body)  # 1250.000 is 1250 to a program, 1250000 to a clerk
        return body.replace(",", ".")
    if mark == ".":
        return body if reading == "canonical" else body.replace(".", "")
    if reading == "indonesian":
        return body.replace(",", ".")
    raise _ambiguous(text, body)


def _two_marks(text: str, body: str, reading: Reading) -> str | None:
    decimal = max(".,", key=body.rfind)
    thousands = "," if decimal == "." else "."
    head, _, tail = body.partition(decimal)
    if not _GROUPS[thousands](head) or not tail.isdecimal():
        return None
    if reading == "whole" and len(tail) > 2:  # noqa: PLR2004 - more digits than cents
        raise _ambiguous(text, body)
    return f"{head.replace(thousands, '')}.{tail}"


def _without_marks(text: str, body: str, reading: Reading) -> str | None:
    dots, commas = body.count("."), body.count(",")
    if dots and commas:
        return _two_marks(text, body, reading)
    if not dots and not commas:
        return body
    mark = "." if dots else ","
    if dots + commas == 1:
        return _one_mark(text, body, mark, reading)
    if _GROUPS[mark](body):
        return body.replace(mark, "")
    if reading == "whole" and body.endswith(".0") and _GROUPS["."](body[:-2]):
        return body[:-2].replace(".", "")
    return None


def read_number(text: str, reading: Reading) -> Decimal:
    """Read a number exactly.

    Parameters
    ----------
    text : str
        Digits with dots, commas or spaces between them, and at most a sign in front.
    reading : {"whole", "canonical", "indonesian"}
        What a dot and a comma mean in this column.

    Returns
    -------
    Decimal
        May have decimals under ``whole`` too (``1,5 juta``); the caller checks.

    Raises
    ------
    CellError
        When it is no number, or can be read in two ways.

    Examples
    --------
    >>> read_number("1.250", "whole"), read_number("1.250", "canonical")
    (Decimal('1250'), Decimal('1.250'))
    """
    body = " ".join(text.split()).replace("\u2212", "-")  # a typographic minus
    sign = body[0] if body[:1] in ("+", "-") else ""
    body = body.removeprefix(sign).strip()
    if _SPACED(body):
        body = body.replace(" ", "")
    plain = None
    if len(body) <= _MAX_DIGITS and _NUMBER(body):
        plain = _without_marks(text, body, reading)
    if plain is None:
        raise not_a_number(text, reading)
    return Decimal(sign + plain)

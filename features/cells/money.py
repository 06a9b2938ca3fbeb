"""Whole rupiah in all the spellings people use."""

import re
from decimal import Decimal

from features.cells.characters import refuse_hidden
from features.cells.numbers import read_number, shown_number
from features.cells.quantities import ABOUT
from features.cells.ranges import check_range
from features.cells.texts import unmarked
from features.cells.values import CellParser, quoted
from features.cells.words import ZERO_WORD, fold, is_unknown
from features.errors import CellError
from features.schema.loader import Column

__all__ = ["money_parser"]

_TIMES = {
    "": Decimal(1),
    **dict.fromkeys(("ribu", "rb"), Decimal(10) ** 3),
    **dict.fromkeys(("juta", "jt"), Decimal(10) ** 6),
    **dict.fromkeys(("miliar", "milyar", "mlr", "m"), Decimal(10) ** 9),
    **dict.fromkeys(("triliun", "trilyun"), Decimal(10) ** 12),
}
_MONEY = re.compile(
    r"([+-]?) ?(?:rp\.? ?|idr ?)?([+-]?) ?"
    r"([0-9](?:[0-9., ]*[0-9])?)(?:,-{1,2}|\.-|,=)? ?"
    r"(ribu|rb|juta|jt|miliar|milyar|mlr|m|triliun|trilyun|)\.?(?: ?rupiah)?"
    r"(?P<month> ?(?:/|per) ?(?:bulan|bln))?"
)
_FAST_DIGITS = 15


def _refused(text: str) -> CellError:
    return CellError(
        f"{quoted(text)} bukan jumlah uang. Tulis rupiah utuh dengan angka 0-9, misalnya "
        "1250000, Rp 1.250.000 "
        "atau 1,5 juta; kosongkan bila tidak tahu.",
        f"{quoted(text)} is no amount of money. Write whole rupiah in digits 0-9, for example 1250000, "
        "Rp 1.250.000 or 1,5 juta; leave it empty if unknown.",
    )


def _amount(column: Column, text: str, body: str) -> Decimal:
    plain = fold(ABOUT.sub("", body, count=1) if ABOUT.match(body) else body)
    plain = plain.replace("\u2212", "-")
    outside = re.fullmatch(r"((?:rp\.? ?|idr ?)?)\((.+)\)", plain)
    found = _MONEY.fullmatch(outside[1] + outside[2] if outside else plain)
    if not found or (found["month"] and column.unit != "idr_per_month"):
        raise _refused(text)
    signs = found[1] + found[2]
    if len(signs) + bool(outside) > 1:
        raise _refused(text)
    amount = read_number(found[3], "whole") * _TIMES[found[4]]
    return -amount if outside or signs == "-" else amount


def _slow(column: Column, text: str) -> int | None:
    refuse_hidden(text)
    body = unmarked(text)
    if is_unknown(body):
        return None
    amount = Decimal(0) if fold(body) == ZERO_WORD else _amount(column, text, body)
    if amount != amount.to_integral_value():
        whole_id, whole_en = shown_number(amount.to_integral_value())
        raise CellError(
            f"{quoted(text)} bukan rupiah utuh. Bulatkan, misalnya {whole_id}.",
            f"{quoted(text)} is not in whole rupiah. Round it, for example {whole_en}.",
        )
    check_range(column, amount, text)
    return int(amount)


def money_parser(column: Column) -> CellParser:
    """Return the parser of a money column: whole rupiah; dots are thousands, ``nihil`` is 0.

    Read are ``1250000``, ``Rp 1.250.000,00``, ``3 juta``, ``1,5 jt``, ``500 ribu``, ``3 M``
    (miliar), ``500.000,-`` and ``(1.500.000)``, which is negative.
    """

    def parse(text: str) -> int | None:
        if not text:
            return None
        digits = text[1:] if text[0] == "-" else text
        if digits.isdecimal() and digits.isascii() and len(digits) <= _FAST_DIGITS:
            amount = int(text)
            check_range(column, amount, text)
            return amount
        return _slow(column, text)

    return parse

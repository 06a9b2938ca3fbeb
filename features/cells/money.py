"""Whole rupiah in all the spellings people use."""

import re
from decimal import Decimal

from features.cells.approximate import refuse_bounds, without_approximation
from features.cells.characters import refuse_hidden
from features.cells.measures import refuse_unclear_nothing, without_spelling
from features.cells.number_words import number_in_words
from features.cells.numbers import read_number, shown_number
from features.cells.ranges import check_range
from features.cells.spreadsheets import error_in_cell, is_error_text
from features.cells.texts import unmarked
from features.cells.values import CellParser, quoted
from features.cells.words import fold, is_unknown, is_zero
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
_CURRENCY = r"(?:rp\.? ?|idr\.? ?)?"
_SCALE = "(ribu|rb|juta|jt|miliar|milyar|mlr|m|triliun|trilyun|)"
_DASH = r"(?:,-{1,2}|\.-|,=|,00)?"
_MONEY = re.compile(
    rf"([+-]?) ?{_CURRENCY}([+-]?) ?([0-9](?:[0-9., ]*[0-9])?){_DASH} ?{_SCALE}\.?{_DASH}"
    r"(?: ?rupiah| ?rp\.?| ?idr)?"
)
_MONTHLY = re.compile(r" ?(?:/ ?|per ?|se|tiap ?)(?:bulan|bln)\.?\Z")
_PIECE = re.compile(r" ?([0-9][0-9.,]*) ?(ribu|rb|juta|jt|miliar|milyar|mlr|m|triliun|trilyun)\.?,?(?: dan)?")
_FRONT = re.compile(_CURRENCY)
_NO_FIGURE = re.compile(r"(?:rp|idr)[ .]*(?:[-\u2013\u2014][ -]*)?,?-?")
_FAST_DIGITS = 15
# Nearly every other cell: digits, perhaps with dots between thousands and Rp in front.
_USUAL = re.compile(
    r"(?:[Rr][Pp]\.? *)?(-?[0-9]{1,15}|[1-9][0-9]{0,2}(?:\.[0-9]{3}){1,4})(?:,00|,-)?", re.ASCII
).fullmatch


def _refused(text: str) -> CellError:
    said = number_in_words(fold(text).removeprefix("rp").removesuffix("rupiah"))
    example = "1250000, Rp 1.250.000 atau 1,5 juta" if said is None else str(said)
    return CellError(
        f"{quoted(text)} bukan jumlah uang. Tulis rupiah utuh dengan angka 0-9, misalnya {example}; "
        "kosongkan bila tidak tahu.",
        f"{quoted(text)} is no amount of money. Write whole rupiah in digits 0-9, for example "
        f"{example.replace(' atau ', ' or ')}; leave it empty if unknown.",
        code="number_invalid",
    )


def _pieces(plain: str) -> Decimal | None:
    """Add up ``5 jt 500 rb``; ``None`` when it is not of that form."""
    body = _FRONT.sub("", plain, count=1)
    at, total, last = 0, Decimal(0), Decimal("Infinity")
    while at < len(body):
        found = _PIECE.match(body, at)
        if found is None or _TIMES[found[2]] >= last:
            return None
        last = _TIMES[found[2]]
        total += read_number(found[1].rstrip(".,"), "whole") * last
        at = found.end()
    return total if body else None


def _signed(text: str, plain: str) -> Decimal:
    outside = re.fullmatch(rf"({_CURRENCY})\((.+)\)", plain)
    found = _MONEY.fullmatch(outside[1] + outside[2] if outside else plain)
    if not found:
        added = _pieces(plain)
        if added is None:
            refuse_bounds(text)
            raise _refused(text)
        return added
    signs = found[1] + found[2]
    if len(signs) + bool(outside) > 1:
        raise _refused(text)
    amount = read_number(found[3], "whole") * _TIMES[found[4]]
    return -amount if outside or signs == "-" else amount


def _amount(column: Column, text: str, body: str) -> Decimal:
    refuse_unclear_nothing(body)
    number, said = without_spelling(without_approximation(body))
    plain = fold(number).replace("\u2212", "-")
    if _NO_FIGURE.fullmatch(plain):
        raise CellError(
            f"{quoted(text)} dapat berarti nol atau belum diisi. Tulis 0 bila memang nol; kosongkan "
            "bila tidak "
            "tahu.",
            f"{quoted(text)} can mean zero or not filled in. Write 0 if it is zero; leave it empty if "
            "unknown.",
            code="value_ambiguous",
        )
    plain = f"-{plain.removeprefix('minus ')}" if plain.startswith("minus ") else plain
    if column.unit == "idr_per_month":
        plain = _MONTHLY.sub("", plain)
    amount = _signed(text, plain)
    if said is not None and said != amount:
        raise CellError(
            f"{quoted(text)}: angkanya dan hurufnya berbeda ({said}). Perbaiki salah satunya.",
            f"{quoted(text)}: digits and words differ ({said}). Correct one of them.",
            code="number_ambiguous",
        )
    return amount


def _slow(column: Column, text: str) -> int | None:
    refuse_hidden(text)
    body = unmarked(text).removeprefix("`")
    if is_unknown(body):
        return None
    if is_error_text(body):
        raise error_in_cell(body)
    amount = Decimal(0) if is_zero(body) else _amount(column, text, body)
    if amount != amount.to_integral_value():
        whole_id, whole_en = shown_number(amount.to_integral_value())
        raise CellError(
            f"{quoted(text)} bukan rupiah utuh. Bulatkan, misalnya {whole_id}.",
            f"{quoted(text)} is not in whole rupiah. Round it, for example {whole_en}.",
            code="number_invalid",
        )
    check_range(column, amount, text)
    return int(amount)


def money_parser(column: Column) -> CellParser:
    """Return the parser of a money column: whole rupiah; dots are thousands, ``nihil`` is 0.

    Read are ``1250000``, ``Rp 1.250.000,00``, ``3 juta``, ``1,5 jt``, ``500 ribu``, ``3 M``
    (miliar), ``5 jt 500 rb``, ``500.000,-`` and ``(1.500.000)``, which is negative.
    """

    def parse(text: str) -> int | None:
        if not text:
            return None
        if text.isdecimal() and text.isascii() and len(text) <= _FAST_DIGITS:
            amount = int(text)
            check_range(column, amount, text)
            return amount
        usual = _USUAL(text)
        if usual is None:
            return _slow(column, text)
        amount = int(usual[1].replace(".", ""))
        check_range(column, amount, text)
        return amount

    return parse

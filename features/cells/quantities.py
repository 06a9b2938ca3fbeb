"""Counts, levels and decimals: a number, perhaps with a unit word after it."""

import re
from decimal import Decimal

from features.cells.characters import refuse_hidden
from features.cells.choices import choice_value
from features.cells.numbers import Reading, not_a_number, read_number
from features.cells.ranges import check_range
from features.cells.texts import unmarked
from features.cells.units import unit_factor, unit_words
from features.cells.values import CellParser, Style, quoted
from features.cells.words import ZERO_WORD, fold, is_unknown
from features.errors import CellError
from features.schema.loader import Column

__all__ = ["ABOUT", "BY_SEX", "count_parser", "decimal_parser", "dotted_degrees", "level_parser"]

ABOUT = re.compile(r"(?:±|~|\+/-|kira-kira|kurang lebih|sekitar)\s*", re.IGNORECASE)
"""Words in front of a number that say it is approximate."""

BY_SEX = re.compile(r"L\s*[:=]?\s*([0-9]+)\s*[,;/+]?\s*P\s*[:=]?\s*([0-9]+)", re.IGNORECASE)
"""Men and women in one cell: ``L: 60 P: 100``."""

_PARTS = re.compile(r"([+\u2212-]?\s?[0-9][0-9.,]*(?: [0-9]{3}(?![0-9])[0-9.,]*)*)\s*(.*)", re.DOTALL)
_SIDES = re.compile(
    r"([1-9][0-9.,]*)\s*(?:m|meter)?\s*[x×]\s*([1-9][0-9.,]*)\s*(?:m|meter|m2)?", re.IGNORECASE
)
_LEVEL = re.compile(r"([0-9])\s*[-–.:=(]\s*[^\W\d].*", re.DOTALL)
_DOTTED = re.compile(r"-?[0-9]{1,3}(?:\.[0-9]{3}){2,}")
_TWO_DEGREES = re.compile(r"-?[0-9]+[.,][0-9]+\s*[;, ]\s*-?[0-9]+[.,][0-9]+")
_FAST_WHOLE_DIGITS = 15


def _measure(column: Column, text: str, reading: Reading) -> Decimal:
    body = ABOUT.sub("", text, count=1) if ABOUT.match(text) else text
    sides = _SIDES.fullmatch(body) if column.unit == "m2" else None
    if sides:
        return read_number(sides[1], reading) * read_number(sides[2], reading)
    both = BY_SEX.fullmatch(body) if column.unit == "people" else None
    if both:
        return Decimal(both[1]) + Decimal(both[2])
    if column.unit == "deg" and _TWO_DEGREES.fullmatch(body):
        raise CellError(
            f"{quoted(text)} berisi dua angka. Tulis lintang dan bujur di kolomnya masing-masing.",
            f"{quoted(text)} holds two numbers. Write latitude and longitude into a column each.",
        )
    parts = _PARTS.fullmatch(body)
    if not parts:
        raise not_a_number(text, reading)
    number = read_number(parts[1].rstrip(".,"), reading)
    factor = unit_factor(column.unit, parts[2])
    if factor is None:
        known = ", ".join(unit_words(column.unit))
        hint_id = f" Satuan yang dikenal: {known}." if known else ""
        hint_en = f" Known units: {known}." if known else ""
        raise CellError(
            f"{quoted(text)} bukan angka: {quoted(parts[2])} tidak dikenal. "
            f"Tulis angkanya saja, misalnya {parts[1].rstrip('.,')}.{hint_id}",
            f"{quoted(text)} is no number: {quoted(parts[2])} is not understood. "
            f"Write the number only, for example {parts[1].rstrip('.,')}.{hint_en}",
        )
    return number * factor


def _whole(column: Column, text: str) -> int | None:
    refuse_hidden(text)
    body = unmarked(text)
    if is_unknown(body):
        return None
    number = Decimal(0) if fold(body) == ZERO_WORD else _measure(column, body, "whole")
    if number != number.to_integral_value():
        raise CellError(
            f"{quoted(text)} bukan bilangan bulat. Tulis tanpa angka di belakang koma, "
            f"misalnya {number.to_integral_value()}.",
            f"{quoted(text)} is not a whole number. Write it without decimals, "
            f"for example {number.to_integral_value()}.",
        )
    check_range(column, number, text)
    return int(number)


def count_parser(column: Column) -> CellParser:
    """Return the parser of a whole-number column; a dot means thousands, ``nihil`` is 0."""

    def parse(text: str) -> int | None:
        if not text:
            return None
        if text.isdecimal() and text.isascii() and len(text) <= _FAST_WHOLE_DIGITS:
            number = int(text)
            check_range(column, number, text)
            return number
        return _whole(column, text)

    return parse


def level_parser(column: Column) -> CellParser:
    """Return the parser of an ordinal column: a digit, ``3 - ...``, or the level's own word."""

    def parse(text: str) -> int | None:
        if not text:
            return None
        body = unmarked(text)
        named = _LEVEL.fullmatch(body)
        word = None if body[:1].isdigit() else choice_value(column.name, body)
        return _whole(column, named[1] if named else word or text)

    return parse


def dotted_degrees(column: Column, text: str) -> Decimal | None:
    """Undo thousands dots that a program set into degrees: ``-61.279.709`` is -6.1279709.

    Returns
    -------
    Decimal or None
        ``None`` when the text is not of that form or more than one place of the decimal point
        gives a value in the column's range.
    """
    if column.unit != "deg" or not _DOTTED.fullmatch(text):
        return None
    sign, digits = ("-", text[1:]) if text.startswith("-") else ("", text)
    digits = digits.replace(".", "")
    low, high = column.minimum, column.maximum
    fits = [
        number
        for place in (1, 2, 3)
        if (number := Decimal(f"{sign}{digits[:place]}.{digits[place:]}"))
        and (low is None or number >= low)
        and (high is None or number <= high)
    ]
    return fits[0] if len(fits) == 1 else None


def decimal_parser(column: Column, style: Style) -> CellParser:
    """Return the parser of a decimal column; the style says what dot and comma mean."""
    fast = re.compile(
        r"-?[0-9]{1,15}(?:\.[0-9]+)?" if style == "canonical" else r"-?[0-9]{1,15}(?:,[0-9]+)?"
    ).fullmatch

    def parse(text: str) -> float | None:
        if not text:
            return None
        if fast(text):
            number = float(text.replace(",", "."))
            check_range(column, number, text)
            return number
        refuse_hidden(text)
        body = unmarked(text)
        if is_unknown(body):
            return None
        if fold(body) == ZERO_WORD:
            exact = Decimal(0)
        else:
            exact = dotted_degrees(column, body) or _measure(column, body, style)
        number = float(exact)
        check_range(column, number, text)
        return number

    return parse

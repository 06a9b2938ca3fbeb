"""Counts, levels and decimals: a number, perhaps with a unit word after it."""

import re
from decimal import Decimal

from features.cells.characters import refuse_hidden
from features.cells.choices import choice_value
from features.cells.degrees import dotted_degrees, parted_degrees
from features.cells.measures import measure
from features.cells.numbers import dotted_whole
from features.cells.ranges import check_range
from features.cells.spreadsheets import error_in_cell, is_error_text
from features.cells.texts import unmarked
from features.cells.values import CellParser, Style, quoted
from features.cells.words import is_unknown, is_zero
from features.errors import CellError
from features.schema.loader import Column

__all__ = ["count_parser", "decimal_parser", "level_parser"]

_LEVEL = re.compile(r"([0-9])\s*[-–.:=(]\s*[^\W\d].*", re.DOTALL)
_TWO_DEGREES = re.compile(r"-?[0-9]+[.,][0-9]+\s*[;, /|]\s*-?[0-9]+[.,][0-9]+")
_PLAIN_DEGREES = re.compile(r"[-+]?[0-9]{1,3}[.,][0-9]+")
_FAST_DIGITS = 15
_DIGITS = frozenset("0123456789")


def _body(text: str) -> str | None:
    """Return the cell without marks, ``None`` when it is unknown."""
    refuse_hidden(text)
    body = unmarked(text).removeprefix("`")
    if is_unknown(body):
        return None
    if is_error_text(body):
        raise error_in_cell(body)
    return body


def _whole(column: Column, text: str) -> int | None:
    body = _body(text)
    if body is None:
        return None
    number = Decimal(0) if is_zero(body) else measure(column, body, "whole")
    if number != number.to_integral_value():
        raise CellError(
            f"{quoted(text)} bukan bilangan bulat. Tulis tanpa angka di belakang koma, "
            f"misalnya {number.to_integral_value()}.",
            f"{quoted(text)} is not a whole number. Write it without decimals, "
            f"for example {number.to_integral_value()}.",
            code="number_invalid",
        )
    check_range(column, number, text)
    return int(number)


def count_parser(column: Column) -> CellParser:
    """Return the parser of a whole-number column; a dot means thousands, ``nihil`` is 0."""

    def parse(text: str) -> int | None:
        if not text:
            return None
        if text.isdecimal() and text.isascii() and len(text) <= _FAST_DIGITS:
            number = int(text)
        else:
            dotted = dotted_whole(text)
            if dotted is None:
                return _whole(column, text)
            number = dotted
        check_range(column, number, text)
        return number

    return parse


def level_parser(column: Column) -> CellParser:
    """Return the parser of an ordinal column: a digit, ``3 - ...``, or the level's own word."""

    def parse(text: str) -> int | None:
        if not text:
            return None
        if len(text) == 1 and text in _DIGITS:
            check_range(column, int(text), text)
            return int(text)
        body = unmarked(text)
        named = _LEVEL.fullmatch(body)
        word = None if body[:1].isdigit() else choice_value(column.name, body)
        return _whole(column, named[1] if named else word or text)

    return parse


def _degrees(column: Column, body: str) -> Decimal | None:
    if column.unit != "deg":
        return None
    if _TWO_DEGREES.fullmatch(body):
        raise CellError(
            f"{quoted(body)} berisi dua angka. Tulis lintang dan bujur di kolomnya masing-masing.",
            f"{quoted(body)} holds two numbers. Write latitude and longitude into a column each.",
            code="number_ambiguous",
        )
    if _PLAIN_DEGREES.fullmatch(body):
        # no thousands in degrees: dot and comma can only be the decimal point
        return Decimal(body.replace(",", "."))
    dotted = dotted_degrees(column, body)
    return parted_degrees(body) if dotted is None else dotted


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
        body = _body(text)
        if body is None:
            return None
        if is_zero(body):
            exact = Decimal(0)
        else:
            degrees = _degrees(column, body)
            exact = measure(column, body, style) if degrees is None else degrees
        number = float(exact)
        check_range(column, number, text)
        return number

    return parse

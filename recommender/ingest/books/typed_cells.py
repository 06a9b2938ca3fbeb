"""Values of a column as cells that read back as the same value."""

import datetime as dt
from collections.abc import Callable
from decimal import Decimal

from features.cells.choices import choice_value, choice_words
from features.cells.format import cell_formatter
from features.cells.values import Value
from features.schema.loader import Column
from recommender.ingest.books.book_writer import BookWriter

__all__ = ["CellWriter", "cell_writer"]

CellWriter = Callable[[int, int, Value], None]

_NUMBERS = frozenset({"count", "level", "money", "decimal"})


def cell_writer(writer: BookWriter, column: Column) -> CellWriter:
    """Return what writes the values of one column at a row and a position.

    Numbers and dates are typed cells; everything else is the canonical text, with its apostrophe where the
    text has a meaning of its own. A number of more digits than a spreadsheet keeps is written as text.
    """
    if column.kind in _NUMBERS:
        return lambda row, at, value: _number(writer, row, at, value)
    if column.kind == "date":
        return lambda row, at, value: _day(writer, row, at, value)
    if column.kind == "choice":
        words = {choice: _word(column, choice) for choice in column.choices}
        return lambda row, at, value: writer.text(row, at, words.get(str(value), str(value)))
    written = cell_formatter(column)
    return lambda row, at, value: writer.text(row, at, written(value))


def _number(writer: BookWriter, row: int, at: int, value: Value) -> None:
    if not isinstance(value, int | float):
        return
    if float(f"{float(value):.16G}") == value:
        writer.number(row, at, value)
    else:
        writer.text(row, at, f"{Decimal(repr(float(value))):f}".replace(".", ","))


def _day(writer: BookWriter, row: int, at: int, value: Value) -> None:
    if isinstance(value, dt.date):
        writer.day(row, at, value)


def _word(column: Column, choice: str) -> str:
    word = (choice_words(column.name, choice) or (choice,))[0]
    back = choice_value(column.name, word)
    chosen = word if back == choice else choice
    return f"'{chosen}" if chosen.startswith("=") else chosen

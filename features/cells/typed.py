"""``typed_value``: a number, date or truth value of a workbook to the value its column demands."""

from datetime import date
from decimal import Decimal

from features.cells.numbers import shown_number
from features.cells.parse import cell_parser
from features.cells.ranges import check_range
from features.cells.sheet_cells import DateCell, ErrorCell, FormulaCell, NumberCell, SheetCell, YesNoCell
from features.cells.spreadsheets import became_date, error_in_cell, formula_without_result
from features.cells.values import Style, Value, quoted
from features.errors import CellError
from features.schema.loader import Column

__all__ = ["typed_value"]

_WHOLE = frozenset({"count", "level", "money"})
_DIGITS_COUNT = frozenset({"id", "code", "text", "list"})
_KEPT_DIGITS = 15
_NOISE = 1e-9
_EMPTY_DATES = (date(1899, 12, 30), date(1900, 1, 1))
# Texts that are read again by the rules of the field they belong to, in the style of their file.
_READ_AGAIN = frozenset({("facts", "value"), ("requirements", "value")})


def _not_whole(column: Column, cell: NumberCell) -> CellError:
    near_id, near_en = shown_number(round(cell.number))
    kind_id, kind_en = (
        ("rupiah utuh", "in whole rupiah") if column.kind == "money" else ("bilangan bulat", "a whole number")
    )
    return CellError(
        f"{quoted(cell)} bukan {kind_id}. Tulis tanpa angka di belakang koma, misalnya {near_id}.",
        f"{quoted(cell)} is not {kind_en}. Write it without decimals, for example {near_en}.",
        code="number_invalid",
    )


def _whole(column: Column, cell: NumberCell) -> int:
    near = round(cell.number)
    if abs(cell.number - near) > _NOISE * max(1.0, abs(cell.number)):
        raise _not_whole(column, cell)
    check_range(column, near, str(cell))
    return near


def _decimal(column: Column, cell: NumberCell) -> float:
    number = cell.number
    if cell.is_percent and column.unit == "percent_per_year":
        number = float(Decimal(repr(number)) * 100)  # exact: 0.07 shown as 7 % is 7, not 7.000000000000001
    check_range(column, number, str(cell))
    return number


def _of_number(column: Column, cell: NumberCell, style: Style) -> Value | None:
    if column.kind in _WHOLE:
        return _whole(column, cell)
    if column.kind == "decimal":
        return _decimal(column, cell)
    text = str(cell)
    if column.kind in _DIGITS_COUNT and text.isdecimal() and len(text) > _KEPT_DIGITS:
        raise CellError(
            f"Nomor {len(text)} angka tersimpan sebagai bilangan ({quoted(text)}) sehingga angka "
            "terakhirnya hilang. "
            "Format kolom sebagai Teks, lalu ketik ulang nomor lengkapnya.",
            f"A number of {len(text)} digits is held as a quantity ({quoted(text)}), so its last "
            "digits are lost. "
            "Format the column as text and type the full number again.",
            code="identifier_rounded",
        )
    if style == "indonesian" and (column.table, column.name) in _READ_AGAIN:
        text = text.replace(".", ",")
    return cell_parser(column, style)(text)


def _of_date(column: Column, cell: DateCell, style: Style) -> Value | None:
    first, last = _EMPTY_DATES
    if column.kind in {"date", "text"} and first <= cell.day <= last:
        raise CellError(
            f"{quoted(cell)} adalah sel kosong yang diformat sebagai tanggal. Kosongkan selnya, atau tulis "
            "tanggalnya, misalnya 24/07/2025.",
            f"{quoted(cell)} is an empty cell formatted as a date. Clear it, or write the date, for example "
            "24/07/2025.",
            code="date_invalid",
        )
    if column.kind == "date":
        return cell.day
    if column.kind == "text":
        return str(cell)
    if column.kind == "yes_no":
        try:
            return cell_parser(column, style)(cell.day.isoformat())
        except CellError:
            pass  # no column of documents: what was typed there is lost
    raise became_date(cell)


def typed_value(column: Column, cell: SheetCell, style: Style = "canonical") -> Value | None:
    """Read one cell of a workbook that is no text there.

    Parameters
    ----------
    column : Column
        What the cell should hold.
    cell : SheetCell
        A number needs no guess about dots and commas: 12.345 is never 12345.
    style : {"canonical", "indonesian"}
        Matters only for texts that are read again by the rules of a field.

    Returns
    -------
    Value or None
        ``None`` means unknown.

    Raises
    ------
    CellError
        When the cell cannot be what its column demands; errors of formulas and formulas without a result
        never can.

    Examples
    --------
    >>> from features.schema.loader import column
    >>> typed_value(column("cooperatives", "member_count"), NumberCell.of(160.0))
    160
    >>> typed_value(column("cooperatives", "has_deed"), DateCell.of(date(2025, 7, 24)))
    True
    """
    if isinstance(cell, ErrorCell):
        raise error_in_cell(cell)
    if isinstance(cell, FormulaCell):
        raise formula_without_result(cell)
    if isinstance(cell, NumberCell):
        return _of_number(column, cell, style)
    if isinstance(cell, DateCell):
        return _of_date(column, cell, style)
    if isinstance(cell, YesNoCell) and column.kind == "yes_no":
        return cell.flag
    return cell_parser(column, style)(str(cell))

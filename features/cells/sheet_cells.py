"""Cells of a workbook that are no text there: number, date, yes/no, error, formula without a result.

Rows of every file are lists of ``str``. A cell that a spreadsheet holds as something else than text
is one of these subclasses: its text is what a message shows, its attribute is what it really is. So
a number that is a number needs no guess about dots and commas.
"""

from datetime import date

__all__ = ["DateCell", "ErrorCell", "FormulaCell", "NumberCell", "SheetCell", "YesNoCell"]


class SheetCell(str):
    """Base of the kinds; ``type(cell) is str`` tells plain text quickly."""

    __slots__ = ()


class NumberCell(SheetCell):
    """A number; the text has a decimal point, no exponent and no thousands.

    Attributes
    ----------
    number : float
        Finite; spreadsheets keep about 15 digits.
    is_percent : bool
        Whether the cell is shown as percent: 6 % is held as 0.06.

    Examples
    --------
    >>> cell = NumberCell.of(1250.0)
    >>> cell, cell.number
    ('1250', 1250.0)
    """

    __slots__ = ("is_percent", "number")
    number: float
    is_percent: bool

    @classmethod
    def of(cls, number: float, *, is_percent: bool = False) -> "NumberCell":
        """Make the cell of a number."""
        whole = number == int(number)
        cell = cls(str(int(number)) if whole else _plain_digits(number))
        cell.number, cell.is_percent = float(number), is_percent
        return cell


class DateCell(SheetCell):
    """A cell shown as a date; the text is ISO, with the time of day where there is one.

    Examples
    --------
    >>> DateCell.of(date(2025, 7, 24)), DateCell.of(date(2025, 7, 24), "13:05").day.year
    ('2025-07-24', 2025)
    """

    __slots__ = ("day",)
    day: date

    @classmethod
    def of(cls, day: date, time: str = "") -> "DateCell":
        """Make the cell of a day; ``time`` is empty at midnight."""
        cell = cls(f"{day.isoformat()} {time}".rstrip())
        cell.day = day
        return cell


class YesNoCell(SheetCell):
    """A truth value; the text is ``TRUE`` or ``FALSE``."""

    __slots__ = ("flag",)
    flag: bool

    @classmethod
    def of(cls, *, flag: bool) -> "YesNoCell":
        """Make the cell of a truth value."""
        cell = cls("TRUE" if flag else "FALSE")
        cell.flag = flag
        return cell


class ErrorCell(SheetCell):
    """An error of the spreadsheet, such as ``#REF!``; never a value."""

    __slots__ = ()


class FormulaCell(SheetCell):
    """A formula that no program has calculated yet; the text is the formula. Never a value."""

    __slots__ = ()


def _plain_digits(number: float) -> str:
    text = repr(float(number))
    if "e" not in text:
        return text
    return f"{number:.20f}".rstrip("0").rstrip(".") or "0"

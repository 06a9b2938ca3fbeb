"""The smallest and largest value that a column allows."""

from decimal import Decimal

from features.cells.numbers import shown_number
from features.cells.values import quoted
from features.errors import CellError
from features.schema.loader import Column

__all__ = ["check_range"]

_COORDINATE_ID = " Periksa apakah lintang dan bujur tertukar, dan apakah tanda minus hilang."
_COORDINATE_EN = " Check whether latitude and longitude are swapped, or a minus sign is missing."


def check_range(column: Column, number: Decimal | float, text: str) -> None:
    """Refuse a number outside the column's range (both ends are inside).

    Raises
    ------
    CellError
        Naming the range.
    """
    low, high = column.minimum, column.maximum
    if (low is None or number >= low) and (high is None or number <= high):
        return
    read_id, read_en = shown_number(number)
    low_id, low_en = shown_number(low) if low is not None else ("", "")
    high_id, high_en = shown_number(high) if high is not None else ("", "")
    if low is None:
        range_id, range_en = f"paling besar {high_id}", f"at most {high_en}"
    elif high is None:
        range_id, range_en = f"paling kecil {low_id}", f"at least {low_en}"
    else:
        range_id, range_en = f"antara {low_id} dan {high_id}", f"between {low_en} and {high_en}"
    degrees = column.unit == "deg"
    raise CellError(
        f"{quoted(text)} terbaca {read_id}; yang diterima {range_id}."
        + (_COORDINATE_ID if degrees else " Perbaiki, atau kosongkan bila tidak tahu."),
        f"{quoted(text)} reads as {read_en}; accepted is {range_en}."
        + (_COORDINATE_EN if degrees else " Correct it, or leave it empty if unknown."),
        code="number_out_of_range",
    )

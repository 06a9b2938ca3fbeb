"""What was read with a doubt that the user should see: approximate, added up, weekday, lost digits."""

import re
from collections.abc import Callable, Mapping
from datetime import date
from types import MappingProxyType

from features.cells.answer_remarks import answer_remark
from features.cells.approximate import is_approximate
from features.cells.dates import has_guessed_parts
from features.cells.degrees import dotted_degrees
from features.cells.lookalikes import has_broken_letters, mixed_word
from features.cells.measures import guessed_unit
from features.cells.month_names import WEEKDAY, weekday_number
from features.cells.numbers import shown_number
from features.cells.phones import lacks_leading_zero
from features.cells.sexes import both_sexes
from features.cells.spreadsheets import has_lost_digits
from features.cells.texts import unmarked
from features.cells.units import unit_words
from features.cells.values import Remark, Value, quoted
from features.cells.yes_no import PLAIN_ANSWERS
from features.schema.loader import Column, Kind

__all__ = ["cell_remark"]

_ISO_LENGTH = 10
_PLAIN_NUMBER = re.compile(
    r"(?:rp\.? *)?(?:-?[0-9]+(?:[.,][0-9]+)?|[0-9]{1,3}(?:\.[0-9]{3})+(?:,[0-9]+)?|[0-9.]+,-)", re.IGNORECASE
).fullmatch


def _shown(column: Column, value: Value) -> Remark:
    if column.unit == "deg" or not isinstance(value, int | float):
        return str(value), str(value)
    return shown_number(value)


def _of_number(column: Column, text: str, value: Value) -> Remark | None:
    if text.replace(".", "", 1).isdecimal() and column.unit != "deg":
        return None  # nearly every cell: nothing stands around the number
    if _PLAIN_NUMBER(text):
        return _of_sign(column, text, value)
    body = unmarked(text)
    shown_id, shown_en = _shown(column, value)
    if is_approximate(body):
        return (
            f"{quoted(text)} adalah perkiraan; dicatat sebagai {shown_id}.",
            f"{quoted(text)} is approximate; recorded as {shown_en}.",
        )
    if column.unit == "people" and both_sexes(body) is not None:
        return (
            f"{quoted(text)} dijumlahkan menjadi {shown_id}.",
            f"{quoted(text)} was added up to {shown_en}.",
        )
    if dotted_degrees(column, body) is not None:
        return (
            f"{quoted(text)} berisi titik ribuan; dibaca sebagai {shown_id}. Periksa letaknya.",
            f"{quoted(text)} has thousands dots; read as {shown_en}. Check the place.",
        )
    return _of_sign(column, text, value) or _of_unit(column, text, value)


def _of_sign(column: Column, text: str, value: Value) -> Remark | None:
    if column.unit == "deg" or not isinstance(value, int | float) or value >= 0:
        return None
    shown_id, shown_en = shown_number(value)
    return (
        f"{quoted(text)} bernilai negatif; dicatat sebagai {shown_id}.",
        f"{quoted(text)} is negative; recorded as {shown_en}.",
    )


def _of_unit(column: Column, text: str, value: Value) -> Remark | None:
    word = None if column.kind == "money" else guessed_unit(column, unmarked(text))
    if word is None:
        return None
    unit = unit_words(column.unit)[0]
    shown_id, shown_en = _shown(column, value)
    return (
        f"{quoted(text)}: {word} dibaca sebagai {unit}; dicatat sebagai {shown_id}.",
        f"{quoted(text)}: {word} was read as {unit}; recorded as {shown_en}.",
    )


def _of_date(_column: Column, text: str, value: Value) -> Remark | None:
    if len(text) == _ISO_LENGTH or not isinstance(value, date):
        return None
    weekday = WEEKDAY.match(unmarked(text))
    if weekday and weekday_number(weekday[1]) != value.weekday():
        return (
            f"{quoted(text)}: harinya tidak cocok; dibaca sebagai {value.isoformat()}.",
            f"{quoted(text)}: the weekday does not agree; read as {value.isoformat()}.",
        )
    if has_guessed_parts(text):
        return (
            f"{quoted(text)} dibaca sebagai {value.isoformat()} (hari, bulan, tahun).",
            f"{quoted(text)} was read as {value.isoformat()} (day, month, year).",
        )
    return None


def _of_letters(_column: Column, text: str, _value: Value) -> Remark | None:
    if text.isascii():
        return None
    word = mixed_word(text)
    if word:
        return (
            f"{quoted(word)} memuat huruf Kiril atau Yunani yang mirip huruf Latin. Ketik ulang kata itu.",
            f"{quoted(word)} holds Cyrillic or Greek letters that look like Latin ones. Type the word again.",
        )
    if has_broken_letters(text):
        return (
            f"{quoted(text)} memuat huruf yang rusak. Ketik ulang, lalu simpan sebagai CSV UTF-8 atau .xlsx.",
            f"{quoted(text)} holds a broken letter. Type it again, and save as CSV UTF-8 or .xlsx.",
        )
    return None


def _of_id(column: Column, text: str, value: Value) -> Remark | None:
    if text.endswith("0") and isinstance(value, str) and has_lost_digits(value):
        return (
            (
                f"{quoted(text)} berakhir dengan 0: angka terakhirnya mungkin hilang di Excel. Cocokkan "
                "dengan aslinya."
            ),
            f"{quoted(text)} ends in 0: Excel may have lost its last digit. Compare it with the original.",
        )
    return _of_letters(column, text, value)


def _of_list(column: Column, text: str, value: Value) -> Remark | None:
    if "," not in text or ";" in text or column.choices or not isinstance(value, tuple):
        return _of_letters(column, text, value)
    if any("," in item for item in value):
        return (
            f"{quoted(text)} dibaca sebagai satu butir. Pisahkan beberapa butir dengan titik koma (;).",
            f"{quoted(text)} was read as one item. Separate several items with a semicolon (;).",
        )
    return _of_letters(column, text, value)


def _of_phone(_column: Column, text: str, value: Value) -> Remark | None:
    if not lacks_leading_zero(text):
        return None
    return (
        f"{quoted(text)} tanpa angka 0 di depan; dibaca sebagai {value}. Format kolom sebagai Teks.",
        f"{quoted(text)} has no 0 in front; read as {value}. Format the column as text.",
    )


_Look = Callable[[Column, str, Value], Remark | None]
_BY_KIND: Mapping[Kind, _Look] = MappingProxyType(
    {
        "id": _of_id,
        "text": _of_letters,
        "count": _of_number,
        "money": _of_number,
        "decimal": _of_number,
        "date": _of_date,
        "list": _of_list,
        "phone": _of_phone,
    }
)


def cell_remark(column: Column, text: str, value: Value | None) -> Remark | None:
    """Return what the user should know about how a cell was read, ``None`` when nothing.

    Parameters
    ----------
    column : Column
        What the cell holds.
    text : str
        The cell as it stood in the file.
    value : Value or None
        What ``parse_cell`` made of it; a yes/no cell may say something although it is ``None``.

    Examples
    --------
    >>> from features.schema.loader import column
    >>> cell_remark(column("cooperatives", "member_count"), "± 150", 150)[1]
    '"± 150" is approximate; recorded as 150.'
    """
    if column.kind == "yes_no":
        return None if text in PLAIN_ANSWERS else answer_remark(column, text)
    look = _BY_KIND.get(column.kind)
    return look(column, text, value) if look and value is not None else None

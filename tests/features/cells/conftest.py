"""Hypothesis strategies for the values of any column."""

from datetime import date

import pytest
from hypothesis import strategies as st

HIDDEN = {*range(0x200B, 0x200C), *range(0x200E, 0x2010), *range(0x2028, 0x202F)}
HIDDEN |= {0xAD, *range(0x2060, 0x2065), *range(0x2066, 0x206A), 0xFEFF}


# What has a meaning of its own in a cell, and must come back as the text that it was.
WORDS = [
    *(
        "-",
        "–",
        "...",
        "?",
        "n/a",
        "N.A.",
        "hapus",
        "Tidak  tahu",
        "belum ada data",
        "Tdk ada",
        "nihil",
        "kosong",
    ),
    *("'", "=1+1", "1,5E+15", "3E+15", "`12", "#REF!", "#N/A", "47111, 47112", "3673010101900000"),
]
DIGITS = {
    "code": r"[1-9][0-9]\.[0-9]{2}\.[0-9]{2}\.[1-9][0-9]{3}",
    "phone": r"0(?:8[0-9]{8,11}|[2-79][0-9]{7,10})",
    "postal_code": r"[1-9][0-9]{4}",
}


def texts(**size):
    """Any text a cell may hold: no control characters but tab and line ends, nothing unseen."""
    letters = st.characters(exclude_categories=["Cc", "Cs"], exclude_characters=tuple(map(chr, HIDDEN)))
    return st.text(letters | st.sampled_from("\t\r\n'=+-@;\" "), min_size=1, **size)


def bounds(column, low, high):
    """The column's range, or a wide one where it has none."""
    return {
        "min_value": low if column.minimum is None else column.minimum,
        "max_value": high if column.maximum is None else column.maximum,
    }


def values(column):  # noqa: PLR0911 - one answer for each kind
    """Every known value that a column can hold."""
    words = st.sampled_from(WORDS)
    if column.kind == "yes_no":
        return st.booleans()
    if column.kind in {"count", "level", "money"}:
        limits = {name: int(limit) for name, limit in bounds(column, 0, 10**12).items()}
        return st.integers(**limits)
    if column.kind == "decimal":
        return st.floats(**bounds(column, -1e9, 1e9), allow_nan=False, allow_infinity=False)
    if column.kind == "date":
        return st.dates(min_value=date(1, 1, 1))
    if column.kind == "choice":
        return st.sampled_from(column.choices)
    if column.kind in DIGITS:
        return st.from_regex(DIGITS[column.kind], fullmatch=True)
    if column.kind == "list":
        items = st.sampled_from(column.choices) if column.choices else texts(max_size=20) | words
        return st.lists(items, max_size=4).map(tuple)
    if column.kind == "id":
        one_line = texts(max_size=40).filter(lambda text: not set(text) & set("\t\r\n"))
        return one_line | words
    return texts(max_size=60) | words


@pytest.fixture(name="values_of", scope="session")
def _values_of():
    return values

"""What spreadsheets do to cells: errors, formulas without a result, dates in place of text, lost digits."""

import re

from features.cells.values import quoted
from features.errors import CellError

__all__ = [
    "became_date",
    "error_in_cell",
    "formula_without_result",
    "has_lost_digits",
    "is_error_text",
    "is_rounded",
    "rounded",
]

_ERROR = re.compile(
    r"#(?:REF!|N/A|VALUE!|DIV/0!|NAME\?|NUM!|NULL!|SPILL!|CALC!|FIELD!|BLOCKED!|CONNECT!|BUSY!|GETTING_DATA)",
    re.IGNORECASE,
).fullmatch
_ROUNDED = re.compile(r"[0-9](?:[.,][0-9]+E[+-]?[0-9]{1,3}|E\+[0-9]{1,3})(?:\.0)?", re.IGNORECASE).fullmatch
# Spreadsheets keep 15 digits of a number; the others become zeros.
_LOST = re.compile(r"[1-9][0-9]{14}0+").fullmatch


def is_error_text(text: str) -> bool:
    """Tell whether a text is one of the errors that spreadsheets show in a cell.

    Examples
    --------
    >>> is_error_text("#REF!"), is_error_text("#1")
    (True, False)
    """
    return text.startswith("#") and bool(_ERROR(text))


def is_rounded(text: str) -> bool:
    """Tell whether a spreadsheet has shown a long number by its first digits only.

    Examples
    --------
    >>> is_rounded("3,67301E+15"), is_rounded("3E+15"), is_rounded("3E15")
    (True, True, False)
    """
    return bool(_ROUNDED(text))


def has_lost_digits(text: str) -> bool:
    """Tell whether a number of 16 digits or more looks as if its last digits had become zeros.

    Examples
    --------
    >>> has_lost_digits("3673010101900000"), has_lost_digits("3673010101900001")
    (True, False)
    """
    return bool(_LOST(text))


def rounded(text: str) -> CellError:
    """Return the error for an id or code that has lost digits in a spreadsheet."""
    return CellError(
        f"{quoted(text)} dibulatkan oleh program lembar kerja sehingga angkanya hilang. "
        "Format kolom sebagai Teks, lalu ketik ulang nomor lengkapnya.",
        f"{quoted(text)} was rounded by a spreadsheet and has lost digits. "
        "Format the column as text and type the full number again.",
        code="identifier_rounded",
    )


def error_in_cell(text: str) -> CellError:
    """Return the error for a cell that shows an error of the spreadsheet."""
    return CellError(
        f"{quoted(text)} adalah galat rumus, bukan isi. Perbaiki rumusnya, atau kosongkan bila tidak tahu.",
        f"{quoted(text)} is an error of a formula, no content. Correct the formula, or leave the cell "
        "empty if unknown.",
        code="number_invalid",
    )


def formula_without_result(text: str) -> CellError:
    """Return the error for a formula that no program has calculated."""
    return CellError(
        f"Sel berisi rumus tanpa hasil ({quoted(text)}). Buka dan simpan ulang di Excel.",
        f"The cell holds a formula without a result ({quoted(text)}). Open and save the file in Excel again.",
        code="formula_no_value",
    )


def became_date(text: str) -> CellError:
    """Return the error for a cell that a spreadsheet has turned into a date."""
    return CellError(
        f"Excel mengubah isi sel menjadi tanggal ({quoted(text)}). Format kolom sebagai Teks, lalu "
        "ketik ulang.",
        f"Excel has turned the cell into a date ({quoted(text)}). Format the column as text and type "
        "it again.",
    )

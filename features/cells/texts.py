"""Text, and the apostrophe that protects it from spreadsheets.

A cell that starts with ``=``, ``+``, ``-`` or ``@`` is run as a formula by spreadsheets, ``-`` and
``hapus`` have a meaning of their own, and spaces at the ends are trimmed. An apostrophe in front
says: what follows is the text, exactly. It is set on export and taken off on import.
"""

import re
from unicodedata import normalize

from features.cells.characters import MAX_CHARACTERS, refuse_hidden, refuse_longer
from features.cells.spreadsheets import error_in_cell, is_error_text, is_rounded
from features.cells.values import CellParser, Value
from features.cells.words import is_delete, is_unknown, may_be_reserved
from features.schema.loader import Column

__all__ = ["MAX_TEXT_CHARACTERS", "format_text", "parse_text", "text_parser", "unmarked"]

MAX_TEXT_CHARACTERS = 2000
"""Longer texts are pages that slipped into a cell, or a quote left open."""

_PLAIN = re.compile(r"[0-9A-Za-z](?:[ -~]*[!-~])?").fullmatch
_FAST_CHARACTERS = 200
# The full-width forms are run as formulas too.
_NEEDS_MARK = frozenset("'`=+-@\t\r\n\uff1d\uff0b\uff0d\uff20")
_OUTLINE = ("boundaries", "geometry")


def unmarked(text: str) -> str:
    """Trim a cell and take off one apostrophe in front, as typed against a spreadsheet's guess.

    Examples
    --------
    >>> unmarked(" '0812 ")
    '0812'
    """
    trimmed = text.strip()
    return trimmed[1:].strip() if trimmed.startswith("'") else trimmed


def _is_reserved(text: str) -> bool:
    return is_unknown(text) or is_delete(text)


def parse_text(text: str, limit: int = MAX_TEXT_CHARACTERS) -> str | None:
    """Read a text cell: trimmed, or exactly what follows an apostrophe; ``None`` when unknown.

    Parameters
    ----------
    text : str
    limit : int
        The most characters that the column takes.

    Raises
    ------
    CellError
        When it holds hidden characters, is too long, or is an error of a spreadsheet.

    Examples
    --------
    >>> parse_text(" Kaligandu "), parse_text("'-"), parse_text("-")
    ('Kaligandu', '-', None)
    """
    # the common case first: nothing to trim, nothing unseen, not a reserved word
    if _PLAIN(text) and len(text) <= _FAST_CHARACTERS and not may_be_reserved(text):
        return text
    is_exact = text.startswith("'")
    content = text[1:] if is_exact else text.strip()
    refuse_longer(content, limit)
    refuse_hidden(text)
    if is_exact:
        return content or None
    if is_unknown(content):
        return None
    if is_error_text(content):
        raise error_in_cell(content)
    return normalize("NFC", content.removeprefix("'"))


def text_parser(column: Column) -> CellParser:
    """Return the parser of a text column; only the outline of an area may be as long as a cell can be."""
    if (column.table, column.name) != _OUTLINE:
        return parse_text

    def parse(text: str) -> str | None:
        return parse_text(text, MAX_CHARACTERS)

    return parse


def format_text(value: Value | None) -> str:
    """Write a text or an id so that any text is read back exactly; unknown and empty are ``""``.

    Examples
    --------
    >>> format_text("=1+1"), format_text("Hapus"), format_text("n/a"), format_text(None)
    ("'=1+1", "'Hapus", "'n/a", '')
    """
    if not value:
        return ""
    text = str(value)
    if _PLAIN(text):
        safe = not is_rounded(text) and not (may_be_reserved(text) and _is_reserved(text))
    else:
        safe = (
            text[0] not in _NEEDS_MARK
            and text == text.strip()
            and not _is_reserved(text)
            and not is_error_text(text)
            and text == normalize("NFC", text)
        )
    return text if safe else "'" + text

"""Text and ids, and the apostrophe that protects them from spreadsheets.

A cell that starts with ``=``, ``+``, ``-`` or ``@`` is run as a formula by spreadsheets, ``-`` and
``hapus`` have a meaning of their own, and spaces at the ends are trimmed. An apostrophe in front
says: what follows is the text, exactly. It is set on export and taken off on import.
"""

import re
from unicodedata import normalize

from features.cells.characters import refuse_hidden
from features.cells.values import Value, quoted
from features.cells.words import DELETE_WORD, UNKNOWN_WORDS, fold
from features.errors import CellError

__all__ = ["format_text", "parse_id", "parse_text", "unmarked"]

_RESERVED = UNKNOWN_WORDS | {DELETE_WORD}
_RESERVED_FIRST = frozenset(word[0] for word in _RESERVED if word)
_PLAIN = re.compile(r"[0-9A-Za-z](?:[ -~]*[!-~])?").fullmatch
# The full-width forms are run as formulas too.
_NEEDS_MARK = frozenset("'`=+-@\t\r\n\uff1d\uff0b\uff0d\uff20")
_ROUNDED = re.compile(r"[0-9][.,][0-9]+E\+?[0-9]+", re.IGNORECASE).fullmatch
_MAX_ID_CHARACTERS = 200


def unmarked(text: str) -> str:
    """Trim a cell and take off one apostrophe in front, as typed against a spreadsheet's guess.

    Examples
    --------
    >>> unmarked(" '0812 ")
    '0812'
    """
    trimmed = text.strip()
    return trimmed[1:].strip() if trimmed.startswith("'") else trimmed


def parse_text(text: str) -> str | None:
    """Read a text cell: trimmed, or exactly what follows an apostrophe; ``None`` when unknown.

    Raises
    ------
    CellError
        When it holds hidden characters or is too long.

    Examples
    --------
    >>> parse_text(" Kaligandu "), parse_text("'-"), parse_text("-")
    ('Kaligandu', '-', None)
    """
    # the common case first: nothing to trim, nothing unseen, not a reserved word
    if _PLAIN(text) and text[0].lower() not in _RESERVED_FIRST and len(text) <= _MAX_ID_CHARACTERS:
        return text
    refuse_hidden(text)
    if text.startswith("'"):
        return text[1:] or None
    trimmed = text.strip()
    if fold(trimmed) in UNKNOWN_WORDS:
        return None
    return normalize("NFC", trimmed.removeprefix("'"))


def parse_id(text: str) -> str | None:
    """Read an id: one line of text; ``None`` when unknown.

    Raises
    ------
    CellError
        When it holds line ends or tabs, is too long, or was rounded by a spreadsheet
        (``3,67301E+15``).

    Examples
    --------
    >>> parse_id("`3673010101900001")
    '3673010101900001'
    """
    found = parse_text(text)
    if found is None or text.startswith("'"):
        rounded = False
    else:
        # a back-tick in front is another habit of keeping digits as text
        found = found.removeprefix("`") if found[1:].isdigit() else found
        rounded = bool(_ROUNDED(found))
    if rounded:
        raise CellError(
            f"{quoted(text)} dibulatkan oleh program lembar kerja sehingga angkanya hilang. "
            "Format kolom sebagai Teks, lalu ketik ulang nomor lengkapnya.",
            f"{quoted(text)} was rounded by a spreadsheet and has lost digits. "
            "Format the column as text and type the full number again.",
        )
    if found and (len(found) > _MAX_ID_CHARACTERS or any(one in found for one in "\t\r\n")):
        raise CellError(
            f"{quoted(text)} bukan ID: tulis satu baris, paling banyak {_MAX_ID_CHARACTERS} huruf.",
            f"{quoted(text)} is no id: write one line of at most {_MAX_ID_CHARACTERS} characters.",
        )
    return found


def format_text(value: Value | None) -> str:
    """Write a text or an id so that any text is read back exactly; unknown and empty are ``""``.

    Examples
    --------
    >>> format_text("=1+1"), format_text("Hapus"), format_text(None)
    ("'=1+1", "'Hapus", '')
    """
    if not value:
        return ""
    text = str(value)
    if _PLAIN(text):
        safe = fold(text) not in _RESERVED and not _ROUNDED(text)
    else:
        safe = (
            text[0] not in _NEEDS_MARK
            and text == text.strip()
            and fold(text) not in _RESERVED
            and text == normalize("NFC", text)
        )
    return text if safe else "'" + text

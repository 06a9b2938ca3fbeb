"""Ids: one line of text whose digits all count."""

import re

from features.cells.spreadsheets import is_rounded, rounded
from features.cells.texts import parse_text
from features.cells.values import quoted
from features.cells.words import may_be_reserved
from features.errors import CellError

__all__ = ["MAX_ID_CHARACTERS", "parse_id"]

MAX_ID_CHARACTERS = 200

_PLAIN = re.compile(r"[0-9A-Za-z][0-9A-Za-z._/-]{0,63}").fullmatch


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
    if _PLAIN(text) and not may_be_reserved(text) and not is_rounded(text):
        return text
    found = parse_text(text)
    if found is None:
        return None
    if not text.startswith("'"):
        # a back-tick in front is another habit of keeping digits as text
        found = found[1:] if found[0] == "`" and found[1:2].isdigit() else found
        if is_rounded(found):
            raise rounded(text)
    is_long = len(found) > MAX_ID_CHARACTERS
    if is_long or any(one in found for one in "\t\r\n"):
        raise CellError(
            f"{quoted(text)} bukan ID: tulis satu baris, paling banyak {MAX_ID_CHARACTERS} huruf.",
            f"{quoted(text)} is no id: write one line of at most {MAX_ID_CHARACTERS} characters.",
            code="text_too_long" if is_long else "cell_invalid",
        )
    return found

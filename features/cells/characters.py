"""Characters that nobody can see and that are refused."""

import re

from features.cells.values import quoted
from features.errors import CellError

__all__ = ["MAX_CHARACTERS", "refuse_hidden", "refuse_longer"]

MAX_CHARACTERS = 32_767
"""What one cell of a spreadsheet can hold."""

# Controls (not tab and line ends), zero width space, direction marks, byte order mark, surrogates.
# Joiners (U+200C, U+200D) stay: emoji and several scripts need them.
_HIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u200b\u200e\u200f\u2028-\u202e\u2060-\u2064\u2066-\u2069\ufeff"
    "\ud800-\udfff]"
)
_FIRST_FORMAT_CHARACTER = "\u00a0"


def refuse_longer(text: str, limit: int) -> None:
    """Refuse a text of more characters than a column takes.

    Raises
    ------
    CellError
        Naming both numbers.

    Examples
    --------
    >>> refuse_longer("Kaligandu", 200)
    """
    if len(text) > limit:
        raise CellError(
            f"Isi sel {len(text)} huruf; batasnya {limit}. Ringkas isinya.",
            f"The cell has {len(text)} characters; the limit is {limit}. Shorten it.",
            code="text_too_long",
        )


def refuse_hidden(text: str) -> None:
    """Refuse a cell that holds a character nobody can see, or more than a cell can hold.

    Raises
    ------
    CellError
        Naming the character.

    Examples
    --------
    >>> refuse_hidden("Kaligandu")
    """
    refuse_longer(text, MAX_CHARACTERS)
    found = _HIDDEN.search(text)
    if found:
        name = f"U+{ord(found.group()):04X}"
        is_control = found.group() < _FIRST_FORMAT_CHARACTER
        raise CellError(
            f"{quoted(text)} berisi karakter tersembunyi {name}. Ketik ulang isi sel ini.",
            f"{quoted(text)} holds a hidden character, {name}. Type the cell again.",
            code="control_character" if is_control else "invisible_characters",
        )

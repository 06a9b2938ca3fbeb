"""Characters that nobody can see and that are refused."""

import re

from features.cells.values import quoted
from features.errors import CellError

__all__ = ["MAX_CHARACTERS", "refuse_hidden"]

MAX_CHARACTERS = 32_767
"""What one cell of a spreadsheet can hold."""

# Controls (not tab and line ends), zero width space, direction marks, byte order mark, surrogates.
# Joiners (U+200C, U+200D) stay: emoji and several scripts need them.
_HIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b\u200e\u200f\u2028-\u202e\u2060\u2066-\u2069\ufeff"
    "\ud800-\udfff]"
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
    if len(text) > MAX_CHARACTERS:
        raise CellError(
            f"Isi sel {len(text)} huruf; batasnya {MAX_CHARACTERS}. Ringkas isinya.",
            f"The cell has {len(text)} characters; the limit is {MAX_CHARACTERS}. Shorten it.",
        )
    found = _HIDDEN.search(text)
    if found:
        name = f"U+{ord(found.group()):04X}"
        raise CellError(
            f"{quoted(text)} berisi karakter tersembunyi {name}. Ketik ulang isi sel ini.",
            f"{quoted(text)} holds a hidden character, {name}. Type the cell again.",
        )

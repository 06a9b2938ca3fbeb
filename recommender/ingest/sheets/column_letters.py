"""Columns as spreadsheets call them: ``A`` is 0, ``XFD`` 16,383."""

from functools import lru_cache

__all__ = ["column_index", "column_letters"]

_LETTERS = 26
_LONGEST = 3


@lru_cache(maxsize=1024)
def column_index(letters: str) -> int:
    """Return the position of a column, from 0; -1 for what is no column.

    Examples
    --------
    >>> column_index("A"), column_index("XFD"), column_index("A1")
    (0, 16383, -1)
    """
    if not letters or len(letters) > _LONGEST or not (letters.isascii() and letters.isalpha()):
        return -1
    number = 0
    for letter in letters.upper():
        number = number * _LETTERS + ord(letter) - ord("A") + 1
    return number - 1


def column_letters(index: int) -> str:
    """Return the letters of a column.

    Examples
    --------
    >>> column_letters(0), column_letters(16383)
    ('A', 'XFD')
    """
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, _LETTERS)
        letters = chr(ord("A") + rest) + letters
    return letters

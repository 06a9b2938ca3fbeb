"""Words that stand for no value: unknown, stated empty, and the order to forget."""

import re

__all__ = [
    "DELETE_WORD",
    "EMPTY_LIST_WORDS",
    "UNKNOWN_WORDS",
    "ZERO_WORD",
    "compact",
    "fold",
    "is_delete",
    "is_unknown",
]

UNKNOWN_WORDS: frozenset[str] = frozenset({"", "-", "tidak tahu", "belum didata"})
"""Nobody knows: never zero and never "no"."""

ZERO_WORD = "nihil"
"""A stated zero, and a list stated to be empty."""

EMPTY_LIST_WORDS: frozenset[str] = frozenset({ZERO_WORD, "tidak ada", "belum ada"})
DELETE_WORD = "hapus"
"""On import: forget the stored value."""

_BETWEEN = re.compile(r"[\W_]+")


def fold(text: str) -> str:
    """Return the text in lower case with single spaces, for comparing words.

    Examples
    --------
    >>> fold("  Tidak   TAHU ")
    'tidak tahu'
    """
    return " ".join(text.split()).casefold()


def compact(text: str) -> str:
    """Return only letters and digits in lower case, for comparing names and choices.

    Examples
    --------
    >>> compact("Kelurahan_Room")
    'kelurahanroom'
    """
    return _BETWEEN.sub("", text).casefold()


def is_unknown(text: str) -> bool:
    """Tell whether a cell says that nobody knows.

    Examples
    --------
    >>> is_unknown("Belum didata"), is_unknown("0")
    (True, False)
    """
    return fold(text) in UNKNOWN_WORDS


def is_delete(text: str) -> bool:
    """Tell whether a cell orders the stored value to be made unknown.

    Examples
    --------
    >>> is_delete(" Hapus "), is_delete("'hapus")
    (True, False)
    """
    return fold(text) == DELETE_WORD

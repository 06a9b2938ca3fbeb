"""Words that stand for no value: unknown, stated empty, and the order to forget."""

import re
from collections.abc import Mapping
from types import MappingProxyType

__all__ = [
    "DELETE_WORD",
    "EMPTY_LIST_WORDS",
    "ZERO_WORD",
    "compact",
    "fold",
    "is_delete",
    "is_unclear_nothing",
    "is_unknown",
    "is_zero",
    "may_be_reserved",
    "plain_words",
]

ZERO_WORD = "nihil"
"""A stated zero, and a list stated to be empty."""

DELETE_WORD = "hapus"
"""On import: forget the stored value."""

_ZERO_WORDS = frozenset({ZERO_WORD, "nol"})
_NOTHING = frozenset(
    f"{denied} {had}" for denied in ("tidak", "belum") for had in ("ada", "punya", "memiliki", "mempunyai")
)

EMPTY_LIST_WORDS: frozenset[str] = _NOTHING | {ZERO_WORD}
"""They state that a list is empty; as ``plain_words`` writes them."""

_UNKNOWN = frozenset(
    f"{denied} {known}"
    for denied in ("tidak", "belum")
    for known in (
        *("tahu", "tau", "diketahui", "didata", "terdata", "pasti", "jelas"),
        *("ada data", "ada datanya", "ada info", "ada informasi", "ada keterangan"),
    )
) | {"data belum ada", "data tidak ada", "data kosong", "unknown"}

# Signs that people set into a cell so that it does not look forgotten.
_SIGNS = re.compile(
    r"(?:[-\u2010-\u2015\u2212]\s*)+|\?(?:\s*\?)*|\.(?:\s?\.)*|\u2026+|_{2,}|n\s?[./]?\s?a\.?"
).fullmatch
_SHORT_FOR: Mapping[str, str] = MappingProxyType(
    {
        **dict.fromkeys(("tdk", "tdak", "tak", "gak", "ga", "nggak", "enggak", "ndak"), "tidak"),
        **dict.fromkeys(("blm", "blum", "blom", "belom"), "belum"),
        **dict.fromkeys(("sdh", "udah", "udh", "telah"), "sudah"),
        **dict.fromkeys(("sdg", "lagi"), "sedang"),
        **dict.fromkeys(("msh", "masi"), "masih"),
        "dlm": "dalam",
    }
)
_BETWEEN = re.compile(r"[\W_]+")
_LONGEST = 32
_FIRST_LETTERS = frozenset("bdeghntuBDEGHNTU")
_MAY_BE_RESERVED = re.compile(
    r"(?:n\s?[./]?\s?a\b|t(?:idak|da?k|ak)\b|(?:n?g|n|en)?g?ga[k]?\b|ndak\b|be?l[uo]?m\b|data\b|unknown|hapus)",
    re.IGNORECASE,
).match


def fold(text: str) -> str:
    """Return the text in lower case with single spaces, for comparing words.

    Examples
    --------
    >>> fold("  Tidak   TAHU ")
    'tidak tahu'
    """
    return " ".join(text.split()).casefold()


def plain_words(text: str) -> str:
    """Return the text folded, with shorthand written out and without a full stop at the end.

    Examples
    --------
    >>> plain_words("Tdk ADA."), plain_words("sdh")
    ('tidak ada', 'sudah')
    """
    words = text.casefold().split()
    return " ".join(_SHORT_FOR.get(word, word) for word in words).rstrip(".! ")


def compact(text: str) -> str:
    """Return only letters and digits in lower case, for comparing names and choices.

    Examples
    --------
    >>> compact("Kelurahan_Room")
    'kelurahanroom'
    """
    return _BETWEEN.sub("", text).casefold()


def is_unknown(text: str) -> bool:
    """Tell whether a cell says that nobody knows: never zero and never "no".

    Examples
    --------
    >>> is_unknown("Blm didata"), is_unknown("n/a"), is_unknown("0"), is_unknown("belum ada")
    (True, True, False, False)
    """
    folded = fold(text)
    if not folded or _SIGNS(folded):
        return True
    return len(folded) <= _LONGEST and plain_words(folded) in _UNKNOWN


def is_unclear_nothing(text: str) -> bool:
    """Tell whether a cell says that nothing is there, which for a number may mean zero or unknown.

    Examples
    --------
    >>> is_unclear_nothing("Belum ada"), is_unclear_nothing("kosong"), is_unclear_nothing("nihil")
    (True, True, False)
    """
    plain = plain_words(text) if len(text) <= _LONGEST else ""
    return plain == "kosong" or plain in _NOTHING


def is_zero(text: str) -> bool:
    """Tell whether a cell states zero in words.

    Examples
    --------
    >>> is_zero("NIHIL"), is_zero("nol"), is_zero("tidak ada")
    (True, True, False)
    """
    return fold(text).rstrip(".") in _ZERO_WORDS


def is_delete(text: str) -> bool:
    """Tell whether a cell orders the stored value to be made unknown.

    Examples
    --------
    >>> is_delete(" Hapus "), is_delete("'hapus")
    (True, False)
    """
    return fold(text) == DELETE_WORD


def may_be_reserved(text: str) -> bool:
    """Tell quickly whether a text that begins with a letter or digit could be a word of this file.

    Examples
    --------
    >>> may_be_reserved("Banjar Agung"), may_be_reserved("Belum Agung"), is_unknown("Belum Agung")
    (False, True, False)
    """
    return text[0] in _FIRST_LETTERS and len(text) <= _LONGEST and bool(_MAY_BE_RESERVED(text))

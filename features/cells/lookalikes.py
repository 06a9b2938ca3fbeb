"""Words whose letters only look alike: Latin mixed with Cyrillic or Greek, and letters that got broken."""

import re

__all__ = ["has_broken_letters", "mixed_word"]

_WORD = re.compile(r"[^\W\d_]{2,}")
_LATIN = re.compile("[A-Za-z\u00c0-\u024f]")
_OTHER = re.compile("[\u0370-\u03ff\u0400-\u052f]")
_BROKEN = "\ufffd"


def mixed_word(text: str) -> str | None:
    """Return the first word that mixes alphabets whose letters look alike, ``None`` when none does.

    Examples
    --------
    >>> mixed_word("Kop\u0435rasi Kaligandu") == "Kop\u0435rasi", mixed_word("Koperasi")
    (True, None)
    """
    if text.isascii() or not _OTHER.search(text):
        return None
    words = _WORD.findall(text)
    return next((word for word in words if _LATIN.search(word) and _OTHER.search(word)), None)


def has_broken_letters(text: str) -> bool:
    """Tell whether a letter was lost when a file was saved or read in the wrong encoding."""
    return _BROKEN in text

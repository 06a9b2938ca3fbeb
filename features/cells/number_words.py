"""Numbers in Indonesian words: ``lima juta``, ``seratus dua puluh``."""

from collections.abc import Mapping
from types import MappingProxyType

__all__ = ["number_in_words"]

_UNITS: Mapping[str, int] = MappingProxyType(
    {
        word: number
        for number, word in enumerate(
            [
                "nol",
                "satu",
                "dua",
                "tiga",
                "empat",
                "lima",
                "enam",
                "tujuh",
                "delapan",
                "sembilan",
                "sepuluh",
                "sebelas",
            ]
        )
    }
)
_TENS: Mapping[str, int] = MappingProxyType({"puluh": 10, "ratus": 100})
_SCALES: Mapping[str, int] = MappingProxyType(
    {"ribu": 10**3, "juta": 10**6, "miliar": 10**9, "milyar": 10**9, "triliun": 10**12, "trilyun": 10**12}
)
_ONE_OF: Mapping[str, tuple[str, str]] = MappingProxyType(
    {f"se{word}": ("satu", word) for word in ("puluh", "ratus", "ribu", "juta", "miliar", "milyar")}
)
_SAID_WITH_IT = frozenset(
    ["rupiah", "orang", "anggota", "jiwa", "unit", "meter", "persegi", "kk", "hari", "bulan"]
)
_BELAS = 10


def _words(text: str) -> list[str]:
    found: list[str] = []
    for word in text.casefold().replace("-", " ").split():
        found += _ONE_OF.get(word, (word,))
    while found and found[-1] in _SAID_WITH_IT:
        found.pop()
    return found


def number_in_words(text: str) -> int | None:
    """Return the number that words say, ``None`` when they say none.

    Examples
    --------
    >>> number_in_words("Lima juta rupiah"), number_in_words("seratus enam puluh"), number_in_words("besar")
    (5000000, 160, None)
    """
    total, group, digit = 0, 0, 0
    words = _words(text)
    for word in words:
        if word in _UNITS:
            digit = _UNITS[word]
        elif word == "belas":
            group, digit = group + digit + _BELAS, 0
        elif word in _TENS:
            group, digit = group + digit * _TENS[word], 0
        elif word in _SCALES:
            total, group, digit = total + (group + digit) * _SCALES[word], 0, 0
        else:
            return None
    number = total + group + digit
    return number if number or "nol" in words else None  # "juta" alone counts nothing

"""Names of months and weekdays as people write them."""

import re
from collections.abc import Mapping
from types import MappingProxyType

__all__ = ["MONTH_NAMES", "MONTH_WORDS", "WEEKDAY", "weekday_number"]

MONTH_NAMES = (
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
)
"""As messages write them; January comes first."""

MONTH_WORDS: Mapping[str, int] = MappingProxyType(
    {
        word: number
        for number, words in enumerate(
            (
                "januari jan january i",
                "februari feb pebruari peb febuari pebuari february ii",
                "maret mar mrt maret march iii",
                "april apr iv",
                "mei may v",
                "juni jun june vi",
                "juli jul july vii",
                "agustus agt agu ags agst agust aug august viii",
                "september sep sept septembar ix",
                "oktober okt october oct x",
                "november nov nopember nop xi",
                "desember des december dec xii",
            ),
            start=1,
        )
        for word in words.split()
    }
)
"""Every spelling in lower case, Roman numerals too, to 1 for January ... 12."""

_WEEKDAYS: Mapping[str, int] = MappingProxyType(
    {
        word: number
        for number, words in enumerate(
            (
                "senin monday",
                "selasa tuesday",
                "rabu wednesday",
                "kamis thursday",
                "jumat jum'at friday",
                "sabtu saturday",
                "minggu ahad sunday",
            )
        )
        for word in words.split()
    }
)

WEEKDAY = re.compile(rf"({'|'.join(_WEEKDAYS)})\s*[,/]?\s+", re.IGNORECASE)
"""A weekday in front of a date."""


def weekday_number(word: str) -> int:
    """Return 0 (Monday) to 6 for a weekday.

    Examples
    --------
    >>> weekday_number("Senin"), weekday_number("Jum'at"), weekday_number("Ahad")
    (0, 4, 6)
    """
    return _WEEKDAYS[word.casefold()]

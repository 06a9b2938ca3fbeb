"""Dates: ISO, Indonesian words, day first, and the serial numbers of spreadsheets."""

import re
from datetime import date, timedelta
from functools import lru_cache

from features.cells.characters import refuse_hidden
from features.cells.texts import unmarked
from features.cells.values import quoted
from features.cells.words import is_unknown
from features.errors import CellError

__all__ = ["WEEKDAY", "parse_date", "weekday_number"]

_MONTHS = {
    word: number
    for number, words in enumerate(
        (
            "januari jan january",
            "februari feb pebruari peb february",
            "maret mar mrt march",
            "april apr",
            "mei may",
            "juni jun june",
            "juli jul july",
            "agustus agt agu ags agst aug august",
            "september sep sept",
            "oktober okt october oct",
            "november nov nopember nop",
            "desember des december dec",
        ),
        start=1,
    )
    for word in words.split()
}
_WEEKDAYS = ("senin", "selasa", "rabu", "kamis", "jumat", "sabtu", "minggu")

WEEKDAY = re.compile(r"(senin|selasa|rabu|kamis|jum'?at|sabtu|minggu|ahad)\s*,?\s+", re.IGNORECASE)
"""A weekday in front of a date."""

_TIME = re.compile(r"(?:\s+|T)[0-9]{1,2}[:.][0-9]{2}(?:[:.][0-9]{2}(?:\.[0-9]{1,6})?)?")
_YEAR_FIRST = re.compile(r"([0-9]{4})([-/.])([0-9]{1,2})\2([0-9]{1,2})")
_DAY_FIRST = re.compile(r"([0-9]{1,2})([-/.])([0-9]{1,2})\2([0-9]{4}|[0-9]{2})")
_WORDS = re.compile(r"([0-9]{1,2})[\s.-]+([a-z]+)\.?[\s.-]+([0-9]{4})", re.IGNORECASE)
_SERIAL = re.compile(r"([0-9]{5})(?:[.,][0-9]+)?")
# 1954 to 2099: a bare year such as 2025 is then never taken for a serial.
_FIRST_SERIAL, _LAST_SERIAL = 20_000, 73_050
_SERIAL_ORIGIN = date(1899, 12, 30)
_PIVOT = 70


def weekday_number(word: str) -> int:
    """Return 0 (Monday) to 6 for an Indonesian weekday.

    Examples
    --------
    >>> weekday_number("Senin"), weekday_number("Jum'at"), weekday_number("Ahad")
    (0, 4, 6)
    """
    plain = word.casefold().replace("'", "")
    return 6 if plain == "ahad" else _WEEKDAYS.index(plain)


def _parts(body: str) -> tuple[int, int, int] | None:
    year_first = _YEAR_FIRST.fullmatch(body)
    if year_first:
        return int(year_first[1]), int(year_first[3]), int(year_first[4])
    day_first = _DAY_FIRST.fullmatch(body)
    if day_first:
        year = int(day_first[4])
        if len(day_first[4]) == 2:  # noqa: PLR2004 - a two-digit year
            year += 2000 if year < _PIVOT else 1900
        return year, int(day_first[3]), int(day_first[1])
    words = _WORDS.fullmatch(body)
    if words and words[2].casefold() in _MONTHS:
        return int(words[3]), _MONTHS[words[2].casefold()], int(words[1])
    return None


def _date(body: str) -> date | None:
    serial = _SERIAL.fullmatch(body)
    if serial:
        days = int(serial[1])
        fits = _FIRST_SERIAL <= days <= _LAST_SERIAL
        return _SERIAL_ORIGIN + timedelta(days=days) if fits else None
    time = _TIME.search(body)
    parts = _parts(body[: time.start()] if time and time.end() == len(body) else body)
    if parts is None:
        return None
    try:
        return date(*parts)
    except ValueError:
        return None


@lru_cache(maxsize=4096)
def parse_date(text: str) -> date | None:
    """Read a date; ``None`` when unknown. Day comes first; a time of day is dropped.

    Raises
    ------
    CellError
        When there is no such day, or the text is no date.

    Examples
    --------
    >>> parse_date("24 Juli 2025") == parse_date("24/07/2025") == parse_date("45862")
    True
    """
    refuse_hidden(text)
    body = unmarked(text)
    if is_unknown(body):
        return None
    weekday = WEEKDAY.match(body)
    found = _date(body[weekday.end() :] if weekday else body)
    if found is None:
        raise CellError(
            f"{quoted(text)} bukan tanggal. Tulis hari, bulan, tahun: 24 Juli 2025, 24/07/2025 "
            "atau 2025-07-24.",
            f"{quoted(text)} is no date. Write day, month, year: 24 Juli 2025, 24/07/2025 or 2025-07-24.",
        )
    return found

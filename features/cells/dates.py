"""Dates: ISO, Indonesian words, day first, and the serial numbers of spreadsheets."""

import re
from datetime import date, timedelta
from functools import lru_cache

from features.cells.characters import refuse_hidden
from features.cells.date_faults import no_date
from features.cells.month_names import MONTH_WORDS, WEEKDAY
from features.cells.spreadsheets import error_in_cell, is_error_text
from features.cells.texts import unmarked
from features.cells.words import is_unknown

__all__ = ["has_guessed_parts", "parse_date"]

_PREFIX = re.compile(r"(?:tertanggal|tanggal|tgl|per)\b\.?\s*:?\s*", re.IGNORECASE)
_TIME = re.compile(
    r"(?:\s+|T|\s*,\s*)(?:(?:pukul|pkl|jam)\.?\s+)?[0-9]{1,2}[:.][0-9]{2}(?:[:.][0-9]{2}(?:\.[0-9]{1,6})?)?"
    r"(?:\s*(?:AM|PM|WIB|WITA|WIT))?",
    re.IGNORECASE,
)
_YEAR_FIRST = re.compile(r"([0-9]{4})\s*([-/.])\s*([0-9]{1,2})\s*\2\s*([0-9]{1,2})").fullmatch
_DAY_FIRST = re.compile(r"([0-9]{1,2})\s*([-/. ])\s*([0-9]{1,2})\s*\2\s*([0-9]{4}|'?[0-9]{2})").fullmatch
_WORDS = re.compile(r"([0-9]{1,2})[\s./-]*([a-z]+)[\s./,-]*([0-9]{4}|'?[0-9]{2})", re.IGNORECASE).fullmatch
_MONTH_FIRST = re.compile(
    r"([a-z]+)\.?\s+([0-9]{1,2})(?:st|nd|rd|th)?\s*,?\s+([0-9]{4})", re.IGNORECASE
).fullmatch
_YEAR_WORDS = re.compile(r"([0-9]{4})[\s./-]+([a-z]+)\.?[\s./-]+([0-9]{1,2})", re.IGNORECASE).fullmatch
_COMPACT = re.compile(r"[0-9]{8}").fullmatch
_SHORT_YEAR = re.compile(
    r"[0-9]{1,2}(?:\s*[-/. ]\s*[0-9]{1,2}\s*[-/. ]\s*|[\s./-]*[a-z]+[\s./,-]*)'?[0-9]{2}", re.IGNORECASE
).fullmatch
_SERIAL = re.compile(r"([0-9]{5})(?:[.,][0-9]+)?").fullmatch
# 1954 to 2099: a bare year such as 2025 is then never taken for a serial.
_FIRST_SERIAL, _LAST_SERIAL = 20_000, 73_050
_SERIAL_ORIGIN = date(1899, 12, 30)
_PIVOT = 70
# Other years are slips of the pen, except in ISO form, which programs write.
_YEARS = range(1900, 2200)

_Parts = tuple[int, int, int]


def _year(text: str) -> int:
    digits = text.removeprefix("'")
    if len(digits) > 2:  # noqa: PLR2004 - a two-digit year
        return int(digits)
    return int(digits) + (2000 if int(digits) < _PIVOT else 1900)


def _numeric(body: str) -> _Parts | None:
    day_first = _DAY_FIRST(body)
    if day_first:
        return _year(day_first[4]), int(day_first[3]), int(day_first[1])
    if not _COMPACT(body):
        return None
    # With a year of this century or the last one only one of the two orders is a date.
    for parts in ((body[:4], body[4:6], body[6:]), (body[4:], body[2:4], body[:2])):
        year, month, day = map(int, parts)
        if year in _YEARS and month in range(1, 13):
            return year, month, day
    return None


def _in_words(body: str) -> _Parts | None:
    named = _WORDS(body)
    if named and named[2].casefold() in MONTH_WORDS:
        return _year(named[3]), MONTH_WORDS[named[2].casefold()], int(named[1])
    named = _MONTH_FIRST(body)
    if named and named[1].casefold() in MONTH_WORDS:
        return int(named[3]), MONTH_WORDS[named[1].casefold()], int(named[2])
    named = _YEAR_WORDS(body)
    if named and named[2].casefold() in MONTH_WORDS:
        return int(named[1]), MONTH_WORDS[named[2].casefold()], int(named[3])
    return None


def _parts(body: str) -> _Parts | None:
    year_first = _YEAR_FIRST(body)
    if year_first:
        return int(year_first[1]), int(year_first[3]), int(year_first[4])
    parts = _numeric(body) or _in_words(body)
    return parts if parts and parts[0] in _YEARS else None


def _bare(text: str) -> str:
    """Return a date without what may stand around it: ``tanggal``, a weekday, a time of day."""
    body = _PREFIX.sub("", unmarked(text), count=1) if _PREFIX.match(unmarked(text)) else unmarked(text)
    weekday = WEEKDAY.match(body)
    body = " ".join(body[weekday.end() :].split() if weekday else body.split())
    time = _TIME.search(body)
    return body[: time.start()] if time and time.end() == len(body) else body


def _date(body: str) -> date | None:
    serial = _SERIAL(body)
    if serial:
        days = int(serial[1])
        fits = _FIRST_SERIAL <= days <= _LAST_SERIAL
        return _SERIAL_ORIGIN + timedelta(days=days) if fits else None
    parts = _parts(body)
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
    if is_error_text(body):
        raise error_in_cell(body)
    found = _date(_bare(text))
    if found is None:
        raise no_date(text, _bare(text))
    return found


def has_guessed_parts(text: str) -> bool:
    """Tell whether a date leaves its century open, or its parts have nothing between them.

    Examples
    --------
    >>> has_guessed_parts("24-07-25"), has_guessed_parts("24072025"), has_guessed_parts("24/07/2025")
    (True, True, False)
    """
    body = _bare(text)
    return bool(_SHORT_YEAR(body) or _COMPACT(body))

"""What day it is where the department sits."""

import datetime as dt
from zoneinfo import ZoneInfo

from recommender.errors import RefusedError

__all__ = ["jakarta_today", "parsed_day", "utc_now"]

_JAKARTA = ZoneInfo("Asia/Jakarta")


def utc_now() -> dt.datetime:
    """Return this moment with its time zone; the one place that reads the computer's clock."""
    return dt.datetime.now(dt.UTC)


def jakarta_today(now: dt.datetime) -> dt.date:
    """Return the date in Asia/Jakarta at a moment.

    Examples
    --------
    >>> jakarta_today(dt.datetime(2026, 11, 20, 18, 0, tzinfo=dt.UTC))
    datetime.date(2026, 11, 21)
    """
    return now.astimezone(_JAKARTA).date()


def parsed_day(text: str) -> dt.date:
    """Read a day as ``YYYY-MM-DD``.

    Raises
    ------
    RefusedError
        When it is no such date.

    Examples
    --------
    >>> parsed_day("2026-11-21")
    datetime.date(2026, 11, 21)
    """
    try:
        return dt.date.fromisoformat(text)
    except ValueError as error:
        raise RefusedError(
            f"Tanggal {text!r} tidak dikenal. Tulis tahun-bulan-hari, misalnya 2026-11-21.",
            f"Unknown date {text!r}. Write year-month-day, for example 2026-11-21.",
        ) from error

"""Moments as text that sorts: UTC, always with six digits of a second."""

from datetime import UTC, datetime, timedelta, timezone

from recommender.errors import RefusedError

__all__ = ["instant_of", "instant_text", "instant_words"]

# West Indonesian time: seven hours ahead, the whole year
_WIB = timezone(timedelta(hours=7), "WIB")


def instant_text(moment: datetime) -> str:
    """Write a moment so that later moments sort later as text.

    Raises
    ------
    RefusedError
        When the moment carries no time zone.

    Examples
    --------
    >>> instant_text(datetime(2026, 11, 21, 7, 30, tzinfo=UTC))
    '2026-11-21T07:30:00.000000Z'
    """
    if moment.utcoffset() is None:
        raise RefusedError(
            "Waktu tanpa zona waktu tidak dapat dicatat. Sebutkan zona waktunya, misalnya +07:00.",
            "A time without a time zone cannot be recorded. Give its zone, for example +07:00.",
        )
    return moment.astimezone(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")


def instant_of(text: str) -> datetime:
    """Read what ``instant_text`` wrote.

    Examples
    --------
    >>> instant_of("2026-11-21T07:30:00.000000Z")
    datetime.datetime(2026, 11, 21, 7, 30, tzinfo=datetime.timezone.utc)
    """
    return datetime.fromisoformat(text)


def instant_words(moment: datetime) -> str:
    """Write a moment for a sentence, as the clock in Serang shows it.

    Examples
    --------
    >>> instant_words(datetime(2026, 11, 21, 18, 30, tzinfo=UTC))
    '2026-11-22 01:30 WIB'
    """
    return f"{moment.astimezone(_WIB):%Y-%m-%d %H:%M %Z}"

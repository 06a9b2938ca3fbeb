"""One cell of a frame as a plain value; unknown, in whichever way a frame says it, is ``None``."""

import datetime as dt

import pandas as pd

__all__ = ["day_of", "number_of", "text_of", "whole_of"]


def number_of(cell: object) -> float | None:
    """Return a number.

    Examples
    --------
    >>> number_of(2), number_of(float("nan")), number_of(None)
    (2.0, None, None)
    """
    return float(cell) if isinstance(cell, int | float) and cell == cell else None  # noqa: PLR0124 - NaN


def whole_of(cell: object) -> int | None:
    """Return a whole number; frames hold them as floats.

    Examples
    --------
    >>> whole_of(2.0), whole_of(float("nan"))
    (2, None)
    """
    number = number_of(cell)
    return None if number is None else int(number)


def text_of(cell: object) -> str | None:
    """Return a text; an empty one is unknown, too.

    Examples
    --------
    >>> text_of("a"), text_of(""), text_of(None), text_of(float("nan"))
    ('a', None, None, None)
    """
    return cell if isinstance(cell, str) and cell else None


def day_of(cell: object) -> dt.date | None:
    """Return a frame's timestamp as a date.

    Examples
    --------
    >>> day_of(pd.Timestamp(2026, 11, 21)), day_of(pd.NaT)
    (datetime.date(2026, 11, 21), None)
    """
    return cell.date() if isinstance(cell, dt.datetime) and not pd.isna(cell) else None

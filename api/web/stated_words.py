"""A stated value and its age as people say them."""

import datetime as dt
from collections.abc import Callable, Mapping
from functools import partial

from babel.dates import format_datetime, format_timedelta, get_timezone

from api.texts import Language
from api.web.figures import quantity
from api.web.wording import say
from recommender.stating import StatedField, StatedValue, choices_of, words_of

__all__ = ["age_words", "moment_words", "speaker", "value_words"]

_WISHES = "preferred_offers"


def value_words(
    column: StatedField, value: StatedValue, language: Language, titles: Mapping[str, str]
) -> str:
    """Say a value with its unit; unknown in words, wished offers by their titles.

    Examples
    --------
    >>> from recommender.stating import statable_field
    >>> value_words(statable_field("paddy_ha"), 2.5, "id", {})
    '2,5 ha'
    >>> value_words(statable_field("has_deed"), None, "en", {})
    'not known'
    """
    if column.name == _WISHES and isinstance(value, tuple) and value:
        return ", ".join(titles.get(one, one) for one in value)
    if column.kind == "level" and value is not None:
        level = dict(choices_of(column, language)).get(str(value), "")
        return level if "·" in level else quantity(value, column.unit, language)
    return words_of(column, value, language) or quantity(value, column.unit, language)


def age_words(days: int, language: Language) -> str:
    """Say how long ago something was.

    Examples
    --------
    >>> age_words(21, "id"), age_words(0, "en"), age_words(500, "en")
    ('3 minggu yang lalu', 'today', '1 year ago')
    """
    if days == 0:
        return say(language, "unit.today")
    return format_timedelta(dt.timedelta(days=-days), add_direction=True, locale=language)


def moment_words(moment: dt.datetime, language: Language) -> str:
    """Write a moment as the clock in Serang shows it.

    Examples
    --------
    >>> moment_words(dt.datetime(2026, 11, 21, 3, 0, tzinfo=dt.UTC), "id")
    '21 Nov 2026 10.00 WIB'
    """
    pattern = "d MMM y HH.mm 'WIB'" if language == "id" else "d MMM y HH:mm 'WIB'"
    return format_datetime(moment, pattern, tzinfo=get_timezone("Asia/Jakarta"), locale=language)


def speaker(language: Language, titles: Mapping[str, str]) -> dict[str, Callable[..., str]]:
    """Return what templates call: ``said(column, value)``, ``ago(days)`` and ``moment(instant)``."""
    return {
        "said": partial(value_words, language=language, titles=titles),
        "ago": partial(age_words, language=language),
        "moment": partial(moment_words, language=language),
    }

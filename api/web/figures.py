"""Numbers, money and days as people write them, in both languages."""

import datetime as dt
from functools import lru_cache

from babel.dates import format_date
from babel.numbers import format_decimal

from api.texts import Language
from api.web.wording import catalogue, say
from recommender.allocations.telling import amount_of_value

__all__ = ["day", "fixed", "number", "percent", "quantity", "rupiah", "signed", "stated", "worth"]

_WORDED = {
    "people", "jobs", "days", "hours", "level", "levels", "units", "outlets", "places", "km", "m2",
    "units_per_month", "ratio", "households", "businesses", "months", "ha", "t", "kg", "VA", "t_per_year",
}  # fmt: skip


@lru_cache(maxsize=8192)
def number(value: float, language: Language, digits: int = 1) -> str:
    """Write a number with at most so many decimals.

    Examples
    --------
    >>> number(1234.56, "id"), number(0.5, "en")
    ('1.234,6', '0.5')
    """
    pattern = "#,##0" + ("." + "#" * digits if digits else "")
    return format_decimal(round(value, digits) + 0.0, format=pattern, locale=language)


def fixed(value: float | None, language: Language, digits: int = 3) -> str:
    """Write a number with exactly so many decimals, to stand below others; unknown in words.

    Examples
    --------
    >>> fixed(0.47, "id"), fixed(None, "en")
    ('0,470', 'not known')
    """
    if value is None:
        return say(language, "site.unknown")
    return format_decimal(round(value, digits) + 0.0, format="#,##0." + "0" * digits, locale=language)


def rupiah(value: float | None, language: Language) -> str:
    """Write whole rupiah; unknown in words.

    Examples
    --------
    >>> rupiah(-1250000, "id"), rupiah(None, "en")
    ('−Rp1.250.000', 'not known')
    """
    if value is None:
        return say(language, "site.unknown")
    sign = "−" if round(value) < 0 else ""
    return f"{sign}Rp{number(float(abs(round(value))), language, 0)}"


def percent(share: float, language: Language) -> str:
    """Write a share as a percentage; never 0% or 100%, for nothing is certain.

    Examples
    --------
    >>> percent(0.344, "id"), percent(0.001, "en"), percent(0.999, "en")
    ('34%', '<1%', '>99%')
    """
    points = round(share * 100)
    if 0 < share < 1 and points in {0, 100}:
        return "<1%" if points == 0 else ">99%"
    return f"{number(float(points), language, 0)}%"


def stated(cell: str | None, language: Language) -> str:
    """Write a cell as stated, codes in words; unknown in words.

    Examples
    --------
    >>> stated("pickup;truck", "id"), stated("47112", "id"), stated("ya", "en")
    ('pikap, truk', '47112', 'yes')
    """
    if cell is None:
        return say(language, "site.unknown")
    words = catalogue(language)
    parts = [part.strip() for part in cell.split(";")]
    return ", ".join(words.get(f"value.{part}", part) for part in parts)


def signed(value: float, language: Language, digits: int = 2) -> str:
    """Write a number with its sign.

    Examples
    --------
    >>> signed(0.5, "id"), signed(-0.25, "en"), signed(0, "id")
    ('+0,50', '−0.25', '0,00')
    """
    text = format_decimal(round(abs(value), digits), format="#,##0." + "0" * digits, locale=language)
    if round(value, digits) == 0:
        return text
    return f"+{text}" if value > 0 else f"−{text}"


@lru_cache(maxsize=1024)
def day(value: dt.date | None, language: Language) -> str:
    """Write a day; unknown in words.

    Examples
    --------
    >>> day(dt.date(2026, 11, 21), "id"), day(dt.date(2026, 8, 1), "en")
    ('21 Nov 2026', '1 Aug 2026')
    """
    if value is None:
        return say(language, "site.unknown")
    return format_date(value, "d MMM y", locale=language)


def quantity(value: object, unit: str, language: Language) -> str:
    """Write a value in its unit; unknown in words.

    Examples
    --------
    >>> quantity(0.5, "share", "id"), quantity(1500.0, "idr_per_month", "id"), quantity(2.0, "km", "en")
    ('50%', 'Rp1.500', '2 km')
    """
    if value is None or isinstance(value, dt.date):
        return day(value, language)
    if isinstance(value, tuple):
        return ", ".join(map(str, value)) or "–"
    if not isinstance(value, int | float):
        return str(value)
    if unit.startswith("idr"):
        return rupiah(value, language)
    if unit in {"share", "level_0_1"} or unit.startswith("score"):
        return percent(value, language)
    worded = unit if unit in _WORDED else "plain"
    return say(language, f"unit.{worded}", n=number(float(value), language, 4 if unit == "deg" else 2))


def worth(value: float | None, unit: str, language: Language) -> str:
    """Write what a plan or a pair is worth, in its objective's unit; unknown in words.

    Examples
    --------
    >>> worth(12.345, "points", "id"), worth(None, "jobs", "en")
    ('12,35 poin', 'not known')
    """
    if value is None:
        return say(language, "site.unknown")
    return amount_of_value(value, unit)[language == "en"]

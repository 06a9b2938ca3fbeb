"""Numbers as people write them: rupiah, percent, kilometres, in both languages."""

import math
from functools import lru_cache

from babel.numbers import format_decimal

from models.explain.texts import Language

__all__ = ["kilometres", "number", "percent", "rupiah", "square_metres"]


@lru_cache(maxsize=65536)
def number(value: float, language: Language, digits: int = 1, *, padded: bool = False) -> str:
    """Write a number with at most ``digits`` decimals, or exactly so many; unknown is a dash.

    Examples
    --------
    >>> number(1234.5, "id"), number(1234.5, "en"), number(2.0, "id"), number(2.0, "id", 2, padded=True)
    ('1.234,5', '1,234.5', '2', '2,00')
    """
    if math.isnan(value):
        return "-"
    pattern = "#,##0" + ("." + ("0" if padded else "#") * digits if digits else "")
    return format_decimal(round(value, digits) + 0.0, format=pattern, locale=language)


@lru_cache(maxsize=65536)
def rupiah(value: float, language: Language) -> str:
    """Write whole rupiah.

    Examples
    --------
    >>> rupiah(1250000.0, "id"), rupiah(-500.0, "en")
    ('Rp1.250.000', '-Rp500')
    """
    if math.isnan(value):
        return "-"
    sign = "-" if round(value) < 0 else ""
    return f"{sign}Rp{number(float(abs(round(value))), language, 0)}"


def percent(share: float, language: Language) -> str:
    """Write a share as a percentage, never more than "lebih dari" 100 says.

    Examples
    --------
    >>> percent(0.256, "id")
    '26%'
    """
    return f"{number(share * 100, language, 0)}%"


def kilometres(value: float, language: Language) -> str:
    """Write a distance.

    Examples
    --------
    >>> kilometres(3.27, "id")
    '3,3 km'
    """
    return f"{number(value, language)} km"


def square_metres(value: float, language: Language) -> str:
    """Write an area.

    Examples
    --------
    >>> square_metres(12.0, "en")
    '12 m²'
    """
    return f"{number(value, language)} m²"

"""Numbers as a terminal shows them, in the language asked for."""

import math

from api.texts import Language

__all__ = ["adding_up", "interval", "number", "percent", "rupiah", "score_text", "signed"]

MINUS = "−"


def number(value: float, language: Language, digits: int = 1, *, padded: bool = False) -> str:
    """Write a number with at most ``digits`` decimals, or with exactly so many.

    Examples
    --------
    >>> number(1234.56, "id"), number(1234.5, "en"), number(2.0, "id", 2, padded=True)
    ('1.234,6', '1,234.5', '2,00')
    """
    from babel.numbers import format_decimal

    pattern = "#,##0" + ("." + ("0" if padded else "#") * digits if digits else "")
    text: str = format_decimal(abs(round(value, digits)), format=pattern, locale=language)
    return f"{MINUS}{text}" if round(value, digits) < 0 else text


def signed(value: float, language: Language, digits: int = 3) -> str:
    """Write a number with its sign, zero included.

    Examples
    --------
    >>> signed(1.2847, "id"), signed(-0.5, "en"), signed(0.0, "id")
    ('+1,285', '−0.500', '+0,000')
    """
    text = number(value, language, digits, padded=True)
    return text if text.startswith(MINUS) else f"+{text}"


def rupiah(value: float, language: Language) -> str:
    """Write whole rupiah.

    Examples
    --------
    >>> rupiah(1250000.4, "id"), rupiah(-500.0, "en")
    ('Rp1.250.000', '−Rp500')
    """
    sign = MINUS if round(value) < 0 else ""
    return f"{sign}Rp{number(float(abs(round(value))), language, 0)}"


def percent(share: float, language: Language) -> str:
    """Write a share; what is neither none nor all is never shown as such.

    Examples
    --------
    >>> percent(0.256, "id"), percent(0.999, "id"), percent(0.001, "id"), percent(1.0, "id")
    ('26%', '>99%', '<1%', '100%')
    """
    whole = round(share * 100)
    if whole == 0 and share > 0:
        return "<1%"
    if whole == 100 and share < 1:  # noqa: PLR2004 - a percentage ends at 100
        return ">99%"
    return f"{number(share * 100, language, 0)}%"


def interval(lower: float, upper: float, language: Language) -> str:
    """Write two shares as a range, rounded to whole percents.

    Examples
    --------
    >>> interval(0.172, 0.956, "id")
    '17–96%'
    """
    return f"{number(100 * lower, language, 0)}–{number(100 * upper, language, 0)}%"


def score_text(score: float, objective: str, language: Language) -> str:
    """Write a score in the unit of its objective: points, a probability, rupiah or jobs."""
    if objective == "margin":
        return rupiah(score, language)
    if objective == "success":
        return number(100 * score, language, 1, padded=True)
    return number(score, language, 2 if objective == "jobs" else 1, padded=True)


def adding_up(values: list[float], digits: int) -> list[float]:
    """Round numbers so that those shown add up to their shown sum.

    Each differs from its exact value by less than one unit of the last digit; a zero stays zero.

    Examples
    --------
    >>> adding_up([0.14, 0.14, 0.14], 1)
    [0.1, 0.2, 0.1]
    >>> round(sum(adding_up([0.14, 0.14, 0.14], 1)), 1)
    0.4
    """
    shown, exact, so_far = [], [], 0.0
    for value in values:
        exact.append(value)
        total = round(math.fsum(exact), digits)
        shown.append(round(total - so_far, digits) if value else 0.0)
        so_far = total if value else so_far
    return shown

"""Words and whole numbers as people and other programs write them into addresses and forms."""

from starlette.requests import Request

__all__ = ["whole_number", "word_of"]

_MOST_DIGITS = 6


def word_of(request: Request, name: str, longest: int) -> str:
    """Return a word of the address without the blanks around it, cut where it is too long; empty without."""
    return request.query_params.get(name, "")[:longest].strip()


def whole_number(text: str, most_digits: int = _MOST_DIGITS) -> int | None:
    """Return a whole number of digits alone; ``None`` for anything else, and for too many digits.

    Examples
    --------
    >>> whole_number("012"), whole_number("-1"), whole_number("1234567"), whole_number("")
    (12, None, None, None)
    """
    is_number = text.isascii() and text.isdecimal() and len(text) <= most_digits
    return int(text) if is_number else None

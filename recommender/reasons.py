"""A reason as somebody wrote it: trimmed, and not too long to be read."""

from recommender.errors import RefusedError

__all__ = ["checked_reason"]

_MOST_LETTERS = 500


def checked_reason(text: str | None) -> str | None:
    """Return the reason without spaces around it, ``None`` when there is none.

    Raises
    ------
    RefusedError
        When it has more than 500 letters.

    Examples
    --------
    >>> checked_reason("  tidak pernah buka "), checked_reason(" ")
    ('tidak pernah buka', None)
    """
    reason = (text or "").strip()
    if len(reason) > _MOST_LETTERS:
        raise RefusedError(
            f"Alasan terlalu panjang. Tulis paling banyak {_MOST_LETTERS} huruf.",
            f"The reason is too long. Write at most {_MOST_LETTERS} characters.",
        )
    return reason or None

"""Values of rules as people say them: yes and no, choices and lists in words, numbers as they are."""

from features.cells.choices import choice_words
from features.schema.loader import Column
from models.explain.texts import Language

__all__ = ["value_in_words"]

_YES_NO = {"id": {"ya": "ya", "tidak": "tidak"}, "en": {"ya": "yes", "tidak": "no"}}
_NONE = {"id": "tidak ada", "en": "none"}


def value_in_words(column: Column | None, text: str, language: Language) -> str:
    """Say one canonical value, or several separated by ``;``.

    Parameters
    ----------
    column : Column or None
        The field's column; ``None`` leaves the text as it is.
    text : str
        As ``features.cells.format.format_cell`` writes it.
    language : {'id', 'en'}

    Examples
    --------
    >>> from features.schema.loader import column
    >>> value_in_words(column("cooperatives", "premises_status"), "rented;owned", "id")
    'sewa / milik sendiri'
    >>> value_in_words(column("cooperatives", "premises_status"), "under_construction", "en")
    'under construction'
    """
    if column is None:
        return text
    if column.kind == "yes_no":
        return _YES_NO[language].get(text, text)
    if text == "nihil" and column.kind == "list":
        return _NONE[language]
    if column.kind not in {"choice", "list"}:
        return text
    return " / ".join(_said(column, item.strip(), language) for item in text.split(";"))


def _said(column: Column, value: str, language: Language) -> str:
    if language == "id":
        words = choice_words(column.name, value)
        return words[0] if words else value.replace("_", " ")
    return value.replace("_", " ")

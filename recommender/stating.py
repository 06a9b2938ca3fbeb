"""What a person states of one field of a cooperative: read by the cell rules, and said in words again."""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import TypeAlias

from features.catalog.loader import facts_fields
from features.cells.choices import choice_words
from features.cells.format import format_cell
from features.cells.parse import parse_cell
from features.cells.words import fold, is_delete
from features.errors import CellError
from features.schema.loader import Column, columns
from models.explain.texts import Language
from models.explain.wording import value_in_words
from recommender.errors import NotFoundError, RefusedError
from recommender.store.values import Value

__all__ = [
    "StatedField",
    "StatedValue",
    "choices_of",
    "statable_field",
    "statable_fields",
    "stated_value",
    "typed_text",
    "words_of",
]

StatedField = Column
"""What a field is; doors name it without reaching into the features."""

StatedValue: TypeAlias = Value
"""A typed value, ``None`` where it is unknown; named for doors, too."""

# What says which cooperative a row speaks of, and where the row comes from, is not a fact about it.
_IDENTITY = frozenset({"cooperative_id", "name", "area_code", "data_source", "observed_on"})
_UNKNOWN = {"id": "belum diketahui", "en": "not known"}


@cache
def statable_fields() -> Mapping[str, Column]:
    """Return every field that may be stated of a cooperative, by name; its columns first.

    Examples
    --------
    >>> "paddy_ha" in statable_fields(), "has_scales" in statable_fields(), "name" in statable_fields()
    (True, True, False)
    """
    own = {one.name: one for one in columns("cooperatives") if one.name not in _IDENTITY}
    return MappingProxyType(own | {name: one for name, one in facts_fields().items() if name not in own})


def statable_field(name: str) -> Column:
    """Return one field.

    Raises
    ------
    NotFoundError
        When there is no such field, or it cannot be stated.
    """
    found = statable_fields().get(name)
    if found is None:
        raise NotFoundError(
            f"Isian {name!r} tidak ada. Lihat daftarnya pada profil koperasi.",
            f"There is no field {name!r}. See the list on the cooperative's profile.",
        )
    return found


def stated_value(column: Column, text: str, language: Language) -> Value:
    """Read what was typed for a field; ``hapus`` and the words for unknown give ``None``.

    Parameters
    ----------
    column : Column
    text : str
        An Indonesian text has a decimal comma, an English one a decimal point.
    language : {'id', 'en'}

    Raises
    ------
    RefusedError
        When nothing was typed, or it does not follow the cell rules; says how to write it.

    Examples
    --------
    >>> stated_value(statable_field("cash_idr"), "1,5 juta", "id")
    1500000
    >>> stated_value(statable_field("cash_idr"), "belum diketahui", "id") is None
    True
    """
    if not text.strip():
        raise RefusedError(
            "Nilainya belum diisi. Tulis nilainya, atau “hapus” bila belum diketahui.",
            "There is no value yet. Write it, or “hapus” if it is not known.",
        )
    if is_delete(text) or fold(text) in _UNKNOWN.values():
        return None
    try:
        return parse_cell(column, text, style="indonesian" if language == "id" else "canonical")
    except CellError as error:
        raise RefusedError(error.message_id, error.message_en) from error


def typed_text(column: Column, value: Value, language: Language) -> str:
    """Write a value as it would be typed: ``stated_value`` in the same language gives it back.

    Examples
    --------
    >>> (
    ...     typed_text(statable_field("paddy_ha"), 0.125, "id"),
    ...     typed_text(statable_field("has_deed"), None, "id"),
    ... )
    ('0,125', '')
    """
    text = format_cell(column, value)
    return text.replace(".", ",") if column.kind == "decimal" and language == "id" else text


def words_of(column: Column, value: Value, language: Language) -> str | None:
    """Say yes or no, a choice or a list in words; ``None`` for numbers, days and the unknown.

    Examples
    --------
    >>> words_of(statable_field("premises_status"), "owned", "id")
    'milik sendiri'
    """
    if value is None or column.kind == "date" or (column.is_numeric and column.kind != "yes_no"):
        return None
    said = value_in_words(column, format_cell(column, value), language)
    return said.replace(" / ", ", ") if column.kind == "list" else said


def choices_of(column: Column, language: Language) -> list[tuple[str, str]]:
    """Return what may be chosen, as text to send and words to show; empty where it is typed freely.

    Examples
    --------
    >>> choices_of(statable_field("has_deed"), "en")
    [('ya', 'yes'), ('tidak', 'no')]
    """
    if column.kind == "yes_no":
        return [(text, value_in_words(column, text, language)) for text in ("ya", "tidak")]
    if column.kind == "level" and column.minimum is not None and column.maximum is not None:
        levels = range(int(column.minimum), int(column.maximum) + 1)
        return [(str(level), _level(column, level, language)) for level in levels]
    if column.kind == "choice":
        return [(one, value_in_words(column, one, language)) for one in column.choices]
    return []


def _level(column: Column, level: int, language: Language) -> str:
    words = choice_words(column.name, str(level)) if language == "id" else ()
    return f"{level} · {words[0]}" if words else str(level)

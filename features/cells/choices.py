"""Fixed choices, with the Indonesian words people write for them."""

import csv
from collections.abc import Mapping
from difflib import get_close_matches
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from features.cells.characters import refuse_hidden
from features.cells.texts import unmarked
from features.cells.values import CellParser, quoted
from features.cells.words import compact, is_unknown
from features.errors import CellError
from features.schema.loader import Column

__all__ = ["choice_parser", "choice_value", "choice_words", "match_choice"]


@cache
def _words() -> Mapping[str, Mapping[str, tuple[str, ...]]]:
    text = files("features.cells").joinpath("choice_words.csv").read_text(encoding="utf-8")
    words: dict[str, dict[str, tuple[str, ...]]] = {}
    for row in csv.DictReader(text.splitlines()):
        words.setdefault(row["column"], {})[row["value"]] = tuple(row["words"].split(";"))
    return MappingProxyType(words)


@cache
def _by_word(column_name: str) -> Mapping[str, str]:
    return MappingProxyType(
        {compact(word): value for value, words in _words().get(column_name, {}).items() for word in words}
    )


def choice_words(column_name: str, value: str) -> tuple[str, ...]:
    """Return the Indonesian words for a choice, the best one first; empty when there are none.

    Examples
    --------
    >>> choice_words("road_access", "motorcycle")[0]
    'motor'
    """
    return _words().get(column_name, {}).get(value, ())


def choice_value(column_name: str, word: str) -> str | None:
    """Return the choice (or level) that an Indonesian word stands for, ``None`` when none.

    Examples
    --------
    >>> choice_value("premises_status", "Milik sendiri"), choice_value("stage", "terbentuk")
    ('owned', '0')
    """
    return _by_word(column_name).get(compact(word))


def match_choice(column: Column, text: str) -> str:
    """Return the choice that a word means, whatever its case, spaces and underscores.

    Raises
    ------
    CellError
        When it means none; the message lists them, the nearest first.
    """
    exact = unmarked(text)
    if exact in column.choices:
        return exact
    # compact() leaves nothing of a sign such as ``>=``
    wanted = compact(exact) or exact
    for choice in column.choices:
        if wanted == compact(choice):
            return choice
    by_word = choice_value(column.name, exact)
    if by_word in column.choices and by_word is not None:
        return by_word
    spelled = {compact(choice): choice for choice in column.choices}
    spelled |= {word: value for word, value in _by_word(column.name).items() if value in column.choices}
    near = get_close_matches(wanted, spelled, n=1)
    hint_id = f" Maksud Anda {spelled[near[0]]}?" if near else ""
    hint_en = f" Did you mean {spelled[near[0]]}?" if near else ""
    listed = ", ".join(column.choices)
    raise CellError(
        f"{quoted(text)} bukan pilihan kolom ini.{hint_id} Pilih salah satu: {listed}.",
        f"{quoted(text)} is no choice of this column.{hint_en} Choose one of: {listed}.",
        code="unknown_code",
    )


def choice_parser(column: Column) -> CellParser:
    """Return the parser of a column with fixed choices."""
    known: dict[str, str] = {choice: choice for choice in column.choices}

    def parse(text: str) -> str | None:
        found = known.get(text)
        if found is not None:
            return found
        refuse_hidden(text)
        if is_unknown(text):
            return None
        return match_choice(column, text)

    return parse

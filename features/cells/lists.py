"""Items separated by ``;``; an item in double quotes is taken exactly as it stands."""

import re
from collections.abc import Iterable
from functools import lru_cache

from features.cells.characters import refuse_hidden, refuse_longer
from features.cells.choices import choice_value, match_choice
from features.cells.spreadsheets import error_in_cell, is_error_text
from features.cells.texts import MAX_TEXT_CHARACTERS, unmarked
from features.cells.values import CellParser, Value, quoted
from features.cells.words import (
    EMPTY_LIST_WORDS,
    ZERO_WORD,
    compact,
    is_delete,
    is_unclear_nothing,
    is_unknown,
    plain_words,
)
from features.errors import CellError
from features.schema.loader import Column

__all__ = ["format_list", "list_parser", "split_items"]

_QUOTED = re.compile(r'"((?:[^"]++|"")*+)"\s*+(?:;|\Z)')
_PLAIN = re.compile(r"[0-9A-Za-z][^;\"\t\r\n]*").fullmatch
_SEPARATORS = re.compile(r"[;\r\n]")
_BETWEEN_CHOICES = re.compile(r"\s*[,&/+]\s*|\s+dan\s+", re.IGNORECASE)
_CODES = re.compile(r"[0-9]{4,6}(?:\s*,\s*[0-9]{4,6})+").fullmatch
_CACHED_CELLS = 4096


def split_items(text: str) -> list[tuple[str, bool]]:
    """Split a list cell into its items; tell for each whether it stood in double quotes.

    Empty items without quotes are left out.

    Examples
    --------
    >>> split_items('padi; "gula; aren";')
    [('padi', False), ('gula; aren', True)]
    """
    if '"' not in text:
        # a line end typed inside a cell separates as well
        return [(item, False) for part in _SEPARATORS.split(text) if (item := part.strip())]
    items: list[tuple[str, bool]] = []
    start = 0
    while start < len(text):
        if text[start].isspace():
            start += 1
            continue
        exact = _QUOTED.match(text, start)
        if exact:
            items.append((exact[1].replace('""', '"'), True))
            start = exact.end()
            continue
        end = text.find(";", start)
        end = len(text) if end < 0 else end
        if item := text[start:end].strip():
            items.append((item, False))
        start = end + 1
    return items


def _is_reserved(item: str) -> bool:
    return (
        is_unknown(item)
        or is_delete(item)
        or is_unclear_nothing(item)
        or plain_words(item) in EMPTY_LIST_WORDS
    )


def _items(column: Column, item: str, *, exact: bool) -> list[str]:
    if exact:
        return [match_choice(column, item) if column.choices else item]
    if _is_reserved(item):
        raise CellError(
            f"{quoted(item)} tidak dapat menjadi butir di antara butir lain. Hapus butir itu, atau "
            "tulis nihil saja bila daftarnya memang kosong.",
            f"{quoted(item)} cannot be one item among others. Remove it, or write nihil alone "
            "when the list is really empty.",
            code="value_ambiguous",
        )
    plain = unmarked(item)
    if is_error_text(plain):
        raise error_in_cell(plain)
    if _CODES(plain):
        return [part.strip() for part in plain.split(",")]
    if not column.choices:
        return [plain]
    parts = [part for part in _BETWEEN_CHOICES.split(plain) if part]
    is_one = (
        len(parts) == 1
        or not parts
        or compact(plain) in map(compact, column.choices)
        or choice_value(column.name, plain)
    )
    return [match_choice(column, part) for part in ([plain] if is_one else parts)]


def _refuse_unclear(text: str) -> None:
    if is_unclear_nothing(text):
        raise CellError(
            f"{quoted(text)} dapat berarti tidak ada atau belum diketahui. Tulis nihil bila memang "
            "tidak ada; "
            "kosongkan bila tidak tahu.",
            f"{quoted(text)} can mean that there is none, or unknown. Write nihil if there is none; leave it "
            "empty if unknown.",
            code="value_ambiguous",
        )


def list_parser(column: Column) -> CellParser:
    """Return the parser of a list column.

    Empty is unknown (``None``); ``nihil`` and ``tidak ada`` state that there is nothing (``()``).
    """

    @lru_cache(maxsize=_CACHED_CELLS)
    def read(text: str) -> tuple[str, ...] | None:
        refuse_hidden(text)
        if is_unknown(text):
            return None
        if plain_words(text) in EMPTY_LIST_WORDS:
            return ()
        _refuse_unclear(text)
        found = split_items(text)
        if not found:
            raise CellError(
                f"{quoted(text)} tidak berisi butir. Tulis misalnya padi;jagung, nihil bila tidak "
                "ada, atau kosongkan bila tidak tahu.",
                f"{quoted(text)} holds no item. Write for example padi;jagung, nihil if there is "
                "none, or leave it empty if unknown.",
            )
        items = tuple(one for item, exact in found for one in _items(column, item, exact=exact))
        refuse_longer(";".join(items), MAX_TEXT_CHARACTERS)
        return items

    def parse(text: str) -> tuple[str, ...] | None:
        return read(text) if text else None

    return parse


def _written(item: str) -> str:
    is_plain = _PLAIN(item) and item == item.strip() and not _is_reserved(item) and not _CODES(item)
    if is_plain:
        return item
    doubled = item.replace('"', '""')
    return f'"{doubled}"'


def format_list(value: Value | None) -> str:
    """Write a list so that it is read back exactly; unknown is ``""`` and empty ``nihil``.

    Examples
    --------
    >>> format_list(("padi", "gula; aren")), format_list(()), format_list(None)
    ('padi;"gula; aren"', 'nihil', '')
    """
    if value is None:
        return ""
    items: Iterable[str] = value if isinstance(value, tuple) else (str(value),)
    return ";".join(map(_written, items)) or ZERO_WORD

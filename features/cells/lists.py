"""Items separated by ``;``; an item in double quotes is taken exactly as it stands."""

import re
from collections.abc import Iterable
from functools import lru_cache

from features.cells.characters import refuse_hidden
from features.cells.choices import match_choice
from features.cells.texts import unmarked
from features.cells.values import CellParser, Value, quoted
from features.cells.words import EMPTY_LIST_WORDS, UNKNOWN_WORDS, ZERO_WORD, fold, is_unknown
from features.errors import CellError
from features.schema.loader import Column

__all__ = ["format_list", "list_parser", "split_items"]

_QUOTED = re.compile(r'"((?:[^"]++|"")*+)"\s*+(?:;|\Z)')
_PLAIN = re.compile(r"[0-9A-Za-z][^;\"\t\r\n]*").fullmatch
_RESERVED = UNKNOWN_WORDS | EMPTY_LIST_WORDS | {"hapus"}
_SEPARATORS = re.compile(r"[;\r\n]")
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


def _item(column: Column, item: str, *, exact: bool) -> str:
    if not exact and fold(item) in _RESERVED:
        raise CellError(
            f"{quoted(item)} tidak dapat menjadi butir di antara butir lain. Hapus butir itu, atau "
            "tulis nihil saja bila daftarnya memang kosong.",
            f"{quoted(item)} cannot be one item among others. Remove it, or write nihil alone "
            "when the list is really empty.",
        )
    plain = item if exact else unmarked(item)
    return match_choice(column, plain) if column.choices else plain


def list_parser(column: Column) -> CellParser:
    """Return the parser of a list column.

    Empty is unknown (``None``); ``nihil`` and ``tidak ada`` state that there is nothing (``()``).
    """

    @lru_cache(maxsize=_CACHED_CELLS)
    def read(text: str) -> tuple[str, ...] | None:
        refuse_hidden(text)
        if is_unknown(text):
            return None
        if fold(text) in EMPTY_LIST_WORDS:
            return ()
        items = split_items(text)
        if not items:
            raise CellError(
                f"{quoted(text)} tidak berisi butir. Tulis misalnya padi;jagung, nihil bila tidak "
                "ada, atau kosongkan bila tidak tahu.",
                f"{quoted(text)} holds no item. Write for example padi;jagung, nihil if there is "
                "none, or leave it empty if unknown.",
            )
        return tuple(_item(column, item, exact=exact) for item, exact in items)

    def parse(text: str) -> tuple[str, ...] | None:
        return read(text) if text else None

    return parse


def _written(item: str) -> str:
    if _PLAIN(item) and item[-1] != " " and item == item.strip() and fold(item) not in _RESERVED:
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

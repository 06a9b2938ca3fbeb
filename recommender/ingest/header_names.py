"""Which column of a table a header means: by its names, by the words people use, or by likeness."""

from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from typing import Literal

from features.cells.values import Style
from features.cells.words import compact
from features.schema.header_words import HeaderWord, header_words
from features.schema.loader import Column, columns
from recommender.ingest.header_texts import plain_header, spelled_out

__all__ = ["Certainty", "HeaderMatch", "HeaderNames", "header_names"]

Certainty = Literal["known", "weak", "guessed"]
"""``known``: one of the spellings; ``weak``: a spelling that gives way to others; ``guessed``: alike."""

_LIKE = 0.84
_NEAR = 0.75
_SHORTEST_GUESSED = 5
_LONGEST = 100


@dataclass(frozen=True, slots=True)
class HeaderMatch:
    """What a header means: ``target`` is a column's name or a special target of ``header_words``."""

    target: str
    certainty: Certainty
    style: Style


class HeaderNames:
    """The headers a table knows.

    Parameters
    ----------
    table : str
    """

    def __init__(self, table: str) -> None:
        self.table = table
        self.columns: Mapping[str, Column] = {column.name: column for column in columns(table)}
        self._exact: dict[str, HeaderMatch] = {}
        self._by_words: dict[frozenset[str], HeaderMatch | None] = {}
        self._shown: dict[str, str] = {}
        for column in columns(table):
            self._add(HeaderWord(column.name, column.name, is_weak=False), "canonical")
        for column in columns(table):
            self._add(HeaderWord(column.label_id, column.name, is_weak=False), "indonesian")
        for word in header_words(table):
            self._add(word, "indonesian")

    def _add(self, word: HeaderWord, style: Style) -> None:
        match = HeaderMatch(word.target, "weak" if word.is_weak else "known", style)
        plain, (spelled, carrying) = plain_header(word.text), spelled_out(word.text)
        for key in (plain, spelled, compact(word.text)):
            self._exact.setdefault(key, match)
        if word.is_weak or style == "canonical" or word.target.startswith("@") or not carrying:
            return
        self._shown.setdefault(spelled, word.text)
        # words that two columns share say nothing of either
        held = self._by_words.setdefault(carrying, match)
        if held is not None and held.target != match.target:
            self._by_words[carrying] = None

    def known(self, text: str) -> HeaderMatch | None:
        """Return what a header means by a spelling that is known, ``None`` when it is not."""
        if len(text) > _LONGEST:
            return None
        whole = compact(text)
        found = self._exact.get(plain_header(text)) or self._exact.get(whole)
        if found or not whole:
            return found
        spelled, carrying = spelled_out(text)
        return self._exact.get(spelled) or self._by_words.get(carrying)

    def find(self, text: str) -> HeaderMatch | None:
        """Return what a header means, also by likeness; ``None`` when it is like nothing."""
        found = self.known(text)
        spelled, carrying = spelled_out(text[:_LONGEST])
        if found:
            return found
        if not carrying or len(spelled) < _SHORTEST_GUESSED:
            return None
        near = get_close_matches(spelled, self._shown, n=1, cutoff=_LIKE)
        if not near:
            return None
        return HeaderMatch(self._exact[near[0]].target, "guessed", "indonesian")

    def nearest(self, text: str) -> str | None:
        """Return the spelling that an unknown header is most like, for a message."""
        names = {plain_header(name): name for name in self.columns}
        labels = {plain_header(column.label_id): column.label_id for column in self.columns.values()}
        known = labels | names
        near = get_close_matches(plain_header(text), known, n=1, cutoff=_NEAR)
        return known[near[0]] if near else None


@cache
def header_names(table: str) -> HeaderNames:
    """Return the headers a table knows, made once."""
    return HeaderNames(table)

"""Which language an answer is written in, and sentences that exist in both."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal
from urllib.parse import parse_qs

__all__ = [
    "LANGUAGES",
    "NO_DECISION",
    "Language",
    "Text",
    "accepted_language",
    "in_one_language",
    "language_of",
]

Language = Literal["id", "en"]
LANGUAGES: tuple[Language, ...] = ("id", "en")

_LONGEST_HEADER = 200


@dataclass(frozen=True, slots=True)
class Text:
    """One sentence in Indonesian and in English.

    Examples
    --------
    >>> Text("Selesai.", "Done.").say("en")
    'Done.'
    """

    id: str
    en: str

    def say(self, language: Language) -> str:
        """Return the sentence in one language."""
        return self.en if language == "en" else self.id


NO_DECISION = Text(
    "Perkiraan sistem, bukan keputusan: anggota yang memutuskan.",
    "The system's estimate, not a decision: the members decide.",
)
"""Stands beside every advice."""


@lru_cache(maxsize=256)
def accepted_language(header: str) -> Language:
    """Choose from an ``Accept-Language`` header; Indonesian when neither language is asked for.

    Parameters
    ----------
    header : str
        As sent; what cannot be read is passed over.

    Examples
    --------
    >>> accepted_language("en-GB,en;q=0.9,id;q=0.8"), accepted_language("de"), accepted_language("")
    ('en', 'id', 'id')
    """
    best: Language = "id"
    best_weight = 0.0
    for part in header[:_LONGEST_HEADER].lower().split(","):
        tag, _, parameter = part.partition(";")
        weight = _weight(parameter)
        primary = tag.strip().partition("-")[0]
        for language in LANGUAGES:
            if primary == language and weight > best_weight:
                best, best_weight = language, weight
    return best


def language_of(headers: Mapping[str, str], query_string: bytes = b"") -> Language:
    """Return the language of one request: ``?lang=`` first, then ``Accept-Language``.

    Parameters
    ----------
    headers : mapping
        Lower-case names.
    query_string : bytes
        Of the address; only pages take ``lang``, programs use the header.
    """
    if b"lang=" in query_string:
        asked = parse_qs(query_string.decode("latin-1")).get("lang", [""])[-1]
        for language in LANGUAGES:
            if asked == language:
                return language
    return accepted_language(headers.get("accept-language", ""))


_SENTENCES = frozenset({"reason", "says", "label"})
_SENTENCE_LISTS = frozenset({"reasons", "relaxations", "warnings", "minimums"})


def in_one_language(value: object, language: Language, *, field: str = "") -> object:
    """Put every pair of sentences of a record into one language, however deep it stands.

    Parameters
    ----------
    value : object
        As ``dataclasses.asdict`` gives it; sentences are told by the names of their fields.
    language : {'id', 'en'}
    field : str
        Name of the field that holds the value.

    Examples
    --------
    >>> in_one_language({"says": ("Penuh.", "Full."), "places": (1, 2)}, "en")
    {'says': 'Full.', 'places': [1, 2]}
    """
    if isinstance(value, tuple) and field in _SENTENCES:
        return value[language == "en"]
    if isinstance(value, tuple) and field in _SENTENCE_LISTS:
        return [one[language == "en"] for one in value]
    if isinstance(value, dict):
        return {name: in_one_language(inner, language, field=name) for name, inner in value.items()}
    if isinstance(value, list | tuple):
        return [in_one_language(one, language) for one in value]
    return value


def _weight(parameter: str) -> float:
    name, _, value = parameter.strip().partition("=")
    if name != "q":
        return 1.0
    try:
        return float(value)
    except ValueError:
        return 0.0

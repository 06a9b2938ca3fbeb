"""The words of the pages, from one file per language."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from api.texts import Language

__all__ = ["catalogue", "say"]


@cache
def catalogue(language: Language) -> Mapping[str, str]:
    """Return all words of one language by their key, such as ``home.title``."""
    text = files("api.web").joinpath("words", f"{language}.toml").read_text(encoding="utf-8")
    found = {
        f"{part}.{key}": words for part, keys in tomllib.loads(text).items() for key, words in keys.items()
    }
    return MappingProxyType(found)


def say(language: Language, key: str, **values: object) -> str:
    """Return the words of a key with its blanks filled.

    Examples
    --------
    >>> say("id", "unit.people", n=3)
    '3 orang'
    """
    words = catalogue(language)[key]
    return words.format(**values) if values else words

"""Typed access to the sentences for and against each criterion."""

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Literal

__all__ = ["Language", "Sentences", "sentences"]

Language = Literal["id", "en"]


@dataclass(frozen=True, slots=True)
class Sentences:
    """A sentence for and one against, with places for numbers in braces."""

    pro: str
    con: str


@cache
def sentences(language: Language) -> Mapping[str, Sentences]:
    """Return the sentences of one language by criterion.

    A key ending in ``.free`` holds the sentence for an offer that needs none of it, one in ``.full`` that
    for a share or coverage of one and more; ``outcomes`` holds the sentence where outcomes speak against what
    experts think of a criterion, in whose name it is told.

    Examples
    --------
    >>> sentences("en")["member_count"].pro
    'There are many members ({value}).'
    """
    text = files("models.explain").joinpath("texts.csv").read_text(encoding="utf-8")
    found = {
        row["criterion"]: Sentences(row[f"for_{language}"], row[f"against_{language}"])
        for row in csv.DictReader(text.splitlines())
    }
    return MappingProxyType(found)

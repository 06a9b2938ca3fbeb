"""The words that people write above a column, from ``header_words.csv``."""

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from features.schema.loader import columns

__all__ = ["SPECIAL_TARGETS", "HeaderWord", "header_words"]

SPECIAL_TARGETS = frozenset({"@number", "@problem", "@coordinates", "@area", "@district", "@cooperative"})
"""What a header can mean without being a column: a running number, the reasons of an earlier round, both
coordinates in one cell, an area by name, its district, a cooperative by name."""


@dataclass(frozen=True, slots=True)
class HeaderWord:
    """One spelling of a header.

    ``target`` is a column's name or one of ``SPECIAL_TARGETS``; a weak word counts only where no
    other header of the file claims the same target.
    """

    text: str
    target: str
    is_weak: bool


@cache
def _rows() -> Mapping[str, tuple[HeaderWord, ...]]:
    text = files("features.schema").joinpath("header_words.csv").read_text(encoding="utf-8")
    found: dict[str, list[HeaderWord]] = {}
    for row in csv.DictReader(text.splitlines()):
        words = found.setdefault(row["table"], [])
        for name, is_weak in (("words", False), ("weak_words", True)):
            words += [HeaderWord(one, row["column"], is_weak) for one in row[name].split(";") if one]
    return MappingProxyType({table: tuple(words) for table, words in found.items()})


def header_words(table: str) -> tuple[HeaderWord, ...]:
    """Return the spellings known for a table, its own before those of every table.

    The table's canonical names and labels are not among them. Special targets are given only where
    the table can use them: an area where a column refers to areas, a cooperative likewise.

    Examples
    --------
    >>> [one.target for one in header_words("cooperatives") if one.text == "omset"]
    ['turnover_idr_per_month']
    """
    names = {column.name for column in columns(table)}
    references = {column.refers_to for column in columns(table)}
    usable = {"@number", "@problem"}
    if {"latitude_deg", "longitude_deg"} <= names:
        usable.add("@coordinates")
    if references & {"areas", "cooperatives"}:
        usable |= {"@area", "@district"}
    if "cooperatives" in references:
        usable.add("@cooperative")
    every = [one for one in _rows()["*"] if one.target in usable | names]
    return (*_rows().get(table, ()), *every)

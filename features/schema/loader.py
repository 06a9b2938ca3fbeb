"""Typed, cached access to the tables and columns of the contract."""

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Literal, cast

from features.errors import FrameError

__all__ = ["NUMERIC_KINDS", "Column", "Kind", "column", "columns", "key_columns", "table_names"]

Kind = Literal[
    "id",
    "code",
    "text",
    "yes_no",
    "count",
    "level",
    "money",
    "decimal",
    "date",
    "choice",
    "list",
    "phone",
    "postal_code",
]
"""``phone`` and ``postal_code`` are kinds of fields of ``facts`` only: no table has such a column."""

NUMERIC_KINDS: frozenset[Kind] = frozenset({"yes_no", "count", "level", "money", "decimal"})


@dataclass(frozen=True, slots=True)
class Column:
    """One column of one table: what it holds and how it is shown.

    ``minimum`` and ``maximum`` are in ``unit`` and inclusive; ``None`` means no bound.
    ``choices`` is empty where any value is allowed; ``refers_to`` names the table a key points to.
    """

    table: str
    name: str
    kind: Kind
    unit: str
    minimum: float | None
    maximum: float | None
    choices: tuple[str, ...]
    refers_to: str
    key: bool
    required: bool
    label_id: str
    label_en: str

    @property
    def is_numeric(self) -> bool:
        """Whether frames hold the column as float64 with NaN for unknown."""
        return self.kind in NUMERIC_KINDS


@cache
def _tables() -> Mapping[str, tuple[Column, ...]]:
    tables: dict[str, list[Column]] = {}
    text = files("features.schema").joinpath("columns.csv").read_text(encoding="utf-8")
    for row in csv.DictReader(text.splitlines()):
        tables.setdefault(row["table"], []).append(
            Column(
                table=row["table"],
                name=row["column"],
                kind=cast("Kind", row["kind"]),
                unit=row["unit"],
                minimum=float(row["minimum"]) if row["minimum"] else None,
                maximum=float(row["maximum"]) if row["maximum"] else None,
                choices=tuple(row["choices"].split(";")) if row["choices"] else (),
                refers_to=row["refers_to"],
                key=row["key"] == "1",
                required=row["required"] == "1",
                label_id=row["label_id"],
                label_en=row["label_en"],
            )
        )
    return MappingProxyType({name: tuple(found) for name, found in tables.items()})


def table_names() -> tuple[str, ...]:
    """Return the names of all tables, in the order in which they can be filled.

    Examples
    --------
    >>> table_names()[:3]
    ('areas', 'partners', 'offers')
    """
    return tuple(_tables())


def columns(table: str) -> tuple[Column, ...]:
    """Return the columns of a table in their canonical order.

    Raises
    ------
    FrameError
        When there is no such table; the message lists those there are.

    Examples
    --------
    >>> [column.name for column in columns("facts")]
    ['cooperative_id', 'field', 'value', 'source', 'observed_on']
    """
    found = _tables().get(table)
    if found is None:
        known = ", ".join(_tables())
        raise FrameError(
            f"Tabel {table!r} tidak dikenal. Pilih salah satu: {known}.",
            f"Unknown table {table!r}. Choose one of: {known}.",
        )
    return found


def column(table: str, name: str) -> Column | None:
    """Return one column, or ``None`` when the table does not have it.

    Examples
    --------
    >>> column("cooperatives", "paddy_ha").unit
    'ha'
    """
    return next((found for found in columns(table) if found.name == name), None)


def key_columns(table: str) -> tuple[str, ...]:
    """Return the names of the columns that identify a row.

    Examples
    --------
    >>> key_columns("requirements")
    ('offer_id', 'rule_id')
    """
    return tuple(found.name for found in columns(table) if found.key)

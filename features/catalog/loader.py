"""Typed, cached access to the packaged reference catalogue.

How to read it: ``basis`` is ``fact`` only where a source outside the project states the number
itself; a number chosen or worked out here is an ``assumption``, also where facts went into it. The
basis of a requirement speaks of the rule alone: ``remedy_cost_idr`` and ``remedy_days`` are always
estimates (source ``A-remedi``). Running costs leave out wages, except those of the licensed staff
of the pharmacy and the clinic (``A-biaya``). Papers that are filled in while applying are
``should``: they decide nothing.
"""

import csv
import hashlib
import io
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Literal, cast

from features.errors import CatalogError
from features.schema.loader import NUMERIC_KINDS, Column, Kind, columns

__all__ = [
    "CATALOG_TABLES",
    "Source",
    "SourceKind",
    "area_aliases",
    "catalog_digest",
    "catalog_rows",
    "facts_fields",
    "sources",
]

CATALOG_TABLES = ("areas", "partners", "offers", "offer_sources", "requirements", "financing")
_SOURCE_HEADER = (
    "source_id",
    "title",
    "publisher",
    "address",
    "published_on",
    "kind",
    "licence",
    "note",
)
_FACTS_HEADER = ("field", "kind", "unit", "label_id", "label_en")

SourceKind = Literal["regulation", "press", "statistics", "study", "assumption", "other"]


@dataclass(frozen=True, slots=True)
class Source:
    """Where a statement comes from; texts are empty where unknown.

    ``published_on`` is the first day of the month or year where no day is known (``note`` says so),
    and ``None`` where not even the year is. ``kind`` ``assumption`` marks what this project chose
    itself.
    """

    source_id: str
    title: str
    publisher: str
    address: str
    published_on: date | None
    kind: SourceKind
    licence: str
    note: str

    @property
    def is_assumption(self) -> bool:
        """Whether it is the project's own estimate rather than somebody's statement."""
        return self.kind == "assumption"


def _read(name: str, header: tuple[str, ...]) -> tuple[Mapping[str, str], ...]:
    try:
        text = files("features.catalog").joinpath(name).read_text(encoding="utf-8")
    except OSError as error:
        raise CatalogError(
            f"Berkas acuan {name} tidak ada. Pasang ulang Sanding.",
            f"The reference file {name} is missing. Install Sanding again.",
        ) from error
    reader = csv.reader(io.StringIO(text, newline=""))
    if tuple(next(reader, ())) != header:
        raise CatalogError(
            f"Judul kolom {name} salah. Seharusnya: {', '.join(header)}.",
            f"The header of {name} is wrong. Expected: {', '.join(header)}.",
        )
    rows = []
    for cells in reader:
        if len(cells) != len(header):
            raise CatalogError(
                f"{name} baris {reader.line_num}: ada {len(cells)} sel, seharusnya {len(header)}.",
                f"{name} line {reader.line_num}: {len(cells)} cells, expected {len(header)}.",
            )
        rows.append(MappingProxyType(dict(zip(header, cells, strict=True))))
    return tuple(rows)


@cache
def catalog_rows(table: str) -> tuple[Mapping[str, str], ...]:
    """Return the rows of a packaged table as canonical text, in file order; unknown is empty.

    Parameters
    ----------
    table : str
        One of ``CATALOG_TABLES``.

    Returns
    -------
    tuple of Mapping
        One per row, every column of the table in canonical order. Read-only and cached.

    Raises
    ------
    CatalogError
        When the table is not packaged, or its file is missing or broken.

    Examples
    --------
    >>> offers = catalog_rows("offers")
    >>> len(offers), offers[0]["offer_id"]
    (30, 'lpg-sub-pangkalan')
    """
    if table not in CATALOG_TABLES:
        known = ", ".join(CATALOG_TABLES)
        raise CatalogError(
            f"Tidak ada data acuan untuk tabel {table!r}. Pilih salah satu: {known}.",
            f"No reference data for table {table!r}. Choose one of: {known}.",
        )
    return _read(f"{table}.csv", tuple(column.name for column in columns(table)))


@cache
def sources() -> Mapping[str, Source]:
    """Return every source by its id.

    Raises
    ------
    CatalogError
        When the file is missing or broken.

    Examples
    --------
    >>> sources()["P47"].published_on
    datetime.date(2025, 10, 23)
    >>> sources()["A-praktik"].is_assumption
    True
    """
    found = {
        row["source_id"]: Source(
            source_id=row["source_id"],
            title=row["title"],
            publisher=row["publisher"],
            address=row["address"],
            published_on=(date.fromisoformat(row["published_on"]) if row["published_on"] else None),
            kind=cast("SourceKind", row["kind"]),
            licence=row["licence"],
            note=row["note"],
        )
        for row in _read("sources.csv", _SOURCE_HEADER)
    }
    return MappingProxyType(found)


@cache
def facts_fields() -> Mapping[str, Column]:
    """Return the known fields of ``facts`` as columns of that table, by name.

    Other fields may be recorded too; of these the kind is known, so their values can be checked.
    Numbers start at 0 and have no upper bound.

    Raises
    ------
    CatalogError
        When the file is missing or broken.

    Examples
    --------
    >>> facts_fields()["has_halal_certificate"].kind
    'yes_no'
    >>> facts_fields()["pustu_distance_km"].unit
    'km'
    """
    found = {}
    for row in _read("facts_fields.csv", _FACTS_HEADER):
        kind = cast("Kind", row["kind"])
        found[row["field"]] = Column(
            table="facts",
            name=row["field"],
            kind=kind,
            unit=row["unit"],
            minimum=0.0 if kind in NUMERIC_KINDS and kind != "yes_no" else None,
            maximum=None,
            choices=(),
            refers_to="",
            key=False,
            required=False,
            label_id=row["label_id"],
            label_en=row["label_en"],
        )
    return MappingProxyType(found)


@cache
def catalog_digest() -> str:
    """Return the SHA-256 of all packaged tables, the same whatever the line endings on disk.

    Names count as well as contents, so that a renamed or added file changes the digest.

    Examples
    --------
    >>> len(catalog_digest())
    64
    """
    digest = hashlib.sha256()
    packaged = (entry for entry in files("features.catalog").iterdir() if entry.name.endswith(".csv"))
    for entry in sorted(packaged, key=lambda found: found.name):
        content = entry.read_bytes().replace(b"\r\n", b"\n").replace(b"\r", b"\n")
        digest.update(entry.name.encode() + b"\0" + content + b"\0")
    return digest.hexdigest()


@cache
def area_aliases() -> Mapping[str, str]:
    """Return other spellings of areas' names, and the code each stands for.

    Examples
    --------
    >>> area_aliases()["Lontar Baru"]
    '36.73.01.1009'
    """
    text = files("features.catalog").joinpath("area_aliases.csv").read_text(encoding="utf-8")
    return MappingProxyType({row["alias"]: row["code"] for row in csv.DictReader(text.splitlines())})

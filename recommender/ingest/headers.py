"""Which column of a file is which column of the table, by canonical name or Indonesian label."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches

from features.cells.units import unit_factor
from features.cells.values import Style
from features.cells.words import compact
from features.schema.loader import Column, columns
from recommender.ingest.fault_texts import (
    column_duplicate,
    column_ignored,
    column_missing,
    header_unit,
)
from recommender.ingest.faults import FaultLog

__all__ = ["PROBLEM_HEADER", "HeaderColumn", "HeaderPlan", "match_headers", "plain_header"]

PROBLEM_HEADER = "Masalah"
"""The reason column of a file of refused rows; it is no data and is passed over on import."""

_PARENTHESES = re.compile(r"\(([^)]*)\)")
_AREA_HEADERS = frozenset(
    {"area", "kelurahan", "desa", "kelurahandesa", "desakelurahan", "namakelurahan", "namadesa"}
)
_DISTRICT_HEADERS = frozenset({"district", "kecamatan", "namakecamatan"})
_MULTIPLES = re.compile(r"\b(?:ribu|rb|juta|jt|miliar|milyar|mlr|triliun)\b")


@dataclass(frozen=True, slots=True)
class HeaderColumn:
    """One column of the file that is a column of the table."""

    position: int
    column: Column
    header: str
    style: Style


@dataclass(frozen=True, slots=True)
class HeaderPlan:
    """How the cells of a row are to be read.

    Attributes
    ----------
    header : tuple of str
        The header as it stands; a row has as many cells.
    columns : tuple of HeaderColumn
        In the order of the file.
    area_position, district_position : int or None
        Where an area's name and its district stand, in tables that refer to an area.
    unnamed : tuple of int
        Positions without a header; nothing may stand below.
    """

    header: tuple[str, ...]
    columns: tuple[HeaderColumn, ...]
    area_position: int | None
    district_position: int | None
    unnamed: tuple[int, ...]


def plain_header(text: str) -> str:
    """Return a header without case, spaces, dots, underscores and what stands in parentheses.

    Examples
    --------
    >>> plain_header(" Luas_Toko (M2) "), plain_header("premises.status")
    ('luastoko', 'premisesstatus')
    """
    return compact(_PARENTHESES.sub("", text))


def _known(table: str) -> Mapping[str, tuple[Column, Style]]:
    found: dict[str, tuple[Column, Style]] = {}
    for column in columns(table):
        found[plain_header(column.label_id)] = (column, "indonesian")
    for column in columns(table):
        found[plain_header(column.name)] = (column, "canonical")
    return found


def _other_unit(column: Column, header: str) -> bool:
    inside = " ".join(_PARENTHESES.findall(header)).strip().casefold()
    if not inside or inside in _PARENTHESES.findall(column.label_id.casefold()):
        return False
    factor = unit_factor(column.unit, inside)
    return bool(_MULTIPLES.search(inside)) or (factor is not None and factor != 1)


def _has_area(table: str) -> bool:
    return any(column.refers_to == "areas" for column in columns(table))


def _nearest(plain: str, known: Mapping[str, tuple[Column, Style]]) -> str | None:
    near = get_close_matches(plain, known, n=1, cutoff=0.8)
    if not near:
        return None
    column, style = known[near[0]]
    return column.name if style == "canonical" else column.label_id


def match_headers(table: str, header: tuple[str, ...], faults: FaultLog, warnings: FaultLog) -> HeaderPlan:
    """Match the header of a file to the columns of a table.

    A column under its canonical name is read in canonical style, one under its Indonesian label
    with a decimal comma. Unknown columns are warned about; a column that comes twice, a missing
    key column and a header with another unit are faults.
    """
    known = _known(table)
    found: dict[str, HeaderColumn] = {}
    names: dict[str, int] = {}
    unnamed: list[int] = []
    for position, cell in enumerate(header):
        plain = plain_header(cell)
        shown = " ".join(cell.split())
        if not shown:
            unnamed.append(position)
        elif plain in known:
            column, style = known[plain]
            if column.name in found:
                message = column_duplicate(found[column.name].header, shown)
                faults.note("column_duplicate", message, row=1, column=shown)
            elif _other_unit(column, cell):
                faults.note("header_unit", header_unit(shown, column.unit), row=1, column=shown)
            found.setdefault(column.name, HeaderColumn(position, column, shown, style))
        elif _has_area(table) and plain in _AREA_HEADERS | _DISTRICT_HEADERS:
            level = "area" if plain in _AREA_HEADERS else "district"
            if level in names:
                message = column_duplicate(header[names[level]], shown)
                faults.note("column_duplicate", message, row=1, column=shown)
            names.setdefault(level, position)
        elif plain != compact(PROBLEM_HEADER):
            message = column_ignored(shown, _nearest(plain, known))
            warnings.note("column_ignored", message, row=1, column=shown)
    missing = [
        f"{column.name} ({column.label_id})"
        for column in columns(table)
        if column.key and column.required and column.name not in found
    ]
    if missing:
        faults.note("column_missing", column_missing(missing, header), row=1)
    return HeaderPlan(
        header=header,
        columns=tuple(found.values()),
        area_position=names.get("area"),
        district_position=names.get("district"),
        unnamed=tuple(unnamed),
    )

"""Which column of a file is which column of the table, and how its cells are to be read."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from features.cells.values import Style
from features.schema.loader import Column, columns
from recommender.ingest.fault_texts import (
    column_duplicate,
    column_ignored,
    column_missing,
    column_outranked,
    header_guessed,
    header_unit,
)
from recommender.ingest.faults import FaultLog
from recommender.ingest.header_names import HeaderMatch, HeaderNames, header_names
from recommender.ingest.header_units import HeaderUnit, header_unit_of
from recommender.ingest.told import IGNORED, Told

__all__ = ["PROBLEM_HEADER", "HeaderColumn", "HeaderPlan", "match_headers"]

PROBLEM_HEADER = "Masalah"
"""The reason column of a file of refused rows; it is no data and is passed over on import."""

_RANKS = {"told": 4, "known": 3, "weak": 2, "guessed": 1}


@dataclass(frozen=True, slots=True)
class HeaderColumn:
    """One column of the file that is a column of the table.

    ``certainty`` is ``told``, ``known``, ``weak`` or ``guessed``.
    """

    position: int
    column: Column
    header: str
    style: Style
    certainty: str = "known"
    unit: HeaderUnit | None = None


@dataclass(frozen=True, slots=True)
class HeaderPlan:
    """How the cells of a row are to be read.

    Attributes
    ----------
    header : tuple of str
        The header as it stands; a row has as many cells.
    columns : tuple of HeaderColumn
        In the order of the file.
    specials : mapping of str to int
        Where special targets stand (``@area``, ``@district``, ``@coordinates``, ``@cooperative``).
    ignored : tuple of int
        Positions whose header is not known or was left out.
    unnamed : tuple of int
        Positions without a header; nothing may stand below.
    """

    header: tuple[str, ...]
    columns: tuple[HeaderColumn, ...]
    specials: Mapping[str, int]
    ignored: tuple[int, ...]
    unnamed: tuple[int, ...]

    @property
    def area_position(self) -> int | None:
        """Where an area's name stands, in tables that refer to an area."""
        return self.specials.get("@area")

    @property
    def district_position(self) -> int | None:
        """Where a district's name stands, in tables that refer to an area."""
        return self.specials.get("@district")

    def position_of(self, name: str) -> int | None:
        """Return where a column of the table stands, ``None`` when it does not."""
        return next((one.position for one in self.columns if one.column.name == name), None)


@dataclass(frozen=True, slots=True)
class _Claim:
    position: int
    header: str
    target: str
    rank: int
    certainty: str
    style: Style


def match_headers(
    table: str,
    header: Sequence[str],
    faults: FaultLog,
    warnings: FaultLog,
    *,
    told: Told | None = None,
    row: int = 1,
) -> HeaderPlan:
    """Match the header of a file to the columns of a table.

    A column under its canonical name is read in canonical style, one under any other spelling with a
    decimal comma. Where two headers mean one column, the better known one counts; two equally good ones
    are a fault, as is a missing key column that nothing can stand in for. Guesses, unknown headers and
    units other than the column's are warned about.

    Parameters
    ----------
    table : str
    header : sequence of str
        The header's cells, two levels joined into one text.
    faults, warnings : FaultLog
        Added to.
    told : Told, optional
        What was said of headers.
    row : int
        Where the header stands, for messages.
    """
    names, chosen = header_names(table), told or Told()
    claims: dict[str, list[_Claim]] = {}
    unnamed: list[int] = []
    ignored: list[int] = []
    for position, cell in enumerate(header):
        shown = " ".join(cell.split())
        claim = _claim(names, chosen, position, shown)
        if not shown:
            unnamed.append(position)
        elif claim is None:
            ignored.append(position)
            if chosen.target(shown) != IGNORED and names.known(shown) is None:
                message = column_ignored(shown, names.nearest(shown))
                warnings.note("column_ignored", message, row=row, column=shown)
        else:
            claims.setdefault(claim.target, []).append(claim)
    best = {target: _best(found, faults, warnings, row) for target, found in claims.items()}
    found = [
        _column(names, claim, warnings, row) for target, claim in best.items() if not target.startswith("@")
    ]
    specials = {target: claim.position for target, claim in best.items() if target.startswith("@")}
    _demand_keys(table, {one.column.name for one in found}, specials, header, faults, row)
    return HeaderPlan(
        header=tuple(header),
        columns=tuple(sorted(found, key=lambda one: one.position)),
        specials=MappingProxyType(specials),
        ignored=tuple(ignored),
        unnamed=tuple(unnamed),
    )


def _claim(names: HeaderNames, told: Told, position: int, shown: str) -> _Claim | None:
    said = told.target(shown)
    if said is not None and (said in names.columns or said.startswith("@")):
        match = names.known(shown)
        style: Style = match.style if match else "indonesian"
        return _Claim(position, shown, said, _RANKS["told"], "told", style)
    found: HeaderMatch | None = None if said == IGNORED else names.find(shown)
    if found is None or found.target in {"@number", "@problem"}:
        return None
    return _Claim(position, shown, found.target, _RANKS[found.certainty], found.certainty, found.style)


def _best(claims: Sequence[_Claim], faults: FaultLog, warnings: FaultLog, row: int) -> _Claim:
    first = max(claims, key=lambda one: (one.rank, -one.position))
    for other in claims:
        if other is first:
            continue
        if other.rank == first.rank and first.certainty in {"told", "known"}:
            message = column_duplicate(first.header, other.header)
            faults.note("column_duplicate", message, row=row, column=other.header)
        else:
            message = column_outranked(first.header, other.header)
            warnings.note("column_outranked", message, row=row, column=other.header)
    return first


def _column(names: HeaderNames, claim: _Claim, warnings: FaultLog, row: int) -> HeaderColumn:
    column = names.columns[claim.target]
    unit = header_unit_of(column, claim.header)
    if unit:
        warnings.note("header_unit", header_unit(claim.header, unit.word), row=row, column=claim.header)
    if claim.certainty == "guessed":
        message = header_guessed(claim.header, column.label_id, column.label_en)
        warnings.note("header_guessed", message, row=row, column=claim.header)
    return HeaderColumn(claim.position, column, claim.header, claim.style, claim.certainty, unit)


def _demand_keys(
    table: str,
    found: set[str],
    specials: Mapping[str, int],
    header: Sequence[str],
    faults: FaultLog,
    row: int,
) -> None:
    standing = set(found)
    if table == "cooperatives" and ({"area_code", "name"} & found or "@area" in specials):
        standing.add("cooperative_id")  # the area or the name tells which one
    if {"@area", "@cooperative"} & specials.keys():
        standing |= {column.name for column in columns(table) if column.refers_to == "cooperatives"}
    if "@area" in specials:
        standing |= {column.name for column in columns(table) if column.refers_to == "areas"}
    if table == "events":
        standing.add("event_id")  # made from what happened to whom and when
    lacking = [one for one in columns(table) if one.key and one.required and one.name not in standing]
    if lacking:
        message = column_missing(
            [f"{one.name} ({one.label_id})" for one in lacking],
            header,
            or_area=any("cooperatives" in {one.refers_to, table} for one in lacking),
        )
        faults.note("column_missing", message, row=row)

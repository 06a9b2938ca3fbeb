"""An open file with its sheet and header found: what is needed before its rows are read."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

from features.schema.loader import Column, columns
from recommender.ingest.fault_texts import Sentences
from recommender.ingest.faults import FaultLog, refused
from recommender.ingest.grid import Grid
from recommender.ingest.header_names import header_names
from recommender.ingest.header_rows import HeaderRows
from recommender.ingest.headers import HeaderPlan, match_headers
from recommender.ingest.sheet_choice import choose
from recommender.ingest.sources import Source
from recommender.ingest.told import Told

__all__ = ["OpenedTable", "Vocabulary", "identity_positions", "opened_table"]


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Names that a file may use and that stand in no table.

    Attributes
    ----------
    area_aliases : mapping of str to str
        Other spellings and other codes (BPS) of areas to the dotted code.
    facts_fields : mapping of str to Column
        The known fields of ``facts`` with their cell rules.
    """

    area_aliases: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    facts_fields: Mapping[str, Column] = field(default_factory=lambda: MappingProxyType({}))


@dataclass(frozen=True, slots=True)
class OpenedTable:
    """A sheet whose columns are understood.

    Attributes
    ----------
    grid, header, plan
        The sheet, where its header stands, what its columns are.
    warnings : FaultLog
        What the user should know so far; added to while rows are read.
    """

    grid: Grid
    header: HeaderRows
    plan: HeaderPlan
    warnings: FaultLog

    def is_export(self, table: str) -> bool:
        """Tell whether the header is just what an export of the table has."""
        texts = list(self.header.texts)
        return texts in ([one.name for one in columns(table)], [one.label_id for one in columns(table)])


def opened_table(table: str, name: str, source: Source, sheet: str | None, told: Told) -> OpenedTable:
    """Find sheet and header of an open file.

    Parameters
    ----------
    table : str
    name : str
        The file's name, for messages.
    source : Source
    sheet : str or None
        The sheet that the user named.
    told : Told
        What was said of headers.

    Raises
    ------
    ImportRefusedError
        When no sheet, several, or no header fits, or the header has faults.
    """
    faults, warnings = FaultLog(), FaultLog()
    for code, message in source.notes:
        warnings.note(code, message)
    stated = source.properties.get("sanding_table", table)
    if stated != table:
        faults.note("other_table", _other_table(stated, table))
        raise refused(name, faults)
    chosen = choose(header_names(table), source.grids, sheet, told, faults, warnings)
    if chosen is None:
        raise refused(name, faults)
    faults.sheet = warnings.sheet = chosen.grid.sheet
    row = max(chosen.header.last_row, 1)
    plan = match_headers(table, chosen.header.texts, faults, warnings, told=told, row=row)
    if faults.count:
        raise refused(name, faults)
    return OpenedTable(chosen.grid, chosen.header, plan, warnings)


def identity_positions(table: str, plan: HeaderPlan) -> Sequence[int]:
    """Return the positions of the cells that say which row it is."""
    names = [column.name for column in columns(table) if column.key]
    if table == "cooperatives":
        names += ["name", "area_code"]
    found = [plan.position_of(name) for name in names]
    found += [plan.specials.get(one) for one in ("@area", "@cooperative")]
    return [one for one in found if one is not None]


def _other_table(stated: str, table: str) -> Sentences:
    return (
        f"Berkas ini ekspor tabel {stated}, bukan {table}. Impor dengan `sanding import {stated}`.",
        (
            f"This file is an export of table {stated}, not of {table}. Import it with `sanding import "
            f"{stated}`."
        ),
    )

"""``load_table``: one file into one table, all or nothing."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from features.cells.values import CellParser, Style
from features.errors import FrameError
from features.schema.loader import columns
from recommender.clock import jakarta_today
from recommender.errors import Fault, NotFoundError
from recommender.ingest.column_parsers import column_parser
from recommender.ingest.conflicts import ExportedSince
from recommender.ingest.cooperative_finder import CooperativeFinder
from recommender.ingest.coverage import AreaCoverage
from recommender.ingest.faults import located, refused
from recommender.ingest.field_checks import FieldChecker
from recommender.ingest.fields import FieldBook
from recommender.ingest.file_pass import FilePass, RowWorkers
from recommender.ingest.matched import matched_columns
from recommender.ingest.merged_cells import MergedDown
from recommender.ingest.opened_table import OpenedTable, Vocabulary, identity_positions, opened_table
from recommender.ingest.ports import RowCounts, RowStore
from recommender.ingest.rejects import rejects_writer
from recommender.ingest.report import ImportReport
from recommender.ingest.row_checks import RowChecker
from recommender.ingest.row_kinds import RowSorter
from recommender.ingest.row_owner import RowOwner, needs_finder
from recommender.ingest.row_reader import RowReader
from recommender.ingest.sheets.limits import COMMAND_LIMITS, Limits
from recommender.ingest.sources import Source, open_source
from recommender.ingest.stored import StoredTable
from recommender.ingest.told import Told
from recommender.ingest.totals import Totals

__all__ = ["Loading", "Recorded", "load_table"]

_AMOUNTS = frozenset({"count", "money", "decimal"})


@dataclass(frozen=True, slots=True)
class Recorded:
    """What is known of an import when its rows are written, for the record."""

    counts: RowCounts
    row_count: int
    refused_count: int


@dataclass(frozen=True, slots=True)
class Loading:
    """How a file is loaded.

    Attributes
    ----------
    dry_run : bool
        Count and list the differences and write nothing (no rejects either).
    accept_valid : bool
        Take the good rows; write the refused ones with their reasons to ``rejects``, if given.
        A file that cannot be read to its end is refused all the same.
    rejects : Path or None
        Written only when there are refused rows.
    keeps_rejects : bool
        Write the refused rows in a dry run as well.
    sheet : str or None
        The sheet to read; otherwise the one whose header is known best.
    told : Told
        What was said of headers.
    limits : Limits
        Of the reader of workbooks.
    vocabulary : Vocabulary
        Other names of areas, and the known fields of ``facts``.
    progress : callable or None
        Told now and then how many rows were read.
    name : str
        The file's own name where its path bears another; empty otherwise.
    record : callable or None
        Makes the record of the import, which is kept with its revision.
    """

    dry_run: bool = False
    accept_valid: bool = False
    rejects: Path | None = None
    keeps_rejects: bool = False
    sheet: str | None = None
    told: Told = field(default_factory=Told)
    limits: Limits = COMMAND_LIMITS
    vocabulary: Vocabulary = field(default_factory=Vocabulary)
    progress: Callable[[int], None] | None = None
    name: str = ""
    record: Callable[[Recorded], object] | None = None


def load_table(
    store: RowStore, table: str, path: Path, how: Loading | None = None, *, author: str, made_at: datetime
) -> ImportReport:
    """Read a file into a table: an upsert by key, all or nothing.

    An absent column or an empty cell leaves the stored value; ``hapus`` makes it unknown. Rows are
    read as a stream inside one revision, which is undone when the file is refused.

    Parameters
    ----------
    store : RowStore
    table : str
        A table of the contract.
    path : Path
        CSV, a workbook, or GeoJSON for outlines of areas; as people make them.
    how : Loading, optional
    author : str
        Who imports; recorded with every changed row, as is the file's name.
    made_at : datetime
        The time to record; with a time zone.

    Raises
    ------
    ImportRefusedError
        With every fault (the first 200 are listed, all are counted); nothing was changed.
    NotFoundError
        When there is no such table or file.
    """
    _check_table(table)
    how = how or Loading()
    name = how.name or path.name
    with open_source(table, path, how.limits, name) as source:
        opened = opened_table(table, name, source, how.sheet, how.told)
        since = _exported_since(store, table, source)
        workers = _workers(store, table, opened, how.vocabulary, made_at, since)
        current = FilePass(
            opened.grid,
            opened.header.last_row,
            workers,
            opened.warnings,
            accept_valid=how.accept_valid,
            progress=how.progress,
        )
        target = how.rejects if how.accept_valid and (how.keeps_rejects or not how.dry_run) else None
        with (
            store.revision(author=author, source=name, made_at=made_at, dry_run=how.dry_run) as revision,
            rejects_writer(target, opened.plan.header, source.separator, source.properties) as refused_rows,
        ):
            counts = revision.upsert(table, current.good_rows(refused_rows))
            _demand_rows(table, current, opened)
            if current.is_refused:
                raise refused(name, current.faults)
            if how.record is not None:
                revision.record_import(how.record(Recorded(counts, current.row_count, refused_rows.count)))
        return ImportReport(
            table=table,
            source=name,
            dry_run=how.dry_run,
            row_count=current.row_count,
            new=counts.new,
            changed=counts.changed,
            same=counts.same,
            refused_count=refused_rows.count,
            skipped_count=current.passed.count,
            faults=tuple(current.faults),
            fault_count=current.faults.count,
            warnings=tuple(opened.warnings),
            warning_count=opened.warnings.count,
            differences=tuple(revision.differences),
            difference_count=revision.difference_count,
            rejects=target if refused_rows.count else None,
            sheet=opened.grid.sheet,
            header_row=opened.header.last_row,
            matched=matched_columns(opened.grid, opened.header, opened.plan),
            recognised_count=len(workers.owner.found),
            created_count=len(workers.owner.new),
            kept_count=since.kept_count if since else 0,
        )


def _check_table(table: str) -> None:
    try:
        columns(table)
    except FrameError as error:
        raise NotFoundError(error.message_id, error.message_en) from error


def _exported_since(store: RowStore, table: str, source: Source) -> ExportedSince | None:
    stated = source.properties.get("sanding_revision", "")
    if not (stated.isascii() and stated.isdecimal()):
        return None
    since = int(stated)
    return ExportedSince(store.changes_since(table, since), store.removals_since(table, since))


def _workers(
    store: RowStore,
    table: str,
    opened: OpenedTable,
    words: Vocabulary,
    made_at: datetime,
    since: ExportedSince | None,
) -> RowWorkers:
    plan = opened.plan
    recognises = needs_finder(table, plan)
    stored = StoredTable(store, table, words.area_aliases, needs_areas=recognises)
    areas = stored.areas
    finder = None
    if recognises and areas is not None:
        names = ["cooperative_id", "name", "area_code"]
        finder = CooperativeFinder.of_frame(store.frame("cooperatives", columns=names), areas)
    value_style: Style = next((one.style for one in plan.columns if one.column.name == "value"), "canonical")
    fields = FieldChecker(FieldBook(words.facts_fields), value_style)
    identity = identity_positions(table, plan)
    keys = [one.position for one in plan.columns if one.column.key and one.column.kind in {"id", "code"}]
    parsers: Mapping[int, CellParser] = {one.position: column_parser(one, areas) for one in plan.columns}
    filled_down = {one.position for one in plan.columns if one.column.kind not in _AMOUNTS}
    return RowWorkers(
        merged=MergedDown(opened.grid.merges, filled_down | set(plan.specials.values())),
        sorter=RowSorter(
            plan, keys[0] if keys else None, identity, areas.is_district if areas else lambda _text: False
        ),
        reader=RowReader(table, plan, areas, opened.grid.sheet),
        owner=RowOwner(table, plan, finder, areas),
        checker=RowChecker(table, stored, fields, jakarta_today(made_at), since),
        totals=None if opened.is_export(table) else Totals(plan, parsers),
        coverage=AreaCoverage(areas) if table == "cooperatives" and areas else None,
    )


def _demand_rows(table: str, current: FilePass, opened: OpenedTable) -> None:
    if current.row_count or current.passed.count or current.is_unreadable:
        return
    fault = _no_rows(opened.grid.sheet)
    if opened.is_export(table):
        opened.warnings.add(fault)  # an export of an empty table is no mistake
    else:
        current.faults.add(fault)


def _no_rows(sheet: str | None) -> Fault:
    message = (
        "Tidak ada baris data di bawah judul kolom. Isi datanya, lalu impor lagi.",
        "There is no data row below the column headers. Fill in the data and import again.",
    )
    return located("no_rows", message, sheet=sheet)

"""``load_table``: one CSV file into one table, all or nothing."""

from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from types import MappingProxyType

from features.cells.values import Style, Value
from features.errors import FrameError
from features.schema.loader import Column, columns
from recommender.errors import Fault, ImportRefusedError, NotFoundError
from recommender.ingest.csv_files import CsvFile, read_csv_rows
from recommender.ingest.faults import FaultLog, located, refused
from recommender.ingest.field_checks import FieldChecker
from recommender.ingest.fields import FieldBook
from recommender.ingest.geojson_files import GEOJSON_SUFFIXES, read_geojson_rows
from recommender.ingest.headers import match_headers
from recommender.ingest.ports import RowStore
from recommender.ingest.rejects import RejectsWriter, rejects_writer
from recommender.ingest.report import ImportReport
from recommender.ingest.row_checks import RowChecker
from recommender.ingest.row_reader import RowReader
from recommender.ingest.stored import StoredTable

__all__ = ["Vocabulary", "load_table"]


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


_SKIPPED = MappingProxyType(
    {
        "example_row": (
            "baris contoh dilewati. Hapus baris itu agar pesan ini hilang.",
            "the example row was passed over. Remove it to be rid of this message.",
        ),
        "total_row": (
            "baris jumlah dilewati.",
            "a row of totals was passed over.",
        ),
    }
)


class _Pass:
    """One pass over the rows: gives the good ones, remembers what is wrong with the others."""

    def __init__(
        self,
        file: CsvFile,
        reader: RowReader,
        checker: RowChecker,
        warnings: FaultLog,
        *,
        accept_valid: bool,
    ) -> None:
        self._file = file
        self._reader = reader
        self._checker = checker
        self._accept_valid = accept_valid
        self.faults = FaultLog()
        self.warnings = warnings
        self.row_count = 0
        self.skipped_count = 0
        self.is_unreadable = False

    @property
    def is_refused(self) -> bool:
        """Whether the file as a whole is refused."""
        return self.is_unreadable or (self.faults.count > 0 and not self._accept_valid)

    def good_rows(self, rejects: RejectsWriter) -> Iterator[Mapping[str, Value | None]]:
        """Give the rows that can be written.

        Once the file is going to be refused no more are given, but all are still looked at.
        """
        for number, cells in self._numbered_rows():
            reason = self._reader.skip_reason(cells)
            if reason:
                self.skipped_count += 1
                self.warnings.note(reason, _SKIPPED[reason], row=number)
                continue
            self.row_count += 1
            original = list(cells)
            row = self._reader.read(number, cells)
            self._checker.check(row)
            for warning in row.warnings:
                self.warnings.add(warning)
            for fault in row.faults:
                self.faults.add(fault)
            if row.faults:
                rejects.add(original, row.faults)
            elif not self.is_refused:
                yield row.values

    def _numbered_rows(self) -> Iterator[tuple[int, list[str]]]:
        try:
            yield from self._file.rows
        except ImportRefusedError as error:
            self.is_unreadable = True
            for fault in error.faults:
                self.faults.add(fault)


def _opened(table: str, path: Path) -> AbstractContextManager[CsvFile]:
    is_map = table == "boundaries" and path.suffix.lower() in GEOJSON_SUFFIXES
    return read_geojson_rows(path) if is_map else read_csv_rows(path)


def _check_table(table: str) -> None:
    try:
        columns(table)
    except FrameError as error:
        raise NotFoundError(error.message_id, error.message_en) from error


def load_table(  # noqa: PLR0913 - each is one option of the command
    store: RowStore,
    table: str,
    path: Path,
    *,
    author: str,
    made_at: datetime,
    dry_run: bool = False,
    accept_valid: bool = False,
    rejects: Path | None = None,
    vocabulary: Vocabulary | None = None,
) -> ImportReport:
    """Read a CSV file (outlines of areas: also GeoJSON) into a table: an upsert by key, all or nothing.

    An absent column or an empty cell leaves the stored value; ``hapus`` makes it unknown. Rows are
    read as a stream inside one revision, which is undone when the file is refused.

    Parameters
    ----------
    store : RowStore
    table : str
        A table of the contract.
    path : Path
        UTF-8 CSV separated by ``,`` or ``;``, under canonical or Indonesian headers.
    author : str
        Who imports; recorded with every changed row, as is the file's name.
    made_at : datetime
        The time to record; with a time zone.
    dry_run : bool
        Count and list the differences and write nothing (no rejects either).
    accept_valid : bool
        Take the good rows; write the refused ones with their reasons to ``rejects``, if given.
        A file that cannot be read to its end is refused all the same.
    rejects : Path, optional
        Written only when there are refused rows.
    vocabulary : Vocabulary, optional
        Other names of areas, and the known fields of ``facts``.

    Raises
    ------
    ImportRefusedError
        With every fault (the first 200 are listed, all are counted); nothing was changed.
    NotFoundError
        When there is no such table or file.
    """
    _check_table(table)
    words = vocabulary or Vocabulary()
    with _opened(table, path) as file:
        faults, warnings = FaultLog(), FaultLog()
        plan = match_headers(table, file.header, faults, warnings)
        if faults.count:
            raise refused(path.name, faults)
        stored = StoredTable(store, table, words.area_aliases)
        value_style: Style = next(
            (one.style for one in plan.columns if one.column.name == "value"), "canonical"
        )
        fields = FieldChecker(FieldBook(words.facts_fields), value_style)
        checker = RowChecker(table, stored, fields)
        reader = RowReader(plan, stored.areas)
        current = _Pass(file, reader, checker, warnings, accept_valid=accept_valid)
        target = rejects if accept_valid and not dry_run else None
        with (
            store.revision(author=author, source=path.name, made_at=made_at, dry_run=dry_run) as revision,
            rejects_writer(target, file.header, file.separator) as refused_rows,
        ):
            counts = revision.upsert(table, current.good_rows(refused_rows))
            if current.is_refused:
                raise refused(path.name, current.faults)
        if not current.row_count and not current.skipped_count:
            warnings.add(_no_rows())
        return ImportReport(
            table=table,
            source=path.name,
            dry_run=dry_run,
            row_count=current.row_count,
            new=counts.new,
            changed=counts.changed,
            same=counts.same,
            refused_count=refused_rows.count,
            skipped_count=current.skipped_count,
            faults=tuple(current.faults),
            fault_count=current.faults.count,
            warnings=tuple(warnings),
            warning_count=warnings.count,
            differences=tuple(revision.differences),
            difference_count=revision.difference_count,
            rejects=target if refused_rows.count else None,
        )


def _no_rows() -> Fault:
    message = (
        "Tidak ada baris data di bawah judul kolom.",
        "There is no data row below the column headers.",
    )
    return located("no_rows", message)

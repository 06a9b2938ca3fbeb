"""Use case: files into tables, seen beforehand, on record, remembered per sender, and undone."""

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from hashlib import file_digest
from pathlib import Path

from features.catalog.loader import area_aliases, facts_fields
from features.schema.header_words import SPECIAL_TARGETS, header_words
from features.schema.loader import columns, table_names
from recommender.errors import NotFoundError, RefusedError
from recommender.ingest import look, matched, report
from recommender.ingest.header_texts import plain_header
from recommender.ingest.load import Loading, Recorded, load_table
from recommender.ingest.look import look_into
from recommender.ingest.opened_table import Vocabulary
from recommender.ingest.sheets import limits
from recommender.ingest.sheets.limits import COMMAND_LIMITS, Limits
from recommender.ingest.told import IGNORED, Told
from recommender.store import import_records
from recommender.store.import_records import ImportedFile
from recommender.store.store import Store

__all__ = [
    "UPLOAD_LIMITS",
    "Answer",
    "FileLook",
    "ImportRecord",
    "ImportReport",
    "Intake",
    "MatchedColumn",
    "UndoReport",
    "column_labels",
    "import_file",
    "look_at_file",
    "table_choices",
]

ImportReport = report.ImportReport
"""What an import did; doors name it without reaching into ``ingest``."""

FileLook = look.FileLook
"""What a file is by its first rows."""

MatchedColumn = matched.MatchedColumn
"""What one column of a file was taken for."""

UPLOAD_LIMITS = limits.UPLOAD_LIMITS
"""For files that come in through the pages; the command line reads larger ones."""


ImportRecord = import_records.ImportRecord
"""An import on record."""

UndoReport = import_records.UndoReport
"""What undoing an import did."""


@dataclass(frozen=True, slots=True)
class Intake:
    """A file and how it is to be understood.

    Attributes
    ----------
    table : str
        A table of the contract.
    path : Path
    sender : str
        Whose file it is: what was said of headers is remembered for the sender's next file.
    name : str
        The file's own name where ``path`` bears another; empty otherwise.
    sheet : str or None
        The sheet to read; otherwise the one whose header is known best.
    headers : mapping of str to str
        Headers to names of columns, or to nothing to leave a column out.
    limits : Limits
    """

    table: str
    path: Path
    sender: str
    name: str = ""
    sheet: str | None = None
    headers: Mapping[str, str] = field(default_factory=dict)
    limits: Limits = COMMAND_LIMITS


@dataclass(frozen=True, slots=True)
class Answer:
    """What an import did, and whether the very file had been imported before."""

    report: ImportReport
    imported_before: ImportRecord | None = None


def look_at_file(store: Store, intake: Intake) -> FileLook:
    """Look at a file's sheets and header, with what is remembered of the sender's headers.

    Raises
    ------
    ImportRefusedError
        When the file cannot be read at all.
    NotFoundError
        When there is no such table or file.
    """
    return look_into(
        intake.table, intake.path, sheet=intake.sheet, told=_told(store, intake), limits=intake.limits
    )


def import_file(  # noqa: PLR0913 - each is one option of the command
    store: Store,
    intake: Intake,
    *,
    author: str,
    made_at: dt.datetime,
    dry_run: bool = False,
    accept_valid: bool = False,
    rejects: Path | None = None,
    keeps_rejects: bool = False,
    progress: Callable[[int], None] | None = None,
) -> Answer:
    """Read a file into a table: an upsert by key, all or nothing.

    Parameters
    ----------
    store : Store
    intake : Intake
    author : str
        Who imports, for the record.
    made_at : datetime
        With a time zone.
    dry_run : bool
        Only say what would change.
    accept_valid : bool
        Take the good rows, also when others are refused.
    rejects : Path, optional
        Where the refused rows go with ``accept_valid``: a workbook or a CSV.
    keeps_rejects : bool
        Write the refused rows in a dry run as well.
    progress : callable, optional
        Told now and then how many rows were read.

    Raises
    ------
    ImportRefusedError
        With every fault of the file; nothing was changed.
    NotFoundError
        When there is no such table, file or column.
    RefusedError
        When ``rejects`` is the imported file itself, or cannot be written.
    """
    _check_rejects(intake.path, rejects)
    told = _told(store, intake)
    digest = _digest(intake.path)
    before = store.import_of(intake.table, digest) if digest else None

    how = Loading(
        dry_run=dry_run,
        accept_valid=accept_valid,
        rejects=rejects,
        keeps_rejects=keeps_rejects,
        sheet=intake.sheet,
        told=told,
        limits=intake.limits,
        vocabulary=Vocabulary(area_aliases=area_aliases(), facts_fields=facts_fields()),
        progress=progress,
        name=intake.name,
        record=lambda written: _imported(intake, digest, written),
    )
    done = load_table(store, intake.table, intake.path, how, author=author, made_at=made_at)
    if told.now and not dry_run:
        store.remember_headers(intake.sender, intake.table, told.now, made_at=made_at)
    return Answer(done, before if before and not done.new + done.changed else None)


def _told(store: Store, intake: Intake) -> Told:
    known = {column.name for column in columns(intake.table)} | SPECIAL_TARGETS
    strange = sorted(set(intake.headers.values()) - known - {IGNORED})
    if strange:
        raise NotFoundError(
            f"Kolom {strange[0]!r} tidak ada di tabel {intake.table}. Periksa namanya.",
            f"There is no column {strange[0]!r} in table {intake.table}. Check its name.",
        )
    now = {plain_header(header): name for header, name in intake.headers.items()}
    return Told(now, store.remembered_headers(intake.sender, intake.table))


def _imported(intake: Intake, digest: str, written: Recorded) -> ImportedFile:
    return ImportedFile(
        table_name=intake.table,
        file_name=intake.name or intake.path.name,
        file_digest=digest,
        sender=intake.sender,
        row_count=written.row_count,
        new_count=written.counts.new,
        changed_count=written.counts.changed,
        same_count=written.counts.same,
        refused_count=written.refused_count,
    )


def _digest(path: Path) -> str:
    try:
        with path.open("rb") as handle:
            return file_digest(handle, "sha256").hexdigest()
    except OSError:
        return ""  # said in full where the file is opened to be read


def _check_rejects(path: Path, rejects: Path | None) -> None:
    if rejects is not None and rejects.resolve() == path.resolve():
        raise RefusedError(
            f"Baris yang ditolak tidak dapat ditulis ke {rejects}: itu berkas yang diimpor. Pilih nama lain.",
            f"Refused rows cannot go to {rejects}: that is the imported file. Choose another name.",
        )


def table_choices() -> tuple[str, ...]:
    """Return the tables that a sheet can go into, the most usual first."""
    usual = ("cooperatives", "facts", "events", "prices", "purchases")
    return (*usual, *(one for one in table_names() if one not in usual))


def column_labels(table: str, language: str) -> list[tuple[str, str]]:
    """Return what a header can mean in a table: names of columns and special targets with their labels."""
    special = {
        "@area": ("kelurahan (nama)", "area (name)"),
        "@district": ("kecamatan (nama)", "district (name)"),
        "@coordinates": ("koordinat dalam satu sel", "coordinates in one cell"),
        "@cooperative": ("koperasi (nama)", "cooperative (name)"),
    }
    usable = {word.target for word in header_words(table)}
    at = 1 if language == "en" else 0
    found = [(name, texts[at]) for name, texts in special.items() if name in usable]
    labels = [(one.name, one.label_en if language == "en" else one.label_id) for one in columns(table)]
    return found + labels

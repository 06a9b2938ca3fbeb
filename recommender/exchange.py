"""Use case: files into tables, tables into files, and sheets to fill in."""

import datetime as dt
from pathlib import Path

from features.catalog.loader import area_aliases, facts_fields
from features.schema.loader import table_names
from recommender.errors import NotFoundError, RefusedError
from recommender.ingest import report
from recommender.ingest.export import export_table
from recommender.ingest.geojson_files import GEOJSON_SUFFIXES, export_geojson
from recommender.ingest.load import Vocabulary, load_table
from recommender.ingest.template import write_template
from recommender.store.store import Store

__all__ = ["ImportReport", "export_file", "import_file", "template_file"]

ImportReport = report.ImportReport
"""What an import did; doors name it without reaching into ``ingest``."""

_OTHER_FORMATS = frozenset({".xlsx", ".xls", ".xlsm", ".xlsb", ".ods", ".json", ".parquet", ".pdf"})


def import_file(  # noqa: PLR0913 - each is one option of the command
    store: Store,
    table: str,
    path: Path,
    *,
    author: str,
    made_at: dt.datetime,
    dry_run: bool = False,
    accept_valid: bool = False,
    rejects: Path | None = None,
) -> ImportReport:
    """Read a file into a table: an upsert by key, all or nothing.

    Parameters
    ----------
    store : Store
    table : str
        A table of the contract.
    path : Path
    author : str
        Who imports, for the record.
    made_at : datetime
        With a time zone.
    dry_run : bool
        Only say what would change.
    accept_valid : bool
        Take the good rows, also when others are refused.
    rejects : Path, optional
        Where the refused rows go with ``accept_valid``.

    Raises
    ------
    ImportRefusedError
        With every fault of the file; nothing was changed.
    NotFoundError
        When there is no such table or file.
    RefusedError
        When ``rejects`` is the imported file itself, or cannot be written.
    """
    _check_table(table)
    if rejects is not None:
        _check_csv(rejects)
        if rejects.resolve() == path.resolve():
            raise RefusedError(
                f"Baris yang ditolak tidak dapat ditulis ke {rejects}: itu berkas yang diimpor. "
                "Pilih nama lain.",
                f"Refused rows cannot go to {rejects}: that is the imported file. Choose another name.",
            )
    return load_table(
        store,
        table,
        path,
        author=author,
        made_at=made_at,
        dry_run=dry_run,
        accept_valid=accept_valid,
        rejects=rejects,
        vocabulary=Vocabulary(area_aliases=area_aliases(), facts_fields=facts_fields()),
    )


def export_file(store: Store, table: str, path: Path) -> int:
    """Write a table as CSV (outlines of areas also as GeoJSON) that imports back; return how many rows.

    Raises
    ------
    NotFoundError
        When there is no such table.
    RefusedError
        When the file's ending promises something else than CSV, or it cannot be written.
    """
    _check_table(table)
    if table == "boundaries" and path.suffix.lower() in GEOJSON_SUFFIXES:
        return export_geojson(store, path)
    _check_csv(path)
    return export_table(store, table, path)


def template_file(table: str, path: Path) -> None:
    """Write a sheet to fill in, with Indonesian headers and one example row; errors as ``export_file``."""
    _check_table(table)
    _check_csv(path)
    write_template(table, path)


def _check_table(table: str) -> None:
    if table not in table_names():
        known = ", ".join(table_names())
        raise NotFoundError(
            f"Tabel {table!r} tidak dikenal. Pilih salah satu: {known}.",
            f"Unknown table {table!r}. Choose one of: {known}.",
        )


def _check_csv(path: Path) -> None:
    if path.suffix.lower() in _OTHER_FORMATS:
        raise RefusedError(
            f"Yang ditulis adalah CSV, sedangkan {path.name} berakhiran {path.suffix}. Beri akhiran .csv; "
            "Excel dapat membukanya.",
            f"What is written is CSV, but {path.name} ends in {path.suffix}. Let it end in .csv; "
            "Excel opens it.",
        )

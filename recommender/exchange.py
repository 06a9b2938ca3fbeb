"""Use case: tables into files, and sheets to fill in."""

import datetime as dt
from pathlib import Path

from features.schema.loader import table_names
from recommender.errors import NotFoundError, RefusedError
from recommender.ingest.books.export_book import export_workbook
from recommender.ingest.books.template_book import template_workbook
from recommender.ingest.export import export_table
from recommender.ingest.geojson_files import GEOJSON_SUFFIXES, export_geojson
from recommender.ingest.template import write_template
from recommender.store.store import Store

__all__ = ["check_table", "check_target", "export_file", "template_file"]

_WORKBOOKS = frozenset({".xlsx"})
_OTHER_FORMATS = frozenset({".xls", ".xlsm", ".xlsb", ".ods", ".json", ".parquet", ".pdf"})


def export_file(store: Store, table: str, path: Path, *, today: dt.date) -> int:
    """Write a table as CSV, as a workbook (``.xlsx``), or outlines of areas as GeoJSON.

    Each imports back without a change.

    Parameters
    ----------
    store : Store
    table : str
    path : Path
    today : date
        The day that a workbook says it was made on.

    Returns
    -------
    int
        How many rows were written.

    Raises
    ------
    NotFoundError
        When there is no such table.
    RefusedError
        When the file's ending promises another format, or it cannot be written.
    """
    check_table(table)
    if table == "boundaries" and path.suffix.lower() in GEOJSON_SUFFIXES:
        return export_geojson(store, path)
    check_target(path)
    if path.suffix.lower() in _WORKBOOKS:
        return export_workbook(store, table, path, revision_id=store.head().revision_id, made_on=today)
    return export_table(store, table, path)


def template_file(table: str, path: Path, store: Store | None = None) -> None:
    """Write a sheet to fill in, with Indonesian headers, notes and one example row.

    Parameters
    ----------
    table : str
    path : Path
        A workbook has drop-downs, among them the store's areas, where one is given.
    store : Store, optional

    Raises
    ------
    NotFoundError, RefusedError
        As ``export_file``.
    """
    check_table(table)
    check_target(path)
    if path.suffix.lower() in _WORKBOOKS:
        template_workbook(table, path, areas=_areas(store) if store else ())
    else:
        write_template(table, path)


def check_table(table: str) -> None:
    """Refuse a name that is no table.

    Raises
    ------
    NotFoundError
        Listing the tables.
    """
    if table not in table_names():
        known = ", ".join(table_names())
        raise NotFoundError(
            f"Tabel {table!r} tidak dikenal. Pilih salah satu: {known}.",
            f"Unknown table {table!r}. Choose one of: {known}.",
        )


def check_target(path: Path) -> None:
    """Refuse a file whose ending promises a format that is not written.

    Raises
    ------
    RefusedError
        Naming the endings that are.
    """
    if path.suffix.lower() in _OTHER_FORMATS:
        raise RefusedError(
            f"Yang ditulis adalah CSV atau XLSX, sedangkan {path.name} berakhiran {path.suffix}. Beri "
            "akhiran "
            ".xlsx atau .csv.",
            f"What is written is CSV or XLSX, but {path.name} ends in {path.suffix}. Let it end in .xlsx or "
            ".csv.",
        )


def _areas(store: Store) -> list[tuple[str, str, str]]:
    frame = store.frame("areas", columns=["code", "name", "district"])
    rows = zip(frame["code"], frame["name"], frame["district"], strict=True)
    return [(code, name or "", district or "") for code, name, district in rows]

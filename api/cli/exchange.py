"""`sanding export` and `template`: sheets out, and sheets to fill in."""

from pathlib import Path
from typing import Annotated

import typer

from api.cli.answers import answer
from api.cli.options import FormatOption, LanguageOption, chosen_format
from api.cli.targets import sound_target

__all__ = ["FileArgument", "TableArgument", "export_sheet", "write_sheet"]

TableArgument = Annotated[
    str,
    typer.Argument(
        metavar="TABLE", help="Nama tabel, misalnya cooperatives. / Table, for example cooperatives."
    ),
]
FileArgument = Annotated[
    Path, typer.Argument(metavar="FILE", help="Berkas .xlsx atau .csv. / An .xlsx or .csv file.")
]


def export_sheet(
    table: TableArgument, path: FileArgument, form: FormatOption = None, language: LanguageOption = "id"
) -> None:
    """Tulis tabel ke .xlsx atau .csv yang dapat diimpor lagi. / Write a table that imports back."""
    from recommender.exchange import export_file
    from recommender.workspace import open_workspace

    sound_target(path)
    with open_workspace() as workspace:
        count = export_file(workspace.store, table, path, today=workspace.today())
    sentence = {
        "id": f"{count} baris tabel {table} ditulis ke {path}.",
        "en": f"{count} rows of table {table} written to {path}.",
    }
    record = {"table": table, "file": str(path), "row_count": count}
    answer([sentence[language]], record, chosen_format(form, None), None)


def write_sheet(
    table: TableArgument, path: FileArgument, form: FormatOption = None, language: LanguageOption = "id"
) -> None:
    """Tulis lembar kosong untuk diisi. / Write an empty sheet to fill in."""
    from recommender.errors import StoreError
    from recommender.exchange import template_file
    from recommender.workspace import open_workspace

    sound_target(path)
    try:
        with open_workspace() as workspace:
            template_file(table, path, workspace.store)
    except StoreError:
        template_file(table, path)  # without a store there are no areas to choose from
    sentence = {
        "id": f"Lembar untuk tabel {table} ditulis ke {path}. Isi, lalu jalankan "
        f"`sanding import {table} {path}`.",
        "en": f"A sheet for table {table} was written to {path}. Fill it in, then run "
        f"`sanding import {table} {path}`.",
    }
    record = {"table": table, "file": str(path)}
    answer([sentence[language]], record, chosen_format(form, None), None)

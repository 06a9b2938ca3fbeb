"""`sanding import`, `export` and `template`: sheets in and out."""

from pathlib import Path
from typing import Annotated

import typer

from api.cli.answers import answer
from api.cli.options import FormatOption, LanguageOption, OutOption, chosen_format, user_name
from api.cli.targets import sound_target

__all__ = ["export_sheet", "import_sheet", "write_sheet"]

_Table = Annotated[
    str,
    typer.Argument(
        metavar="TABLE", help="Nama tabel, misalnya cooperatives. / Table, for example cooperatives."
    ),
]
_File = Annotated[Path, typer.Argument(metavar="FILE", help="Berkas CSV. / A CSV file.")]


def import_sheet(
    *,
    table: _Table,
    path: _File,
    sheet: Annotated[
        str | None,
        typer.Option(metavar="S", help="Nama lembar kerja. / Name of the sheet.", show_default=False),
    ] = None,
    dry_run: Annotated[
        bool,
        typer.Option("--dry-run", help="Hanya tunjukkan yang akan berubah. / Only show what would change."),
    ] = False,
    accept_valid: Annotated[
        bool,
        typer.Option(
            "--accept-valid",
            help="Simpan baris yang baik walau ada yang ditolak. / Take the good rows all the same.",
        ),
    ] = False,
    rejects: Annotated[
        Path | None,
        typer.Option(
            metavar="F",
            help="Berkas untuk baris yang ditolak beserta sebabnya. / Where refused rows go, with reasons.",
            show_default=False,
        ),
    ] = None,
    form: FormatOption = None,
    out: OutOption = None,
    language: LanguageOption = "id",
) -> None:
    """Masukkan berkas ke tabel, utuh atau tidak sama sekali. / Read a file into a table, all or nothing."""
    if rejects is not None and not accept_valid:
        raise typer.BadParameter("--rejects belongs to --accept-valid.")
    if rejects is not None:
        sound_target(rejects)
    from api.cli.import_view import report_record, report_sentences
    from api.cli.progress import waiting
    from recommender.errors import RefusedError
    from recommender.exchange import import_file
    from recommender.workspace import open_workspace

    if sheet is not None:
        raise RefusedError(
            f"Lembar {sheet!r} tidak dapat dipilih: berkas CSV tidak punya lembar. Simpan lembar itu sebagai "
            '"CSV UTF-8", lalu impor tanpa --sheet.',
            f"Sheet {sheet!r} cannot be chosen: a CSV file has no sheets. Save that sheet as "
            '"CSV UTF-8" and import it without --sheet.',
        )
    with open_workspace() as workspace, waiting(f"import {path.name}"):
        report = import_file(
            workspace.store,
            table,
            path,
            author=user_name(),
            made_at=workspace.now(),
            dry_run=dry_run,
            accept_valid=accept_valid,
            rejects=rejects,
        )
    sentences = report_sentences(report, language)
    answer(sentences, report_record(report), chosen_format(form, out), out)


def export_sheet(
    table: _Table, path: _File, form: FormatOption = None, language: LanguageOption = "id"
) -> None:
    """Tulis tabel ke CSV yang dapat diimpor kembali. / Write a table as CSV that imports back."""
    from recommender.exchange import export_file
    from recommender.workspace import open_workspace

    sound_target(path)
    with open_workspace() as workspace:
        count = export_file(workspace.store, table, path)
    sentence = {
        "id": f"{count} baris tabel {table} ditulis ke {path}.",
        "en": f"{count} rows of table {table} written to {path}.",
    }
    record = {"table": table, "file": str(path), "row_count": count}
    answer([sentence[language]], record, chosen_format(form, None), None)


def write_sheet(
    table: _Table, path: _File, form: FormatOption = None, language: LanguageOption = "id"
) -> None:
    """Tulis lembar kosong untuk diisi. / Write an empty sheet to fill in."""
    from recommender.exchange import template_file

    sound_target(path)
    template_file(table, path)
    sentence = {
        "id": f"Lembar untuk tabel {table} ditulis ke {path}. Isi, lalu jalankan "
        f"`sanding import {table} {path}`.",
        "en": f"A sheet for table {table} was written to {path}. Fill it in, then run "
        f"`sanding import {table} {path}`.",
    }
    record = {"table": table, "file": str(path)}
    answer([sentence[language]], record, chosen_format(form, None), None)

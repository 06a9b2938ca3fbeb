"""`sanding import`: a file into a table, with its guesses confirmed and its progress shown."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from api.cli.answers import answer
from api.cli.exchange import FileArgument, TableArgument
from api.cli.options import FormatOption, LanguageOption, OutOption, chosen_format, user_name
from api.cli.targets import sound_target
from api.texts import Language

if TYPE_CHECKING:
    from recommender.importing import Intake
    from recommender.workspace import Workspace

__all__ = ["import_sheet"]

_DryRun = Annotated[
    bool,
    typer.Option("--dry-run", help="Hanya tunjukkan yang akan berubah. / Only show what would change."),
]
_AcceptValid = Annotated[
    bool,
    typer.Option(
        "--accept-valid",
        help="Simpan baris yang baik walau ada yang ditolak. / Take the good rows all the same.",
    ),
]
_Rejects = Annotated[
    Path | None,
    typer.Option(
        metavar="F",
        help="Berkas (.xlsx atau .csv) untuk baris yang ditolak beserta sebabnya. "
        "/ Where refused rows go (.xlsx or .csv), with reasons.",
        show_default=False,
    ),
]
_Sheet = Annotated[
    str | None,
    typer.Option(metavar="S", help="Nama lembar kerja. / Name of the sheet.", show_default=False),
]
_Map = Annotated[
    list[str] | None,
    typer.Option(
        "--map",
        metavar="JUDUL=KOLOM",
        help="Arti sebuah judul kolom; tanpa KOLOM: abaikan. Diingat untuk pengirim ini. "
        "/ What a header means; without a column: leave it out. Remembered for this sender.",
        show_default=False,
    ),
]
_Sender = Annotated[
    str | None,
    typer.Option(
        metavar="NAMA",
        help="Pengirim berkas; judul kolomnya diingat. / Whose file it is; its headers are remembered.",
        show_default=False,
    ),
]


def import_sheet(
    *,
    table: TableArgument,
    path: FileArgument,
    sheet: _Sheet = None,
    dry_run: _DryRun = False,
    accept_valid: _AcceptValid = False,
    rejects: _Rejects = None,
    headers: _Map = None,
    sender: _Sender = None,
    yes: Annotated[
        bool, typer.Option("--yes", "-y", help="Terima tebakan judul kolom. / Accept guessed headers.")
    ] = False,
    form: FormatOption = None,
    out: OutOption = None,
    language: LanguageOption = "id",
) -> None:
    """Masukkan berkas ke tabel, utuh atau tidak sama sekali. / Read a file into a table, all or nothing."""
    if rejects is not None and not accept_valid:
        raise typer.BadParameter("--rejects belongs to --accept-valid.")
    if rejects is not None:
        sound_target(rejects)
    from api.cli.import_view import answer_record, answer_sentences
    from api.cli.progress import counting
    from recommender.exchange import check_table, check_target
    from recommender.importing import Intake, import_file
    from recommender.workspace import open_workspace

    check_table(table)
    if rejects is not None:
        check_target(rejects)
    author = user_name()
    intake = Intake(table, path, sender or author, sheet=sheet, headers=_mapping(headers or ()))
    with open_workspace() as workspace:
        if not yes and sys.stdin.isatty() and sys.stderr.isatty():
            intake = _confirmed(workspace, intake, language)
        with counting(f"import {path.name}") as progress:
            found = import_file(
                workspace.store,
                intake,
                author=author,
                made_at=workspace.now(),
                dry_run=dry_run,
                accept_valid=accept_valid,
                rejects=rejects,
                progress=progress,
            )
    answer(answer_sentences(found, language), answer_record(found), chosen_format(form, out), out)


def _mapping(stated: Sequence[str]) -> dict[str, str]:
    found = {}
    for one in stated:
        header, mark, column = one.rpartition("=")
        if not mark or not header.strip():
            raise typer.BadParameter(f"{one!r} is not HEADER=COLUMN.", param_hint="--map")
        found[header.strip()] = column.strip()
    return found


def _confirmed(workspace: "Workspace", intake: "Intake", language: Language) -> "Intake":
    """Ask about each guessed header; the answer counts for this import and is remembered."""
    from dataclasses import replace

    from recommender.importing import look_at_file

    question = {
        "id": 'Kolom "{}" ditebak sebagai {}. Benar?',
        "en": 'Column "{}" was taken for {}. Is that right?',
    }[language]
    said = dict(intake.headers)
    for one in look_at_file(workspace.store, intake).guessed:
        is_right = typer.confirm(question.format(one.header, one.target), default=True, err=True)
        said[one.header] = one.target or "" if is_right else ""
    return replace(intake, headers=said)

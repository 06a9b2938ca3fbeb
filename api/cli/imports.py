"""`sanding imports` and `undo`: what was imported, and taking the last import back."""

from typing import Annotated

import typer

from api.cli.answers import answer
from api.cli.options import FormatOption, LanguageOption, OutOption, chosen_format, user_name

__all__ = ["list_imports", "undo"]


def list_imports(
    limit: Annotated[int, typer.Option("--limit", min=1, max=1000, help="Paling banyak. / At most.")] = 20,
    form: FormatOption = None,
    out: OutOption = None,
    language: LanguageOption = "id",
) -> None:
    """Daftar impor, yang terbaru dahulu. / List the imports, newest first."""
    from api.cli.undo_view import import_line, import_record
    from recommender.workspace import open_workspace

    with open_workspace() as workspace:
        found = workspace.store.imports(limit)
    nothing = {"id": "Belum ada impor.", "en": "Nothing was imported yet."}
    lines = [import_line(one, language) for one in found] or [nothing[language]]
    answer(lines, [import_record(one) for one in found], chosen_format(form, out), out)


def undo(
    number: Annotated[
        int | None,
        typer.Argument(
            metavar="[NOMOR]",
            help="Nomor dari `sanding imports`; bawaan: yang terakhir. / Default: the last one.",
            show_default=False,
        ),
    ] = None,
    dry_run: Annotated[
        bool,
        typer.Option("--dry-run", help="Hanya tunjukkan yang akan berubah. / Only show what would change."),
    ] = False,
    form: FormatOption = None,
    out: OutOption = None,
    language: LanguageOption = "id",
) -> None:
    """Batalkan impor terakhir; riwayatnya tetap ada. / Undo the last import; its history stays."""
    from api.cli.undo_view import undo_record, undo_sentences
    from recommender.workspace import open_workspace

    with open_workspace() as workspace:
        report = workspace.store.undo_import(
            number, author=user_name(), made_at=workspace.now(), dry_run=dry_run
        )
    sentences = undo_sentences(report, language, is_trial=dry_run)
    answer(sentences, undo_record(report), chosen_format(form, out), out)

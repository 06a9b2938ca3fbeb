"""`sanding worklist`: whom advisors visit, what stands in the way, what moves most, what to ask."""

from typing import Annotated

import typer

from api.cli.answers import shown_or_written
from api.cli.options import At, FormatOption, LanguageOption, OutOption, day_asked

__all__ = ["worklist"]

_Size = Annotated[
    int,
    typer.Option(
        "--size",
        metavar="N",
        help="Koperasi per daftar, 7 sampai 15. / Cooperatives on one list, 7 to 15.",
    ),
]
_District = Annotated[
    str | None,
    typer.Option(
        "--district",
        metavar="NAME",
        help="Hanya kecamatan ini. / Only this district (kecamatan).",
        show_default=False,
    ),
]


def worklist(
    size: _Size = 12,
    district: _District = None,
    at: At = None,
    form: FormatOption = None,
    out: OutOption = None,
    language: LanguageOption = "id",
) -> None:
    """Daftar kerja pendamping. / Worklists for advisors."""
    from api.cli.field_files import write_worklists
    from api.cli.worklist_view import show_worklists
    from recommender.worklist.worklist import worklists
    from recommender.workspace import open_workspace

    with open_workspace() as workspace:
        found = worklists(
            workspace.store,
            workspace.gathered(day_asked(at)),
            size=size,
            district=district,
            language=language,
        )
    shown_or_written(
        form,
        out,
        lambda console: show_worklists(console, found, language),
        lambda chosen, handle: write_worklists(found, chosen, handle),
    )

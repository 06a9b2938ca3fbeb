"""`sanding suggest`: ranked offers for one cooperative or for all, or ranked cooperatives for an offer."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal, TypedDict

import typer

from api.cli.options import (
    At,
    LanguageOption,
    ObjectiveOption,
    OutOption,
    chosen_format,
    day_asked,
    user_name,
)
from api.texts import Language

if TYPE_CHECKING:
    from recommender.advice.records import Advice, Suggestion
    from recommender.workspace import Workspace

__all__ = ["suggest"]

_TOP_OF_ONE = 10
_TOP_OF_EACH = 5


_Cooperative = Annotated[
    str | None,
    typer.Argument(metavar="COOPERATIVE_ID", help="Satu koperasi. / One cooperative.", show_default=False),
]
_Everyone = Annotated[bool, typer.Option("--all", help="Semua koperasi. / Every cooperative.")]
_Offer = Annotated[
    str | None,
    typer.Option(
        "--offer",
        metavar="OFFER_ID",
        help="Koperasi untuk satu model bisnis. / Cooperatives for one offer.",
        show_default=False,
    ),
]
_Top = Annotated[
    int | None,
    typer.Option(
        "--top",
        help="Paling banyak sekian; bawaan 10 untuk satu koperasi, 5 dengan --all, semua dengan --offer "
        "atau --blocked. / At most so many; default 10 for one, 5 with --all, all with --offer or "
        "--blocked.",
        show_default=False,
    ),
]
_Blocked = Annotated[
    bool,
    typer.Option(
        "--blocked",
        help="Sertakan yang terhalang dan yang sudah berjalan. / With blocked and running pairs.",
    ),
]
_Form = Annotated[
    Literal["table", "json", "csv", "parquet"] | None,
    typer.Option(
        "--format",
        help="Bentuk jawaban; bawaan: menurut akhiran --out, atau table. "
        "/ Form of the answer; default: by the ending of --out, or table.",
        show_default=False,
    ),
]


class _Wishes(TypedDict):
    """What the workspace is asked, whoever is asked for."""

    at: dt.date | None
    objective: str
    top: int | None
    blocked: bool
    language: Language
    author: str


def suggest(
    *,
    cooperative_id: _Cooperative = None,
    everyone: _Everyone = False,
    offer_id: _Offer = None,
    top: _Top = None,
    objective: ObjectiveOption = "balanced",
    at: At = None,
    blocked: _Blocked = False,
    form: _Form = None,
    out: OutOption = None,
    language: LanguageOption = "id",
) -> None:
    """Saran model bisnis, berurutan dan beralasan. / Ranked business models with their reasons."""
    _check_usage(cooperative_id, everyone, offer_id)
    chosen = chosen_format(form, out)
    if chosen == "parquet" and out is None:
        raise typer.BadParameter("parquet needs --out FILE.parquet.")
    wishes = _Wishes(
        at=day_asked(at),
        objective=objective,
        top=top if top is not None else _default_top(everyone, offer_id, blocked),
        blocked=blocked,
        language=language,
        author=user_name(),
    )
    from recommender.workspace import open_workspace

    with open_workspace() as workspace:
        if chosen == "table":
            _show(workspace, cooperative_id, offer_id, wishes, out)
        else:
            from api.cli.suggestion_files import write_suggestions

            rows = _suggestions(workspace, cooperative_id, offer_id, wishes, out)
            write_suggestions(rows, chosen, out, language)


def _check_usage(cooperative_id: str | None, everyone: bool, offer_id: str | None) -> None:
    asked = (cooperative_id is not None) + everyone + (offer_id is not None)
    if asked != 1:
        raise typer.BadParameter("give one of COOPERATIVE_ID, --all and --offer OFFER_ID.")


def _default_top(everyone: bool, offer_id: str | None, blocked: bool) -> int | None:
    if blocked or offer_id is not None:
        return None
    return _TOP_OF_EACH if everyone else _TOP_OF_ONE


def _suggestions(
    workspace: "Workspace",
    cooperative_id: str | None,
    offer_id: str | None,
    wishes: _Wishes,
    out: Path | None,
) -> Iterator["Suggestion"]:
    if cooperative_id is not None:
        return iter(workspace.suggest(cooperative_id, **wishes).suggestions)
    if offer_id is not None:
        return iter(workspace.mirror(offer_id, **wishes))
    advices = _advices(workspace, wishes, out)
    return (found for advice in advices for found in advice.suggestions)


def _advices(workspace: "Workspace", wishes: _Wishes, out: Path | None) -> Iterator["Advice"]:
    from api.cli.progress import counted

    advices = workspace.suggest_all(**wishes)
    total = len(workspace.gathered(wishes["at"]).cooperatives)
    return counted(advices, total, "Koperasi", out)


def _show(
    workspace: "Workspace",
    cooperative_id: str | None,
    offer_id: str | None,
    wishes: _Wishes,
    out: Path | None,
) -> None:
    from api.cli.advice_view import show_advice
    from api.cli.list_view import show_all, show_mirror
    from api.cli.targets import text_target
    from api.cli.terminal import screen

    language = wishes["language"]
    with text_target(out) as handle:
        console = screen(handle)
        if cooperative_id is not None:
            show_advice(console, workspace.suggest(cooperative_id, **wishes), language)
        elif offer_id is not None:
            found = workspace.mirror(offer_id, **wishes)
            show_mirror(console, found, wishes["objective"], language)
        else:
            show_all(console, _advices(workspace, wishes, out), language)

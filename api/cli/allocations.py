"""`sanding allocations …`: plans that were kept, and questions to them."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from api.cli.options import (
    AnswerOutOption,
    At,
    FormatOption,
    LanguageOption,
    ObjectiveOption,
    OutOption,
    PlanFormOption,
    WhyOption,
    chosen_format,
    day_asked,
    plan_form,
    user_name,
)
from api.texts import Language

if TYPE_CHECKING:
    from collections.abc import Sequence

    from api.cli.allocation_rows import Question

__all__ = ["allocations"]

_Plan = Annotated[
    str, typer.Argument(metavar="PLAN_ID", help="Dari `sanding allocations list`. / From the list.")
]
_Other = Annotated[
    str, typer.Argument(metavar="OTHER_ID", help="Rencana kemudian. / The later plan.", show_default=False)
]
_Cooperative = Annotated[
    str, typer.Argument(metavar="COOPERATIVE_ID", help="Satu koperasi. / One cooperative.")
]
_Offer = Annotated[str, typer.Argument(metavar="OFFER_ID", help="Satu model bisnis. / One offer.")]
_OfPlan = Annotated[
    str | None,
    typer.Option(
        "--plan",
        metavar="PLAN_ID",
        help="Rencana yang memberinya. / The plan that gives it.",
        show_default=False,
    ),
]
_Kind = Annotated[
    str,
    typer.Argument(
        metavar="declined|refused|stopped",
        help="Ditolak koperasi, ditolak mitra, atau berhenti. / By the cooperative, the partner, or stopped.",
    ),
]
_Reason = Annotated[
    str | None,
    typer.Option(
        "--reason",
        metavar="CODE",
        help="Kode alasan seperti pada tabel events. / A reason code as in the table events.",
        show_default=False,
    ),
]

allocations = typer.Typer(
    help="Rencana yang disimpan: sahkan, cabut, bandingkan, tanyai. / Plans that were kept: publish, "
    "withdraw, compare, ask.",
    no_args_is_help=True,
    rich_markup_mode=None,
)


@allocations.command("list")
def list_plans(
    form: FormatOption = None, out: AnswerOutOption = None, language: LanguageOption = "id"
) -> None:
    """Semua rencana, terbaru dahulu. / All plans, newest first."""
    from api.cli.allocation_answers import plan_lines
    from recommender.workspace import open_workspace

    with open_workspace() as workspace:
        found = workspace.allocations()
    _answer(plan_lines(found, language), found, form, out, language, "list")


@allocations.command("show")
def show(
    plan_id: _Plan, form: PlanFormOption = None, out: OutOption = None, language: LanguageOption = "id"
) -> None:
    """Satu rencana seperti ketika dibuat. / One plan as it was made."""
    chosen = plan_form(form, out)
    from api.cli.allocation_book import write_plan
    from recommender.workspace import open_workspace

    with open_workspace() as workspace:
        write_plan(workspace, workspace.allocation(plan_id), chosen, out, language)


@allocations.command("publish")
def publish(
    plan_id: _Plan,
    why: WhyOption = None,
    form: FormatOption = None,
    out: AnswerOutOption = None,
    language: LanguageOption = "id",
) -> None:
    """Sahkan; yang sebelumnya dicabut. / Publish; the one before is withdrawn."""
    from api.cli.allocation_answers import state_sentence
    from recommender.workspace import open_workspace

    with open_workspace() as workspace:
        found = workspace.publish_allocation(plan_id, author=user_name(), why=why)
    _answer([state_sentence(found, language)], found, form, out, language)


@allocations.command("withdraw")
def withdraw(
    plan_id: _Plan,
    why: WhyOption = None,
    form: FormatOption = None,
    out: AnswerOutOption = None,
    language: LanguageOption = "id",
) -> None:
    """Cabut; tempat yang sudah diberikan tetap. / Withdraw; places that were given stay."""
    from api.cli.allocation_answers import state_sentence
    from recommender.workspace import open_workspace

    with open_workspace() as workspace:
        found = workspace.withdraw_allocation(plan_id, author=user_name(), why=why)
    _answer([state_sentence(found, language)], found, form, out, language)


@allocations.command("compare")
def compare(
    plan_id: _Plan,
    other_id: _Other,
    form: FormatOption = None,
    out: AnswerOutOption = None,
    language: LanguageOption = "id",
) -> None:
    """Dua rencana berdampingan. / Two plans side by side."""
    from api.cli.allocation_answers import comparison_lines
    from recommender.workspace import open_workspace

    with open_workspace() as workspace:
        found = workspace.compare_allocations(plan_id, other_id)
    _answer(comparison_lines(found, language), found, form, out, language, "compare")


@allocations.command("why-not")
def why_not(
    plan_id: _Plan,
    cooperative_id: _Cooperative,
    offer_id: _Offer,
    form: FormatOption = None,
    out: AnswerOutOption = None,
    language: LanguageOption = "id",
) -> None:
    """Mengapa sebuah pasangan tidak ada dalam rencana. / Why a pair is not in a plan."""
    from api.cli.allocation_answers import why_not_lines
    from api.cli.progress import waiting
    from recommender.workspace import open_workspace

    with open_workspace() as workspace, waiting("sanding allocations why-not"):
        found = workspace.why_not(plan_id, cooperative_id, offer_id)
        unit = workspace.allocation(plan_id).unit
    _answer(why_not_lines(found, unit, language), found, form, out, language, "why-not")


@allocations.command("next")
def next_in_line(
    plan_id: _Plan, form: FormatOption = None, out: AnswerOutOption = None, language: LanguageOption = "id"
) -> None:
    """Siapa berikutnya untuk tempat yang dilepas. / Who comes next for places given up."""
    from api.cli.allocation_answers import succession_lines
    from api.cli.progress import waiting
    from recommender.workspace import open_workspace

    with open_workspace() as workspace, waiting("sanding allocations next"):
        found = workspace.next_in_line(plan_id)
        plan = workspace.allocation(plan_id)
    _answer(succession_lines(found, plan, language), found, form, out, language, "next")


@allocations.command("dials")
def dials(
    plan_id: _Plan, form: FormatOption = None, out: AnswerOutOption = None, language: LanguageOption = "id"
) -> None:
    """Harga tiap setelan keadilan. / What each setting of fairness costs."""
    from api.cli.allocation_answers import dial_lines
    from api.cli.progress import waiting
    from recommender.workspace import open_workspace

    with open_workspace() as workspace, waiting("sanding allocations dials"):
        found = workspace.dials(plan_id)
        unit = workspace.allocation(plan_id).unit
    _answer(dial_lines(found, unit, language), found, form, out, language, "dials")


@allocations.command("contests")
def contests(
    objective: ObjectiveOption = "balanced",
    at: At = None,
    form: FormatOption = None,
    out: AnswerOutOption = None,
    language: LanguageOption = "id",
) -> None:
    """Seberapa diperebutkan tiap model bisnis. / How contested each offer is."""
    from api.cli.allocation_answers import contest_lines
    from api.cli.progress import waiting
    from recommender.workspace import open_workspace

    with open_workspace() as workspace, waiting("sanding allocations contests"):
        found = workspace.contests(at=day_asked(at), objective=objective)
    _answer(contest_lines(found, language), found, form, out, language, "contests")


@allocations.command("accept")
def accept(
    cooperative_id: _Cooperative,
    offer_id: _Offer,
    *,
    plan: _OfPlan = None,
    why: WhyOption = None,
    form: FormatOption = None,
    out: AnswerOutOption = None,
    language: LanguageOption = "id",
) -> None:
    """Berikan tempat, bila masih ada saat ini juga. / Give a place, if one is left at this very moment."""
    from api.cli.place_words import acceptance_sentence
    from recommender.workspace import open_workspace

    with open_workspace() as workspace:
        found = workspace.accept_place(
            cooperative_id, offer_id, allocation_id=plan, author=user_name(), note=why
        )
    _answer([acceptance_sentence(found, language)], found, form, out, language)


@allocations.command("release")
def release(
    cooperative_id: _Cooperative,
    offer_id: _Offer,
    kind: _Kind,
    *,
    reason: _Reason = None,
    plan: _OfPlan = None,
    why: WhyOption = None,
    form: FormatOption = None,
    out: AnswerOutOption = None,
    language: LanguageOption = "id",
) -> None:
    """Catat bahwa tempat dilepas atau ditolak. / Record that a place is given up or turned down."""
    from api.cli.place_words import release_sentence
    from recommender.workspace import open_workspace

    with open_workspace() as workspace:
        found = workspace.release_place(
            cooperative_id, offer_id, kind, reason, allocation_id=plan, author=user_name(), note=why
        )
    _answer([release_sentence(found, language)], found, form, out, language)


def _answer(
    lines: "Sequence[str]",
    found: object,
    form: str | None,
    out: Path | None,
    language: Language,
    question: "Question | None" = None,
) -> None:
    """Write an answer; ``question`` names the columns that CSV has where it is not the record itself."""
    from api.cli.allocation_answers import plain
    from api.cli.allocation_rows import COLUMNS, answer_rows
    from api.cli.answers import answer
    from api.cli.records import write_csv
    from api.cli.targets import text_target

    chosen = chosen_format(form, out)
    if question is None or chosen != "csv":
        answer(lines, plain(found, language), chosen, out)
        return
    with text_target(out) as handle:
        write_csv(COLUMNS[question], answer_rows(question, found, language), handle)

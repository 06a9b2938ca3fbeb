"""`sanding models list|promote V|rollback`: which model answers, and who decided so."""

from typing import TYPE_CHECKING, Annotated

import typer

from api.cli.answers import answer
from api.cli.options import FormatOption, LanguageOption, OutOption, WhyOption, chosen_format, user_name

if TYPE_CHECKING:
    from recommender.training.promoting import Promotion

__all__ = ["models"]

models = typer.Typer(
    help="Daftar model; aktifkan atau kembali. / The models; promote one or go back.",
    no_args_is_help=True,
    rich_markup_mode=None,
)


@models.command("list")
def list_models(form: FormatOption = None, out: OutOption = None, language: LanguageOption = "id") -> None:
    """Semua model, terbaru dahulu. / All models, newest first."""
    from api.cli.model_view import model_lines_of
    from recommender.workspace import open_workspace

    with open_workspace() as workspace:
        found, warnings = workspace.models(), workspace.standing().warnings
    lines = model_lines_of(found, language)
    for said_id, said_en in warnings:
        typer.echo(said_en if language == "en" else said_id, err=True)
    answer(lines, [one.record() for one in found], chosen_format(form, out), out)


@models.command("promote")
def promote(
    version: Annotated[str, typer.Argument(metavar="VERSION", help="Dari `sanding models list`. / From it.")],
    why: WhyOption = None,
    form: FormatOption = None,
    out: OutOption = None,
    language: LanguageOption = "id",
) -> None:
    """Aktifkan sebuah model. / Let a model answer from now on."""
    from recommender.workspace import open_workspace

    with open_workspace() as workspace:
        found = workspace.promote_model(version, author=user_name(), why=why)
        prior_version = workspace.prior_version()
    _tell(found, prior_version, chosen_format(form, out), out, language)


@models.command("rollback")
def rollback(
    why: WhyOption = None,
    form: FormatOption = None,
    out: OutOption = None,
    language: LanguageOption = "id",
) -> None:
    """Kembali ke model sebelumnya. / Go back to the model before."""
    from recommender.workspace import open_workspace

    with open_workspace() as workspace:
        found = workspace.roll_back_model(author=user_name(), why=why)
        prior_version = workspace.prior_version()
    _tell(found, prior_version, chosen_format(form, out), out, language)


def _tell(
    found: "Promotion", prior_version: str, form: str, out: OutOption, language: LanguageOption
) -> None:
    from api.cli.model_view import promotion_record, promotion_sentence

    sentence = promotion_sentence(found, prior_version, language)
    answer([sentence], promotion_record(found, prior_version), form, out)

"""`sanding bundle`: the best set of offers for one cooperative within its room, money and people."""

from typing import Annotated

import typer

from api.cli.answers import shown_or_written
from api.cli.options import (
    At,
    FormatOption,
    LanguageOption,
    OutOption,
    day_asked,
    user_name,
)
from recommender.advice.bundle_records import JOBS_TARGET, MOST_OFFERS

__all__ = ["bundle"]


def bundle(
    cooperative_id: Annotated[str, typer.Argument(metavar="COOPERATIVE_ID", help="Koperasi. / Cooperative.")],
    most: Annotated[
        int, typer.Option("--most", help="Paling banyak sekian model sekaligus. / At most so many offers.")
    ] = MOST_OFFERS,
    jobs: Annotated[
        float,
        typer.Option("--jobs", help="Sasaran pekerja; didahulukan. / Workers aimed at; they come first."),
    ] = JOBS_TARGET,
    at: At = None,
    form: FormatOption = None,
    out: OutOption = None,
    language: LanguageOption = "id",
) -> None:
    """Paket model bisnis yang muat bersama. / Business models that fit together."""
    from api.cli.bundle_files import write_bundle
    from api.cli.bundle_view import show_bundle
    from recommender.workspace import open_workspace

    with open_workspace() as workspace:
        found = workspace.bundle(
            cooperative_id,
            at=day_asked(at),
            most=most,
            jobs_target=jobs,
            language=language,
            author=user_name(),
        )
    shown_or_written(
        form,
        out,
        lambda console: show_bundle(console, found, language),
        lambda chosen, handle: write_bundle(found, chosen, handle, language),
    )

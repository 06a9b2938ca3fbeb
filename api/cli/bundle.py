"""`sanding bundle`: the best set of offers for one cooperative within its room, money and people."""

from typing import Annotated

import typer

from api.cli.options import (
    At,
    FormatOption,
    LanguageOption,
    OutOption,
    chosen_format,
    day_asked,
    user_name,
)

__all__ = ["bundle"]

_MOST = 5
_JOBS = 2.0


def bundle(
    cooperative_id: Annotated[str, typer.Argument(metavar="COOPERATIVE_ID", help="Koperasi. / Cooperative.")],
    most: Annotated[
        int, typer.Option("--most", help="Paling banyak sekian model sekaligus. / At most so many offers.")
    ] = _MOST,
    jobs: Annotated[
        float,
        typer.Option("--jobs", help="Sasaran pekerja; didahulukan. / Workers aimed at; they come first."),
    ] = _JOBS,
    at: At = None,
    form: FormatOption = None,
    out: OutOption = None,
    language: LanguageOption = "id",
) -> None:
    """Paket model bisnis yang muat bersama. / Business models that fit together."""
    from api.cli.bundle_files import write_bundle
    from api.cli.bundle_view import show_bundle
    from api.cli.targets import text_target
    from api.cli.terminal import screen
    from recommender.workspace import open_workspace

    chosen = chosen_format(form, out)
    with open_workspace() as workspace:
        found = workspace.bundle(
            cooperative_id,
            at=day_asked(at),
            most=most,
            jobs_target=jobs,
            language=language,
            author=user_name(),
        )
        with text_target(out) as handle:
            if chosen == "table":
                show_bundle(screen(handle), found, language)
            else:
                write_bundle(found, chosen, handle, language)

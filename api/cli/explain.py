"""`sanding explain`: everything about one pair."""

from typing import Annotated

import typer

from api.cli.options import (
    At,
    FormatOption,
    LanguageOption,
    ObjectiveOption,
    OutOption,
    chosen_format,
    day_asked,
    user_name,
)

__all__ = ["explain"]


def explain(
    cooperative_id: Annotated[str, typer.Argument(metavar="COOPERATIVE_ID", help="Koperasi. / Cooperative.")],
    offer_id: Annotated[str, typer.Argument(metavar="OFFER_ID", help="Model bisnis. / Business model.")],
    objective: ObjectiveOption = "balanced",
    at: At = None,
    form: FormatOption = None,
    out: OutOption = None,
    language: LanguageOption = "id",
) -> None:
    """Mengapa begitu, untuk satu pasangan. / Why one pair is advised as it is."""
    from api.cli.explanation_files import write_explanation
    from api.cli.explanation_view import show_explanation
    from api.cli.targets import text_target
    from api.cli.terminal import screen
    from recommender.workspace import open_workspace

    with open_workspace() as workspace:
        found = workspace.explain(
            cooperative_id,
            offer_id,
            at=day_asked(at),
            objective=objective,
            language=language,
            author=user_name(),
        )
    chosen = chosen_format(form, out)
    with text_target(out) as handle:
        if chosen == "table":
            show_explanation(screen(handle), found, language)
        else:
            write_explanation(found, chosen, handle, language)

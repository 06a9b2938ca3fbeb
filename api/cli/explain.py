"""`sanding explain`: everything about one pair."""

from typing import Annotated

import typer

from api.cli.answers import shown_or_written
from api.cli.options import (
    At,
    FormatOption,
    LanguageOption,
    ObjectiveOption,
    OutOption,
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
    shown_or_written(
        form,
        out,
        lambda console: show_explanation(console, found, language),
        lambda chosen, handle: write_explanation(found, chosen, handle, language),
    )

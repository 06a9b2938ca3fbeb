"""`sanding steps`: what a cooperative could do, and how many offers each step opens."""

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

__all__ = ["steps"]


def steps(
    cooperative_id: Annotated[str, typer.Argument(metavar="COOPERATIVE_ID", help="Koperasi. / Cooperative.")],
    at: At = None,
    form: FormatOption = None,
    out: OutOption = None,
    language: LanguageOption = "id",
) -> None:
    """Langkah bersama, termurah dan tercepat. / Shared steps, the cheapest and the quickest way."""
    from api.cli.plan_view import show_plan, write_plan
    from recommender.workspace import open_workspace

    with open_workspace() as workspace:
        found = workspace.step_plan(cooperative_id, at=day_asked(at), language=language, author=user_name())
    shown_or_written(
        form,
        out,
        lambda console: show_plan(console, found, language),
        lambda chosen, handle: write_plan(found, chosen, handle),
    )

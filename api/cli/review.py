"""`sanding events` and `review`: what waits to be confirmed or is held, and what the department found."""

from typing import Annotated

import typer

from api.cli.answers import answer
from api.cli.options import At, FormatOption, LanguageOption, OutOption, chosen_format, day_asked, user_name

__all__ = ["events", "review"]


def events(
    at: At = None, form: FormatOption = None, out: OutOption = None, language: LanguageOption = "id"
) -> None:
    """Peristiwa yang perlu diperiksa dinas. / Events the department has to look at before they count."""
    from dataclasses import asdict

    from recommender.workspace import open_workspace

    day = day_asked(at)
    with open_workspace() as workspace:
        found = workspace.events_to_review(day)
    nothing = {
        "id": "Tidak ada peristiwa yang menunggu atau ditahan.",
        "en": "No event waits or is held.",
    }
    lines = [
        f"{one.event_id}  {one.cooperative_id} · {one.offer_id} · {one.kind} {one.occurred_on}  "
        f"{one.sentence_id if language == 'id' else one.sentence_en}"
        for one in found
    ]
    answer(lines or [nothing[language]], [asdict(one) for one in found], chosen_format(form, out), out)


def review(
    event_ids: Annotated[list[str], typer.Argument(metavar="EVENT_ID...", help="Peristiwa. / Events.")],
    *,
    verdict: Annotated[
        str, typer.Option("--verdict", help="counted: dihitung / counts; struck: dicoret / struck out.")
    ],
    reason: Annotated[
        str | None, typer.Option("--reason", help="Alasan. / Reason.", show_default=False)
    ] = None,
    language: LanguageOption = "id",
) -> None:
    """Catat hasil pemeriksaan peristiwa. / Record what the department found of events."""
    from recommender.workspace import open_workspace

    with open_workspace() as workspace:
        count = workspace.review_events(event_ids, verdict, reason, author=user_name())
    said = {
        "id": f"Dicatat: {count} peristiwa {'dihitung' if verdict == 'counted' else 'dicoret'}. "
        "Latih ulang dengan `sanding train`.",
        "en": f"Recorded: {count} events {'count' if verdict == 'counted' else 'are struck'}. "
        "Train again with `sanding train`.",
    }
    typer.echo(said[language])

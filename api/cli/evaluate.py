"""`sanding evaluate`: ours against the experts' belief and other models, on outcomes kept aside."""

from pathlib import Path
from typing import Annotated, Literal

import typer

from api.cli.options import At, LanguageOption, OutOption, chosen_format, day_asked

__all__ = ["evaluate"]

Form = Literal["table", "markdown", "json", "csv"]
Split = Literal["cooperative", "district", "offer", "time"]


def evaluate(
    at: At = None,
    seeds: Annotated[
        int,
        typer.Option(
            "--seeds", metavar="N", help="Ulangan, 1 sampai 50. / How often to split anew, 1 to 50."
        ),
    ] = 5,
    split: Annotated[
        Split | None,
        typer.Option(
            "--split",
            help="Apa yang disisihkan; bawaan: koperasi, dan sejak 1.000 hasil menurut waktu. "
            "/ What is kept aside; default: cooperatives, and by time from 1,000 outcomes on.",
            show_default=False,
        ),
    ] = None,
    form: Annotated[
        Form | None,
        typer.Option(
            "--format",
            help="Bentuk jawaban; bawaan: menurut akhiran --out (.md, .json, .csv), atau table. "
            "/ Form of the answer; default: by the ending of --out, or table.",
            show_default=False,
        ),
    ] = None,
    out: OutOption = None,
    chart: Annotated[
        Path | None,
        typer.Option(
            "--chart",
            metavar="FILE.svg",
            help="Gambar kurva belajar ke berkas SVG. / Draw the learning curves into an SVG file.",
            show_default=False,
        ),
    ] = None,
    language: LanguageOption = "id",
) -> None:
    """Bandingkan dengan model lain pada hasil nyata. / Compare with other models on real outcomes."""
    from api.cli.evaluation_view import write_evaluation
    from api.cli.progress import waiting
    from api.cli.targets import sound_target, text_target
    from recommender.workspace import open_workspace

    if form is None and out is not None and out.suffix.lower() == ".md":
        form = "markdown"
    chosen = chosen_format(form, out)
    if chosen == "parquet":
        raise typer.BadParameter("only suggest and features write parquet; use .md, .json or .csv.")
    for path in (out, chart):
        if path is not None:
            # minutes of work should not end at a folder that cannot be written
            sound_target(path)
    day = day_asked(at)
    with open_workspace() as workspace, waiting("sanding evaluate"):
        found = workspace.evaluate(day, n_seeds=seeds, split=split)
    with text_target(out) as handle:
        write_evaluation(found, chosen, handle, language)
    if chart is not None:
        with text_target(chart) as handle:
            handle.write(found.svg(language))

"""`sanding check`: is everything in the store still what was written?"""

from dataclasses import asdict

import typer

from api.cli.answers import answer
from api.cli.group import REFUSED
from api.cli.options import FormatOption, LanguageOption, OutOption, chosen_format

__all__ = ["check"]


def check(form: FormatOption = None, out: OutOption = None, language: LanguageOption = "id") -> None:
    """Periksa keutuhan data; 1 bila ada temuan. / Check the data; exit code 1 if anything is found."""
    from api.cli.progress import waiting
    from recommender.workspace import open_workspace

    with open_workspace() as workspace, waiting("sanding check"):
        findings = workspace.check()
    sentences = [finding.message_id if language == "id" else finding.message_en for finding in findings]
    well = "Semua baik." if language == "id" else "All is well."
    records = [asdict(finding) for finding in findings]
    answer(sentences or [well], records, chosen_format(form, out), out)
    if findings:
        raise typer.Exit(REFUSED)

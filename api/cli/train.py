"""`sanding train`: learn from the outcomes, register what was learned, promote it if nobody loses by it."""

import typer

from api.cli.answers import answer
from api.cli.options import At, FormatOption, LanguageOption, OutOption, chosen_format, day_asked, user_name

__all__ = ["train"]


def train(
    at: At = None, form: FormatOption = None, out: OutOption = None, language: LanguageOption = "id"
) -> None:
    """Belajar dari hasil; aktif bila tidak lebih buruk. / Learn from outcomes; promoted if not worse."""
    from api.cli.model_view import training_record, training_sentences
    from api.cli.progress import waiting
    from recommender.workspace import open_workspace

    day = day_asked(at)
    with open_workspace() as workspace, waiting("sanding train"):
        found = workspace.train(day, author=user_name())
        prior_version = workspace.prior_version()
    sentences = training_sentences(found, prior_version, language)
    answer(sentences, training_record(found, prior_version), chosen_format(form, out), out)
    if chosen_format(form, out) == "csv":
        # a table has no room for reasons, and nobody should miss them
        for sentence in sentences:
            typer.echo(sentence, err=True)

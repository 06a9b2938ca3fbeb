"""`sanding decide` and `decisions`: what the members decided, recorded and listed."""

from typing import Annotated

import typer

from api.cli.answers import answer
from api.cli.options import FormatOption, LanguageOption, OutOption, chosen_format, user_name

__all__ = ["decide", "decisions"]

_Cooperative = Annotated[str, typer.Argument(metavar="COOPERATIVE_ID", help="Koperasi. / Cooperative.")]
_Votes = Annotated[int | None, typer.Option(min=0, show_default=False, help="Orang. / People.")]


def decide(
    cooperative_id: _Cooperative,
    *,
    on: Annotated[
        str, typer.Option("--on", metavar="YYYY-MM-DD", help="Tanggal rapat. / Day of the meeting.")
    ],
    offers: Annotated[
        str,
        typer.Option("--offers", help="ID dipisah koma; kosong: tidak memilih. / Ids; empty: none chosen."),
    ],
    votes_for: Annotated[
        int | None, typer.Option("--for", min=0, show_default=False, help="Setuju. / For.")
    ] = None,
    votes_against: Annotated[
        int | None, typer.Option("--against", min=0, show_default=False, help="Tidak setuju. / Against.")
    ] = None,
    abstained: _Votes = None,
    present: _Votes = None,
    minutes: Annotated[
        str | None,
        typer.Option("--minutes", help="Nomor berita acara. / Minutes number.", show_default=False),
    ] = None,
    note: Annotated[str | None, typer.Option("--note", help="Catatan. / Note.", show_default=False)] = None,
    language: LanguageOption = "id",
) -> None:
    """Catat keputusan rapat anggota. / Record what the members decided."""
    from api.cli.decision_words import recorded_sentence
    from recommender.clock import parsed_day
    from recommender.deciding import Decision, record_decision
    from recommender.workspace import open_workspace

    chosen = tuple(dict.fromkeys(one.strip() for one in offers.split(",") if one.strip()))
    with open_workspace() as workspace:
        decision = Decision(
            cooperative_id=cooperative_id,
            decided_on=parsed_day(on),
            offer_ids=chosen,
            present_count=present,
            votes_for_count=votes_for,
            votes_against_count=votes_against,
            votes_abstained_count=abstained,
            minutes_number=minutes,
            note=note,
        )
        record_decision(
            workspace.store,
            decision,
            workspace.gathered(),
            author=user_name(),
            made_at=workspace.now(),
        )
    typer.echo(recorded_sentence(decision, language))


def decisions(
    cooperative_id: _Cooperative,
    form: FormatOption = None,
    out: OutOption = None,
    language: LanguageOption = "id",
) -> None:
    """Keputusan rapat anggota, terbaru dahulu. / What the members decided, newest first."""
    from api.cli.decision_words import decision_record, decision_sentence
    from recommender.deciding import decisions_of
    from recommender.directory import found_cooperative
    from recommender.workspace import open_workspace

    with open_workspace() as workspace:
        source = workspace.gathered()
        found_cooperative(source, cooperative_id)
        found = decisions_of(workspace.store, cooperative_id)
        titles = source.titles
    nothing = {"id": "Belum ada keputusan rapat anggota.", "en": "The members have not decided yet."}
    lines = [decision_sentence(one, titles, language) for one in found] or [nothing[language]]
    answer(lines, [decision_record(one) for one in found], chosen_format(form, out), out)

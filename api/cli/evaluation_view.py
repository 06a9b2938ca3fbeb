"""A comparison of models on a terminal, as Markdown, JSON or CSV."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TextIO

from api.cli.records import write_csv, write_json
from api.cli.terminal import Cell, day_text, screen, show_indented, show_row, show_text
from api.texts import Language, Text

if TYPE_CHECKING:
    from rich.console import Console

    from recommender.training.evaluate import Evaluation

__all__ = ["write_evaluation"]

_WIDTHS = (9, 25, 6, 7, 8)
_TITLE = Text("Perbandingan model per {day}", "Models compared as of {day}")
_BASIS = Text(
    "{count} hasil; {runs} ulangan; disisihkan untuk menilai: {held}.",
    "{count} outcomes; {runs} runs; kept aside to judge by: {held}.",
)
_HELD = {
    "cooperative": Text("koperasi yang tidak dipelajari", "cooperatives that were not learned from"),
    "district": Text("kecamatan yang tidak dipelajari", "districts that were not learned from"),
    "offer": Text("tawaran yang tidak dipelajari", "offers that were not learned from"),
    "time": Text("hasil yang mulai paling akhir", "outcomes that began last"),
}
_NOTHING = Text(
    "Hasil belum cukup untuk membandingkan. Catat hasil dengan `sanding import events BERKAS`; sebuah hasil "
    "terhitung 270 hari setelah peristiwa pertamanya.",
    "There are not enough outcomes to compare yet. Record them with `sanding import events FILE`; an outcome "
    "counts 270 days after its first event.",
)
_SIZE = Text("Dipelajari dari {count} hasil", "Learned from {count} outcomes")
_HEADS = (
    Text("model", "model"),
    Text("log loss", "log loss"),
    Text("Sanding dikurangi ini [95 %]", "Sanding minus it [95 %]"),
    Text("ECE", "ECE"),
    Text("nDCG@5", "nDCG@5"),
    Text("detik", "seconds"),
)
_NOTE = Text(
    "Selisih log loss di bawah nol berarti Sanding lebih baik, bila selangnya tidak memuat nol.",
    "A difference of log loss below zero means that Sanding is better, if its interval leaves out zero.",
)
_MISSING = "–"


def write_evaluation(found: "Evaluation", form: str, handle: TextIO, language: Language) -> None:
    """Write a comparison; the same outcomes give the same bytes, but for the seconds.

    Parameters
    ----------
    found : Evaluation
    form : {'table', 'markdown', 'json', 'csv'}
    handle : TextIO
    language : {'id', 'en'}
    """
    from recommender.training.evaluate import EVALUATION_COLUMNS

    if form == "table":
        _show(screen(handle), found, language)
    elif form == "markdown":
        handle.write(found.markdown(language))
    elif form == "json":
        write_json(found.record(language), handle)
    else:
        write_csv(EVALUATION_COLUMNS, found.rows(language), handle)


def _show(console: "Console", found: "Evaluation", language: Language) -> None:
    show_text(console, _TITLE.say(language).format(day=day_text(found.at, language)), style="bold")
    rows = found.rows(language)
    if not rows:
        show_text(console, _NOTHING.say(language))
        return
    compared = found.comparison
    held = _HELD[compared.split].say(language)
    told = {"count": found.outcome_count, "runs": len(compared.seeds), "held": held}
    show_text(console, _BASIS.say(language).format(**told))
    for size in compared.sizes:
        show_text(console)
        show_text(console, _SIZE.say(language).format(count=size), style="bold")
        show_row(console, _cells([head.say(language) for head in _HEADS], "dim"), 2)
        for row in rows:
            if row["n_outcomes"] == size and row["n_runs"]:
                show_row(console, _cells(_texts(row, found, language), ""), 2)
    show_text(console)
    show_text(console, _NOTE.say(language))
    missing = {found.label(row["peer"], language): row["reason"] for row in rows if row["reason"]}
    for name, reason in missing.items():
        show_indented(console, "!", f"{name}: {reason}", 0)


def _texts(row: Mapping[str, Any], found: "Evaluation", language: Language) -> list[str]:
    ends = [row[name] for name in ("loss_difference", "loss_difference_low", "loss_difference_high")]
    difference = _MISSING if None in ends else "{:+.4f} [{:+.4f}, {:+.4f}]".format(*ends)
    return [
        found.label(row["peer"], language),
        _number(row["log_loss"], 4),
        difference,
        _number(row["ece"], 3),
        _number(row["ndcg5"], 3),
        _number(row["seconds"], 1),
    ]


def _number(value: float | None, digits: int) -> str:
    return _MISSING if value is None else f"{value:.{digits}f}"


def _cells(texts: list[str], style: str) -> list[Cell]:
    first, *rest = texts
    numbers: list[Cell] = [(text, width, "right", style) for text, width in zip(rest, _WIDTHS, strict=True)]
    return [(first, 0, "left", style), *numbers]

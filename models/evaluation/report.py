"""A comparison as Markdown, as rows of a table and as JSON."""

import json
import math
from dataclasses import asdict
from typing import Any

from models.evaluation.bootstrap import Interval
from models.evaluation.comparison import Comparison
from models.evaluation.peers import PEERS
from models.evaluation.summary import Line, lines_of
from models.explain.texts import Language

Row = dict[str, float | str | None]

__all__ = ["COLUMNS", "peer_label", "to_json", "to_markdown", "to_record", "to_rows"]

COLUMNS = (
    "n_outcomes",
    "peer",
    "n_runs",
    "log_loss",
    "brier",
    "ece",
    "slope",
    "intercept",
    "ndcg5",
    "regret3",
    "coverage80",
    "seconds",
    "loss_difference",
    "loss_difference_low",
    "loss_difference_high",
    "ndcg_difference",
    "ndcg_difference_low",
    "ndcg_difference_high",
    "reason",
)

_HEADS = (
    "model",
    "log_loss",
    "difference",
    "ECE",
    "nDCG@5",
    "difference",
    "regret3",
    "coverage80",
    "seconds",
)
_WORDS = {
    "title": ("Sanding dibanding model lain", "Sanding against other models"),
    "held": ("Yang disisihkan untuk menilai", "What was kept aside to judge by"),
    "cooperative": ("koperasi yang tidak dipelajari", "cooperatives that were not learned from"),
    "district": ("kecamatan yang tidak dipelajari", "districts that were not learned from"),
    "offer": ("tawaran yang tidak dipelajari", "offers that were not learned from"),
    "time": ("hasil yang mulai paling akhir", "outcomes that began last"),
    "runs": ("Ulangan", "Runs"),
    "pairs": ("pasangan tiap ulangan", "pairs each run"),
    "outcomes": ("Hasil yang dipelajari", "Outcomes learned from"),
    "model": ("model", "model"),
    "log_loss": ("log loss (nat)", "log loss (nats)"),
    "difference": ("selisih Sanding [95 %]", "Sanding minus it [95 %]"),
    "regret3": ("rugi@3", "regret@3"),
    "coverage80": ("isi selang 80 %", "in 80 % interval"),
    "seconds": ("detik", "seconds"),
    "missing": ("Yang tidak terukur", "What could not be measured"),
    "nothing": (
        "Belum ada hasil yang cukup untuk membandingkan. Catat hasil dengan `sanding import events FILE`.",
        "There are not enough outcomes to compare yet. Record outcomes with `sanding import events FILE`.",
    ),
    "note": (
        "Selisih log loss negatif dan nDCG positif: Sanding unggul, bila selangnya tidak memuat 0.",
        "A negative log loss or a positive nDCG difference is a win if its interval leaves out 0.",
    ),
}


def to_markdown(comparison: Comparison, language: Language = "id") -> str:
    """Return one table per size, what failed below.

    Parameters
    ----------
    comparison : Comparison
    language : {'id', 'en'}
    """

    def word(key: str) -> str:
        return _WORDS[key][1 if language == "en" else 0]

    held = ", ".join(str(count) for count in dict.fromkeys(comparison.held_counts))
    text = [f"# {word('title')}", ""]
    lines = lines_of(comparison)
    if not lines:
        return "\n".join([*text, word("nothing"), ""])
    kept = _WORDS.get(comparison.split, (comparison.split, comparison.split))[1 if language == "en" else 0]
    text += [f"{word('held')}: {kept}. {word('runs')}: {len(comparison.seeds)}; {held} {word('pairs')}.", ""]
    head = " | ".join(_WORDS[key][1 if language == "en" else 0] if key in _WORDS else key for key in _HEADS)
    for size in comparison.sizes:
        text += [f"## {word('outcomes')}: {size}", "", f"| {head} |", "|---" + "|---:" * 8 + "|"]
        text += [_markdown_line(line, language) for line in lines if line.n_outcomes == size and line.n_runs]
        text.append("")
    text += [word("note"), ""]
    missing = dict.fromkeys(
        f"- {peer_label(line.peer, language)}: {line.reason_en if language == 'en' else line.reason_id}"
        for line in lines
        if line.reason_id
    )
    if missing:
        text += [f"## {word('missing')}", "", *missing, ""]
    return "\n".join(text)


def to_rows(comparison: Comparison, language: Language = "id") -> list[list[float | str | None]]:
    """Return rows under ``COLUMNS``; ``None`` where nothing was measured."""
    return [[_row(line, language)[name] for name in COLUMNS] for line in lines_of(comparison)]


def to_record(comparison: Comparison, language: Language = "id") -> dict[str, Any]:
    """Return what JSON holds: the lines, and every single run under ``cells``."""
    return {
        "split": comparison.split,
        "sizes": list(comparison.sizes),
        "seeds": list(comparison.seeds),
        "held_counts": list(comparison.held_counts),
        "lines": [_row(line, language) for line in lines_of(comparison)],
        "cells": [{name: _known(value) for name, value in asdict(cell).items()} for cell in comparison.cells],
    }


def to_json(comparison: Comparison, language: Language = "id") -> str:
    """Return the record as JSON text; unknown figures are null."""
    return json.dumps(to_record(comparison, language), ensure_ascii=False, indent=2, allow_nan=False)


def peer_label(name: str, language: Language = "id") -> str:
    """Return what readers call a peer.

    Examples
    --------
    >>> peer_label("prior", "en")
    "Experts' belief"
    """
    peer = PEERS.get(name)
    if peer is None:
        return name
    return peer.label_en if language == "en" else peer.label_id


def _row(line: Line, language: Language) -> Row:
    ends: dict[str, float] = {}
    for name, found in (("loss", line.loss_difference), ("ndcg", line.ndcg_difference)):
        mean, low, high = (found.mean, found.low, found.high) if found else (math.nan,) * 3
        ends |= {f"{name}_difference": mean, f"{name}_difference_low": low, f"{name}_difference_high": high}
    told: Row = {
        "n_outcomes": line.n_outcomes,
        "peer": line.peer,
        "n_runs": line.n_runs,
        **line.figures,
        **ends,
    }
    reason = line.reason_en if language == "en" else line.reason_id
    return {name: _known(value) for name, value in told.items()} | {"reason": reason}


def _known(value: float | str | None) -> float | str | None:
    if isinstance(value, float):
        return round(value, 6) if math.isfinite(value) else None
    return value


def _markdown_line(line: Line, language: Language) -> str:
    figures = line.figures
    cells = [
        peer_label(line.peer, language),
        _number(figures["log_loss"], 4),
        _ends(line.loss_difference),
        _number(figures["ece"], 3),
        _number(figures["ndcg5"], 3),
        _ends(line.ndcg_difference),
        _number(figures["regret3"], 3),
        _number(figures["coverage80"], 2),
        _number(figures["seconds"], 2),
    ]
    return f"| {' | '.join(cells)} |"


def _number(value: float, digits: int) -> str:
    return "–" if math.isnan(value) else f"{value:.{digits}f}"


def _ends(found: Interval | None) -> str:
    if found is None or math.isnan(found.mean):
        return "–"
    return f"{found.mean:+.4f} [{found.low:+.4f}, {found.high:+.4f}]"

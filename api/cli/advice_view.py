"""One cooperative's advice on a terminal."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from api.cli.amounts import interval, number, percent, rupiah, score_text
from api.cli.terminal import Cell, day_text, show_indented, show_row, show_text
from api.cli.words import word
from api.texts import Language

if TYPE_CHECKING:
    from rich.console import Console

    from recommender.advice.records import Advice, MissingFact, Suggestion

__all__ = ["header_cells", "margin_text", "show_advice", "show_footer", "suggestion_cells"]

_STATUS_STYLES = {"eligible": "green", "needs_steps": "yellow", "unknown": "cyan", "blocked": "red"}
_REASONS_INDENT = 4


def show_advice(console: "Console", advice: "Advice", language: Language) -> None:
    """Print everything advised to one cooperative."""
    _show_head(console, advice, language)
    if advice.suggestions:
        show_row(console, header_cells("model_of_business", advice.objective, language))
    else:
        show_text(console, word("none_found", language))
    for found in advice.suggestions:
        _show_suggestion(console, found, advice.objective, language)
    for key, others in (("running", advice.running), ("support", advice.support)):
        _show_others(console, word(key, language), others, advice.objective, language)
    _show_questions(console, advice.questions, language)
    show_footer(console, (*advice.suggestions, *advice.running), language)


def header_cells(second: str, objective: str, language: Language) -> tuple[Cell, ...]:
    """Return the head of a list of suggestions; ``second`` is the word over its second column."""
    bold = "bold"
    return (
        ("#", 3, "right", bold),
        (word(second, language), 0, "left", bold),
        (word("status", language), 16, "left", bold),
        (word("chance", language), 13, "right", bold),
        (word("margin_month", language), 13, "right", bold),
        (word("work", language), 5, "right", bold),
        (word("score", language), _score_width(objective), "right", bold),
    )


def suggestion_cells(found: "Suggestion", name: str, objective: str, language: Language) -> tuple[Cell, ...]:
    """Return one suggestion as the cells of a line."""
    chance = percent(found.success_probability, language)
    # A pair that runs needs no application, whatever its rules say.
    status = "runs" if found.is_running else found.status
    jobs = "?" if found.jobs_count is None else number(found.jobs_count, language)
    return (
        (str(found.rank), 3, "right", "bold"),
        (name, 0, "left", "bold"),
        (word(status, language), 16, "left", _STATUS_STYLES.get(status, "")),
        (f"{chance} ({interval(found.lower, found.upper, language)})", 13, "right", ""),
        (margin_text(found, language), 13, "right", ""),
        (jobs, 5, "right", ""),
        (score_text(found.score, objective, language), _score_width(objective), "right", ""),
    )


def _score_width(objective: str) -> int:
    return 12 if objective == "margin" else 5


def margin_text(found: "Suggestion", language: Language) -> str:
    """Write the margin a month: ``~`` where it rests on typical values, ``?`` where it is unknown."""
    if found.expected_margin_idr is None:
        return "?"
    mark = "~" if found.margin_basis in {"assumed", "estimated"} else ""
    return f"{mark}{rupiah(found.expected_margin_idr, language)}"


def show_footer(console: "Console", shown: Sequence["Suggestion"], language: Language) -> None:
    """Print what a reader must know about the numbers above."""
    show_text(console)
    for evidence in sorted({found.evidence for found in shown}):
        show_text(console, word("evidence", language, evidence=word(evidence, language)))
    if any(found.margin_basis in {"assumed", "estimated"} for found in shown):
        show_text(console, word("assumed_mark", language))
    show_text(console, word("not_a_decision", language), style="bold")


def _show_head(console: "Console", advice: "Advice", language: Language) -> None:
    show_text(console, f"{advice.cooperative_name} ({advice.cooperative_id})", style="bold")
    parts = (
        word("suggestions_on", language, day=day_text(advice.at, language)),
        word("sorted_by", language, objective=word(advice.objective, language)),
        advice.model_version,
    )
    show_text(console, " · ".join(parts))
    if advice.data_source == "contoh":
        show_text(console, word("example_data", language), style="yellow")
    show_text(console)


def _show_suggestion(console: "Console", found: "Suggestion", objective: str, language: Language) -> None:
    from recommender.advice.tables import step_sentence

    show_row(console, suggestion_cells(found, found.offer_title, objective, language))
    lines = [("+", text) for text in found.pros] + [("−", text) for text in found.cons]
    lines += [(f"{place}.", step_sentence(step, language)) for place, step in enumerate(found.steps, start=1)]
    for sign, text in lines:
        show_indented(console, sign, text, _REASONS_INDENT)
    remarks = []
    if any(step.kind == "do" for step in found.steps) and found.status == "needs_steps":
        remarks.append(word("after_steps", language, percent=percent(found.after_steps, language)))
    if found.places_left is not None:
        remarks.append(word("places_left", language, count=found.places_left))
    if remarks:
        show_indented(console, "", " ".join(remarks), _REASONS_INDENT, "dim")


def _show_others(
    console: "Console",
    title: str,
    others: Sequence["Suggestion"],
    objective: str,
    language: Language,
) -> None:
    if not others:
        return
    show_text(console)
    show_text(console, title, style="bold")
    for found in others:
        _, *cells = suggestion_cells(found, found.offer_title, objective, language)
        show_row(console, (("", 3, "right", ""), *cells))


def _show_questions(console: "Console", questions: Sequence["MissingFact"], language: Language) -> None:
    if not questions:
        return
    show_text(console)
    show_text(console, word("questions", language), style="bold")
    for place, asked in enumerate(questions, start=1):
        label = asked.label_id if language == "id" else asked.label_en
        decides = word("decides_rules", language, count=asked.rules)
        show_indented(console, f"{place}.", f"{label} ({decides})" if asked.rules else label, indent=2)

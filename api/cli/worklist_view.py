"""Advisors' worklists on a terminal."""

from typing import TYPE_CHECKING

from api.cli.amounts import number, rupiah
from api.cli.field_words import field_word
from api.cli.terminal import day_text, show_indented, show_text
from api.cli.words import word
from api.texts import Language

if TYPE_CHECKING:
    from rich.console import Console

    from recommender.worklist.records import Barrier, Evidence, Intervention, Worklists, WorkRow

__all__ = ["show_worklists"]


def show_worklists(console: "Console", found: "Worklists", language: Language) -> None:
    """Print every list, what moves most first."""
    if not found.lists:
        show_text(console, field_word("no_work", language))
    for one in found.lists:
        districts = ", ".join(one.districts)
        show_text(console, field_word("list", language, number=one.number, districts=districts), style="bold")
        way = number(one.way_km, language)
        show_text(console, field_word("list_size", language, count=len(one.rows), km=way))
        for place, row in enumerate(one.rows, start=1):
            _show_row(console, place, row, language)
        show_text(console)
    if found.running_count:
        show_text(console, field_word("running_apart", language, count=found.running_count))
    if any(row.data_source == "contoh" for one in found.lists for row in one.rows):
        show_text(console, word("example_data", language), style="yellow")


def _show_row(console: "Console", place: int, row: "WorkRow", language: Language) -> None:
    show_text(console)
    show_text(console, f"{place}. {row.cooperative_name} ({row.cooperative_id})", style="bold")
    for barrier in row.barriers:
        _show_barrier(console, barrier, language)
    if row.intervention is None:
        show_indented(console, ">", field_word("no_step", language), 3)
    else:
        text = f"{field_word('do', language)}: {_step(row.intervention, language)}"
        show_indented(console, ">", text, 3, style="bold")
    if row.questions:
        fields = "; ".join(one.label for one in row.questions)
        show_indented(console, "?", field_word("ask", language, fields=fields), 3)


def _show_barrier(console: "Console", barrier: "Barrier", language: Language) -> None:
    sentences = [_sentence(one, language) for one in barrier.evidence]
    if barrier.unknown_fields and barrier.strength == "unknown":
        sentences.append(field_word("gaps", language, fields="; ".join(barrier.unknown_fields)))
    name = field_word(barrier.barrier, language)
    strength = field_word(barrier.strength, language)
    show_indented(console, "-", f"{name} ({strength}): {' '.join(sentences)}", 3)


def _sentence(found: "Evidence", language: Language) -> str:
    day = day_text(found.observed_on, language) if found.observed_on else None
    origin = ", ".join(part for part in (found.source, day) if part)
    return f"{found.sentence} ({origin})" if origin else found.sentence


def _step(step: "Intervention", language: Language) -> str:
    effort = _effort(step, language)
    parts = [f"{step.text} ({effort})"]
    if step.opened:
        offers = ", ".join(one.title for one in step.opened)
        parts.append(field_word("opens", language, count=len(step.opened), offers=offers))
    if step.cleared:
        parts.append(field_word("clears", language, count=len(step.cleared)))
    if not step.opened and not step.cleared:
        parts.append(field_word("eases", language, count=step.eased_count))
    return "; ".join(parts)


def _effort(step: "Intervention", language: Language) -> str:
    cost = field_word("cost_unknown", language)
    if step.cost_idr is not None:
        cost = rupiah(step.cost_idr, language) if step.cost_idr else field_word("free", language)
    days = field_word("days_unknown", language)
    if step.days is not None:
        days = field_word("days", language, count=step.days)
    mark = [field_word("assumption", language)] if step.is_assumed else []
    return ", ".join([cost, days, *mark])

"""Many cooperatives, or all cooperatives for one offer, on a terminal."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from api.cli.advice_view import header_cells, show_footer, suggestion_cells
from api.cli.terminal import show_row, show_text
from api.cli.words import word
from api.texts import Language

if TYPE_CHECKING:
    from rich.console import Console

    from recommender.advice.records import Advice, Suggestion

__all__ = ["show_all", "show_mirror"]


def show_all(console: "Console", advices: Iterable["Advice"], language: Language) -> None:
    """Print a few lines for each cooperative as they come."""
    count = example_count = 0
    last: tuple[Suggestion, ...] = ()
    for advice in advices:
        if not count:
            show_row(console, header_cells("model_of_business", advice.objective, language))
        count += 1
        example_count += advice.data_source == "contoh"
        show_text(console)
        show_text(console, f"{advice.cooperative_name} ({advice.cooperative_id})", style="bold")
        if not advice.suggestions:
            show_text(console, word("none_found", language), indent=4)
        for found in advice.suggestions:
            show_row(console, suggestion_cells(found, found.offer_title, advice.objective, language))
        last = advice.suggestions or last
    if not count:
        show_text(console, word("no_cooperatives", language))
        return
    show_footer(console, last, language)
    _show_examples(console, example_count, count, language)


def show_mirror(
    console: "Console", suggestions: Sequence["Suggestion"], objective: str, language: Language
) -> None:
    """Print the ranked cooperatives of one offer."""
    if not suggestions:
        show_text(console, word("none_found", language))
        return
    first = suggestions[0]
    show_text(console, f"{first.offer_title} ({first.offer_id})", style="bold")
    show_text(
        console, f"{first.partner_name} · {word('sorted_by', language, objective=word(objective, language))}"
    )
    show_text(console)
    show_row(console, header_cells("cooperative", objective, language))
    for found in suggestions:
        name = f"{found.cooperative_name} ({found.cooperative_id})"
        show_row(console, suggestion_cells(found, name, objective, language))
    show_footer(console, suggestions, language)
    examples = sum(found.data_source == "contoh" for found in suggestions)
    _show_examples(console, examples, len(suggestions), language)


def _show_examples(console: "Console", count: int, total: int, language: Language) -> None:
    if count:
        text = word("some_example_data", language, count=count, total=total)
        show_text(console, text, style="yellow")

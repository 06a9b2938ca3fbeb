"""A bundle on a terminal."""

from typing import TYPE_CHECKING

from api.cli.advice_view import header_cells, show_footer, suggestion_cells
from api.cli.amounts import number, rupiah
from api.cli.terminal import day_text, show_indented, show_row, show_text
from api.cli.words import word
from api.texts import Language

if TYPE_CHECKING:
    from rich.console import Console

    from recommender.advice.bundle_records import Bundle, SharedLimit

__all__ = ["show_bundle"]

_SHOWN = 8


def show_bundle(console: "Console", bundle: "Bundle", language: Language) -> None:
    """Print the offers, their sums, the limits, what is left out and what would help."""
    show_text(console, f"{bundle.cooperative_name} ({bundle.cooperative_id})", style="bold")
    show_text(console, word("bundle_on", language, day=day_text(bundle.at, language)))
    if bundle.data_source == "contoh":
        show_text(console, word("example_data", language), style="yellow")
    show_text(console)
    if not bundle.offers:
        show_text(console, word("bundle_empty", language))
    else:
        show_row(console, header_cells("model_of_business", "margin", language))
    for one in bundle.offers:
        pair = one.suggestion
        show_row(console, suggestion_cells(pair, pair.offer_title, "margin", language))
    _show_sums(console, bundle, language)
    show_text(console)
    for limit in bundle.limits:
        show_indented(console, "·", _limit_text(limit, language), indent=2)
    _show_sentences(console, "bundle_additions", [one.sentence for one in bundle.additions], language)
    left_out = [f"{one.offer_title}: {one.sentence}" for one in bundle.left_out]
    _show_sentences(console, "bundle_left_out", left_out[:_SHOWN], language)
    if len(left_out) > _SHOWN:
        show_indented(console, "", word("bundle_more", language, count=len(left_out) - _SHOWN), indent=2)
    show_footer(console, tuple(one.suggestion for one in bundle.offers), language)


def _show_sums(console: "Console", bundle: "Bundle", language: Language) -> None:
    if not bundle.offers:
        return
    unknown = word("not_known", language)
    show_text(console)
    show_text(
        console,
        word(
            "bundle_sums",
            language,
            margin=rupiah(bundle.margin_idr, language),
            low=rupiah(bundle.margin_low_idr, language),
            high=rupiah(bundle.margin_high_idr, language),
            jobs=number(bundle.jobs_count, language),
            target=number(bundle.jobs_target, language),
            capital=unknown if bundle.capital_idr is None else rupiah(bundle.capital_idr, language),
        ),
        style="bold",
    )
    if bundle.loan_needed_idr == 0:
        show_text(console, word("bundle_no_loan", language))
    elif bundle.loan_needed_idr is not None:
        show_text(console, word("bundle_loan", language, loan=rupiah(bundle.loan_needed_idr, language)))
    show_text(console, word("bundle_value", language, value=rupiah(bundle.expected_value_idr, language)))


def _limit_text(limit: "SharedLimit", language: Language) -> str:
    from recommender.advice.bundle_texts import amount_words

    def said(amount: float | None) -> str:
        unknown = word("not_known", language)
        return unknown if amount is None else amount_words(limit.resource, amount, language)

    key = "bundle_limit_unknown" if limit.have is None and limit.needed != 0 else "bundle_limit"
    name = word(f"resource_{limit.resource}", language)
    return word(key, language, name=name, needed=said(limit.needed), have=said(limit.have))


def _show_sentences(console: "Console", title: str, sentences: list[str], language: Language) -> None:
    if sentences:
        show_text(console)
        show_text(console, word(title, language), style="bold")
    for sentence in sentences:
        show_indented(console, "·", sentence, indent=2)

"""One pair on a terminal: rules, contributions that add up, the score, what to do and to ask."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from api.cli.advice_view import margin_text, show_footer
from api.cli.amounts import adding_up, interval, number, percent, rupiah, score_text, signed
from api.cli.terminal import day_text, show_indented, show_row, show_text
from api.cli.words import UNITS, word
from api.texts import Language

if TYPE_CHECKING:
    from rich.console import Console

    from recommender.advice.records import Contribution, Explanation, RuleFinding

__all__ = ["show_explanation"]

_SIGNS = {"met": ("✓", "green"), "failed": ("✗", "red"), "unknown": ("?", "cyan")}
_FIRST_TERMS = ("base", "sector")
_HALF_BAR = 9
_DIGITS = 3


def show_explanation(console: "Console", found: "Explanation", language: Language) -> None:
    """Print everything about one pair."""
    _show_head(console, found, language)
    _title(console, word("reasons", language))
    for sign, texts in (("+", found.suggestion.pros), ("−", found.suggestion.cons)):
        for text in texts:
            show_indented(console, sign, text, 2)
    _title(console, word("rules", language))
    if not found.rules:
        show_text(console, word("no_rules", language), indent=2)
    for rule in found.rules:
        _show_rule(console, rule, language)
    _show_steps(console, found, language)
    _title(console, word("contributions", language))
    _show_contributions(console, found, language)
    _title(console, word("score_formula", language))
    _show_score(console, found, language)
    _show_raising(console, found, language)
    if found.missing:
        _title(console, word("missing", language))
    for fact in found.missing:
        label = fact.label_id if language == "id" else fact.label_en
        swing = word("swing", language, swing=number(fact.swing_logit, language, 2, padded=True))
        rules = f"; {word('decides_rules', language, count=fact.rules)}" if fact.rules else ""
        show_indented(console, "?", f"{label} ({swing}{rules})", 2)
    show_footer(console, [found.suggestion], language)


def _title(console: "Console", text: str) -> None:
    show_text(console)
    show_text(console, text, style="bold")


def _show_head(console: "Console", found: "Explanation", language: Language) -> None:
    pair = found.suggestion
    show_text(console, f"{pair.cooperative_name} ({pair.cooperative_id})", style="bold")
    show_text(console, f"{pair.offer_title} ({pair.offer_id}) · {pair.partner_name}", style="bold")
    day = word("suggestions_on", language, day=day_text(found.at, language))
    parts = [day, pair.model_version]
    if pair.rank:
        parts.append(word("rank", language, rank=pair.rank))
    show_text(console, " · ".join(parts))
    if pair.data_source == "contoh":
        show_text(console, word("example_data", language), style="yellow")
    chance = percent(pair.success_probability, language)
    facts = [
        word("runs" if pair.is_running else pair.status, language),
        f"{word('chance', language)} {chance} ({interval(pair.lower, pair.upper, language)})",
        f"{word('margin_month', language)} {margin_text(pair, language)}",
        f"{word('score', language)} {score_text(pair.score, found.objective, language)}",
    ]
    show_text(console, " · ".join(facts))
    if pair.status == "needs_steps":
        after = percent(pair.after_steps, language)
        show_text(console, word("after_steps", language, percent=after))


def _show_rule(console: "Console", rule: "RuleFinding", language: Language) -> None:
    sign, style = _SIGNS[rule.answer]
    actual = (
        word("not_known", language)
        if rule.actual_words is None
        else word("now", language, actual=rule.actual_words)
    )
    required = word(rule.operator, language, required=rule.required_words)
    parts = [
        actual,
        word("needs", language, required=required),
        word("must" if rule.must else "should", language),
    ]
    if rule.basis:
        parts.append(word(rule.basis, language))
    if rule.source:
        parts.append(rule.source)
    show_row(console, ((sign, 1, "left", style), (f"{rule.label} ({'; '.join(parts)})", 0, "left", "")), 2)


def _show_steps(console: "Console", found: "Explanation", language: Language) -> None:
    from recommender.advice.tables import step_sentence

    if found.suggestion.steps:
        _title(console, word("steps", language))
    for place, step in enumerate(found.suggestion.steps, start=1):
        show_indented(console, f"{place}.", step_sentence(step, language), 2)


def _show_contributions(console: "Console", found: "Explanation", language: Language) -> None:
    terms = sorted(
        found.contributions,
        key=lambda one: (one.term not in _FIRST_TERMS, -abs(one.contribution_logit), one.term),
    )
    shown = [one for one in terms if one.contribution_logit or one.doubt_logit]
    numbers = adding_up([one.contribution_logit for one in shown], _DIGITS)
    largest = max((abs(value) for value in numbers), default=1.0) or 1.0
    for term, value in zip(shown, numbers, strict=True):
        label = term.label_id if language == "id" else term.label_en
        cells = (
            (label, 0, "left", ""),
            (_value_text(term, language), 26, "right", "dim"),
            (signed(value, language, _DIGITS), 8, "right", ""),
            (_bar(value / largest), 2 * _HALF_BAR + 1, "left", "red" if value < 0 else "green"),
        )
        show_row(console, cells, 2)  # type: ignore[arg-type]  # literal strings of a tuple widen to str
    total = signed(found.logit, language, _DIGITS)
    gives = word("gives", language, percent=percent(found.suggestion.success_probability, language))
    show_row(
        console,
        (
            (word("sum", language), 0, "left", "bold"),
            ("", 26, "right", ""),
            (total, 8, "right", "bold"),
            (f"→ {gives}", 2 * _HALF_BAR + 1, "left", "bold"),
        ),
        2,
    )
    hidden = len(terms) - len(shown)
    if hidden:
        show_text(console, word("no_effect", language, count=hidden), style="dim", indent=2)


def _value_text(term: "Contribution", language: Language) -> str:
    # No field of the cooperative stands behind a term without a unit.
    if not term.unit:
        return ""
    if term.not_needed:
        return word("not_needed", language)
    if term.value is None:
        doubt = number(term.doubt_logit, language, 2, padded=True)
        return word("doubt", language, doubt=doubt)
    return _in_unit(term.value, term.unit, language)


def _in_unit(value: float, unit: str, language: Language) -> str:
    if unit == "idr_per_month":
        return rupiah(value, language)
    if unit == "share":
        return percent(value, language)
    suffix = UNITS.get(unit, ("", ""))[language == "en"]
    return f"{number(value, language, 2)}{suffix}"


def _bar(share: float) -> str:
    length = round(abs(share) * _HALF_BAR)
    left, right = ("█" * length, "") if share < 0 else ("", "█" * length)
    return f"{left:>{_HALF_BAR}}│{right}"


def _show_score(console: "Console", found: "Explanation", language: Language) -> None:
    show_indented(console, "", found.score_formula, 0)
    parts: Sequence[tuple[str, float]] = sorted(found.score_parts.items())
    score = score_text(found.suggestion.score, found.objective, language)
    if found.objective == "balanced":
        numbers = adding_up([value for _, value in parts], 1)
        text = " + ".join(
            f"{number(value, language, 1, padded=True)} ({word(name, language)})"
            for (name, _), value in zip(parts, numbers, strict=True)
        )
    else:
        text = "; ".join(f"{word(name, language)} = {number(value, language, 4)}" for name, value in parts)
    show_indented(
        console, "=", f"{text} = {score}" if found.objective == "balanced" else f"{score}  ({text})", 2
    )


def _show_raising(console: "Console", found: "Explanation", language: Language) -> None:
    if found.raising:
        _title(console, word("raising", language))
    for change in found.raising:
        label = change.label_id if language == "id" else change.label_en
        now = (
            word("not_known", language)
            if change.value_now is None
            else _in_unit(change.value_now, change.unit, language)
        )
        then = _in_unit(change.value_then, change.unit, language)
        gives = word("gives", language, percent=percent(change.probability_then, language))
        show_indented(console, "↑", f"{label}: {now} → {then}: {gives}", 2)

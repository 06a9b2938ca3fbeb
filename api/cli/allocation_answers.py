"""Answers about plans, line by line, and as records."""

from collections.abc import Sequence
from dataclasses import asdict, is_dataclass
from typing import TYPE_CHECKING, Any

from api.cli.allocation_view import waiting_text
from api.cli.allocation_words import amount_text, plan_word, said_in
from api.cli.amounts import number
from api.cli.terminal import day_text
from api.cli.words import word
from api.texts import Language, in_one_language

if TYPE_CHECKING:
    from recommender.allocations.records import (
        Allocation,
        AllocationState,
        Change,
        Comparison,
        Contest,
        Dial,
        DialPoint,
        NextInLine,
        WhyNot,
    )

__all__ = [
    "comparison_lines",
    "contest_lines",
    "dial_lines",
    "plain",
    "plan_lines",
    "state_sentence",
    "succession_lines",
    "why_not_lines",
]

_SIGNS = {"kept": "=", "new": "+", "dropped": "-"}


def plain(found: object, language: Language) -> Any:  # noqa: ANN401 - JSON is whatever the records hold
    """Return records as JSON values, their sentences in one language."""
    if isinstance(found, list | tuple):
        return [plain(one, language) for one in found]
    value = asdict(found) if is_dataclass(found) and not isinstance(found, type) else found
    return in_one_language(value, language)


def plan_lines(found: "Sequence[AllocationState]", language: Language) -> list[str]:
    """Return one line for each plan, or what to do where there is none."""
    return [_line(one, language) for one in found] or [plan_word("no_plans", language)]


def _line(one: "AllocationState", language: Language) -> str:
    if one.at is None or one.total_value is None or one.unit is None:
        return plan_word("damaged_row", language, id=one.allocation_id, author=one.author)
    return plan_word(
        "list_row",
        language,
        id=one.allocation_id,
        state=plan_word(one.state, language),
        day=day_text(one.at, language),
        objective=word(one.objective or "balanced", language),
        pairs=one.pair_count,
        value=amount_text(one.total_value, one.unit, language),
        author=one.author,
        why=f" ({one.why})" if one.why else "",
    )


def state_sentence(found: "AllocationState", language: Language) -> str:
    """Say in which state a plan is now."""
    state = plan_word(found.state, language)
    return plan_word(
        "now", language, id=found.allocation_id, state=state, why=f" ({found.why})" if found.why else ""
    )


def comparison_lines(found: "Comparison", language: Language) -> list[str]:
    """Return both values and every difference."""
    before = amount_text(found.total_before, found.unit_before, language)
    after = amount_text(found.total_after, found.unit_after, language)
    counts = {kind: sum(one.kind == kind for one in found.changes) for kind in ("kept", "new", "dropped")}
    lines = [f"{found.before_id}: {before}", f"{found.after_id}: {after}"]
    lines.append(plan_word("change_counts", language, **counts))
    return [*lines, *(_change(one) for one in found.changes if one.kind != "kept")]


def _change(one: "Change") -> str:
    return f"{_SIGNS[one.kind]} {one.cooperative_name}: {one.offer_title}"


def why_not_lines(found: "WhyNot", unit: str, language: Language) -> list[str]:
    """Return whether a pair is in a plan, why, and what it would cost to have it in."""
    lines = [plan_word("in_plan" if found.in_plan else "not_in_plan", language)]
    lines += [f"- {said_in(one, language)}" for one in found.reasons]
    if found.in_plan:
        return lines
    if found.shortfall is None:
        lines.append(plan_word("impossible", language))
    elif found.shortfall > 0:
        value = amount_text(found.shortfall, unit, language)
        lines.append(plan_word("shortfall", language, value=value))
    else:
        lines.append(plan_word("as_good", language))
    if found.holders:
        lines.append(f"{plan_word('holders', language)}:")
        lines += [
            f"  {one.cooperative_name}: {amount_text(one.value, unit, language)}" for one in found.holders
        ]
    if found.would_change:
        lines.append(f"{plan_word('would_change', language)}:")
        lines += [f"  {_change(one)}" for one in found.would_change]
    return lines


def succession_lines(found: "Sequence[NextInLine]", plan: "Allocation", language: Language) -> list[str]:
    """Return each place that was given up with who comes next."""
    lines = []
    for one in found:
        lines.append(said_in(one.says, language))
        lines += [f"  {waiting_text(candidate, plan, language)}" for candidate in one.candidates]
    return lines or [plan_word("nobody_left", language)]


def dial_lines(found: "Sequence[Dial]", unit: str, language: Language) -> list[str]:
    """Return every position of every dial."""
    lines = []
    for one in found:
        lines.append(said_in(one.label, language))
        lines += [f"  {_point(one.name, point, unit, language)}" for point in one.points]
    return lines


def _point(name: str, point: "DialPoint", unit: str, language: Language) -> str:
    # this one is no number but a wish
    is_wish = name == "one_each"
    setting = plan_word(("no", "yes")[point.setting == "1"], language) if is_wish else point.setting
    if point.total_value is None:
        return plan_word("dial_none", language, setting=setting)
    return plan_word(
        "dial_row",
        language,
        setting=setting,
        value=amount_text(point.total_value, unit, language),
        served=number(float(point.served_count or 0), language, 0),
        least=point.least_in_district,
        changes=point.change_count,
        mark=plan_word("present", language) if point.is_present else "",
    )


def contest_lines(found: "Sequence[Contest]", language: Language) -> list[str]:
    """Return how contested each offer is."""
    return [
        plan_word(
            "contest_row",
            language,
            title=one.offer_title,
            id=one.offer_id,
            says=said_in(one.says, language),
        )
        for one in found
    ]

"""A plan on a terminal: who gets what, which quotas are full, who waits, who gets nothing."""

from collections import Counter
from itertools import groupby
from typing import TYPE_CHECKING

from api.cli.allocation_words import amount_text, plan_word, said_in, unit_word
from api.cli.amounts import interval, number, percent, score_text
from api.cli.terminal import day_text, show_indented, show_row, show_text
from api.cli.words import word
from api.texts import Language

if TYPE_CHECKING:
    from rich.console import Console

    from recommender.allocations.records import Allocation, Assignment, WaitingLine

__all__ = ["show_allocation", "waiting_text"]

_WAITING_SHOWN = 5
_NAMES_SHOWN = 12


def show_allocation(console: "Console", plan: "Allocation", language: Language) -> None:
    """Print a plan."""
    title = plan_word("title", language, id=plan.allocation_id, day=day_text(plan.at, language))
    show_text(console, f"{title} · {plan_word(plan.state, language)}", style="bold")
    if plan.status == "no_solution":
        show_text(console, plan_word("nothing", language), style="yellow")
        for sentence in plan.relaxations:
            show_indented(console, "-", said_in(sentence, language), 2)
    else:
        show_text(console, _worth(plan, language))
        _show_pairs(console, plan, language)
        _show_held(console, plan, language)
        _show_quotas(console, plan, language)
        _show_waiting(console, plan, language)
        _show_unserved(console, plan, language)
        _show_changes(console, plan, language)
    for sentence in plan.minimums:
        show_text(console, said_in(sentence, language))
    for sentence in plan.warnings:
        show_text(console, said_in(sentence, language), style="yellow")
    show_text(console)
    show_text(console, plan_word("note", language))
    if plan.state in {"draft", "solved"}:
        show_text(console, plan_word(f"after_{plan.state}", language, id=plan.allocation_id))


def _worth(plan: "Allocation", language: Language) -> str:
    gap = f"{number(100 * plan.gap, language, 3)}%"
    return plan_word(
        "worth",
        language,
        pairs=number(len(plan.assignments), language, 0),
        served=number(len({one.cooperative_id for one in plan.assignments}), language, 0),
        all=number(plan.cooperative_count, language, 0),
        value=amount_text(plan.total_value, plan.unit, language),
        proof=plan_word(plan.status, language, gap=gap),
    )


def _show_pairs(console: "Console", plan: "Allocation", language: Language) -> None:
    _heading(console, "pairs", language)
    about = plan_word("columns", language, unit=unit_word(plan.unit, language))
    show_text(console, about + (plan_word("marks", language) if plan.previous_id else ""), style="dim")
    for (cooperative_id, name, district), pairs in groupby(
        plan.assignments, lambda one: (one.cooperative_id, one.cooperative_name, one.district)
    ):
        where = f" · {district}" if district else ""
        show_text(console, f"{name} ({cooperative_id}){where}", style="bold")
        for one in pairs:
            _show_pair(console, one, plan, language)


def _show_pair(console: "Console", one: "Assignment", plan: "Allocation", language: Language) -> None:
    mark = "=" if one.change == "kept" else "+" if plan.previous_id else " "
    chance = f"{percent(one.success_probability, language)} ({interval(one.lower, one.upper, language)})"
    show_row(
        console,
        (
            (mark, 1, "left", ""),
            (one.offer_title, 0, "left", ""),
            (word(one.status, language), 16, "left", ""),
            (chance, 13, "right", ""),
            (score_text(one.value, plan.settings.objective, language), 12, "right", ""),
        ),
        indent=2,
    )
    if one.hold is not None:
        show_text(console, said_in(one.reason, language), indent=6)


def _show_held(console: "Console", plan: "Allocation", language: Language) -> None:
    if plan.held:
        _heading(console, "held", language)
    for one in plan.held:
        who = f"{one.cooperative_name}: {one.offer_title}"
        about = " · ".join(part for part in (one.hold.recorded_by, one.hold.reason) if part)
        show_indented(console, "-", f"{who} ({about})" if about else who, 2)


def _show_quotas(console: "Console", plan: "Allocation", language: Language) -> None:
    full = [one for one in plan.quotas if one.is_full]
    if not full:
        return
    _heading(console, "full", language)
    for one in full:
        where = f" · {one.district}" if one.district else ""
        show_text(console, f"{one.offer_title}{where}", indent=2)
        counts = {"taken": one.taken, "given": one.given, "quota": one.quota, "wanted": one.wanted}
        text = plan_word("quota_row", language, says=said_in(one.says, language), **counts)
        show_text(console, text, indent=4)
    if len(full) < len(plan.quotas):
        show_text(console, plan_word("free", language), indent=2)


def _show_waiting(console: "Console", plan: "Allocation", language: Language) -> None:
    if plan.waiting:
        _heading(console, "waiting", language)
    for title, lines in groupby(plan.waiting, lambda one: one.offer_title):
        show_text(console, title, indent=2)
        listed = list(lines)
        for one in listed[:_WAITING_SHOWN]:
            show_indented(console, f"{one.position}.", _waiting_words(one, plan, language), 4)
        if len(listed) > _WAITING_SHOWN:
            show_text(console, plan_word("more", language, count=len(listed) - _WAITING_SHOWN), indent=4)


def waiting_text(one: "WaitingLine", plan: "Allocation", language: Language) -> str:
    """Return one line of a waiting list."""
    return f"{one.position}. {_waiting_words(one, plan, language)}"


def _waiting_words(one: "WaitingLine", plan: "Allocation", language: Language) -> str:
    titles = {pair.offer_id: pair.offer_title for pair in plan.assignments}
    names = ", ".join(titles.get(offer_id, offer_id) for offer_id in one.gives_up)
    return plan_word(
        "waiting_row",
        language,
        name=one.cooperative_name,
        district=f" · {one.district}" if one.district else "",
        gain=amount_text(one.gain, plan.unit, language),
        gives=plan_word("gives_up", language, names=names) if names else "",
    )


def _show_unserved(console: "Console", plan: "Allocation", language: Language) -> None:
    if plan.unserved:
        _heading(console, "unserved", language)
    for one in plan.unserved[:_NAMES_SHOWN]:
        show_indented(console, "-", f"{one.cooperative_name}: {said_in(one.says, language)}", 2)
    if len(plan.unserved) > _NAMES_SHOWN:
        show_text(console, plan_word("more", language, count=len(plan.unserved) - _NAMES_SHOWN), indent=2)


def _show_changes(console: "Console", plan: "Allocation", language: Language) -> None:
    if plan.previous_id is None:
        return
    show_text(console)
    show_text(console, plan_word("changes", language, id=plan.previous_id), style="bold")
    counts = Counter(one.kind for one in plan.changes)
    told = {name: counts[name] for name in ("kept", "new", "dropped")}
    show_text(console, plan_word("change_counts", language, **told), indent=2)
    dropped = [one for one in plan.changes if one.kind == "dropped"]
    for one in dropped[:_NAMES_SHOWN]:
        show_indented(console, "-", f"{one.cooperative_name}: {one.offer_title}", 2)
    if len(dropped) > _NAMES_SHOWN:
        show_text(console, plan_word("more", language, count=len(dropped) - _NAMES_SHOWN), indent=2)


def _heading(console: "Console", key: str, language: Language) -> None:
    show_text(console)
    show_text(console, plan_word(key, language), style="bold")

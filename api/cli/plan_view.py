"""A plan of steps on a terminal, as JSON, or as CSV with one row per step."""

from collections.abc import Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, TextIO

from api.cli.amounts import number, rupiah
from api.cli.records import write_csv, write_json
from api.cli.terminal import day_text, show_indented, show_row, show_text
from api.cli.words import word
from api.texts import Language

if TYPE_CHECKING:
    from rich.console import Console

    from recommender.advice.plan_records import OpeningRecord, PlannedStep, StepPlan

__all__ = ["PLAN_COLUMNS", "show_plan", "write_plan"]

PLAN_COLUMNS = (
    "step_id",
    "label",
    "remedy",
    "owner",
    "cost_idr",
    "days",
    "basis",
    "source",
    "offer_ids",
    "opens",
    "opened_count",
    "spent_idr",
    "spent_days",
)


def write_plan(found: "StepPlan", form: str, handle: TextIO) -> None:
    """Write a plan; ``json`` has the cheapest and the quickest way as well."""
    if form == "json":
        write_json(asdict(found), handle)
        return
    rows = (
        asdict(step) | {"offer_ids": ";".join(step.offer_ids), "opens": ";".join(step.opens)}
        for step in found.steps
    )
    write_csv(PLAN_COLUMNS, rows, handle)


def show_plan(console: "Console", plan: "StepPlan", language: Language) -> None:
    """Print the steps in the order of applying, then the cheapest and the quickest way."""
    show_text(console, f"{plan.cooperative_name} ({plan.cooperative_id})", style="bold")
    counts = word("plan_now", language, count=len(plan.open_now), unsure=len(plan.to_check))
    show_text(console, f"{word('plan_on', language, day=day_text(plan.at, language))} {counts}")
    if plan.data_source == "contoh":
        show_text(console, word("example_data", language), style="yellow")
    if not plan.steps:
        show_text(console)
        show_text(console, word("plan_none", language))
        return
    for place, step in enumerate(plan.steps, start=1):
        _show_step(console, place, step, language)
    _show_ways(console, "plan_cheapest", plan.cheapest, language)
    _show_ways(console, "plan_quickest", plan.quickest, language)
    show_text(console)
    show_text(console, word("plan_note", language), style="dim")


def _show_step(console: "Console", place: int, step: "PlannedStep", language: Language) -> None:
    show_text(console)
    cost = word("not_known", language) if step.cost_idr is None else rupiah(step.cost_idr, language)
    days = word("not_known", language) if step.days is None else number(step.days, language, 0)
    show_row(
        console,
        (
            (f"{place}.", 3, "right", "bold"),
            (step.label, 0, "left", "bold"),
            (cost, 14, "right", ""),
            (word("plan_days", language, days=days), 16, "right", ""),
        ),
    )
    show_indented(console, "", f"{step.remedy} ({step.owner})", indent=4)
    if step.opens:
        show_indented(console, "+", word("plan_opens", language, names=", ".join(step.opens)), indent=4)


def _show_ways(console: "Console", title: str, ways: Sequence["OpeningRecord"], language: Language) -> None:
    show_text(console)
    show_text(console, word(title, language), style="bold")
    for one in ways:
        amount = (
            rupiah(one.amount, language)
            if title == "plan_cheapest"
            else word("plan_days", language, days=number(one.amount, language, 0))
        )
        if one.unstated:
            amount = word("plan_unstated", language, amount=amount, count=one.unstated)
        sentence = word(
            "plan_way", language, amount=amount, count=one.count, steps="; ".join(one.step_labels)
        )
        show_indented(console, "·", sentence, indent=2)

"""One option as it fits on a printed sheet: what is shown of it, what is only counted."""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from recommender.advice.records import StepRecord, Suggestion
from recommender.listing import Row

__all__ = ["PAPERS", "Paper", "SheetOption", "StepTotals", "sheet_option", "step_totals"]

_LEAST_PROS = 2
_MOST_PROS = 3
# The stylesheet cuts each sentence after so many lines; here it is only counted.
_MOST_LINES = 3
_LETTERS_PER_LINE = 28


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper that offices use; lines are those of the reasons and of the steps of one option."""

    name: str
    size: str
    reason_lines: int
    step_lines: int


PAPERS: Mapping[str, Paper] = {
    "a4": Paper("A4", "210 × 297 mm", 8, 8),
    "f4": Paper("F4", "215 × 330 mm", 9, 11),
}
"""The papers by the word that the address bears."""


@dataclass(frozen=True, slots=True)
class StepTotals:
    """What all steps of an option take together, shown on the sheet or not.

    ``cost_idr`` (rupiah) and ``days`` (one step after another) sum what is known; how many steps do not say
    theirs is counted apart. Waiting for an application window is not counted.
    """

    cost_idr: int
    days: int
    unknown_costs: int
    unknown_days: int


@dataclass(frozen=True, slots=True)
class SheetOption:
    """One row of a sheet.

    ``tenths`` is the chance in tenths, 0 to 10; ``capital_need_idr`` is ``None`` when unknown and
    ``capital_basis`` says what it rests on.
    """

    pair: Suggestion
    tenths: int
    capital_need_idr: int | None
    capital_basis: str | None
    pros: tuple[str, ...]
    con: str | None
    steps: tuple[StepRecord, ...]
    hidden_steps: int
    totals: StepTotals | None


def sheet_option(pair: Suggestion, offer: Row, capital_origin: Row | None, paper: Paper) -> SheetOption:
    """Choose what of a suggestion stands on a sheet.

    Parameters
    ----------
    pair : Suggestion
    offer : mapping
        The offer's row.
    capital_origin : mapping or None
        Where the offer's capital need comes from, where that is stated.
    paper : Paper
    """
    pros = list(_fitting(pair.pros[:_MOST_PROS], paper.reason_lines, least=_LEAST_PROS))
    shown = list(_fitting([step.label for step in pair.steps], paper.step_lines, least=1))
    need = offer["capital_need_idr"]
    origin = capital_origin or offer
    basis = origin["basis"]
    return SheetOption(
        pair=pair,
        tenths=round(pair.success_probability * 10),
        capital_need_idr=need if isinstance(need, int) else None,
        capital_basis=basis if isinstance(basis, str) else None,
        pros=tuple(pros),
        con=pair.cons[0] if pair.cons else None,
        steps=pair.steps[: len(shown)],
        hidden_steps=len(pair.steps) - len(shown),
        totals=step_totals(pair.steps),
    )


def step_totals(steps: Sequence[StepRecord]) -> StepTotals | None:
    """Sum the steps; ``None`` when there is nothing to do or to check.

    Examples
    --------
    >>> step = StepRecord("do", "akta", "Akta", "", 500000, None, None, None)
    >>> step_totals([step, step])
    StepTotals(cost_idr=1000000, days=0, unknown_costs=0, unknown_days=2)
    """
    counted = [step for step in steps if step.kind != "wait"]
    if not counted:
        return None
    return StepTotals(
        cost_idr=sum(step.cost_idr or 0 for step in counted),
        days=sum(step.days or 0 for step in counted),
        unknown_costs=sum(step.cost_idr is None for step in counted),
        unknown_days=sum(step.days is None for step in counted),
    )


def _fitting(texts: Sequence[str], lines: int, *, least: int) -> Iterator[str]:
    """Yield texts from the first on while there is room for them, at least so many."""
    for count, text in enumerate(texts):
        lines -= min(_MOST_LINES, math.ceil(len(text) / _LETTERS_PER_LINE))
        if count >= least and lines < 0:
            return
        yield text

"""What a plan of steps is made of, as frozen records."""

import datetime as dt
from dataclasses import dataclass

__all__ = ["OpeningRecord", "PlannedStep", "StepPlan"]


@dataclass(frozen=True, slots=True)
class PlannedStep:
    """One thing to do, once for every offer that asks for it.

    Attributes
    ----------
    step_id : str
        Names the step within the plan.
    label, remedy : str
        As the department wrote them; the first offer's words where they differ.
    owner : str
        Who does it, in words; an assumption of this system.
    cost_idr, days : int or None
        The largest that any of the offers states; ``None`` when one of them states none.
    basis, source : str or None
    offer_ids, offer_titles : tuple of str
        The offers that ask for it.
    opens : tuple of str
        Titles of the offers that have no failed mandatory rule left once this step and those before it are
        done.
    opened_count : int
        How many that are by then.
    spent_idr, spent_days : int
        Sums up to here of what is stated.
    """

    step_id: str
    label: str
    remedy: str
    owner: str
    cost_idr: int | None
    days: int | None
    basis: str | None
    source: str | None
    offer_ids: tuple[str, ...]
    offer_titles: tuple[str, ...]
    opens: tuple[str, ...]
    opened_count: int
    spent_idr: int
    spent_days: int


@dataclass(frozen=True, slots=True)
class OpeningRecord:
    """The cheapest, or quickest, way to open so many offers.

    ``amount`` is rupiah or days of the steps that state it, one after another; ``unstated`` counts the
    others.
    """

    count: int
    offer_titles: tuple[str, ...]
    step_labels: tuple[str, ...]
    amount: int
    unstated: int
    is_proved: bool


@dataclass(frozen=True, slots=True)
class StepPlan:
    """Everything that a cooperative could do so that more offers open.

    Attributes
    ----------
    open_now : tuple of str
        Titles of the offers without any failed mandatory rule; some of their rules may still be unknown.
    to_check : tuple of str
        Titles of those with rules that nobody can answer yet.
    steps : tuple of PlannedStep
        In the order of applying.
    cheapest, quickest : tuple of OpeningRecord
        For one more offer, two, and so on; where the same price opens more, only the most.
    """

    cooperative_id: str
    cooperative_name: str
    at: dt.date
    open_now: tuple[str, ...]
    to_check: tuple[str, ...]
    steps: tuple[PlannedStep, ...]
    cheapest: tuple[OpeningRecord, ...]
    quickest: tuple[OpeningRecord, ...]
    data_source: str | None
    model_version: str
    recommendation_id: str

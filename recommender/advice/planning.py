"""The steps of all offers of one cooperative as one plan: shared steps once, and what each of them opens."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from models.explain.texts import Language
from models.requirements.eligibility import STATUSES
from models.requirements.openings import Opening, least_openings
from models.requirements.rules import Condition, Rule, largest_stated
from models.requirements.steps import applying_place, rule_answers
from models.scoring.block import ScoredBlock, score_block
from recommender.advice.plan_records import OpeningRecord, PlannedStep, StepPlan
from recommender.advice.rows import RowMaker
from recommender.advice.step_owners import owner_of
from recommender.gathering import Gathered

__all__ = ["step_plan_of"]


@dataclass(frozen=True, slots=True)
class _Task:
    """One condition that fails, and the rules of the offers that ask for it."""

    step_id: str
    condition: Condition
    rules: tuple[Rule, ...]

    @property
    def cost_idr(self) -> int | None:
        return largest_stated([rule.remedy_cost_idr for rule in self.rules])

    @property
    def days(self) -> int | None:
        return largest_stated([rule.remedy_days for rule in self.rules])


def step_plan_of(source: Gathered, cooperative: pd.DataFrame, maker: RowMaker) -> StepPlan:
    """Gather the failed rules of all offers that are open to a cooperative into one plan.

    Parameters
    ----------
    source : Gathered
    cooperative : DataFrame of shape (1, n_columns)
        Its row as of the day, or one with supposed values.
    maker : RowMaker
    """
    block = score_block(source.context, cooperative, source.areas)
    titles = source.titles
    tasks, needs, unsure = _tasks(source, block)
    lacking = {offer: steps for offer, steps in needs.items() if steps}
    row = block.cooperatives.iloc[0]
    by_id = {task.step_id: task for task in tasks}
    return StepPlan(
        cooperative_id=str(row["cooperative_id"]),
        cooperative_name=str(row["name"]),
        at=source.at,
        open_now=tuple(sorted(titles[offer] for offer, steps in needs.items() if not steps)),
        to_check=tuple(sorted(titles[offer] for offer in unsure)),
        steps=_planned(tasks, needs, titles, maker.language),
        cheapest=_records(
            least_openings(lacking, {task.step_id: task.cost_idr for task in tasks}), titles, by_id
        ),
        quickest=_records(
            least_openings(lacking, {task.step_id: task.days for task in tasks}), titles, by_id
        ),
        data_source=row["data_source"],
        model_version=maker.run.model_version,
        recommendation_id=maker.run.recommendation_id,
    )


def _tasks(source: Gathered, block: ScoredBlock) -> tuple[list[_Task], dict[str, frozenset[str]], list[str]]:
    """Return the tasks in the order of applying, what each offer lacks, and offers with unknown rules."""
    context, eligibility = source.context, block.eligibility
    blocked = STATUSES.index("blocked")
    found: dict[Condition, list[Rule]] = {}
    failing: dict[str, list[Condition]] = {}
    unsure = []
    order: dict[Condition, int] = {}
    for column, offer_id in enumerate(context.offer_ids):
        is_open = eligibility.status[0, column] != blocked and not eligibility.held[0, column]
        if not is_open or not context.ranked[column]:
            continue
        answers = [one for one in rule_answers(context.book, eligibility, 0, column) if one.rule.must]
        failing[offer_id] = [one.rule.condition for one in answers if one.answer == "failed"]
        if any(one.answer == "unknown" for one in answers):
            unsure.append(offer_id)
        for one in answers:
            if one.answer == "failed":
                found.setdefault(one.rule.condition, []).append(one.rule)
    for conditions in failing.values():
        for condition in conditions:
            order.setdefault(condition, len(order))
    names = {condition: f"{condition.field}:{at}" for condition, at in order.items()}
    tasks = [_Task(names[condition], condition, tuple(rules)) for condition, rules in found.items()]
    tasks.sort(key=lambda task: (applying_place(task.condition.field), -len(task.rules), task.step_id))
    needs = {offer: frozenset(names[one] for one in conditions) for offer, conditions in failing.items()}
    return tasks, needs, unsure


def _planned(
    tasks: Sequence[_Task],
    needs: Mapping[str, frozenset[str]],
    titles: Mapping[str, str],
    language: Language,
) -> tuple[PlannedStep, ...]:
    done: set[str] = set()
    opened = {offer for offer, steps in needs.items() if not steps}
    spent_idr = spent_days = 0
    planned = []
    for task in tasks:
        done.add(task.step_id)
        now = {offer for offer, steps in needs.items() if steps <= done}
        spent_idr += task.cost_idr or 0
        spent_days += task.days or 0
        first = task.rules[0]
        offers = tuple(sorted({rule.offer_id for rule in task.rules}))
        planned.append(
            PlannedStep(
                step_id=task.step_id,
                label=first.label,
                remedy=first.remedy,
                owner=owner_of(task.condition.field, language),
                cost_idr=task.cost_idr,
                days=task.days,
                basis=first.basis,
                source=first.source,
                offer_ids=offers,
                offer_titles=tuple(titles[offer] for offer in offers),
                opens=tuple(sorted(titles[offer] for offer in now - opened)),
                opened_count=len(now),
                spent_idr=spent_idr,
                spent_days=spent_days,
            )
        )
        opened = now
    return tuple(planned)


def _records(
    openings: Sequence[Opening], titles: Mapping[str, str], tasks: Mapping[str, _Task]
) -> tuple[OpeningRecord, ...]:
    return tuple(
        OpeningRecord(
            count=len(one.offer_ids),
            offer_titles=tuple(titles[offer] for offer in one.offer_ids),
            step_labels=tuple(task.rules[0].label for name, task in tasks.items() if name in one.steps),
            amount=one.amount,
            unstated=one.unstated,
            is_proved=one.is_proved,
        )
        for one, following in zip(openings, (*openings[1:], None), strict=True)
        if following is None or (one.unstated, one.amount) != (following.unstated, following.amount)
    )

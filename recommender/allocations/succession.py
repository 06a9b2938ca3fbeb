"""Second chance: places of a plan that were given up since, and who comes next under what is left."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from models.allocation.plan import plan_of
from models.allocation.problem import CLOSED, AllocationProblem
from models.allocation.waiting import Waiting, next_in_line
from models.requirements.places import FREEING_KINDS, last_words
from recommender.allocations.asking import kept_solution
from recommender.allocations.keeping import KeptPlan
from recommender.allocations.names import Names
from recommender.allocations.records import NextInLine, Said, WaitingLine

__all__ = ["places_given_up"]


def places_given_up(kept: KeptPlan, events: pd.DataFrame, names: Names) -> tuple[NextInLine, ...]:
    """Return, for each place that was given up since the plan was made, who comes next.

    Whoever gave a place up is not asked for the same offer again. Who took a place since has it. Where two
    places of one offer are free, the second line starts after the first one's.

    Parameters
    ----------
    kept : KeptPlan
    events : DataFrame of shape (n_events, n_columns)
        Rows of the table ``events``.
    names : Names

    Raises
    ------
    RefusedError
        When the plan has no problem to ask, or no solution.
    """
    problem, plan = kept_solution(kept)
    # in the order in which it happened, so that places are offered as they were given up
    last = last_words(events, kept.allocation.at, None)
    marks = plan.chosen(problem)
    row_of = {one: row for row, one in enumerate(problem.cooperative_ids)}
    column_of = {one: column for column, one in enumerate(problem.offer_ids)}
    state = problem.state.copy()
    freed: list[tuple[int, int]] = []
    heirs: dict[int, list[str]] = {}
    for cooperative_id, offer_id, kind in zip(
        last["cooperative_id"], last["offer_id"], last["kind"], strict=True
    ):
        row, column = row_of.get(cooperative_id), column_of.get(offer_id)
        if row is None or column is None:
            continue
        if kind in FREEING_KINDS:
            if marks[row, column]:
                freed.append((row, column))
            marks[row, column] = False
            state[row, column] = CLOSED
        elif state[row, column] != CLOSED:
            if not marks[row, column]:
                heirs.setdefault(column, []).append(names.cooperative(cooperative_id))
            marks[row, column] = True
    left = replace(problem, state=state)
    return tuple(_lines(kept, left, marks, _Freed(freed, heirs), names))


@dataclass(frozen=True, slots=True)
class _Freed:
    """Places that were given up, and who took places of each offer since without having one by the plan."""

    pairs: list[tuple[int, int]]
    heirs: dict[int, list[str]]


def _lines(
    kept: KeptPlan,
    problem: AllocationProblem,
    marks: np.ndarray,
    freed: _Freed,
    names: Names,
) -> list[NextInLine]:
    found = []
    for row, column in freed.pairs:
        waiting = next_in_line(problem, plan_of(problem, marks), (row, column))
        lines = tuple(_line(kept, problem, one, names) for one in waiting)
        offer_id = problem.offer_ids[column]
        title, who = names.offer(offer_id), names.cooperative(problem.cooperative_ids[row])
        heirs = freed.heirs.get(column, [])
        said = _taken(title, who, heirs.pop(0)) if heirs and not lines else _said(title, who, lines)
        found.append(NextInLine(offer_id, title, problem.cooperative_ids[row], lines, said))
        if waiting:
            first = problem.cooperative_ids.index(waiting[0].cooperative_id)
            marks[first, [problem.offer_ids.index(one) for one in waiting[0].gives_up]] = False
            marks[first, column] = True
    return found


def _line(kept: KeptPlan, problem: AllocationProblem, one: Waiting, names: Names) -> WaitingLine:
    place = int(problem.district_of[problem.cooperative_ids.index(one.cooperative_id)])
    return WaitingLine(
        offer_id=one.offer_id,
        offer_title=names.offer(one.offer_id),
        position=one.position,
        cooperative_id=one.cooperative_id,
        cooperative_name=names.cooperative(one.cooperative_id),
        district=None if place < 0 else names.district(problem.districts[place]),
        gain=one.gain / kept.whole,
        gives_up=one.gives_up,
    )


def _taken(title: str, who: str, heir: str) -> Said:
    return (
        f"{who} melepas {title}; tempatnya sudah diambil {heir}.",
        f"{who} gave up {title}; {heir} has taken the place.",
    )


def _said(title: str, who: str, lines: Sequence[WaitingLine]) -> Said:
    if not lines:
        return (
            f"{who} melepas {title}; tidak ada yang menunggu tempat ini.",
            f"{who} gave up {title}; nobody waits for this place.",
        )
    first = lines[0].cooperative_name
    return (
        f"{who} melepas {title}; berikutnya {first}. Tawarkan kepadanya.",
        f"{who} gave up {title}; next is {first}. Offer it the place.",
    )

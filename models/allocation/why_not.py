"""Why a pair is not in a plan: every limit that stands in its way, and what it would cost to have it in."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Literal

import numpy as np

from models.allocation.exact import best_plan
from models.allocation.plan import AllocationPlan
from models.allocation.problem import CLOSED, HELD, LOCKED, OPEN, UNKNOWN, AllocationProblem
from models.allocation.standing import Standing
from models.errors import AllocationError

__all__ = ["Obstacle", "ObstacleKind", "WhyNotFound", "obstacles", "why_not"]

ObstacleKind = Literal[
    "closed",
    "held",
    "no_worth",
    "alone",
    "city_quota",
    "district_quota",
    "apart",
    "group",
    "most",
    "room",
    "city_budget",
    "district_budget",
    "elsewhere",
]


@dataclass(frozen=True, slots=True)
class Obstacle:
    """One limit that stands in the way of a pair.

    Attributes
    ----------
    kind : str
        ``closed``; ``held`` (its place is kept back); ``no_worth``; ``alone`` (does not fit its room even
        by itself); a full quota; ``apart`` (too near to somebody who has it); ``group``, ``most``, ``room``
        (beside what the cooperative has in the plan); a budget; ``elsewhere`` (nothing of its own: a
        minimum, or a plan worth as much).
    offers : tuple of str
        Offers of the same cooperative it competes with.
    cooperatives : tuple of str
        Who has the places, the least worth first; or who stands too near.
    resource : int
        Position of the resource for ``room`` and ``alone``; -1 otherwise.
    """

    kind: ObstacleKind
    offers: tuple[str, ...] = ()
    cooperatives: tuple[str, ...] = ()
    resource: int = -1


@dataclass(frozen=True, slots=True)
class WhyNotFound:
    """The answer for one pair.

    Attributes
    ----------
    obstacles : tuple of Obstacle
        The main one first; empty when the pair is in the plan.
    shortfall : int or None
        By how much the best plan with the pair falls short of this one; ``None`` where no plan can hold it.
    alternative : AllocationPlan or None
        That plan.
    """

    obstacles: tuple[Obstacle, ...]
    shortfall: int | None
    alternative: AllocationPlan | None


def why_not(
    problem: AllocationProblem,
    plan: AllocationPlan,
    pair: tuple[int, int],
    solve: Callable[[AllocationProblem], AllocationPlan] = best_plan,
) -> WhyNotFound:
    """Explain one pair.

    Parameters
    ----------
    problem : AllocationProblem
    plan : AllocationPlan
        Its best plan.
    pair : (int, int)
        Row and column.
    solve : callable
        What found the plan.
    """
    found = tuple(obstacles(problem, plan, pair))
    if problem.state[pair] in (CLOSED, HELD):
        return WhyNotFound(found, None, None)
    state = problem.state.copy()
    state[pair] = LOCKED
    again = solve(replace(problem, state=state))
    if again.status == "no_solution":
        return WhyNotFound(found, None, None)
    return WhyNotFound(found, max(plan.objective - again.objective, 0), again)


def obstacles(problem: AllocationProblem, plan: AllocationPlan, pair: tuple[int, int]) -> list[Obstacle]:
    """Return every limit that stands in a pair's way as long as nobody else moves.

    Raises
    ------
    AllocationError
        When the problem has no such pair.
    """
    row, column = pair
    if not (0 <= row < problem.value.shape[0] and 0 <= column < problem.value.shape[1]):
        raise AllocationError(f"Tidak ada pasangan {pair}.", f"There is no pair {pair}.")
    marks = plan.chosen(problem)
    if marks[row, column]:
        return []
    if problem.state[row, column] != OPEN:
        return [Obstacle("held" if problem.state[row, column] == HELD else "closed")]
    alone = [
        Obstacle("alone", resource=one) for one in _too_large(problem, row, column, problem.rooms.have[row])
    ]
    if alone:
        return alone
    found: list[Obstacle] = []
    if problem.objective()[row, column] <= 0:
        found.append(Obstacle("no_worth"))
    standing = Standing(problem, marks)
    found += _of_quotas(problem, standing, row, column)
    found += _of_neighbours(problem, standing, row, column)
    found += _of_itself(problem, standing, row, column)
    found += _of_budgets(standing, row, column)
    return found or [Obstacle("elsewhere")]


def _too_large(problem: AllocationProblem, row: int, column: int, have: np.ndarray) -> Iterator[int]:
    """Yield the resources of which so much is not there; what nobody stated does not fit a limited one."""
    for resource, limit in enumerate(have):
        use = problem.rooms.uses[column, resource]
        limited = problem.rooms.have[row, resource] != UNKNOWN
        if limited and (use == UNKNOWN or use > limit):
            yield resource


def _of_quotas(problem: AllocationProblem, standing: Standing, row: int, column: int) -> Iterator[Obstacle]:
    quotas, place, taken = problem.quotas, int(problem.district_of[row]), standing.taken[:, column]
    inside = problem.district_of == place
    if taken.sum() >= quotas.city_left[column]:
        yield Obstacle("city_quota", cooperatives=_holders(problem, taken, column))
    if place >= 0 and (taken & inside).sum() >= quotas.district_left[place, column]:
        yield Obstacle("district_quota", cooperatives=_holders(problem, taken & inside, column))


def _holders(problem: AllocationProblem, taken: np.ndarray, column: int) -> tuple[str, ...]:
    """Name who has the places, the least worth first, ties by id."""
    rows = [int(one) for one in np.flatnonzero(taken)]
    order = sorted(rows, key=lambda one: (int(problem.value[one, column]), problem.cooperative_ids[one]))
    return tuple(problem.cooperative_ids[one] for one in order)


def _of_neighbours(
    problem: AllocationProblem, standing: Standing, row: int, column: int
) -> Iterator[Obstacle]:
    near = standing.near(row, column)
    if near:
        yield Obstacle("apart", cooperatives=tuple(sorted(problem.cooperative_ids[one] for one in near)))


def _of_itself(problem: AllocationProblem, standing: Standing, row: int, column: int) -> Iterator[Obstacle]:
    rooms = problem.rooms
    own = [int(one) for one in np.flatnonzero(standing.taken[row])]
    names = tuple(problem.offer_ids[one] for one in own)
    group = rooms.group_of[column]
    same = tuple(problem.offer_ids[one] for one in own if group >= 0 and rooms.group_of[one] == group)
    if same:
        yield Obstacle("group", offers=same)
    if len(own) + 1 > rooms.most[row]:
        yield Obstacle("most", offers=names)
    used = np.where(rooms.uses[own] == UNKNOWN, 0, rooms.uses[own]).sum(axis=0, dtype=np.int64)
    for resource in _too_large(problem, row, column, rooms.have[row] - used):
        takers = tuple(problem.offer_ids[one] for one in own if rooms.uses[one, resource] > 0)
        yield Obstacle("room", offers=takers, resource=resource)


def _of_budgets(standing: Standing, row: int, column: int) -> Iterator[Obstacle]:
    in_city, in_district = standing.over_budget(row, column)
    if in_city:
        yield Obstacle("city_budget")
    if in_district:
        yield Obstacle("district_budget")

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
        Offers of the same cooperative it competes with; for ``elsewhere`` those that a minimum holds.
    cooperatives : tuple of str
        Who has the places, the least worth first, those whose place is locked or kept back last; or who
        stands too near.
    ahead : int or None
        For a full quota, by how much the first of ``cooperatives`` is worth more than this pair; below 0
        where it is worth less; ``None`` where nobody has a place that could be given up.
    resource : int
        Position of the resource for ``room`` and ``alone``; -1 otherwise.
    needs, left : int or None
        For ``room`` and ``alone``, how much of it the offer takes and how much the cooperative has left,
        in the resource's unit; ``needs`` is ``None`` where nobody stated it.
    """

    kind: ObstacleKind
    offers: tuple[str, ...] = ()
    cooperatives: tuple[str, ...] = ()
    ahead: int | None = None
    resource: int = -1
    needs: int | None = None
    left: int | None = None


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

    Where a free place would be taken, what the pair lacks is a place, and its quota comes first; otherwise
    what the cooperative has already, its neighbours and budgets come first.

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
    alone = list(_too_large(problem, row, column, problem.rooms.have[row]))
    if alone:
        return [Obstacle("alone", resource=one, needs=needs, left=left) for one, needs, left in alone]
    standing = Standing(problem, marks)
    quotas = list(_of_quotas(standing, row, column))
    others = [
        *_of_neighbours(standing, row, column),
        *_of_itself(standing, row, column),
        *_of_budgets(standing, row, column),
        *_of_minimums(standing, row, column),
    ]
    waits = standing.best_change(row, column, one_more=True) is not None
    worthless = [Obstacle("no_worth")] if standing.worth[row, column] <= 0 else []
    found = [*worthless, *quotas, *others] if waits else [*worthless, *others, *quotas]
    return found or [Obstacle("elsewhere")]


def _too_large(
    problem: AllocationProblem, row: int, column: int, have: np.ndarray
) -> Iterator[tuple[int, int | None, int]]:
    """Yield resources of which so much is not there, with what is needed and what there is.

    What nobody stated does not fit a limited one.
    """
    for resource, limit in enumerate(have.tolist()):
        use = int(problem.rooms.uses[column, resource])
        limited = problem.rooms.have[row, resource] != UNKNOWN
        if limited and (use == UNKNOWN or use > limit):
            yield resource, None if use == UNKNOWN else use, limit


def _of_quotas(standing: Standing, row: int, column: int) -> Iterator[Obstacle]:
    problem, taken = standing.problem, standing.taken[:, column]
    quotas, place = problem.quotas, int(problem.district_of[row])
    inside = taken & (problem.district_of == place)
    if taken.sum() >= quotas.city_left[column]:
        yield _full(standing, "city_quota", taken, (row, column))
    if place >= 0 and inside.sum() >= quotas.district_left[place, column]:
        yield _full(standing, "district_quota", inside, (row, column))


def _full(standing: Standing, kind: ObstacleKind, taken: np.ndarray, pair: tuple[int, int]) -> Obstacle:
    """Name who has the places: the least worth first, ties by id, those that cannot be given up last."""
    problem, (row, column) = standing.problem, pair
    worth, movable = standing.worth[:, column], standing.movable[:, column]
    order = sorted(
        np.flatnonzero(taken).tolist(),
        key=lambda one: (not movable[one], int(worth[one]), problem.cooperative_ids[one]),
    )
    ahead = int(worth[order[0]] - worth[row]) if order and movable[order[0]] else None
    return Obstacle(kind, cooperatives=tuple(problem.cooperative_ids[one] for one in order), ahead=ahead)


def _of_neighbours(standing: Standing, row: int, column: int) -> Iterator[Obstacle]:
    near = standing.near(row, column)
    if near:
        names = standing.problem.cooperative_ids
        yield Obstacle("apart", cooperatives=tuple(sorted(names[one] for one in near)))


def _of_itself(standing: Standing, row: int, column: int) -> Iterator[Obstacle]:
    problem, rooms = standing.problem, standing.problem.rooms
    # the least worth first: what the pair would have to be worth more than
    own = sorted(
        np.flatnonzero(standing.taken[row]).tolist(),
        key=lambda one: (int(standing.worth[row, one]), problem.offer_ids[one]),
    )
    group = rooms.group_of[column]
    same = tuple(problem.offer_ids[one] for one in own if group >= 0 and rooms.group_of[one] == group)
    if same:
        yield Obstacle("group", offers=same)
    if len(own) + 1 > rooms.most[row]:
        yield Obstacle("most", offers=tuple(problem.offer_ids[one] for one in own))
    used = np.where(rooms.uses[own] == UNKNOWN, 0, rooms.uses[own]).sum(axis=0, dtype=np.int64)
    for resource, needs, left in _too_large(problem, row, column, rooms.have[row] - used):
        takers = tuple(problem.offer_ids[one] for one in own if rooms.uses[one, resource] > 0)
        yield Obstacle("room", offers=takers, resource=resource, needs=needs, left=left)


def _of_budgets(standing: Standing, row: int, column: int) -> Iterator[Obstacle]:
    in_city, in_district = standing.over_budget(row, column)
    if in_city:
        yield Obstacle("city_budget")
    if in_district:
        yield Obstacle("district_budget")


def _of_minimums(standing: Standing, row: int, column: int) -> Iterator[Obstacle]:
    """Tell of offers that the cooperative would leave for this one, were it not for a minimum."""
    change = standing.best_change(row, column, one_more=True, minimums=False)
    if change is None:
        return
    needed = standing.needed(row, change[1])
    if needed:
        yield Obstacle("elsewhere", offers=tuple(sorted(standing.problem.offer_ids[one] for one in needed)))

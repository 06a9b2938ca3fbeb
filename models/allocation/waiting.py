"""Who waits for a place, in order, and who comes next when one is given up."""

import heapq
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from models.allocation.checking import able
from models.allocation.plan import AllocationPlan
from models.allocation.problem import CLOSED, OPEN, AllocationProblem
from models.allocation.standing import Standing

__all__ = ["Waiting", "next_in_line", "waiting_lists"]

Longs = npt.NDArray[np.int64]

# What leaving an offer costs whoever cannot leave any: more than any offer is worth.
_NEVER = 2**62


@dataclass(frozen=True, slots=True)
class Waiting:
    """One cooperative that would take a place if one were free and nobody else moved.

    Attributes
    ----------
    position : int
        Counts from 1 for each offer.
    gain : int
        What the objective gains.
    gives_up : tuple of str
        Offers of its own that it would leave for it, by id.
    """

    offer_id: str
    cooperative_id: str
    position: int
    gain: int
    gives_up: tuple[str, ...]


def waiting_lists(
    problem: AllocationProblem, plan: AllocationPlan, first: int | None = None
) -> tuple[Waiting, ...]:
    """Return the waiting list of every full offer, by offer and position.

    A cooperative waits when its pair may be chosen and is not, and one place more (of the city's quota and
    of its district's, whichever are full) would raise the plan although nobody else moves: within its own
    number, room and groups, the spacing to others, budgets and minimums. More gain comes first, ties by id.

    Parameters
    ----------
    problem : AllocationProblem
    plan : AllocationPlan
    first : int, optional
        Only so many of each list; the others are not looked at, which large plans need.
    """
    marks = plan.chosen(problem)
    standing = Standing(problem, marks)
    loss = _least_losses(standing)
    found: list[Waiting] = []
    for column in range(len(problem.offer_ids)):
        wishing = np.flatnonzero((problem.state[:, column] == OPEN) & ~marks[:, column])
        most = standing.worth[wishing, column] - loss[wishing]
        promising = wishing[most > 0][np.argsort(-most[most > 0], kind="stable")]
        rows = [int(row) for row in promising if standing.is_full(int(row), column)]
        found += _listed(standing, _first_of(standing, rows, column, loss, first), column)
    return tuple(sorted(found, key=lambda one: (one.offer_id, one.position)))


def next_in_line(
    problem: AllocationProblem, plan: AllocationPlan, freed: tuple[int, int]
) -> tuple[Waiting, ...]:
    """Return who could take a place that was given up, in order, under what is left.

    No change breaks a limit that the plan without the freed pair keeps. Whoever restores a minimum that it
    broke comes first (its district's, or one for each cooperative), then more gain, ties by id.

    Parameters
    ----------
    problem : AllocationProblem
    plan : AllocationPlan
        With the pair that gives its place up, or without.
    freed : (int, int)
        Row and column of that pair; it is not offered to the same cooperative again.
    """
    row, column = freed
    marks = plan.chosen(problem)
    marks[row, column] = False
    state = problem.state.copy()
    state[row, column] = CLOSED
    left = replace(problem, state=state)
    standing = Standing(left, marks)
    without = able(left) & ~standing.taken.any(axis=1) & left.fairness.one_each
    found = []
    for other in np.flatnonzero((left.state[:, column] == OPEN) & ~marks[:, column]).tolist():
        best = standing.best_change(other, column)
        if best is None:
            continue
        place = int(left.district_of[other])
        mends = bool(without[other]) + (place >= 0 and not best[1] and standing.short_of(place) > 0)
        found.append((-mends, -best[0], left.cooperative_ids[other], best[1]))
    ordered = [(loss, name, given_up) for _, loss, name, given_up in sorted(found)]
    return tuple(_listed(standing, ordered, column))


def _least_losses(standing: Standing) -> Longs:
    """Return what each cooperative loses at least when it takes one offer more; shape (n_cooperatives,).

    Whoever has as many as it may leaves one; what is worth less than nothing may be left as well.
    """
    worth, movable = standing.worth, standing.movable
    below = np.where(movable, np.minimum(worth, 0), 0).sum(axis=1)
    cheapest = np.where(movable, worth, _NEVER).min(axis=1, initial=_NEVER)
    full = standing.taken.sum(axis=1) >= standing.problem.rooms.most
    loss: Longs = below + np.where(full, np.maximum(cheapest, 0), 0)
    return loss


def _first_of(
    standing: Standing, rows: Sequence[int], column: int, loss: Longs, first: int | None
) -> list[tuple[int, str, tuple[int, ...]]]:
    """Return the first by gain, ties by id; rows come in the order of the most that each could gain."""
    found: list[tuple[int, str, tuple[int, ...]]] = []
    gains: list[int] = []
    for row in rows:
        enough = first is not None and len(gains) >= first
        if enough and not (gains and standing.worth[row, column] - loss[row] >= gains[0]):
            break
        best = standing.best_change(row, column, one_more=True)
        if best is None:
            continue
        found.append((-best[0], standing.problem.cooperative_ids[row], best[1]))
        heapq.heappush(gains, best[0])
        if first is not None and len(gains) > first:
            heapq.heappop(gains)
    return sorted(found)[:first]


def _listed(
    standing: Standing, ordered: Sequence[tuple[int, str, tuple[int, ...]]], column: int
) -> list[Waiting]:
    offers = standing.problem.offer_ids
    return [
        Waiting(offers[column], name, position, -loss, tuple(sorted(offers[one] for one in given_up)))
        for position, (loss, name, given_up) in enumerate(ordered, start=1)
    ]

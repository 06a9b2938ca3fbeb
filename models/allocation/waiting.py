"""Who waits for a place, in order, and who comes next when one is given up."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np
import numpy.typing as npt

from models.allocation.plan import AllocationPlan
from models.allocation.problem import OPEN, AllocationProblem
from models.allocation.standing import Standing

__all__ = ["Waiting", "next_in_line", "waiting_lists"]

Marks = npt.NDArray[np.bool_]


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


def waiting_lists(problem: AllocationProblem, plan: AllocationPlan) -> tuple[Waiting, ...]:
    """Return the waiting list of every full offer, by offer and position.

    A cooperative waits when its pair may be chosen and is not, and one place more (of the city's quota and
    of its district's, whichever are full) would raise the plan although nobody else moves: within its own
    number, room and groups, the spacing to others, budgets and minimums.

    Parameters
    ----------
    problem : AllocationProblem
    plan : AllocationPlan
    """
    marks = plan.chosen(problem)
    standing = Standing(problem, marks)
    found: list[Waiting] = []
    for column in range(len(problem.offer_ids)):
        wishing = np.flatnonzero((problem.state[:, column] == OPEN) & ~marks[:, column])
        rows = [int(row) for row in wishing if standing.is_full(int(row), column)]
        found += _in_order(standing, marks, rows, column, one_more=True)
    return tuple(sorted(found, key=lambda one: (one.offer_id, one.position)))


def next_in_line(
    problem: AllocationProblem, plan: AllocationPlan, freed: tuple[int, int]
) -> tuple[Waiting, ...]:
    """Return who could take a place that was given up, in order, under what is left.

    Parameters
    ----------
    problem : AllocationProblem
    plan : AllocationPlan
        With the pair that gives its place up.
    freed : (int, int)
        Row and column of that pair; it is not offered to the same cooperative again.
    """
    row, column = freed
    marks = plan.chosen(problem)
    marks[row, column] = False
    standing = Standing(problem, marks)
    wishing = np.flatnonzero((problem.state[:, column] == OPEN) & ~marks[:, column])
    rows = [int(one) for one in wishing if one != row]
    return tuple(_in_order(standing, marks, rows, column, one_more=False))


def _in_order(
    standing: Standing, marks: Marks, rows: Sequence[int], column: int, *, one_more: bool
) -> list[Waiting]:
    """Rank the cooperatives that would take an offer by what the plan gains, ties by id."""
    problem, worth = standing.problem, standing.problem.objective()
    waiting = []
    for row in rows:
        best = _best_with(standing, worth[row], np.flatnonzero(marks[row]), (row, column), one_more=one_more)
        if best is not None:
            waiting.append((-best[0], problem.cooperative_ids[row], best[1]))
    return [
        Waiting(problem.offer_ids[column], cooperative_id, position, -loss, gives_up)
        for position, (loss, cooperative_id, gives_up) in enumerate(sorted(waiting), start=1)
    ]


def _best_with(
    standing: Standing,
    worth: npt.NDArray[np.int64],
    own: npt.NDArray[np.intp],
    pair: tuple[int, int],
    *,
    one_more: bool,
) -> tuple[int, tuple[str, ...]] | None:
    """Return the largest gain of adding one pair, and what the cooperative leaves for it; none if no gain."""
    row, column = pair
    best: tuple[int, tuple[str, ...]] | None = None
    for given_up in _subsets([int(one) for one in own]):
        gain = int(worth[column] - worth[list(given_up)].sum())
        if gain > (0 if best is None else best[0]) and standing.allows(
            row, column, given_up, one_more=one_more
        ):
            best = gain, tuple(sorted(standing.problem.offer_ids[one] for one in given_up))
    return best


def _subsets(own: Sequence[int]) -> Iterator[tuple[int, ...]]:
    """Yield the sets that might be left, smallest first."""
    for size in range(len(own) + 1):
        yield from combinations(own, size)

"""Every change that one cooperative alone can make in a small plan, tried one by one."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations

import numpy as np

from models.allocation.checking import violations
from models.allocation.problem import OPEN, AllocationProblem
from tests.models.allocation.instances import objective_of

__all__ = ["amounts", "changes", "with_a_place"]


def amounts(problem: AllocationProblem, marks: np.ndarray) -> dict[tuple[str, tuple[str, ...]], int]:
    """Return by how much each limit is broken; by 1 where a use is not stated."""
    return {(one.kind, one.of): max(one.amount, 1) for one in violations(problem, marks)}


def with_a_place(problem: AllocationProblem, marks: np.ndarray, row: int, column: int) -> AllocationProblem:
    """Return the problem with one place more in every quota of a pair that is full."""
    city, district = problem.quotas.city_left.copy(), problem.quotas.district_left.copy()
    taken = marks | (problem.state == 3)
    place = problem.district_of[row]
    city[column] = max(city[column], taken[:, column].sum() + 1)
    if place >= 0:
        inside = taken[problem.district_of == place, column].sum()
        district[place, column] = max(district[place, column], inside + 1)
    return replace(problem, quotas=replace(problem.quotas, city_left=city, district_left=district))


def changes(
    problem: AllocationProblem, marks: np.ndarray, row: int, column: int
) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    """Yield the gain, what is still broken, and the offers left, of each change that breaks nothing more."""
    before = amounts(problem, marks)
    open_own = [one for one in np.flatnonzero(marks[row]) if problem.state[row, one] == OPEN]
    for size in range(len(open_own) + 1):
        for given_up in combinations(open_own, size):
            after = marks.copy()
            after[row, list(given_up)] = False
            after[row, column] = True
            broken = amounts(problem, after)
            if all(amount <= before.get(limit, 0) for limit, amount in broken.items()):
                gain = objective_of(problem, after) - objective_of(problem, marks)
                left = tuple(sorted(problem.offer_ids[one] for one in given_up))
                yield gain, sum(broken.values()), left

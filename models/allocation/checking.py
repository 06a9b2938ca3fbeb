"""Every limit that a set of pairs breaks, found by counting, without the solver that chose them."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from models.allocation.problem import CLOSED, HELD, LOCKED, UNKNOWN, AllocationProblem

__all__ = ["Violation", "able", "violations"]

Marks = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Violation:
    """One limit that is broken: which, of what, by how much."""

    kind: str
    of: tuple[str, ...]
    amount: int


def able(problem: AllocationProblem) -> Marks:
    """Mark the cooperatives that can get something at all; shape (n_cooperatives,).

    Those with a pair that may be chosen, fits their room by itself and has a place left.
    """
    place_left = problem.quotas.city_left[None, :] > 0
    known = problem.district_of >= 0
    in_district = np.ones(problem.value.shape, dtype=np.bool_)
    in_district[known] = problem.quotas.district_left[problem.district_of[known]] > 0
    marks: Marks = ((problem.state != CLOSED) & problem.can_hold() & place_left & in_district).any(axis=1)
    return marks & (problem.rooms.most > 0)


def violations(problem: AllocationProblem, marks: Marks) -> list[Violation]:
    """Return what a set of pairs breaks; empty when it is a plan.

    Parameters
    ----------
    problem : AllocationProblem
    marks : ndarray of bool, shape (n_cooperatives, n_offers)
        Pairs given; those held back are counted whether marked or not.
    """
    taken = marks | (problem.state == HELD)
    found = [*_states(problem, marks), *_rooms(problem, taken), *_quotas(problem, taken)]
    return [*found, *_fairness(problem, taken)]


def _states(problem: AllocationProblem, marks: Marks) -> Iterator[Violation]:
    for kind, wrong in (
        ("closed", marks & (problem.state == CLOSED)),
        ("locked", ~marks & (problem.state == LOCKED)),
    ):
        for row, column in np.argwhere(wrong):
            yield Violation(kind, (problem.cooperative_ids[row], problem.offer_ids[column]), 1)


def _rooms(problem: AllocationProblem, taken: Marks) -> Iterator[Violation]:
    rooms, names = problem.rooms, problem.cooperative_ids
    over = taken.sum(axis=1) - rooms.most
    for row in np.flatnonzero(over > 0):
        yield Violation("most", (names[row],), int(over[row]))
    for group in np.unique(rooms.group_of[rooms.group_of >= 0]):
        count = taken[:, rooms.group_of == group].sum(axis=1)
        for row in np.flatnonzero(count > 1):
            yield Violation("group", (names[row], str(int(group))), int(count[row] - 1))
    for resource in range(rooms.uses.shape[1]):
        uses, have = rooms.uses[:, resource], rooms.have[:, resource]
        limited = have != UNKNOWN
        unsaid = (taken & (uses == UNKNOWN)[None, :]).any(axis=1)
        total = taken @ np.where(uses == UNKNOWN, 0, uses)
        for row in np.flatnonzero(limited & (unsaid | (total > have))):
            yield Violation("room", (names[row], str(resource)), int(total[row] - have[row]))


def _quotas(problem: AllocationProblem, taken: Marks) -> Iterator[Violation]:
    quotas, offers = problem.quotas, problem.offer_ids
    count = taken.sum(axis=0)
    for column in np.flatnonzero(count > quotas.city_left):
        yield Violation("city_quota", (offers[column],), int(count[column] - quotas.city_left[column]))
    for column in np.flatnonzero(count < quotas.city_minimum):
        yield Violation("city_minimum", (offers[column],), int(quotas.city_minimum[column] - count[column]))
    for place, district in enumerate(problem.districts):
        inside = taken[problem.district_of == place].sum(axis=0)
        for column in np.flatnonzero(inside > quotas.district_left[place]):
            over = int(inside[column] - quotas.district_left[place, column])
            yield Violation("district_quota", (district, offers[column]), over)
    for column, first, second in quotas.apart:
        if taken[first, column] and taken[second, column]:
            both = problem.cooperative_ids[first], problem.cooperative_ids[second]
            yield Violation("apart", (offers[column], *both), 1)


def _fairness(problem: AllocationProblem, taken: Marks) -> Iterator[Violation]:
    fairness = problem.fairness
    cost = taken @ fairness.cost_idr
    if cost.sum() > fairness.city_budget_idr:
        yield Violation("city_budget", (), int(cost.sum() - fairness.city_budget_idr))
    for place, district in enumerate(problem.districts):
        inside = problem.district_of == place
        short = int(fairness.district_minimum[place] - taken[inside].sum())
        if short > 0:
            yield Violation("district_minimum", (district,), short)
        over = int(cost[inside].sum() - fairness.district_budget_idr[place])
        if over > 0:
            yield Violation("district_budget", (district,), over)
    if fairness.one_each:
        for row in np.flatnonzero(able(problem) & ~taken.any(axis=1)):
            yield Violation("one_each", (problem.cooperative_ids[row],), 1)

"""Every limit that a set of pairs breaks, found by counting, without the solver that chose them."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from models.allocation.problem import CLOSED, HELD, LOCKED, UNKNOWN, AllocationProblem

__all__ = ["Violation", "able", "violations"]

Longs = npt.NDArray[np.int64]
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
    rows, columns = np.nonzero(marks)
    held_rows, held_columns = np.nonzero(problem.state == HELD)
    unmarked = ~marks[held_rows, held_columns]
    taken = (
        np.concatenate([rows, held_rows[unmarked]]),
        np.concatenate([columns, held_columns[unmarked]]),
    )
    found = [*_states(problem, marks), *_rooms(problem, *taken), *_quotas(problem, *taken)]
    return [*found, *_fairness(problem, *taken)]


def _states(problem: AllocationProblem, marks: Marks) -> Iterator[Violation]:
    rows, columns = np.nonzero(marks)
    closed = problem.state[rows, columns] == CLOSED
    locked_rows, locked_columns = np.nonzero(problem.state == LOCKED)
    missed = ~marks[locked_rows, locked_columns]
    for kind, pairs in (
        ("closed", (rows[closed], columns[closed])),
        ("locked", (locked_rows[missed], locked_columns[missed])),
    ):
        for row, column in zip(*pairs, strict=True):
            yield Violation(kind, (problem.cooperative_ids[row], problem.offer_ids[column]), 1)


def _rooms(problem: AllocationProblem, rows: Longs, columns: Longs) -> Iterator[Violation]:
    rooms, names = problem.rooms, problem.cooperative_ids
    over = np.bincount(rows, minlength=len(names)) - rooms.most
    for row in np.flatnonzero(over > 0):
        yield Violation("most", (names[row],), int(over[row]))
    for group in np.unique(rooms.group_of[rooms.group_of >= 0]):
        count = np.bincount(rows[rooms.group_of[columns] == group], minlength=len(names))
        for row in np.flatnonzero(count > 1):
            yield Violation("group", (names[row], str(int(group))), int(count[row] - 1))
    for resource in range(rooms.uses.shape[1]):
        uses, have = rooms.uses[columns, resource], rooms.have[:, resource]
        limited = have != UNKNOWN
        unsaid = np.bincount(rows, weights=uses == UNKNOWN, minlength=len(names)) > 0
        total = _sums(rows, np.where(uses == UNKNOWN, 0, uses), len(names))
        for row in np.flatnonzero(limited & (unsaid | (total > have))):
            # what nobody has stated is too much by an unknown amount: one at least
            excess = max(int(total[row] - have[row]), 1)
            yield Violation("room", (names[row], str(resource)), excess)


def _quotas(problem: AllocationProblem, rows: Longs, columns: Longs) -> Iterator[Violation]:
    quotas, offers = problem.quotas, problem.offer_ids
    count = np.bincount(columns, minlength=len(offers))
    for column in np.flatnonzero(count > quotas.city_left):
        yield Violation("city_quota", (offers[column],), int(count[column] - quotas.city_left[column]))
    for column in np.flatnonzero(count < quotas.city_minimum):
        yield Violation("city_minimum", (offers[column],), int(quotas.city_minimum[column] - count[column]))
    places = problem.district_of[rows]
    known = places >= 0
    inside = np.zeros(quotas.district_left.shape, dtype=np.int64)
    np.add.at(inside, (places[known], columns[known]), 1)
    for place, column in np.argwhere(inside > quotas.district_left):
        over = int(inside[place, column] - quotas.district_left[place, column])
        yield Violation("district_quota", (problem.districts[place], offers[column]), over)
    pairs = set(zip(rows.tolist(), columns.tolist(), strict=True)) if len(quotas.apart) else set()
    for column, first, second in quotas.apart.tolist():
        if (first, column) in pairs and (second, column) in pairs:
            both = problem.cooperative_ids[first], problem.cooperative_ids[second]
            yield Violation("apart", (offers[column], *both), 1)


def _fairness(problem: AllocationProblem, rows: Longs, columns: Longs) -> Iterator[Violation]:
    fairness = problem.fairness
    cost, places = fairness.cost_idr[columns], problem.district_of[rows].astype(np.int64)
    if cost.sum() > fairness.city_budget_idr:
        yield Violation("city_budget", (), int(cost.sum() - fairness.city_budget_idr))
    known = places >= 0
    inside = np.bincount(places[known], minlength=len(problem.districts))
    spent = _sums(places[known], cost[known], len(problem.districts))
    for place, district in enumerate(problem.districts):
        short = int(fairness.district_minimum[place] - inside[place])
        if short > 0:
            yield Violation("district_minimum", (district,), short)
        over = int(spent[place] - fairness.district_budget_idr[place])
        if over > 0:
            yield Violation("district_budget", (district,), over)
    if fairness.one_each:
        has = np.bincount(rows, minlength=len(problem.cooperative_ids)) > 0
        for row in np.flatnonzero(able(problem) & ~has):
            yield Violation("one_each", (problem.cooperative_ids[row],), 1)


def _sums(keys: Longs, amounts: npt.NDArray[np.integer], length: int) -> Longs:
    """Add up whole numbers by key, exactly."""
    found = np.zeros(length, dtype=np.int64)
    np.add.at(found, keys, amounts)
    return found

"""The limits of a plan as named rows of a linear program over its pairs."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
import numpy.typing as npt

from models.allocation.checking import able
from models.allocation.cliques import cliques
from models.allocation.problem import HELD, LOCKED, OPEN, UNKNOWN, UNLIMITED, AllocationProblem

__all__ = ["LimitRow", "PairList", "limit_rows", "pair_list", "stacked"]

Longs = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class PairList:
    """The pairs that a plan may hold, as variables of a program.

    Attributes
    ----------
    rows, columns : ndarray of int, shape (n_pairs,)
        Their cooperatives and offers, by cooperative and then offer.
    gain : ndarray of int, shape (n_pairs,)
        What choosing each adds to the objective; 0 for those held back.
    number : ndarray of int, shape (n_cooperatives, n_offers)
        Position of each pair, -1 where there is none.
    """

    rows: Longs
    columns: Longs
    gain: Longs
    number: Longs


@dataclass(frozen=True, slots=True)
class LimitRow:
    """One row: the sum of ``weights`` over ``members`` is at most, or at least, ``limit``.

    Attributes
    ----------
    kind : str
        ``most``, ``group``, ``room``, ``apart``, ``city_quota``, ``district_quota``, ``city_minimum``,
        ``district_minimum``, ``one_each``, ``city_budget``, ``district_budget``, ``locked`` or ``held``.
    sense : {'<=', '>='}
    members : ndarray of int, shape (n_members,)
        Positions of pairs.
    weights : ndarray of int, shape (n_members,)
    limit : int
    row, column, place : int
        Cooperative, offer and district it belongs to; -1 where it has none.
    """

    kind: str
    sense: Literal["<=", ">="]
    members: Longs
    weights: Longs
    limit: int
    row: int = -1
    column: int = -1
    place: int = -1


def pair_list(problem: AllocationProblem) -> PairList:
    """Return the pairs that may be chosen.

    Open ones that fit no room by themselves are left out, and those of no worth where no minimum could ask
    for them.
    """
    fixed = (problem.state == LOCKED) | (problem.state == HELD)
    usable = fixed | ((problem.state == OPEN) & problem.can_hold())
    if not _has_minimums(problem):
        usable &= fixed | (problem.objective() > 0)
    rows, columns = np.nonzero(usable)
    gain = np.where(problem.state == HELD, 0, problem.objective())[rows, columns]
    number = np.full(problem.value.shape, -1, dtype=np.int64)
    number[rows, columns] = np.arange(len(rows))
    return PairList(rows.astype(np.int64), columns.astype(np.int64), gain.astype(np.int64), number)


def stacked(rows: Sequence[LimitRow]) -> tuple[Longs, Longs, Longs]:
    """Return weights, members and ends of rows one after another, as a sparse matrix by rows holds them.

    Parameters
    ----------
    rows : sequence of LimitRow

    Returns
    -------
    ndarray of int, shape (n_entries,), twice, and shape (n_rows + 1,)
    """
    nothing = np.zeros(0, dtype=np.int64)
    return (
        np.concatenate([nothing, *(row.weights for row in rows)]),
        np.concatenate([nothing, *(row.members for row in rows)]),
        np.cumsum([0, *(len(row.members) for row in rows)], dtype=np.int64),
    )


def _has_minimums(problem: AllocationProblem) -> bool:
    fairness = problem.fairness
    asked = problem.quotas.city_minimum.any() or fairness.district_minimum.any()
    return bool(asked) or fairness.one_each


def limit_rows(problem: AllocationProblem, pairs: PairList) -> list[LimitRow]:
    """Return every row that can bind, in a fixed order."""
    found = [*_of_cooperatives(problem, pairs), *_of_offers(problem, pairs), *_of_fairness(problem, pairs)]
    for kind, state in (("locked", LOCKED), ("held", HELD)):
        for number in np.flatnonzero(problem.state[pairs.rows, pairs.columns] == state):
            where = int(pairs.rows[number]), int(pairs.columns[number])
            found.append(LimitRow(kind, ">=", np.array([number]), np.ones(1, dtype=np.int64), 1, *where))
    return found


def _at_most(kind: str, members: Longs, limit: int, **of: int) -> Iterator[LimitRow]:
    """Yield a row of ones where so many members could break it."""
    if len(members) > limit:
        yield LimitRow(kind, "<=", members, np.ones(len(members), dtype=np.int64), max(limit, 0), **of)


def _of_cooperatives(problem: AllocationProblem, pairs: PairList) -> Iterator[LimitRow]:
    rooms = problem.rooms
    for row in range(len(problem.cooperative_ids)):
        own = pairs.number[row]
        columns = np.flatnonzero(own >= 0)
        if not len(columns):
            continue
        yield from _at_most("most", own[columns], int(rooms.most[row]), row=row)
        groups = rooms.group_of[columns]
        for group in np.unique(groups[groups >= 0]):
            yield from _at_most("group", own[columns[groups == group]], 1, row=row)
        for resource in range(rooms.uses.shape[1]):
            have = int(rooms.have[row, resource])
            if have == UNKNOWN:
                continue
            # what nobody has stated does not fit a limited room: more than all there is
            uses = np.where(rooms.uses[columns, resource] == UNKNOWN, have + 1, rooms.uses[columns, resource])
            takes = uses > 0
            if uses.sum() > have:
                yield LimitRow("room", "<=", own[columns[takes]], uses[takes], have, row=row, column=-1)


def _of_offers(problem: AllocationProblem, pairs: PairList) -> Iterator[LimitRow]:
    quotas = problem.quotas
    for column in range(len(problem.offer_ids)):
        numbers = pairs.number[:, column]
        members = numbers[numbers >= 0]
        yield from _at_most("city_quota", members, int(quotas.city_left[column]), column=column)
        places = problem.district_of[numbers >= 0]
        for place in np.unique(places[places >= 0]).tolist():
            inside = members[places == place]
            left = int(quotas.district_left[place, column])
            yield from _at_most("district_quota", inside, left, column=column, place=place)
        least = int(quotas.city_minimum[column])
        if least > 0:
            ones = np.ones(len(members), dtype=np.int64)
            yield LimitRow("city_minimum", ">=", members, ones, least, column=column)
        edges = quotas.apart[quotas.apart[:, 0] == column, 1:]
        both = edges[(numbers[edges] >= 0).all(axis=1)] if len(edges) else edges
        for clique in cliques([(int(first), int(second)) for first, second in both]):
            yield from _at_most("apart", numbers[list(clique)], 1, column=column)


def _of_fairness(problem: AllocationProblem, pairs: PairList) -> Iterator[LimitRow]:
    fairness = problem.fairness
    places = problem.district_of[pairs.rows]
    cost = fairness.cost_idr[pairs.columns]
    costly = np.flatnonzero(cost > 0)
    if fairness.city_budget_idr < UNLIMITED and len(costly):
        yield LimitRow("city_budget", "<=", costly, cost[costly], fairness.city_budget_idr)
    for place in range(len(problem.districts)):
        members = np.flatnonzero(places == place)
        least, budget = int(fairness.district_minimum[place]), int(fairness.district_budget_idr[place])
        if least > 0:
            ones = np.ones(len(members), dtype=np.int64)
            yield LimitRow("district_minimum", ">=", members, ones, least, place=place)
        paid = members[cost[members] > 0]
        if budget < UNLIMITED and len(paid):
            yield LimitRow("district_budget", "<=", paid, cost[paid], budget, place=place)
    if fairness.one_each:
        for row in np.flatnonzero(able(problem)):
            own = pairs.number[row]
            members = own[own >= 0]
            yield LimitRow("one_each", ">=", members, np.ones(len(members), dtype=np.int64), 1, row=int(row))

"""Whether one cooperative may change what it has in a plan while nobody else moves."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from models.allocation.problem import HELD, LOCKED, UNKNOWN, AllocationProblem

__all__ = ["Standing"]

Marks = npt.NDArray[np.bool_]


class Standing:
    """A plan as it stands, counted once, so that single changes are told quickly.

    Parameters
    ----------
    problem : AllocationProblem
    marks : ndarray of bool, shape (n_cooperatives, n_offers)
        Pairs given; those held back are counted as well.
    """

    def __init__(self, problem: AllocationProblem, marks: Marks) -> None:
        self.problem = problem
        self.taken: Marks = marks | (problem.state == HELD)
        self._in_city = self.taken.sum(axis=0)
        self._in_district = np.array(
            [self.taken[problem.district_of == place].sum(axis=0) for place in range(len(problem.districts))],
            dtype=np.int64,
        ).reshape(len(problem.districts), len(problem.offer_ids))
        cost = self.taken @ problem.fairness.cost_idr
        self._spent = int(cost.sum())
        self._spent_in = [
            int(cost[problem.district_of == place].sum()) for place in range(len(problem.districts))
        ]
        self._near: dict[tuple[int, int], list[int]] = {}
        for column, first, second in problem.quotas.apart.tolist():
            self._near.setdefault((column, first), []).append(second)
            self._near.setdefault((column, second), []).append(first)

    def is_full(self, row: int, column: int) -> bool:
        """Tell whether no place of an offer is left for a cooperative, in the city or in its district."""
        quotas, place = self.problem.quotas, int(self.problem.district_of[row])
        return bool(self._in_city[column] >= quotas.city_left[column]) or (
            place >= 0 and bool(self._in_district[place, column] >= quotas.district_left[place, column])
        )

    def allows(self, row: int, column: int, given_up: Sequence[int], *, one_more: bool = False) -> bool:
        """Tell whether a cooperative may take one offer and leave others, nobody else moving.

        Parameters
        ----------
        row, column : int
            The pair that is added; not in the plan.
        given_up : sequence of int
            Columns that the cooperative leaves.
        one_more : bool
            Whether to count on one place more in every full quota of the pair.
        """
        own = self.taken[row].copy()
        if any(self.problem.state[row, one] in (LOCKED, HELD) for one in given_up):
            return False
        own[list(given_up)] = False
        own[column] = True
        return (
            (one_more or not self.is_full(row, column))
            and self._fits_room(row, own)
            and not self.near(row, column)
            and not any(self.over_budget(row, column, given_up))
            and self._keeps_minimums(row, given_up)
        )

    def _fits_room(self, row: int, own: npt.NDArray[np.bool_]) -> bool:
        rooms = self.problem.rooms
        groups = rooms.group_of[own]
        groups = groups[groups >= 0]
        if own.sum() > rooms.most[row] or len(groups) != len(np.unique(groups)):
            return False
        uses, have = rooms.uses[own], rooms.have[row]
        limited = have != UNKNOWN
        unsaid = (uses == UNKNOWN).any(axis=0)
        return not bool((limited & (unsaid | (uses.sum(axis=0) > have))).any())

    def near(self, row: int, column: int) -> list[int]:
        """Return the cooperatives that have an offer and stand too near for this one to have it as well."""
        return [other for other in self._near.get((column, row), ()) if self.taken[other, column]]

    def over_budget(self, row: int, column: int, given_up: Sequence[int] = ()) -> tuple[bool, bool]:
        """Tell whether a pair more would break the city's budget, and that of its district."""
        fairness, place = self.problem.fairness, int(self.problem.district_of[row])
        more = int(fairness.cost_idr[column] - fairness.cost_idr[list(given_up)].sum())
        if more <= 0:
            return False, False
        in_city = self._spent + more > fairness.city_budget_idr
        return in_city, place >= 0 and self._spent_in[place] + more > int(fairness.district_budget_idr[place])

    def _keeps_minimums(self, row: int, given_up: Sequence[int]) -> bool:
        quotas, place = self.problem.quotas, int(self.problem.district_of[row])
        if any(self._in_city[one] - 1 < quotas.city_minimum[one] for one in given_up):
            return False
        if place < 0 or len(given_up) <= 1:
            return True
        least = int(self.problem.fairness.district_minimum[place])
        return int(self._in_district[place].sum()) + 1 - len(given_up) >= least

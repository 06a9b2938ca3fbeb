"""Whether one cooperative may change what it has in a plan while nobody else moves."""

from collections.abc import Iterator, Sequence
from itertools import combinations

import numpy as np
import numpy.typing as npt

from models.allocation.fullness import given_counts
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
        self.worth = problem.objective()
        self.taken: Marks = marks | (problem.state == HELD)
        self.movable: Marks = marks & (problem.state != LOCKED) & (problem.state != HELD)
        self._in_city, self._in_district = given_counts(problem, self.taken)
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

    def best_change(
        self, row: int, column: int, *, one_more: bool = False, minimums: bool = True
    ) -> tuple[int, tuple[int, ...]] | None:
        """Return the most that taking one offer gains, and the columns the cooperative leaves for it.

        Of changes that gain as much the one that leaves fewest, then the one whose offers come first by id;
        ``None`` where no change gains.

        Parameters
        ----------
        row, column : int
            The pair that is added; not in the plan.
        one_more : bool
            Whether to count on one place more in every full quota of the pair.
        minimums : bool
            Whether what is left may not fall below a minimum.
        """
        best: tuple[int, tuple[int, ...]] | None = None
        worth = self.worth[row]
        for given_up in self._leaving(row, int(worth[column])):
            gain = int(worth[column] - worth[list(given_up)].sum())
            if gain > (0 if best is None else best[0]) and self.allows(
                row, column, given_up, one_more=one_more, minimums=minimums
            ):
                best = gain, given_up
        return best

    def _leaving(self, row: int, worth: int) -> Iterator[tuple[int, ...]]:
        """Yield the sets a cooperative might leave for something worth so much, smallest first, by id."""
        own = sorted(np.flatnonzero(self.movable[row]).tolist(), key=self.problem.offer_ids.__getitem__)
        losses = sorted(int(self.worth[row, one]) for one in own)
        for size in range(len(own) + 1):
            # whoever leaves more loses the least of what is worth anything as well
            if size and losses[size - 1] >= 0 and sum(losses[:size]) >= worth:
                return
            yield from combinations(own, size)

    def allows(
        self,
        row: int,
        column: int,
        given_up: Sequence[int],
        *,
        one_more: bool = False,
        minimums: bool = True,
    ) -> bool:
        """Tell whether a cooperative may take one offer and leave others, nobody else moving.

        Parameters
        ----------
        row, column : int
            The pair that is added; not in the plan.
        given_up : sequence of int
            Columns that the cooperative leaves.
        one_more, minimums : bool
            As in ``best_change``.
        """
        if not self.movable[row, list(given_up)].all():
            return False
        own = self.taken[row].copy()
        own[list(given_up)] = False
        own[column] = True
        return (
            (one_more or not self.is_full(row, column))
            and self._fits_room(row, own)
            and not self.near(row, column)
            and not any(self.over_budget(row, column, given_up))
            and not (minimums and self.needed(row, given_up))
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

    def needed(self, row: int, given_up: Sequence[int]) -> list[int]:
        """Return which of the offers given up for a single other one a minimum does not let go.

        The offer's own minimum; or the district's, where more than one is given up.
        """
        minimum, place = self.problem.quotas.city_minimum, int(self.problem.district_of[row])
        held = [one for one in given_up if self._in_city[one] - 1 < minimum[one]]
        if held or place < 0 or len(given_up) <= 1 or not self.short_of(place, len(given_up) - 1):
            return held
        return list(given_up)

    def short_of(self, place: int, fewer: int = 0) -> int:
        """Return how many pairs a district lacks to its minimum once it has so many fewer; 0 for none."""
        least = int(self.problem.fairness.district_minimum[place])
        return max(least - int(self._in_district[place].sum()) + fewer, 0)

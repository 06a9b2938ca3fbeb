"""The pairs of a plan as records."""

from collections.abc import Iterator
from functools import cached_property

import numpy as np

from models.allocation.plan import AllocationPlan
from models.allocation.problem import CLOSED, HELD, LOCKED, OPEN
from models.requirements.eligibility import STATUSES
from recommender.allocations.names import Names
from recommender.allocations.problem_maker import PlanInputs
from recommender.allocations.records import Assignment, HeldPair
from recommender.allocations.telling import given_sentence, joined, lock_sentence

__all__ = ["PlanLines"]


class PlanLines:
    """Writes out the pairs of one plan.

    Parameters
    ----------
    inputs : PlanInputs
    plan : AllocationPlan
    names : Names
    """

    def __init__(self, inputs: PlanInputs, plan: AllocationPlan, names: Names) -> None:
        self._inputs, self._plan, self.names = inputs, plan, names
        problem = inputs.problem
        self.chosen = plan.chosen(problem)
        self.row_of = {one: row for row, one in enumerate(problem.cooperative_ids)}
        self.column_of = {one: column for column, one in enumerate(problem.offer_ids)}

    @cached_property
    def _ranks(self) -> np.ndarray:
        """Rank of each pair among those that are not closed for its cooperative, by value and then id."""
        problem = self._inputs.problem
        worth = np.where(problem.state == CLOSED, -(2**62), problem.value)
        order = np.argsort(-worth, axis=1, kind="stable")
        ranks = np.empty_like(order)
        np.put_along_axis(ranks, order, np.arange(1, order.shape[1] + 1)[None, :], axis=1)
        return ranks

    @cached_property
    def _open_counts(self) -> np.ndarray:
        """Pairs of each cooperative that are not closed."""
        return np.asarray(np.count_nonzero(self._inputs.problem.state != CLOSED, axis=1))

    def value(self, row: int, column: int) -> float:
        """Return what a pair is worth, in the objective's unit."""
        return int(self._inputs.problem.value[row, column]) / self._inputs.unit.whole

    def district_of(self, row: int) -> str | None:
        """Return the name of a cooperative's district."""
        place = int(self._inputs.problem.district_of[row])
        return None if place < 0 else self._inputs.district_names[self._inputs.problem.districts[place]]

    def places_before(self, row: int, column: int) -> int | None:
        """Return how many places a pair competes for: the tighter of the city's and its district's."""
        offer_id = self._inputs.problem.offer_ids[column]
        place = int(self._inputs.problem.district_of[row])
        keys: list[tuple[str, str | None]] = [(offer_id, None)]
        if place >= 0:
            keys.append((offer_id, self._inputs.problem.districts[place]))
        left = [
            max(self._inputs.quota[key] - self._inputs.taken.get(key, 0), 0)
            for key in keys
            if key in self._inputs.quota
        ]
        return min(left) if left else None

    def assignment(self, row: int, column: int) -> Assignment:
        """Write out one pair."""
        inputs, values = self._inputs, self._inputs.values
        cooperative_id = inputs.problem.cooperative_ids[row]
        offer_id = inputs.problem.offer_ids[column]
        stability = inputs.problem.stability
        change = "kept" if stability is not None and stability.previous[row, column] else "new"
        hold = inputs.states.hold_of(cooperative_id, offer_id)
        open_count = int(self._open_counts[row])
        rank, places = int(self._ranks[row, column]), self.places_before(row, column)
        reason = given_sentence(rank, open_count, places, change)
        if inputs.problem.state[row, column] == LOCKED and hold is not None:
            reason = joined([lock_sentence(hold), reason])
        return Assignment(
            cooperative_id=cooperative_id,
            cooperative_name=self.names.cooperative(cooperative_id),
            district=self.district_of(row),
            offer_id=offer_id,
            offer_title=self.names.offer(offer_id),
            partner_name=self.names.partners.get(offer_id, ""),
            status=STATUSES[values.status_with_place[row, column]],
            success_probability=float(values.probability[row, column]),
            lower=float(values.lower[row, column]),
            upper=float(values.upper[row, column]),
            value=self.value(row, column),
            change=change,
            reason=reason,
            hold=hold if inputs.problem.state[row, column] == LOCKED else None,
        )

    def assignments(self) -> tuple[Assignment, ...]:
        """Write out the plan: by cooperative, most worth first, ties by offer."""
        found = [self.assignment(int(row), int(column)) for row, column in self._plan.pairs]
        return tuple(sorted(found, key=lambda one: (one.cooperative_id, -one.value, one.offer_id)))

    def held(self) -> tuple[HeldPair, ...]:
        """Write out the places that are kept back, by cooperative and offer."""
        problem = self._inputs.problem
        return tuple(
            HeldPair(
                one.cooperative_id,
                self.names.cooperative(one.cooperative_id),
                one.offer_id,
                self.names.offer(one.offer_id),
                one,
            )
            for one in sorted(self._inputs.states.holds, key=lambda one: (one.cooperative_id, one.offer_id))
            if problem.state[self.row_of[one.cooperative_id], self.column_of[one.offer_id]] == HELD
        )

    def without_anything(self) -> Iterator[int]:
        """Yield the rows of cooperatives that get nothing and have no place kept back."""
        problem = self._inputs.problem
        served = (self.chosen | (problem.state == HELD)).any(axis=1)
        yield from (int(row) for row in np.flatnonzero(~served))

    def wishes(self, row: int) -> list[int]:
        """Return a cooperative's open pairs that are worth something, most first."""
        problem = self._inputs.problem
        wanted = np.flatnonzero((problem.state[row] == OPEN) & (problem.value[row] > 0))
        return sorted((int(one) for one in wanted), key=lambda one: int(self._ranks[row, one]))

"""How full each quota is: places left before a plan, given by it, and still left."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from models.allocation.plan import AllocationPlan
from models.allocation.problem import HELD, UNLIMITED, AllocationProblem

__all__ = ["QuotaUse", "given_counts", "quota_uses"]

Longs = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class QuotaUse:
    """One quota under a plan.

    Attributes
    ----------
    offer_id : str
    district : str or None
        Of a district's quota; ``None`` is the city's.
    left_before : int
        Places before the plan.
    given : int
        Places the plan gives or keeps back.
    """

    offer_id: str
    district: str | None
    left_before: int
    given: int

    @property
    def left(self) -> int:
        """Places still left; below 0 where the plan gives more than there are."""
        return self.left_before - self.given

    @property
    def is_full(self) -> bool:
        """Whether no place is left."""
        return self.left <= 0


def given_counts(problem: AllocationProblem, taken: npt.NDArray[np.bool_]) -> tuple[Longs, Longs]:
    """Count the pairs of each offer, in the city and in each district.

    Parameters
    ----------
    problem : AllocationProblem
    taken : ndarray of bool, shape (n_cooperatives, n_offers)

    Returns
    -------
    (n_offers,) and (n_districts, n_offers) arrays of int
        A cooperative in no known district counts in the city alone.
    """
    rows, columns = np.nonzero(taken)
    places = problem.district_of[rows]
    known = places >= 0
    inside = np.zeros(problem.quotas.district_left.shape, dtype=np.int64)
    np.add.at(inside, (places[known], columns[known]), 1)
    return np.bincount(columns, minlength=len(problem.offer_ids)), inside


def quota_uses(problem: AllocationProblem, plan: AllocationPlan) -> tuple[QuotaUse, ...]:
    """Return every quota that is set, by offer and district, the city's first.

    Parameters
    ----------
    problem : AllocationProblem
    plan : AllocationPlan
        Pairs kept back count as given.
    """
    in_city, inside = given_counts(problem, plan.chosen(problem) | (problem.state == HELD))
    quotas = problem.quotas
    found = [
        QuotaUse(problem.offer_ids[column], None, int(quotas.city_left[column]), int(in_city[column]))
        for column in np.flatnonzero(quotas.city_left < UNLIMITED)
    ]
    for place, column in np.argwhere(quotas.district_left < UNLIMITED):
        left, given = int(quotas.district_left[place, column]), int(inside[place, column])
        found.append(QuotaUse(problem.offer_ids[column], problem.districts[place], left, given))
    return tuple(sorted(found, key=lambda one: (one.offer_id, one.district or "")))

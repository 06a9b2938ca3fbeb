"""What one more place of a full quota would add: the plan solved again with it."""

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from models.allocation.exact import best_plan
from models.allocation.plan import AllocationPlan
from models.allocation.problem import HELD, UNLIMITED, AllocationProblem, Quotas

__all__ = ["QuotaPrice", "full_quotas", "quota_prices", "with_one_more"]

Longs = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class QuotaPrice:
    """What one more place is worth.

    Attributes
    ----------
    offer_id : str
    district : str or None
        Of a district's quota; ``None`` is the city's.
    gain : int
        What the objective gains when the plan is made again with one place more.
    enters, leaves : tuple of (cooperative_id, offer_id)
        What that plan gives that this one does not, and the other way round.
    """

    offer_id: str
    district: str | None
    gain: int
    enters: tuple[tuple[str, str], ...]
    leaves: tuple[tuple[str, str], ...]


def full_quotas(problem: AllocationProblem, plan: AllocationPlan) -> list[tuple[int, int]]:
    """Return the quotas of which no place is left, as column and district; district -1 is the city.

    Only those that somebody's pair could use: a quota nobody asks for is not told of.
    """
    taken = plan.chosen(problem) | (problem.state == HELD)
    found = []
    count = taken.sum(axis=0)
    for column in range(len(problem.offer_ids)):
        left = int(problem.quotas.city_left[column])
        if left < UNLIMITED and count[column] >= left:
            found.append((column, -1))
        for place in range(len(problem.districts)):
            left = int(problem.quotas.district_left[place, column])
            if left < UNLIMITED and taken[problem.district_of == place, column].sum() >= left:
                found.append((column, place))
    return found


def with_one_more(problem: AllocationProblem, column: int, place: int = -1) -> AllocationProblem:
    """Return the problem with one place more of an offer, in the city or in one district."""
    quotas = problem.quotas
    city, district = quotas.city_left.copy(), quotas.district_left.copy()
    if place < 0:
        city[column] += 1
    else:
        district[place, column] += 1
    return replace(
        problem,
        quotas=Quotas(
            city_left=city, district_left=district, city_minimum=quotas.city_minimum, apart=quotas.apart
        ),
    )


def quota_prices(
    problem: AllocationProblem,
    plan: AllocationPlan,
    solve: Callable[[AllocationProblem], AllocationPlan] = best_plan,
) -> tuple[QuotaPrice, ...]:
    """Return what one more place of every full quota would add, by offer and district.

    Parameters
    ----------
    problem : AllocationProblem
    plan : AllocationPlan
        Its best plan.
    solve : callable
        What found it.
    """
    found = []
    for column, place in full_quotas(problem, plan):
        again = solve(with_one_more(problem, column, place))
        found.append(
            QuotaPrice(
                problem.offer_ids[column],
                None if place < 0 else problem.districts[place],
                max(again.objective - plan.objective, 0),
                _beyond(problem, again, plan),
                _beyond(problem, plan, again),
            )
        )
    return tuple(sorted(found, key=lambda one: (one.offer_id, one.district or "")))


def _beyond(
    problem: AllocationProblem, one: AllocationPlan, other: AllocationPlan
) -> tuple[tuple[str, str], ...]:
    """Return the pairs of one plan that the other does not give."""
    rows, columns = np.nonzero(one.chosen(problem) & ~other.chosen(problem))
    pairs = [
        (problem.cooperative_ids[row], problem.offer_ids[column])
        for row, column in zip(rows, columns, strict=True)
    ]
    return tuple(sorted(pairs))

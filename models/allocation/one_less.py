"""What one less of a minimum would add: the plan solved again with it."""

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np

from models.allocation.comparing import moved_pairs
from models.allocation.exact import best_plan
from models.allocation.fullness import given_counts
from models.allocation.plan import AllocationPlan
from models.allocation.problem import HELD, AllocationProblem

__all__ = ["MinimumPrice", "binding_minimums", "minimum_prices", "with_one_less"]

Pairs = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class MinimumPrice:
    """What one less of a minimum is worth; exactly one of ``offer_id`` and ``district`` is given.

    Attributes
    ----------
    offer_id : str or None
        Of the least number of an offer that must be given.
    district : str or None
        Of the least number of pairs in a district.
    gain : int
        What the objective gains when the plan is made again with a minimum lower by one; at least 0.
    enters, leaves : tuple of (cooperative_id, offer_id)
        What that plan gives that this one does not, and the other way round; empty without gain.
    """

    offer_id: str | None
    district: str | None
    gain: int
    enters: Pairs = ()
    leaves: Pairs = ()


def binding_minimums(problem: AllocationProblem, plan: AllocationPlan) -> list[tuple[int, int]]:
    """Return the minimums that a plan just keeps, as (column, -1) of an offer and (-1, district)."""
    in_city, inside = given_counts(problem, plan.chosen(problem) | (problem.state == HELD))
    offers, districts = problem.quotas.city_minimum, problem.fairness.district_minimum
    found = [(int(column), -1) for column in np.flatnonzero((offers > 0) & (in_city <= offers))]
    just = np.flatnonzero((districts > 0) & (inside.sum(axis=1) <= districts))
    return [*found, *((-1, int(place)) for place in just)]


def with_one_less(problem: AllocationProblem, column: int, place: int) -> AllocationProblem:
    """Return the problem with a minimum lower by one: an offer's where ``place`` is -1, else a district's."""
    if place < 0:
        least = problem.quotas.city_minimum.copy()
        least[column] -= 1
        return replace(problem, quotas=replace(problem.quotas, city_minimum=least))
    least = problem.fairness.district_minimum.copy()
    least[place] -= 1
    return replace(problem, fairness=replace(problem.fairness, district_minimum=least))


def minimum_prices(
    problem: AllocationProblem,
    plan: AllocationPlan,
    solve: Callable[[AllocationProblem], AllocationPlan] = best_plan,
) -> tuple[MinimumPrice, ...]:
    """Return what each minimum that just holds costs, offers first, each by id.

    Parameters
    ----------
    problem : AllocationProblem
    plan : AllocationPlan
        Its best plan; one without a solution has no prices.
    solve : callable
        What found it.
    """
    if plan.status == "no_solution":
        return ()
    found = []
    for column, place in binding_minimums(problem, plan):
        again = solve(with_one_less(problem, column, place))
        gain = max(again.objective - plan.objective, 0)
        moved = moved_pairs(problem, plan, again) if gain else ((), ())
        offer_id = problem.offer_ids[column] if column >= 0 else None
        district = problem.districts[place] if place >= 0 else None
        found.append(MinimumPrice(offer_id, district, gain, *moved))
    return tuple(sorted(found, key=lambda one: (one.offer_id is None, one.offer_id or one.district or "")))

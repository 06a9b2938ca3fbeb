"""What one more place of a full quota would add: the plan solved again with it."""

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from models.allocation.checking import violations
from models.allocation.comparing import moved_pairs
from models.allocation.exact import best_plan
from models.allocation.fullness import given_counts
from models.allocation.plan import AllocationPlan, plan_of
from models.allocation.price_bounds import QuotaBounds
from models.allocation.problem import HELD, OPEN, UNLIMITED, AllocationProblem

__all__ = ["QuotaPrice", "full_quotas", "quota_prices", "with_one_more"]

Pairs = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class QuotaPrice:
    """What one more place is worth.

    Attributes
    ----------
    offer_id : str
    district : str or None
        Of a district's quota; ``None`` is the city's.
    gain : int
        What the objective gains when the plan is made again with one place more; 0 where the place would
        not be used.
    bound : int
        What it gains at most, from the prices of a plan that may split pairs; never below ``gain``.
    enters, leaves : tuple of (cooperative_id, offer_id)
        What the plan made again gives that this one does not, and the other way round; empty without gain.
    """

    offer_id: str
    district: str | None
    gain: int
    bound: int
    enters: Pairs = ()
    leaves: Pairs = ()


def full_quotas(problem: AllocationProblem, plan: AllocationPlan) -> list[tuple[int, int]]:
    """Return the quotas of which no place is left, as column and district; district -1 is the city."""
    in_city, inside = given_counts(problem, plan.chosen(problem) | (problem.state == HELD))
    city, district = problem.quotas.city_left, problem.quotas.district_left
    found = [(int(column), -1) for column in np.flatnonzero((city < UNLIMITED) & (in_city >= city))]
    full = np.argwhere((district < UNLIMITED) & (inside >= district))
    return [*found, *((int(column), int(place)) for place, column in full)]


def with_one_more(problem: AllocationProblem, column: int, place: int = -1) -> AllocationProblem:
    """Return the problem with one place more of an offer, in the city or in one district."""
    quotas = problem.quotas
    city, district = quotas.city_left.copy(), quotas.district_left.copy()
    if place < 0:
        city[column] += 1
    else:
        district[place, column] += 1
    return replace(problem, quotas=replace(quotas, city_left=city, district_left=district))


def quota_prices(
    problem: AllocationProblem,
    plan: AllocationPlan,
    solve: Callable[[AllocationProblem], AllocationPlan] = best_plan,
) -> tuple[QuotaPrice, ...]:
    """Return what one more place of every full quota would add, by offer and district.

    A quota is not solved again where its bound, or the lack of wishes, says already that nothing is gained,
    nor where the linear program behind the bound splits no pair: that plan is the best then.

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
    bounds = QuotaBounds(problem, plan)
    wishes = (problem.state == OPEN) & problem.can_hold() & ~plan.chosen(problem)
    found = []
    for column, place in full_quotas(problem, plan):
        inside = (problem.district_of == place) | (place < 0)
        bound = bounds.at_most(column, place) if wishes[inside, column].any() else 0
        again: AllocationPlan | None = plan
        if bound > 0:
            bound, marks = bounds.with_one_more(column, place)
            again = plan if not bound else _proved(with_one_more(problem, column, place), marks, plan, bound)
        if again is None:
            again = solve(with_one_more(problem, column, place))
        # a duty towards whoever could now get something may make the place useless, or even a burden
        is_used = again.status != "no_solution" and again.objective > plan.objective
        gain = again.objective - plan.objective if is_used else 0
        moved = moved_pairs(problem, plan, again) if is_used else ((), ())
        district = None if place < 0 else problem.districts[place]
        found.append(QuotaPrice(problem.offer_ids[column], district, gain, max(bound, gain), *moved))
    return tuple(sorted(found, key=lambda one: (one.offer_id, one.district or "")))


def _proved(
    wider: AllocationProblem, marks: npt.NDArray[np.bool_] | None, plan: AllocationPlan, bound: int
) -> AllocationPlan | None:
    """Return the plan behind a bound where it is one that reaches it, and so the best."""
    if marks is None:
        return None
    found = plan_of(wider, marks)
    is_best = found.objective - plan.objective == bound and not violations(wider, found.chosen(wider))
    return found if is_best else None

"""What the plan that holds says of one cooperative, and how contested its suggestions are."""

from collections.abc import Mapping
from dataclasses import dataclass

from recommender.allocations.records import Allocation, Assignment, Contest, Unserved, WaitingLine
from recommender.errors import RefusedError
from recommender.workspace import Workspace

__all__ = ["PlanStanding", "contests_by_offer", "plan_standing"]


@dataclass(frozen=True, slots=True)
class PlanStanding:
    """One cooperative in a plan.

    Attributes
    ----------
    gets : mapping of offer_id to Assignment
        The places that it gets.
    waits : mapping of offer_id to WaitingLine
        The waiting lists that it is on.
    unserved : Unserved or None
        Why it gets nothing, if so.
    """

    plan: Allocation
    gets: Mapping[str, Assignment]
    waits: Mapping[str, WaitingLine]
    unserved: Unserved | None


def contests_by_offer(workspace: Workspace, objective: str) -> dict[str, Contest]:
    """Return how contested each offer with few places is; empty where there are too many cooperatives."""
    found = workspace.contests(objective=objective)
    return {one.offer_id: one for one in found if one.places is not None}


def plan_standing(workspace: Workspace, cooperative_id: str) -> PlanStanding | None:
    """Return what the plan that holds says of a cooperative, ``None`` where none holds.

    Nor where it cannot be read. A cooperative that came after the plan was made is in none of its lists.
    """
    try:
        plan = workspace.published_allocation()
    except RefusedError:
        # the page of plans says that this one cannot be read; advice does not depend on it
        return None
    if plan is None:
        return None
    unserved = [one for one in plan.unserved if one.cooperative_id == cooperative_id]
    return PlanStanding(
        plan=plan,
        gets={one.offer_id: one for one in plan.assignments if one.cooperative_id == cooperative_id},
        waits={one.offer_id: one for one in plan.waiting if one.cooperative_id == cooperative_id},
        unserved=next(iter(unserved), None),
    )

"""The city-wide plan: make it, ask it, publish it, take it back."""

from typing import Annotated

from fastapi import Body, Path, Query, Response
from pydantic import BaseModel, ConfigDict, Field

from api.rest.allocation_answers import (
    ComparisonShape,
    ContestList,
    DialList,
    SuccessionList,
    WhyNotShape,
)
from api.rest.allocation_shapes import (
    AllocationList,
    AllocationShape,
    AllocationStateShape,
    AllocationWish,
    newest_first,
    told,
)
from api.rest.languages import Spoken
from api.rest.pages import Cursor
from api.rest.parameters import At, CooperativeId, Limit, Objective, OfferId, UpdatedSince
from api.rest.place_shapes import AcceptanceShape, PlaceWish, ReleaseShape, ReleaseWish
from api.rest.routing import CALLER, json_of, rest_router
from api.security.access import Permission, Scope, declared
from api.wiring import Wired

__all__ = ["router"]

router = rest_router("allocations")

PlanId = Annotated[str, Path(description="As in the list.", examples=["rencana-3f2a90c1d2e4"], max_length=64)]


class Decision(BaseModel):
    """What may be said when a plan is published or withdrawn."""

    model_config = ConfigDict(extra="forbid")

    why: str | None = Field(default=None, max_length=500, description="The reason, for the record.")


@router.get(
    "/allocations", operation_id="listAllocations", summary="List the plans", response_model=AllocationList
)
@declared(Permission.SEE_ADVICE, Scope.CITY, kept=True)
def list_allocations(
    workspace: Wired,
    language: Spoken,
    pager: Cursor,
    limit: Limit = 100,
    updated_since: UpdatedSince = None,
) -> Response:
    """Those that were kept, newest first; at most one of them is published."""
    lines = sorted(workspace.allocations(), key=newest_first)
    if updated_since is not None:
        changed = {one.allocation_id for one in workspace.store.allocations() if one.since > updated_since}
        lines = [one for one in lines if one.allocation_id in changed]
    shown, following = pager.page(lines, [newest_first(one) for one in lines], limit)
    items = [AllocationStateShape.of(one, language) for one in shown]
    return json_of(AllocationList(items=items, total=len(lines), next_cursor=following))


@router.post(
    "/allocations",
    operation_id="makeAllocation",
    summary="Make a plan",
    status_code=202,
    response_model=AllocationShape,
)
@declared(Permission.RECORD_DECISIONS, Scope.CITY)
def make_allocation(
    workspace: Wired,
    language: Spoken,
    wish: Annotated[AllocationWish | None, Body()] = None,
    dry_run: Annotated[
        bool, Query(description="Make it without keeping it; the answer is `200` and its state `draft`.")
    ] = False,
) -> Response:
    """Keep the plan and say where it is; the same wish on the same data is the same plan.

    A plan that cannot exist is an answer, too: `no_solution`, with the smallest change that would help.
    """
    asked = wish or AllocationWish()
    if dry_run:
        return json_of(AllocationShape.of(workspace.allocate(asked.settings(), at=asked.at), language))
    plan = workspace.solve_allocation(asked.settings(), at=asked.at, author=CALLER)
    answer = json_of(AllocationShape.of(plan, language))
    answer.status_code = 202
    answer.headers["Location"] = f"/api/v1/allocations/{plan.allocation_id}"
    return answer


@router.get(
    "/allocations/contests",
    operation_id="listContests",
    summary="How contested each offer is before any plan",
    response_model=ContestList,
)
@declared(Permission.SEE_ADVICE, Scope.CITY, kept=True)
def list_contests(
    workspace: Wired, language: Spoken, objective: Objective = "balanced", at: At = None
) -> Response:
    """Count the cooperatives that have each offer among their first three."""
    found = workspace.contests(at=at, objective=objective)
    return json_of(ContestList(items=[told(one, language) for one in found], total=len(found)))


@router.get(
    "/allocations/{allocation_id}",
    operation_id="getAllocation",
    summary="One plan with all that explains it",
    response_model=AllocationShape,
)
@declared(Permission.SEE_ADVICE, Scope.CITY, kept=True)
def get_allocation(workspace: Wired, language: Spoken, allocation_id: PlanId) -> Response:
    """As it was made; only its state moves on."""
    return json_of(AllocationShape.of(workspace.allocation(allocation_id), language))


@router.get(
    "/allocations/{allocation_id}/why-not",
    operation_id="explainAbsence",
    summary="Why a pair is not in a plan",
    response_model=WhyNotShape,
)
@declared(Permission.SEE_ADVICE, Scope.CITY, kept=True)
def why_not(
    workspace: Wired,
    language: Spoken,
    allocation_id: PlanId,
    cooperative_id: Annotated[str, Query(description="As in the plan.", max_length=200)],
    offer_id: Annotated[str, Query(description="As in the plan.", max_length=200)],
) -> Response:
    """Name the binding limits, who has the places, and what the best plan with the pair is worth less."""
    found = workspace.why_not(allocation_id, cooperative_id, offer_id)
    return json_of(WhyNotShape.model_validate(told(found, language)))


@router.get(
    "/allocations/{allocation_id}/next",
    operation_id="listNextInLine",
    summary="Who comes next for places that were given up",
    response_model=SuccessionList,
)
@declared(Permission.SEE_ADVICE, Scope.CITY, kept=True)
def next_in_line(workspace: Wired, language: Spoken, allocation_id: PlanId) -> Response:
    """Under what is left: nobody who has a place is moved."""
    found = workspace.next_in_line(allocation_id)
    return json_of(SuccessionList(items=[told(one, language) for one in found], total=len(found)))


@router.get(
    "/allocations/{allocation_id}/dials",
    operation_id="listDials",
    summary="What each setting of fairness costs",
    response_model=DialList,
)
@declared(Permission.SEE_ADVICE, Scope.CITY, kept=True)
def list_dials(workspace: Wired, language: Spoken, allocation_id: PlanId) -> Response:
    """Make the plan again at each position."""
    found = workspace.dials(allocation_id)
    return json_of(DialList(items=[told(one, language) for one in found], total=len(found)))


@router.get(
    "/allocations/{allocation_id}/compare",
    operation_id="compareAllocations",
    summary="Two plans side by side",
    response_model=ComparisonShape,
)
@declared(Permission.SEE_ADVICE, Scope.CITY, kept=True)
def compare(
    workspace: Wired,
    language: Spoken,
    allocation_id: PlanId,
    other_id: Annotated[str, Query(alias="with", description="The later plan.", max_length=64)],
) -> Response:
    """Tell what is kept, new and dropped."""
    found = workspace.compare_allocations(allocation_id, other_id)
    return json_of(ComparisonShape.model_validate(told(found, language)))


@router.post(
    "/allocations/{allocation_id}/publish",
    operation_id="publishAllocation",
    summary="Publish a plan",
    response_model=AllocationStateShape,
)
@declared(Permission.RECORD_DECISIONS, Scope.CITY)
def publish(
    workspace: Wired, language: Spoken, allocation_id: PlanId, decision: Decision | None = None
) -> Response:
    """Let it hold from now on; the one before is withdrawn by the same act."""
    why = None if decision is None else decision.why
    found = workspace.publish_allocation(allocation_id, author=CALLER, why=why)
    return json_of(AllocationStateShape.of(found, language))


@router.post(
    "/allocations/{allocation_id}/withdraw",
    operation_id="withdrawAllocation",
    summary="Withdraw a plan",
    response_model=AllocationStateShape,
)
@declared(Permission.RECORD_DECISIONS, Scope.CITY)
def withdraw(
    workspace: Wired, language: Spoken, allocation_id: PlanId, decision: Decision | None = None
) -> Response:
    """Let it hold no more; places that were accepted stay."""
    why = None if decision is None else decision.why
    found = workspace.withdraw_allocation(allocation_id, author=CALLER, why=why)
    return json_of(AllocationStateShape.of(found, language))


@router.post(
    "/cooperatives/{cooperative_id}/offers/{offer_id}/accept",
    operation_id="acceptPlace",
    summary="Take a place, if one is left at this very moment",
    response_model=AcceptanceShape,
)
@declared(Permission.RECORD_DECISIONS, Scope.COOPERATIVE)
def accept_place(
    workspace: Wired, cooperative_id: CooperativeId, offer_id: OfferId, wish: PlaceWish | None = None
) -> Response:
    """Write an event `approved`; of two that want the last place one is refused."""
    said = wish or PlaceWish()
    found = workspace.accept_place(
        cooperative_id, offer_id, allocation_id=said.allocation_id, author=CALLER, note=said.note
    )
    return json_of(AcceptanceShape.model_validate(found, from_attributes=True))


@router.post(
    "/cooperatives/{cooperative_id}/offers/{offer_id}/release",
    operation_id="releasePlace",
    summary="Give a place up, or turn one down",
    response_model=ReleaseShape,
)
@declared(Permission.RECORD_DECISIONS, Scope.COOPERATIVE)
def release_place(
    workspace: Wired, cooperative_id: CooperativeId, offer_id: OfferId, wish: ReleaseWish
) -> Response:
    """Write the event; who comes next is at `/allocations/{id}/next`."""
    found = workspace.release_place(
        cooperative_id,
        offer_id,
        wish.kind,
        wish.reason_code,
        allocation_id=wish.allocation_id,
        author=CALLER,
        note=wish.note,
    )
    return json_of(ReleaseShape.model_validate(found, from_attributes=True))

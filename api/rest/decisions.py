"""What the members of one cooperative decided."""

import datetime as dt

from fastapi import Response
from pydantic import BaseModel, ConfigDict, Field

from api.rest.parameters import CooperativeId
from api.rest.routing import json_of, rest_router
from api.security.access import Permission, Scope, declared
from api.wiring import Wired
from recommender.deciding import decisions_of
from recommender.directory import found_cooperative

__all__ = ["router"]

router = rest_router("decisions")


class DecisionShape(BaseModel):
    """One decision of a members' meeting; `null` is unknown."""

    model_config = ConfigDict(from_attributes=True)

    decision_id: str
    cooperative_id: str
    decided_on: dt.date
    offer_ids: list[str] = Field(description="Empty where the members chose nothing or put it off.")
    present_count: int | None
    votes_for_count: int | None
    votes_against_count: int | None
    votes_abstained_count: int | None
    minutes_number: str | None
    recorded_by: str | None
    note: str | None


class DecisionList(BaseModel):
    """All decisions of one cooperative, newest first."""

    items: list[DecisionShape]
    total: int


@router.get(
    "/cooperatives/{cooperative_id}/decisions",
    operation_id="listDecisions",
    summary="What the members decided, newest first",
    response_model=DecisionList,
)
@declared(Permission.SEE_ADVICE, Scope.COOPERATIVE, kept=True)
def list_decisions(workspace: Wired, cooperative_id: CooperativeId) -> Response:
    """Advice never changes a decision, and a decision never changes advice."""
    found_cooperative(workspace.gathered(), cooperative_id)
    items = [DecisionShape.model_validate(one) for one in decisions_of(workspace.store, cooperative_id)]
    return json_of(DecisionList(items=items, total=len(items)))

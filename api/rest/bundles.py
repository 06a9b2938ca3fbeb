"""What fits together in one cooperative, which steps open more, what one offer earns there."""

from typing import Annotated

from fastapi import Query, Response

from api.rest.bundle_shapes import BundleShape
from api.rest.economics_shapes import EconomicsShape
from api.rest.languages import Spoken
from api.rest.parameters import At, CooperativeId, OfferId
from api.rest.plan_shapes import StepPlanShape
from api.rest.routing import json_of, rest_router
from api.security.access import Permission, Scope, declared
from api.texts import NO_DECISION
from api.wiring import Wired
from recommender.advice.bundle_records import JOBS_TARGET, MOST_OFFERS

__all__ = ["router"]

router = rest_router("suggestions")


@router.get(
    "/cooperatives/{cooperative_id}/bundle",
    operation_id="getBundle",
    summary="The best set of offers for one cooperative",
    response_model=BundleShape,
)
@declared(Permission.SEE_ADVICE, Scope.COOPERATIVE, kept=True)
def get_bundle(
    *,
    workspace: Wired,
    language: Spoken,
    cooperative_id: CooperativeId,
    most: Annotated[int, Query(description="At most so many offers at once.", ge=1, le=30)] = MOST_OFFERS,
    jobs_target: Annotated[float, Query(description="Workers aimed at.", ge=0, le=1000)] = JOBS_TARGET,
    at: At = None,
) -> Response:
    """Exact: no other set within the known limits is worth more.

    Worth is first whether the work aimed at is reached, then probability × margin a month. No loan is
    counted on that no scheme gives today.
    """
    found = workspace.bundle(
        cooperative_id, at=at, most=most, jobs_target=jobs_target, language=language, author="api"
    )
    return json_of(BundleShape.of(found, notice=NO_DECISION.say(language), language=language))


@router.get(
    "/cooperatives/{cooperative_id}/steps",
    operation_id="getSteps",
    summary="The steps of all offers of one cooperative as one plan",
    response_model=StepPlanShape,
)
@declared(Permission.SEE_ADVICE, Scope.COOPERATIVE, kept=True)
def get_steps(workspace: Wired, language: Spoken, cooperative_id: CooperativeId, at: At = None) -> Response:
    """Each failed mandatory rule once, in the order of applying, with the offers it opens.

    With the cheapest and the quickest way to open one more offer, two, and so on.
    """
    found = workspace.step_plan(cooperative_id, at=at, language=language, author="api")
    return json_of(StepPlanShape.of(found))


@router.get(
    "/cooperatives/{cooperative_id}/offers/{offer_id}/economics",
    operation_id="getEconomics",
    summary="A month of one offer in one cooperative, from demand to payback",
    response_model=EconomicsShape,
)
@declared(Permission.SEE_ADVICE, Scope.COOPERATIVE, kept=True)
def get_economics(
    workspace: Wired, language: Spoken, cooperative_id: CooperativeId, offer_id: OfferId, at: At = None
) -> Response:
    """At the low, usual and high reading of what is not known, with what the spread comes from."""
    found = workspace.economics(cooperative_id, offer_id, at=at, language=language)
    return json_of(EconomicsShape.model_validate(found))

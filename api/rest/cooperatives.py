"""Cooperatives: list, profile, eligibility."""

from typing import Annotated

from fastapi import Query, Response

from api.rest.advice_shapes import EligibilityShape
from api.rest.languages import Spoken
from api.rest.pages import Cursor
from api.rest.parameters import At, CooperativeId, Limit, UpdatedSince
from api.rest.profile_shapes import CooperativeBrief, CooperativePage, CooperativeProfile
from api.rest.routing import json_of, rest_router
from api.security.access import Permission, Scope, declared
from api.wiring import Wired
from recommender.advice.ruling import pair_rules
from recommender.directory import line_fits
from recommender.listing import changed_since, cooperative_row

__all__ = ["router"]

router = rest_router("cooperatives")


@router.get(
    "/cooperatives",
    operation_id="listCooperatives",
    summary="List the cooperatives",
    response_model=CooperativePage,
)
@declared(Permission.SEE_COOPERATIVES, Scope.CITY, kept=True)
def list_cooperatives(
    workspace: Wired,
    pager: Cursor,
    limit: Limit = 100,
    district: Annotated[
        str | None, Query(description="Only this kecamatan, by its name; case does not matter.")
    ] = None,
    q: Annotated[
        str | None,
        Query(
            description="Only names, areas or ids that contain this; case does not matter.", max_length=100
        ),
    ] = None,
    updated_since: UpdatedSince = None,
) -> Response:
    """By id. Unknown values are `null`; they are never 0 and never no."""
    lines = [line for line in workspace.cooperatives() if line_fits(line, district, q)]
    if updated_since is not None:
        changed = changed_since(workspace.store, "cooperatives", updated_since)
        lines = [line for line in lines if line.cooperative_id in changed]
    shown, following = pager.page(lines, [line.cooperative_id for line in lines], limit)
    items = [CooperativeBrief.model_validate(line) for line in shown]
    return json_of(CooperativePage(items=items, total=len(lines), next_cursor=following))


@router.get(
    "/cooperatives/{cooperative_id}",
    operation_id="getCooperative",
    summary="One cooperative's profile",
    response_model=CooperativeProfile,
)
@declared(Permission.SEE_COOPERATIVES, Scope.COOPERATIVE, kept=True)
def get_cooperative(workspace: Wired, cooperative_id: CooperativeId, at: At = None) -> Response:
    """Every column as of the day, dated facts merged in."""
    source = workspace.gathered(at)
    row = cooperative_row(source, cooperative_id)
    return json_of(CooperativeProfile.model_validate({**row, "at": source.at}))


@router.get(
    "/cooperatives/{cooperative_id}/eligibility",
    operation_id="getEligibility",
    summary="Every rule of every offer for one cooperative",
    response_model=EligibilityShape,
)
@declared(Permission.SEE_ADVICE, Scope.COOPERATIVE, kept=True)
def get_eligibility(
    workspace: Wired, language: Spoken, cooperative_id: CooperativeId, at: At = None
) -> Response:
    """Each rule is met, failed or unknown; only mandatory rules, validity and places decide the status."""
    source = workspace.gathered(at)
    found = pair_rules(source, cooperative_id, language=language, made_at=workspace.now())
    return json_of(EligibilityShape.of(cooperative_id, source.at, found))

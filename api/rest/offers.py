"""Partners, their offers, and the rules of an offer."""

from typing import Annotated

from fastapi import Query, Response

from api.rest.catalogue_shapes import (
    Offer,
    OfferDetail,
    OfferPage,
    Partner,
    PartnerPage,
    Requirement,
    Requirements,
    ValueOrigin,
)
from api.rest.pages import Cursor
from api.rest.parameters import At, Limit, OfferId, UpdatedSince
from api.rest.routing import json_of, rest_router
from api.security.access import Permission, Scope, declared
from api.wiring import Wired
from recommender.listing import (
    changed_since,
    offer_origins,
    offer_row,
    offer_rows,
    partner_rows,
    requirement_rows,
)

__all__ = ["router"]

router = rest_router("offers")


@router.get("/partners", operation_id="listPartners", summary="List the partners", response_model=PartnerPage)
@declared(Permission.SEE_CATALOGUE, Scope.NOBODY, kept=True)
def list_partners(
    workspace: Wired, pager: Cursor, limit: Limit = 100, updated_since: UpdatedSince = None
) -> Response:
    """Who offers business models, by id."""
    rows = partner_rows(workspace.store)
    if updated_since is not None:
        changed = changed_since(workspace.store, "partners", updated_since)
        rows = [row for row in rows if row["partner_id"] in changed]
    shown, following = pager.page(rows, [str(row["partner_id"]) for row in rows], limit)
    items = [Partner.model_validate(row) for row in shown]
    return json_of(PartnerPage(items=items, total=len(rows), next_cursor=following))


@router.get("/offers", operation_id="listOffers", summary="List the offers", response_model=OfferPage)
@declared(Permission.SEE_CATALOGUE, Scope.NOBODY, kept=True)
def list_offers(
    workspace: Wired,
    pager: Cursor,
    limit: Limit = 100,
    sector: Annotated[str | None, Query(description="Only this sector, such as `energy`.")] = None,
    partner_id: Annotated[str | None, Query(description="Only this partner's.")] = None,
    updated_since: UpdatedSince = None,
) -> Response:
    """By id. Money is whole rupiah; unknown is `null`, a quota of `null` means no limit."""
    rows = [
        row
        for row in offer_rows(workspace.store)
        if sector in {None, row["sector"]} and partner_id in {None, row["partner_id"]}
    ]
    if updated_since is not None:
        changed = changed_since(workspace.store, "offers", updated_since)
        rows = [row for row in rows if row["offer_id"] in changed]
    shown, following = pager.page(rows, [str(row["offer_id"]) for row in rows], limit)
    items = [Offer.model_validate(row) for row in shown]
    return json_of(OfferPage(items=items, total=len(rows), next_cursor=following))


@router.get("/offers/{offer_id}", operation_id="getOffer", summary="One offer", response_model=OfferDetail)
@declared(Permission.SEE_CATALOGUE, Scope.NOBODY, kept=True)
def get_offer(workspace: Wired, offer_id: OfferId) -> Response:
    """With the origin of each value: a fact with its source and day, or an assumption."""
    row = offer_row(workspace.store, offer_id)
    origins = offer_origins(workspace.store, offer_id)
    found = [ValueOrigin.model_validate(origins[field]) for field in sorted(origins)]
    return json_of(OfferDetail.model_validate({**row, "origins": found}))


@router.get(
    "/offers/{offer_id}/requirements",
    operation_id="listRequirements",
    summary="The rules of one offer",
    response_model=Requirements,
)
@declared(Permission.SEE_CATALOGUE, Scope.NOBODY, kept=True)
def list_requirements(workspace: Wired, offer_id: OfferId, at: At = None) -> Response:
    """Those in force on the day, by rule id; only `must` decides the status of a pair."""
    source = workspace.gathered(at)
    rules = [Requirement.model_validate(row) for row in requirement_rows(source, offer_id)]
    return json_of(Requirements(offer_id=offer_id, at=source.at, requirements=rules))

"""Financing schemes, and the instalments of a loan under one of them."""

from typing import Annotated

from fastapi import Path, Query, Response

from api.problems import FieldFault, ProblemError, problem_named
from api.rest.financing_shapes import LoanSchedule, Scheme, SchemePage
from api.rest.languages import Spoken
from api.rest.pages import Cursor
from api.rest.parameters import Limit, UpdatedSince
from api.rest.routing import json_of, rest_router
from api.security.access import Permission, Scope, declared
from api.wiring import Wired
from recommender.errors import LoanRefusedError
from recommender.financing import LoanWish, loan_plan
from recommender.listing import changed_since
from recommender.loan_remarks import scheme_remarks
from recommender.loan_schemes import loan_schemes

__all__ = ["router"]

router = rest_router("financing")

_MOST_IDR = 10**12


@router.get(
    "/financing",
    operation_id="listFinancing",
    summary="List the financing schemes",
    response_model=SchemePage,
)
@declared(Permission.SEE_CATALOGUE, Scope.NOBODY, kept=True)
def list_financing(
    workspace: Wired,
    language: Spoken,
    pager: Cursor,
    limit: Limit = 100,
    updated_since: UpdatedSince = None,
) -> Response:
    """By id, each dated statement as it was made; statements may contradict each other."""
    schemes = loan_schemes(workspace.store, workspace.today())
    rows = sorted(schemes, key=lambda one: one.scheme_id)
    if updated_since is not None:
        changed = changed_since(workspace.store, "financing", updated_since)
        rows = [one for one in rows if one.scheme_id in changed]
    shown, following = pager.page(rows, [one.scheme_id for one in rows], limit)
    items = [Scheme.of(one, scheme_remarks(one, schemes), language) for one in shown]
    return json_of(SchemePage(items=items, total=len(rows), next_cursor=following))


@router.get(
    "/financing/{scheme_id}/schedule",
    operation_id="getLoanSchedule",
    summary="The instalments of a loan under one scheme",
    response_model=LoanSchedule,
)
@declared(Permission.SEE_CATALOGUE, Scope.NOBODY, kept=True)
def get_loan_schedule(
    *,
    workspace: Wired,
    language: Spoken,
    scheme_id: Annotated[str, Path(description="The scheme's id, as in the list.", examples=["pmk-49-2025"])],
    principal_idr: Annotated[
        int, Query(description="The loan, whole rupiah; at most the scheme's ceiling.", ge=1, le=_MOST_IDR)
    ],
    tenor_months: Annotated[
        int | None,
        Query(
            description="Months, grace included, at most the scheme's; the scheme's when left out. Required "
            "where the scheme states none.",
            ge=1,
            le=600,
        ),
    ] = None,
    rate_percent_per_year: Annotated[
        float | None,
        Query(description="Percent a year; only for a scheme that states none.", ge=0, le=100),
    ] = None,
) -> Response:
    """In grace months only interest is paid; equal payments after; the last one takes the rounding.

    Only an `open` scheme may be applied for: `warning` says what any other status means.
    """
    wish = LoanWish(principal_idr, scheme_id, tenor_months, rate_percent_per_year)
    try:
        found = loan_plan(workspace.store, wish, workspace.today())
    except LoanRefusedError as error:
        fault = FieldFault(f"query.{error.field}", error.code, error.message_id, error.message_en)
        raise ProblemError(problem_named("refused", [fault])) from error
    return json_of(LoanSchedule.of(found, language))

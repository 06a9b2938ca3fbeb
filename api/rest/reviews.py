"""Events that wait for the department's word or are held, and the department's word."""

from typing import Annotated, Literal

from fastapi import Query, Response

from api.rest.languages import Spoken
from api.rest.pages import Cursor
from api.rest.parameters import At, Limit
from api.rest.review_shapes import PendingList, PendingShape, ReviewShape, ReviewWish, RunShape
from api.rest.routing import CALLER, json_of, rest_router
from api.security.access import Permission, Scope, declared
from api.wiring import Wired

__all__ = ["router"]

router = rest_router("reviews")


@router.get(
    "/reviews/pending",
    operation_id="listEventsToReview",
    summary="Events from which nothing is learned yet",
    response_model=PendingList,
)
@declared(Permission.SEE_ADVICE, Scope.CITY, kept=True)
def list_events_to_review(
    workspace: Wired,
    language: Spoken,
    pager: Cursor,
    limit: Limit = 100,
    at: At = None,
    offer_id: Annotated[str | None, Query(description="Only events of this offer.", max_length=200)] = None,
    reason: Annotated[
        Literal["waiting", "held"] | None, Query(description="Only those that wait, or those that are held.")
    ] = None,
) -> Response:
    """List what cooperatives and partners recorded themselves, and successes that came too suddenly."""
    cases = workspace.review_desk(at).held
    case_of = {event_id: one.case_id for one in cases for event_id in one.run.event_ids}
    found = [
        one
        for one in workspace.events_to_review(at)
        if offer_id in {None, one.offer_id} and reason in {None, one.reason}
    ]
    # held runs first, each together, then by day: the cursor holds the last of these words
    places = {one.case_id: f"{place:05}" for place, one in enumerate(cases)}
    order = [
        f"{places.get(case_of.get(one.event_id, ''), '99999')} {one.occurred_on} {one.event_id}"
        for one in found
    ]
    pairs = sorted(zip(order, found, strict=True), key=lambda pair: pair[0])
    shown, following = pager.page([one for _, one in pairs], [word for word, _ in pairs], limit)
    named = {case_of[one.event_id] for one in found if one.event_id in case_of}
    return json_of(
        PendingList(
            items=[PendingShape.of(one, case_of.get(one.event_id), language) for one in shown],
            total=len(found),
            next_cursor=following,
            runs=[RunShape.of(one) for one in cases if one.case_id in named],
        )
    )


@router.post(
    "/reviews",
    operation_id="reviewEvents",
    summary="Say whether events count",
    response_model=ReviewShape,
)
@declared(Permission.RECORD_DECISIONS, Scope.CITY)
def review_events(workspace: Wired, wish: ReviewWish) -> Response:
    """All of them or none; the same finding again changes nothing."""
    count = workspace.review_events(wish.event_ids, wish.verdict, wish.reason, author=CALLER)
    return json_of(ReviewShape(event_count=count, verdict=wish.verdict))

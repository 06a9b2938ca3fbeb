"""City assets for cooperatives without an office, and advisors' worklists."""

from typing import Annotated

from fastapi import Query, Response

from api.rest.field_shapes import PremisesShape, WorklistsShape
from api.rest.languages import Spoken
from api.rest.parameters import At
from api.rest.routing import json_of, rest_router
from api.security.access import Permission, Scope, declared
from api.wiring import Wired
from recommender.premises import LEAST_M2, MOST_KM, city_premises
from recommender.worklist.worklist import DEFAULT_SIZE, worklists

__all__ = ["router"]

router = rest_router("fieldwork")


@router.get(
    "/premises",
    operation_id="getPremises",
    summary="City assets for cooperatives without an office",
    response_model=PremisesShape,
)
@declared(Permission.SEE_ADVICE, Scope.CITY, kept=True)
def get_premises(
    workspace: Wired,
    language: Spoken,
    most_km: Annotated[float, Query(description="How far a room may be, km.", gt=0, le=500)] = MOST_KM,
    least_m2: Annotated[float, Query(description="Smallest useful room, m².", gt=0, le=100000)] = LEAST_M2,
    at: At = None,
) -> Response:
    """As many served as possible, then the least way; nothing is given twice.

    Assets that wait for the centre's guidance are listed, never given.
    """
    found = city_premises(
        workspace.store, workspace.gathered(at), most_km=most_km, least_m2=least_m2, language=language
    )
    return json_of(PremisesShape.model_validate(found))


@router.get(
    "/worklist", operation_id="getWorklist", summary="Worklists for advisors", response_model=WorklistsShape
)
@declared(Permission.SEE_ADVICE, Scope.CITY, kept=True)
def get_worklist(
    workspace: Wired,
    language: Spoken,
    size: Annotated[int, Query(description="Cooperatives on one list.", ge=7, le=15)] = DEFAULT_SIZE,
    district: Annotated[str | None, Query(description="Only this kecamatan.", max_length=100)] = None,
    at: At = None,
) -> Response:
    """Cooperatives that do no business yet, by neighbours: obstacles, smallest intervention, questions."""
    found = worklists(
        workspace.store, workspace.gathered(at), size=size, district=district, language=language
    )
    return json_of(WorklistsShape.model_validate(found))

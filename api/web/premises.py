"""Which city asset could serve which cooperative without an office."""

from fastapi import APIRouter, Request, Response

from api.security.access import Permission, Scope, declared
from api.security.routes import DeclaredRoute
from api.web.templating import language_here, pages_of
from api.wiring import Wired
from recommender.errors import RefusedError
from recommender.premises import MOST_KM, city_premises

__all__ = ["REACHES_KM", "router"]

router = APIRouter(route_class=DeclaredRoute, include_in_schema=False)

REACHES_KM = (1, 2, 3, 5, 10)
"""Distances to choose from; the address takes any other, too."""

_REFUSED = 422


@router.get("/tempat")
@declared(Permission.SEE_ADVICE, Scope.CITY, kept=True)
def get_premises_page(request: Request, workspace: Wired, km: str = "") -> Response:
    """Show who is given what, who is left out and why, and which assets wait."""
    source, language = workspace.gathered(), language_here(request)
    fault = None
    try:
        found = city_premises(workspace.store, source, most_km=_reach(km), language=language)
    except RefusedError as error:
        fault = error.say(language)
        found = city_premises(workspace.store, source, language=language)
    context = {
        "found": found,
        "reaches": sorted({*REACHES_KM, found.most_km}),
        "fault": fault,
        "has_examples": any(row.data_source == "contoh" for row in found.rows),
    }
    page = pages_of(request).page(request, "premises.html", context, day=source.at)
    page.status_code = _REFUSED if fault else 200
    return page


def _reach(km: str) -> float:
    """Read the distance; a decimal comma will do."""
    if not km.strip():
        return MOST_KM
    try:
        return float(km.strip().replace(",", "."))
    except ValueError:
        return float("nan")

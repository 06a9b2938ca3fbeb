"""What fits together in one cooperative: the set, its sums, what limits it, what an addition would bring."""

from collections.abc import Mapping

from fastapi import APIRouter, Request, Response

from api.security.access import Permission, Scope, declared
from api.security.routes import DeclaredRoute
from api.web.address_words import whole_number
from api.web.templating import language_here, pages_of
from api.web.where import cooperative_here
from api.wiring import Wired
from recommender.advice.bundle_records import JOBS_TARGET, MOST_OFFERS

__all__ = ["router"]

router = APIRouter(route_class=DeclaredRoute, include_in_schema=False)

_LARGEST, _MOST_JOBS = 30, 100


@router.get("/koperasi/{cooperative_id}/paket")
@declared(Permission.SEE_ADVICE, Scope.COOPERATIVE, kept=True)
def get_bundle_page(request: Request, workspace: Wired, cooperative_id: str) -> Response:
    """Show the best set; how many offers and workers are aimed at stands in the address."""
    most = _number(request.query_params, "paling", MOST_OFFERS, 1, _LARGEST)
    jobs = _number(request.query_params, "pekerja", round(JOBS_TARGET), 0, _MOST_JOBS)
    found = workspace.bundle(
        cooperative_id, most=most, jobs_target=jobs, language=language_here(request), author="halaman"
    )
    source = workspace.gathered(found.at)
    context = {
        "cooperative": cooperative_here(source, cooperative_id),
        "bundle": found,
        "pairs": [one.suggestion for one in found.offers],
        "by_id": {one.suggestion.offer_id: one for one in found.offers},
        "titles": source.titles,
        "objective": "balanced",
        "most": most,
        "jobs": jobs,
    }
    return pages_of(request).page(
        request, "bundle.html", context, day=found.at, model_version=found.model_version
    )


def _number(query: Mapping[str, str], name: str, usual: int, low: int, high: int) -> int:
    """Read a number from the address; what is none, or out of range, stands for the usual one."""
    found = whole_number(query.get(name, "").strip())
    return found if found is not None and low <= found <= high else usual

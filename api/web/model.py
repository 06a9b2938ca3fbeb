"""Which model answers, since when and why; promoting and going back stay with the command line."""

from fastapi import APIRouter, Request, Response

from api.security.access import Permission, Scope, declared
from api.security.routes import DeclaredRoute
from api.web.templating import pages_of
from api.wiring import Wired
from recommender.clock import jakarta_today
from recommender.training.promoting import reason_pair

__all__ = ["router"]

router = APIRouter(route_class=DeclaredRoute, include_in_schema=False)


@router.get("/model")
@declared(Permission.SEE_MODELS, Scope.NOBODY)
def get_model_page(request: Request, workspace: Wired) -> Response:
    """Show who answers, how it was judged, what it makes of the beliefs, every version and decision."""
    report = workspace.model_report()
    found = report.standing
    beliefs = report.beliefs
    context = {
        "report": report,
        "found": found,
        "prior_version": workspace.prior_version(),
        "contradicted": None if beliefs is None else [one for one in beliefs if one.is_contradicted],
        "agreed": [one for one in beliefs or () if not one.is_contradicted],
        "jakarta": jakarta_today,
        "reason_pair": reason_pair,
    }
    return pages_of(request).page(
        request, "model.html", context, day=report.at, model_version=found.active.version
    )

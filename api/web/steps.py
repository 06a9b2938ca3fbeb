"""The steps of all offers of one cooperative as one plan."""

from fastapi import APIRouter, Request, Response

from api.security.access import Permission, Scope, declared
from api.security.routes import DeclaredRoute
from api.web.templating import language_here, pages_of
from api.web.where import cooperative_here
from api.wiring import Wired

__all__ = ["router"]

router = APIRouter(route_class=DeclaredRoute, include_in_schema=False)


@router.get("/koperasi/{cooperative_id}/langkah")
@declared(Permission.SEE_ADVICE, Scope.COOPERATIVE, kept=True)
def get_step_plan_page(request: Request, workspace: Wired, cooperative_id: str) -> Response:
    """Show each step once, what it opens, and the cheapest and the quickest way."""
    plan = workspace.step_plan(cooperative_id, language=language_here(request), author="halaman")
    context = {
        "cooperative": cooperative_here(workspace.gathered(plan.at), cooperative_id),
        "plan": plan,
        "objective": "balanced",
    }
    return pages_of(request).page(
        request, "steps.html", context, day=plan.at, model_version=plan.model_version
    )

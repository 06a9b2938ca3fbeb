"""What can be asked of a kept plan: why not this pair, how it differs from another, what a setting costs."""

from collections import Counter

from fastapi import APIRouter, Request, Response

from api.security.access import Permission, Scope, declared
from api.security.routes import DeclaredRoute
from api.web.allocation_page import PlanPage, plan_page
from api.web.templating import language_here
from api.wiring import Wired
from recommender.errors import RefusedError

__all__ = ["router"]

router = APIRouter(route_class=DeclaredRoute, include_in_schema=False)

_CONFLICT = 409


@router.get("/alokasi/{allocation_id}/mengapa")
@declared(Permission.SEE_ADVICE, Scope.CITY, kept=True)
def get_why_not(
    request: Request, workspace: Wired, allocation_id: str, koperasi: str = "", model: str = ""
) -> Response:
    """Show why a pair is not in the plan; without a pair, the form that asks."""
    page, plan = PlanPage(workspace), workspace.allocation(allocation_id)
    titles = workspace.gathered().titles
    found, refusal = None, ""
    if koperasi and model:
        try:
            found = workspace.why_not(allocation_id, koperasi, model)
        except RefusedError as error:
            refusal = error.say(language_here(request))
    context: dict[str, object] = {
        "found": found,
        "refusal": refusal,
        "chosen": (koperasi, model),
        "cooperatives": sorted((line.name.casefold(), line.name, one) for one, line in page.lines.items()),
        "offers": sorted((title.casefold(), title, one) for one, title in titles.items()),
    }
    return plan_page(
        request, page, "allocation_why.html", plan, context, status=_CONFLICT if refusal else 200
    )


@router.get("/alokasi/{allocation_id}/banding")
@declared(Permission.SEE_ADVICE, Scope.CITY, kept=True)
def get_comparison(request: Request, workspace: Wired, allocation_id: str, dengan: str = "") -> Response:
    """Show what the plan changes against another; without one chosen, against the one that holds."""
    page, plan = PlanPage(workspace), workspace.allocation(allocation_id)
    others = [one for one in page.states.values() if one.allocation_id != allocation_id]
    usual = page.published if page.published in others else next(iter(others), None)
    chosen = dengan or (usual.allocation_id if usual else "")
    found = workspace.compare_allocations(chosen, allocation_id) if chosen else None
    context: dict[str, object] = {
        "others": others,
        "chosen": chosen,
        "found": found,
        "before": workspace.allocation(chosen) if chosen else None,
        "counts": Counter(one.kind for one in found.changes) if found else {},
    }
    return plan_page(request, page, "allocation_compare.html", plan, context)


@router.get("/alokasi/{allocation_id}/pengaturan")
@declared(Permission.SEE_ADVICE, Scope.CITY, kept=True)
def get_dials(request: Request, workspace: Wired, allocation_id: str) -> Response:
    """Show what each setting of fairness and stability would cost."""
    page, plan = PlanPage(workspace), workspace.allocation(allocation_id)
    refusal = ""
    try:
        dials = workspace.dials(allocation_id)
    except RefusedError as error:
        dials, refusal = (), error.say(language_here(request))
    context: dict[str, object] = {"dials": dials, "refusal": refusal}
    return plan_page(
        request, page, "allocation_dials.html", plan, context, status=_CONFLICT if refusal else 200
    )

"""The city-wide plan: the one that holds, a dry run with other settings, keeping it, a kept one."""

from collections.abc import Mapping

from fastapi import APIRouter, Request, Response
from starlette.concurrency import run_in_threadpool

from api.security.access import Permission, Scope, declared
from api.security.routes import DeclaredRoute
from api.web.allocation_form import STATUSES, AskedPlan, asked_plan
from api.web.allocation_page import PlanPage, filters_here, plan_page, standing_now, standing_of
from api.web.cooperatives import OBJECTIVES
from api.web.import_desk import author_of, leading_to
from api.web.templating import language_here
from api.wiring import Wired
from recommender.allocations.records import Allocation
from recommender.errors import NotFoundError, RecommenderError, RefusedError

__all__ = ["router"]

router = APIRouter(route_class=DeclaredRoute, include_in_schema=False)

_REFUSED, _CHANGED = 422, 409
_NOTHING: Mapping[str, object] = {}


@router.get("/alokasi")
@declared(Permission.SEE_ADVICE, Scope.CITY, kept=True)
def get_allocations(request: Request, workspace: Wired, hitung: str = "") -> Response:
    """Show the plan that holds, or with ``hitung=1`` what other settings would give; nothing is kept."""
    page, asked = PlanPage(workspace), asked_plan(request.query_params, language_here(request))
    if hitung == "1":
        return _tried(request, page, asked)
    try:
        plan = workspace.published_allocation()
    except RefusedError as error:
        # a plan that cannot be read must not hide the others, nor the form
        return _page(request, page, asked, None, refusal=error, status=_CHANGED)
    return _page(request, page, asked, plan)


@router.post("/alokasi")
@declared(Permission.RECORD_DECISIONS, Scope.CITY)
async def post_allocation(request: Request, workspace: Wired) -> Response:
    """Keep the plan of these settings, if it would still be the one that was shown."""
    form = await request.form()

    def keep() -> Response:
        page, asked = PlanPage(workspace), asked_plan(form, language_here(request))
        if asked.settings is None or page.is_wide:
            return _page(request, page, asked, None, status=_REFUSED)
        if form.get("keadaan") != standing_now(page, asked.settings.previous_id):
            return _tried(request, page, asked, is_changed=True)
        try:
            kept = workspace.solve_allocation(asked.settings, author=author_of(request))
        except (RefusedError, NotFoundError) as error:
            return _page(request, page, asked, None, refusal=error, status=_REFUSED)
        return leading_to(request, f"/alokasi/{kept.allocation_id}", disimpan="1")

    return await run_in_threadpool(keep)


@router.get("/alokasi/{allocation_id}")
@declared(Permission.SEE_ADVICE, Scope.CITY, kept=True)
def get_allocation(request: Request, workspace: Wired, allocation_id: str, disimpan: str = "") -> Response:
    """Show a plan that was kept, as it was made, in the state that it has now."""
    page, plan = PlanPage(workspace), workspace.allocation(allocation_id)
    context: dict[str, object] = {
        "view": page.view(plan, filters_here(request)),
        "next": page.next_in_line(plan),
        "is_saved": disimpan == "1",
        "filter_query": _NOTHING,
    }
    return plan_page(request, page, "allocation.html", plan, context)


def _tried(request: Request, page: PlanPage, asked: AskedPlan, *, is_changed: bool = False) -> Response:
    """Show a dry run, or the form again with what is wrong."""
    if asked.settings is None or page.is_wide:
        return _page(request, page, asked, None, status=_REFUSED)
    try:
        plan = page.workspace.allocate(asked.settings)
    except (RefusedError, NotFoundError) as error:
        return _page(request, page, asked, None, refusal=error, status=_REFUSED)
    status = _CHANGED if is_changed else 200
    return _page(request, page, asked, plan, is_changed=is_changed, status=status)


def _page(
    request: Request,
    page: PlanPage,
    asked: AskedPlan,
    plan: Allocation | None,
    *,
    refusal: RecommenderError | None = None,
    is_changed: bool = False,
    status: int = 200,
) -> Response:
    """Show the plans, the form, and a plan where there is one."""
    workspace = page.workspace
    is_dry = plan is not None and plan.state == "draft"
    context: dict[str, object] = {
        "asked": asked,
        "refusal": refusal.say(language_here(request)) if refusal else "",
        "is_changed": is_changed,
        "is_dry": is_dry,
        "objectives": OBJECTIVES,
        "statuses": STATUSES,
        "standing": standing_of(plan) if plan is not None and is_dry else "",
        "filter_query": asked.query() | {"hitung": "1"} if is_dry else _NOTHING,
        "view": page.view(plan, filters_here(request)) if plan else None,
        "next": page.next_in_line(plan) if plan else (),
        "contests": () if page.is_wide or not page.lines else workspace.contests(),
    }
    return plan_page(request, page, "allocations.html", plan, context, status=status)

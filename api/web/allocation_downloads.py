"""A plan as a workbook, with the annex for a letter."""

from urllib.parse import urlencode

from fastapi import APIRouter, Request, Response
from starlette.responses import RedirectResponse

from api.security.access import Permission, Scope, declared
from api.security.routes import DeclaredRoute
from api.web.allocation_form import asked_plan
from api.web.allocation_page import PlanPage
from api.web.templating import language_here
from api.wiring import Wired
from recommender.allocations.annex import PAPERS
from recommender.allocations.plan_workbook import plan_workbook
from recommender.allocations.records import Allocation
from recommender.errors import NotFoundError, RefusedError

__all__ = ["router"]

router = APIRouter(route_class=DeclaredRoute, include_in_schema=False)

_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@router.get("/alokasi.xlsx")
@declared(Permission.SEE_ADVICE, Scope.CITY)
def get_dry_workbook(request: Request, workspace: Wired, kertas: str = "") -> Response:
    """Give a dry run with the settings of the address; settings that do not fit lead to the form."""
    page, asked = PlanPage(workspace), asked_plan(request.query_params, language_here(request))
    if asked.settings is not None and not page.is_wide:
        try:
            plan = workspace.allocate(asked.settings)
        except (RefusedError, NotFoundError):
            pass
        else:
            return _workbook(request, page, plan, kertas)
    sent = [(name, value) for name, value in request.query_params.multi_items() if name != "hitung"]
    return RedirectResponse(f"/alokasi?{urlencode([*sent, ('hitung', '1')])}", status_code=303)


@router.get("/alokasi/{allocation_id}.xlsx")
@declared(Permission.SEE_ADVICE, Scope.CITY)
def get_workbook(request: Request, workspace: Wired, allocation_id: str, kertas: str = "") -> Response:
    """Give a plan that was kept."""
    return _workbook(request, PlanPage(workspace), workspace.allocation(allocation_id), kertas)


def _workbook(request: Request, page: PlanPage, plan: Allocation, paper: str) -> Response:
    content = plan_workbook(
        plan,
        areas=page.areas(),
        titles=page.workspace.gathered().titles,
        language=language_here(request),
        paper=paper if paper in PAPERS else "a4",
    )
    # ids are letters, digits and dashes: they come from the store, not from the address
    headers = {"Content-Disposition": f'attachment; filename="{plan.allocation_id}.xlsx"'}
    return Response(content, media_type=_XLSX, headers=headers)

"""Letting a plan hold and taking it back, each with a page on which it is checked first."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Annotated

from fastapi import APIRouter, Form, Request, Response

from api.security.access import Permission, Scope, declared
from api.security.routes import DeclaredRoute
from api.texts import Text
from api.web.allocation_page import PlanPage, plan_page
from api.web.allocation_view import PlanFilters
from api.web.import_desk import leading_to
from api.web.templating import language_here
from api.wiring import Wired
from recommender.errors import RefusedError
from recommender.workspace import Workspace

__all__ = ["router"]

router = APIRouter(route_class=DeclaredRoute, include_in_schema=False)

_REFUSED, _CONFLICT = 422, 409
_LONGEST = {"siapa": 100, "sebab": 500}
_MISSING: Mapping[str, Text] = MappingProxyType(
    {
        "siapa": Text("Tulis nama yang memutuskan.", "Write the name of who decides."),
        "sebab": Text(
            "Tulis dasarnya, misalnya nomor berita acara.", "Write what it rests on, such as the minutes."
        ),
    }
)
_TOO_LONG = Text("Terlalu panjang: paling banyak {most} huruf.", "Too long: at most {most} letters.")
# The address's last word, and what it does.
_ACTS: Mapping[str, Callable[..., object]] = MappingProxyType(
    {"sahkan": Workspace.publish_allocation, "cabut": Workspace.withdraw_allocation}
)


@router.get("/alokasi/{allocation_id}/sahkan")
@declared(Permission.RECORD_DECISIONS, Scope.CITY)
def get_publishing(request: Request, workspace: Wired, allocation_id: str) -> Response:
    """Show what will hold once the plan is published, and the form."""
    return _page(request, workspace, allocation_id, "sahkan")


@router.post("/alokasi/{allocation_id}/sahkan")
@declared(Permission.RECORD_DECISIONS, Scope.CITY)
def post_publishing(
    request: Request,
    workspace: Wired,
    allocation_id: str,
    siapa: Annotated[str, Form()] = "",
    sebab: Annotated[str, Form()] = "",
) -> Response:
    """Let the plan hold."""
    return _done(request, workspace, allocation_id, "sahkan", {"siapa": siapa, "sebab": sebab})


@router.get("/alokasi/{allocation_id}/cabut")
@declared(Permission.RECORD_DECISIONS, Scope.CITY)
def get_withdrawing(request: Request, workspace: Wired, allocation_id: str) -> Response:
    """Show what no longer holds once the plan is withdrawn, and the form."""
    return _page(request, workspace, allocation_id, "cabut")


@router.post("/alokasi/{allocation_id}/cabut")
@declared(Permission.RECORD_DECISIONS, Scope.CITY)
def post_withdrawing(
    request: Request,
    workspace: Wired,
    allocation_id: str,
    siapa: Annotated[str, Form()] = "",
    sebab: Annotated[str, Form()] = "",
) -> Response:
    """Take the plan back."""
    return _done(request, workspace, allocation_id, "cabut", {"siapa": siapa, "sebab": sebab})


def _done(
    request: Request, workspace: Workspace, allocation_id: str, act: str, typed: Mapping[str, str]
) -> Response:
    workspace.allocation(allocation_id)
    typed = {name: text.strip() for name, text in typed.items()}
    language = language_here(request)
    faults = {name: _MISSING[name].say(language) for name, text in typed.items() if not text}
    for name, most in _LONGEST.items():
        if len(typed[name]) > most:
            faults[name] = _TOO_LONG.say(language).format(most=most)
    if faults:
        return _page(request, workspace, allocation_id, act, typed=typed, faults=faults, status=_REFUSED)
    try:
        _ACTS[act](workspace, allocation_id, author=typed["siapa"], why=typed["sebab"])
    except RefusedError as error:
        return _page(
            request, workspace, allocation_id, act, typed=typed, refusal=error.say(language), status=_CONFLICT
        )
    return leading_to(request, f"/alokasi/{allocation_id}")


def _page(
    request: Request,
    workspace: Workspace,
    allocation_id: str,
    act: str,
    *,
    typed: Mapping[str, str] | None = None,
    faults: Mapping[str, str] | None = None,
    refusal: str = "",
    status: int = 200,
) -> Response:
    page, plan = PlanPage(workspace), workspace.allocation(allocation_id)
    holding = page.published
    differs = act == "sahkan" and holding is not None and holding.allocation_id != allocation_id
    context: dict[str, object] = {
        "act": act,
        "typed": {"siapa": "", "sebab": "", **(typed or {})},
        "longest": _LONGEST,
        "faults": faults or {},
        "refusal": refusal,
        "view": page.view(plan, PlanFilters()),
        "compared": workspace.compare_allocations(holding.allocation_id, allocation_id)
        if differs and holding is not None
        else None,
    }
    return plan_page(request, page, "allocation_check.html", plan, context, status=status)

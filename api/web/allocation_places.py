"""What became of one place: who accepted it, who gave it up or turned it down, recorded once."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Form, Request, Response

from api.security.access import Permission, Scope, declared
from api.security.routes import DeclaredRoute
from api.texts import Text
from api.web.allocation_page import PlanPage, plan_page
from api.web.import_desk import leading_to
from api.web.templating import language_here
from api.web.where import cooperative_here
from api.wiring import Wired
from recommender.allocations.records import Allocation
from recommender.allocations.releasing import LEAVING_KINDS
from recommender.clock import jakarta_today
from recommender.errors import NotFoundError, RefusedError
from recommender.workspace import Workspace

__all__ = ["REASON_CODES", "router"]

router = APIRouter(route_class=DeclaredRoute, include_in_schema=False)

REASON_CODES = (
    "members_declined",
    "documents",
    "capital",
    "place",
    "too_far",
    "not_viable",
    "no_capacity",
    "partner_withdrew",
    "duplicate",
    "other",
)
"""Why, in the words of the table of events."""

_REFUSED, _CONFLICT = 422, 409
_ACTS = ("terima", "lepas")
_NO_NAME = Text("Tulis nama yang mencatat.", "Write the name of who records it.")
_TOO_LONG = Text("Terlalu panjang: paling banyak 100 huruf.", "Too long: at most 100 letters.")
_LONGEST_NAME = 100


@dataclass(frozen=True, slots=True)
class _Answer:
    """What was typed about one place."""

    act: str = ""
    who: str = ""
    kind: str = LEAVING_KINDS[0]
    reason_code: str = ""
    note: str = ""


@router.get("/alokasi/{allocation_id}/tempat")
@declared(Permission.RECORD_DECISIONS, Scope.CITY)
def get_place(
    request: Request, workspace: Wired, allocation_id: str, koperasi: str = "", model: str = ""
) -> Response:
    """Show what is known of a place, and the forms that record what became of it."""
    return _page(request, workspace, allocation_id, (koperasi, model))


@router.post("/alokasi/{allocation_id}/tempat")
@declared(Permission.RECORD_DECISIONS, Scope.CITY)
def post_place(
    request: Request,
    workspace: Wired,
    allocation_id: str,
    *,
    koperasi: Annotated[str, Form()] = "",
    model: Annotated[str, Form()] = "",
    tindakan: Annotated[str, Form()] = "",
    siapa: Annotated[str, Form()] = "",
    jenis: Annotated[str, Form()] = "",
    sebab: Annotated[str, Form()] = "",
    catatan: Annotated[str, Form()] = "",
) -> Response:
    """Record that a place was accepted, given up or turned down; the last place is taken only once."""
    answer = _Answer(tindakan, siapa.strip(), jenis, sebab, catatan.strip())
    pair, language = (koperasi, model), language_here(request)
    fault = "" if answer.who else _NO_NAME.say(language)
    if len(answer.who) > _LONGEST_NAME:
        fault = _TOO_LONG.say(language)
    if fault or answer.act not in _ACTS:
        return _page(
            request, workspace, allocation_id, pair, answer=answer, faults={"siapa": fault}, status=_REFUSED
        )
    _demand_pair(workspace, allocation_id, pair)
    try:
        _record(workspace, allocation_id, pair, answer)
    except RefusedError as error:
        return _page(
            request,
            workspace,
            allocation_id,
            pair,
            answer=answer,
            refusal=error.say(language),
            status=_CONFLICT,
        )
    return leading_to(
        request, f"/alokasi/{allocation_id}/tempat", koperasi=koperasi, model=model, dicatat=answer.act
    )


def _record(workspace: Workspace, allocation_id: str, pair: tuple[str, str], answer: _Answer) -> None:
    note = answer.note or None
    if answer.act == "terima":
        workspace.accept_place(*pair, allocation_id=allocation_id, author=answer.who, note=note)
    else:
        workspace.release_place(
            *pair,
            answer.kind,
            answer.reason_code or None,
            allocation_id=allocation_id,
            author=answer.who,
            note=note,
        )


def _demand_pair(workspace: Workspace, allocation_id: str, pair: tuple[str, str]) -> tuple[Allocation, str]:
    """Return the plan and the offer's title.

    Raises
    ------
    NotFoundError
        When there is no such plan, cooperative or offer.
    """
    plan, source = workspace.allocation(allocation_id), workspace.gathered()
    cooperative_here(source, pair[0])
    title = source.titles.get(pair[1])
    if title is None:
        raise NotFoundError(
            "Tidak ada model bisnis itu. Periksa alamatnya.", "No such offer. Check the address."
        )
    return plan, title


def _page(
    request: Request,
    workspace: Workspace,
    allocation_id: str,
    pair: tuple[str, str],
    *,
    answer: _Answer | None = None,
    faults: Mapping[str, str] | None = None,
    refusal: str = "",
    status: int = 200,
) -> Response:
    page, (plan, title) = PlanPage(workspace), _demand_pair(workspace, allocation_id, pair)
    mine = [one for one in plan.assignments if (one.cooperative_id, one.offer_id) == pair]
    waits = [one for one in plan.waiting if (one.cooperative_id, one.offer_id) == pair]
    recorded = request.query_params.get("dicatat", "")
    context: dict[str, object] = {
        "pair": pair,
        "title": title,
        "given": next(iter(mine), None),
        "waits": next(iter(waits), None),
        "entries": [
            (one.kind, jakarta_today(one.made_at), one.author, one.why)
            for one in workspace.store.pair_entries(*pair)
        ],
        "recorded": recorded if recorded in _ACTS else "",
        "answer": answer or _Answer(),
        "faults": {name: fault for name, fault in (faults or {}).items() if fault},
        "refusal": refusal,
        "kinds": LEAVING_KINDS,
        "reasons": REASON_CODES,
    }
    return plan_page(request, page, "allocation_place.html", plan, context, status=status)

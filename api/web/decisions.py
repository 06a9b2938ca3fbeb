"""What the members decided, beside today's advice, and the form that records a decision."""

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Annotated

from fastapi import APIRouter, Form, Request, Response
from starlette.responses import RedirectResponse

from api.security.access import Permission, Principal, Scope, declared
from api.security.routes import DeclaredRoute
from api.web.address_words import whole_number
from api.web.templating import language_here, pages_of
from api.web.where import cooperative_here, own_address
from api.wiring import Wired
from recommender.clock import parsed_day
from recommender.deciding import Decision, decisions_of, faults_of, record_decision
from recommender.errors import InputFault, RefusedError
from recommender.workspace import Workspace

__all__ = ["router"]

router = APIRouter(route_class=DeclaredRoute, include_in_schema=False)

_REFUSED = 422
_NUMBERS = {
    "hadir": "present_count",
    "setuju": "votes_for_count",
    "tidak": "votes_against_count",
    "abstain": "votes_abstained_count",
}
_EMPTY: Mapping[str, str | Sequence[str]] = {
    "model": (),
    "berita": "",
    "catatan": "",
    **dict.fromkeys(_NUMBERS, ""),
}


@router.get("/koperasi/{cooperative_id}/keputusan")
@declared(Permission.SEE_ADVICE, Scope.COOPERATIVE)
def get_decisions_page(request: Request, workspace: Wired, cooperative_id: str) -> Response:
    """Show every decision and the form for the next."""
    return _page(request, workspace, cooperative_id, {}, [])


@router.post("/koperasi/{cooperative_id}/keputusan")
@declared(Permission.RECORD_DECISIONS, Scope.COOPERATIVE)
def post_decision(
    request: Request,
    workspace: Wired,
    cooperative_id: str,
    *,
    tanggal: Annotated[str, Form()] = "",
    model: Annotated[Sequence[str], Form()] = (),
    hadir: Annotated[str, Form()] = "",
    setuju: Annotated[str, Form()] = "",
    tidak: Annotated[str, Form()] = "",
    abstain: Annotated[str, Form()] = "",
    berita: Annotated[str, Form()] = "",
    catatan: Annotated[str, Form()] = "",
) -> Response:
    """Record a decision and lead back to the list; what does not fit comes back with what was typed."""
    source = workspace.gathered()
    cooperative_here(source, cooperative_id)
    typed: dict[str, str | Sequence[str]] = {
        "tanggal": tanggal,
        "model": list(model),
        "hadir": hadir,
        "setuju": setuju,
        "tidak": tidak,
        "abstain": abstain,
        "berita": berita,
        "catatan": catatan,
    }
    decision, faults = _read(cooperative_id, typed, source.at)
    faults = faults or faults_of(decision, source)
    if faults:
        return _page(request, workspace, cooperative_id, typed, faults)
    principal: Principal = request.app.state.principal(request)
    record_decision(workspace.store, decision, source, author=principal.key, made_at=workspace.now())
    target = own_address(request, f"/koperasi/{cooperative_id}/keputusan", dicatat=decision.decision_id)
    return RedirectResponse(f"{target}#riwayat", status_code=303)


def _read(
    cooperative_id: str, typed: Mapping[str, str | Sequence[str]], today: dt.date
) -> tuple[Decision, list[InputFault]]:
    faults: list[InputFault] = []
    day = today
    try:
        day = parsed_day(str(typed["tanggal"]).strip())
    except RefusedError as error:
        faults.append(InputFault("decided_on", error.message_id, error.message_en))
    numbers: dict[str, int | None] = {}
    for name, part in _NUMBERS.items():
        text = str(typed[name]).strip()
        numbers[part] = whole_number(text)
        if text and numbers[part] is None:
            faults.append(
                InputFault(
                    part,
                    f"“{text[:40]}” bukan jumlah orang. Tulis angka saja, atau kosongkan bila tidak tahu.",
                    f"“{text[:40]}” is no number of people. Use digits only, or leave it blank if unknown.",
                )
            )
    decision = Decision(
        cooperative_id=cooperative_id,
        decided_on=day,
        offer_ids=tuple(dict.fromkeys(typed["model"])),
        present_count=numbers["present_count"],
        votes_for_count=numbers["votes_for_count"],
        votes_against_count=numbers["votes_against_count"],
        votes_abstained_count=numbers["votes_abstained_count"],
        minutes_number=str(typed["berita"]).strip() or None,
        note=str(typed["catatan"]).strip() or None,
    )
    return decision, faults


def _page(
    request: Request,
    workspace: Workspace,
    cooperative_id: str,
    typed: Mapping[str, str | Sequence[str]],
    faults: Sequence[InputFault],
) -> Response:
    language = language_here(request)
    advice = workspace.suggest(cooperative_id, language=language, author="halaman")
    source = workspace.gathered(advice.at)
    context = {
        "cooperative": cooperative_here(source, cooperative_id),
        "decisions": decisions_of(workspace.store, cooperative_id),
        "recorded": request.query_params.get("dicatat", ""),
        "advice": advice,
        "ranks": {one.offer_id: one for one in (*advice.suggestions, *advice.running)},
        "titles": source.titles,
        "typed": {**_EMPTY, "tanggal": source.at.isoformat(), **typed},
        "faults": {one.part: one.say(language) for one in faults},
        "numbers": _NUMBERS,
        "objective": "balanced",
        "today": source.at,
    }
    page = pages_of(request).page(
        request, "decisions.html", context, day=source.at, model_version=advice.model_version
    )
    page.status_code = _REFUSED if faults else 200
    return page

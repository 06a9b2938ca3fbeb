"""A cooperative's profile with the origin of every value, and the form that corrects one of them."""

from typing import Annotated

from fastapi import APIRouter, Form, Request, Response
from starlette.responses import RedirectResponse

from api.security.access import Permission, Principal, Scope, declared
from api.security.routes import DeclaredRoute
from api.web.stated_words import speaker
from api.web.templating import language_here, pages_of
from api.web.where import cooperative_here, own_address
from api.wiring import Wired
from recommender.correcting import Draft, correct_fact, read_correction
from recommender.errors import InputFault
from recommender.listing import source_notes
from recommender.past_values import past_values, state_of
from recommender.profiles import cooperative_profile
from recommender.stating import choices_of, statable_field, typed_text
from recommender.workspace import Workspace

__all__ = ["router"]

router = APIRouter(route_class=DeclaredRoute, include_in_schema=False)

_REFUSED = 422
_CHANGED = 409


@router.get("/koperasi/{cooperative_id}/profil")
@declared(Permission.SEE_COOPERATIVES, Scope.COOPERATIVE, kept=True)
def get_profile_page(
    request: Request, workspace: Wired, cooperative_id: str, tersimpan: str = ""
) -> Response:
    """Show every field with its value, origin and age."""
    source = workspace.gathered()
    language = language_here(request)
    profile = cooperative_profile(workspace.store, source, cooperative_id, language)
    saved = profile.field(tersimpan)
    newest = past_values(workspace.store, cooperative_id, saved.column)[:1] if saved else []
    known = [one for group in profile.groups for one in group.fields]
    context = {
        "cooperative": cooperative_here(source, cooperative_id),
        "profile": profile,
        "saved": saved,
        "is_superseded": bool(saved and newest and newest[0].value != saved.value),
        **speaker(language, workspace.gathered().titles),
        "sources": source_notes(one.source for one in known),
        "estimate_notes": sorted({one.estimate_source for one in known if one.estimate_source}),
    }
    return pages_of(request).page(
        request, "profile.html", context, day=source.at, model_version=workspace.model_version()
    )


@router.get("/koperasi/{cooperative_id}/profil/{field}")
@declared(Permission.SEE_COOPERATIVES, Scope.COOPERATIVE)
def get_fact_form(request: Request, workspace: Wired, cooperative_id: str, field: str) -> Response:
    """Show the form of one field and everything that was recorded of it."""
    return _form(request, workspace, cooperative_id, field, None, [])


@router.post("/koperasi/{cooperative_id}/profil/{field}")
@declared(Permission.CORRECT_FACTS, Scope.COOPERATIVE)
def post_fact(
    request: Request,
    workspace: Wired,
    cooperative_id: str,
    field: str,
    *,
    nilai: Annotated[str, Form()] = "",
    sumber: Annotated[str, Form()] = "",
    tanggal: Annotated[str, Form()] = "",
    keadaan: Annotated[str, Form()] = "",
) -> Response:
    """Record a correction and lead back to the profile; what does not fit comes back with what was typed."""
    cooperative_here(workspace.gathered(), cooperative_id)
    draft = Draft(nilai, sumber, tanggal)
    correction, faults = read_correction(
        field, draft, today=workspace.today(), language=language_here(request)
    )
    if correction is None:
        return _form(request, workspace, cooperative_id, field, draft, faults, state=keadaan)
    principal: Principal = request.app.state.principal(request)
    is_recorded = correct_fact(
        workspace.store,
        cooperative_id,
        correction,
        state=int(keadaan) if keadaan.isascii() and keadaan.isdigit() else -1,
        author=principal.key,
        made_at=workspace.now(),
    )
    if not is_recorded:
        return _form(request, workspace, cooperative_id, field, draft, [], is_changed=True)
    target = own_address(request, f"/koperasi/{cooperative_id}/profil", tersimpan=field)
    return RedirectResponse(f"{target}#isian-{field}", status_code=303)


def _form(
    request: Request,
    workspace: Workspace,
    cooperative_id: str,
    field: str,
    draft: Draft | None,
    faults: list[InputFault],
    *,
    state: str | None = None,
    is_changed: bool = False,
) -> Response:
    language, source, column = language_here(request), workspace.gathered(), statable_field(field)
    profile = cooperative_profile(workspace.store, source, cooperative_id, language, also=[field])
    values = past_values(workspace.store, cooperative_id, column)
    held = profile.field(field)
    context = {
        "cooperative": cooperative_here(source, cooperative_id),
        "column": column,
        "held": held,
        "choices": choices_of(column, language),
        "typed": draft
        or Draft(typed_text(column, held.value if held else None, language), "", source.at.isoformat()),
        "today": source.at,
        "faults": {one.part: one.say(language) for one in faults},
        "is_changed": is_changed,
        "state": state_of(values) if state is None else state,
        "values": values,
        **speaker(language, workspace.gathered().titles),
        "sources": source_notes(one.source for one in values),
    }
    page = pages_of(request).page(
        request, "fact.html", context, day=source.at, model_version=workspace.model_version()
    )
    page.status_code = _CHANGED if is_changed else _REFUSED if faults else 200
    return page

"""What would be suggested with more capital, room, members or documents; nothing is stored."""

from collections.abc import Mapping

from fastapi import APIRouter, Request, Response

from api.security.access import Permission, Scope, declared
from api.security.routes import DeclaredRoute
from api.texts import Language
from api.web.cooperatives import OBJECTIVES, chosen_objective
from api.web.stated_words import speaker
from api.web.templating import language_here, pages_of
from api.web.where import cooperative_here
from api.wiring import Wired
from recommender.errors import RefusedError
from recommender.profiles import PROFILE_GROUPS, cooperative_profile
from recommender.stating import StatedValue, choices_of, statable_field, stated_value
from recommender.supposing import suppose

__all__ = ["DOCUMENTS", "NUMBERS", "router"]

router = APIRouter(route_class=DeclaredRoute, include_in_schema=False)

NUMBERS = ("own_capital_idr", "shop_area_m2", "store_area_m2", "member_count", "board_skill_level")
"""Fields that are typed; blank means as it is."""
DOCUMENTS = tuple(name for name in PROFILE_GROUPS["documents"] if name.startswith("has_"))
"""Fields that are ticked; not ticked means as it is."""

_REFUSED = 422


@router.get("/koperasi/{cooperative_id}/andai")
@declared(Permission.SEE_ADVICE, Scope.COOPERATIVE)
def get_what_if_page(request: Request, workspace: Wired, cooperative_id: str, tujuan: str = "") -> Response:
    """Show the list before and after; what is supposed stands in the address."""
    language, source, objective = language_here(request), workspace.gathered(), chosen_objective(tujuan)
    typed = {name: request.query_params.get(name, "") for name in (*NUMBERS, *DOCUMENTS)}
    values, faults = _read(typed, language)
    profile = cooperative_profile(workspace.store, source, cooperative_id, language)
    shifts = []
    if values and not faults:
        shifts = suppose(
            source, cooperative_id, values, objective=objective, language=language, made_at=workspace.now()
        )
    context = {
        **speaker(language, {}),
        "cooperative": cooperative_here(source, cooperative_id),
        "numbers": [(profile.field(name), choices_of(statable_field(name), language)) for name in NUMBERS],
        "documents": [profile.field(name) for name in DOCUMENTS],
        "typed": typed,
        "faults": faults,
        "shifts": shifts,
        "changed": sum(shift.is_changed for shift in shifts),
        "objective": objective,
        "objectives": OBJECTIVES,
    }
    page = pages_of(request).page(
        request, "what_if.html", context, day=source.at, model_version=workspace.model_version()
    )
    page.status_code = _REFUSED if faults else 200
    return page


def _read(typed: Mapping[str, str], language: Language) -> tuple[dict[str, StatedValue], dict[str, str]]:
    values: dict[str, StatedValue] = {}
    faults: dict[str, str] = {}
    for name, text in typed.items():
        if not text.strip():
            continue
        try:
            values[name] = stated_value(statable_field(name), text, language)
        except RefusedError as error:
            faults[name] = error.say(language)
    return values, faults

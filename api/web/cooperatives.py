"""One cooperative and what suits it."""

from fastapi import APIRouter, Request, Response

from api.security.access import Permission, Scope, declared
from api.security.routes import DeclaredRoute
from api.web.templating import language_here, pages_of
from api.wiring import Wired
from recommender.listing import cooperative_row

__all__ = ["OBJECTIVES", "chosen_objective", "router"]

router = APIRouter(route_class=DeclaredRoute, include_in_schema=False)

OBJECTIVES = ("balanced", "success", "margin", "jobs")
# As cards; the others follow as lines.
_CARDS = 5


def chosen_objective(asked: str) -> str:
    """Return the objective asked for; the default one for words that name none."""
    return asked if asked in OBJECTIVES else OBJECTIVES[0]


@router.get("/koperasi/{cooperative_id}")
@declared(Permission.SEE_ADVICE, Scope.COOPERATIVE, kept=True)
def get_cooperative_page(
    request: Request, workspace: Wired, cooperative_id: str, tujuan: str = ""
) -> Response:
    """Show the suggestions as cards, with what is missing for each."""
    objective = chosen_objective(tujuan)
    advice = workspace.suggest(
        cooperative_id, objective=objective, language=language_here(request), author="halaman"
    )
    context = {
        "profile": cooperative_row(workspace.gathered(advice.at), cooperative_id),
        "advice": advice,
        "cards": advice.suggestions[:_CARDS],
        "rest": advice.suggestions[_CARDS:],
        "objective": objective,
        "objectives": OBJECTIVES,
    }
    return pages_of(request).page(
        request, "cooperative.html", context, day=advice.at, model_version=advice.model_version
    )

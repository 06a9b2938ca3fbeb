"""One cooperative and what suits it."""

from collections.abc import Sequence

from fastapi import APIRouter, Request, Response

from api.security.access import Permission, Scope, declared
from api.security.routes import DeclaredRoute
from api.web.contribution_charts import ChartBar, largest_effect, top_bars
from api.web.plan_standing import contests_by_offer, plan_standing
from api.web.standing import SHOWN
from api.web.templating import language_here, pages_of
from api.wiring import Wired
from recommender.advice.records import Suggestion
from recommender.deciding import decisions_of
from recommender.drivers import drivers_of
from recommender.gathering import Gathered
from recommender.listing import cooperative_row
from recommender.profiles import cooperative_profile
from recommender.stating import statable_fields

__all__ = ["OBJECTIVES", "chosen_objective", "router"]

router = APIRouter(route_class=DeclaredRoute, include_in_schema=False)

OBJECTIVES = ("balanced", "success", "margin", "jobs")
_BARS = 5


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
    source, cards = workspace.gathered(advice.at), advice.suggestions[:SHOWN]
    shown = {found.offer_id for found in cards}
    decision = next(iter(decisions_of(workspace.store, cooperative_id)), None)
    titles = source.titles
    context = {
        "decision": decision,
        "decision_titles": [titles.get(one, one) for one in decision.offer_ids] if decision else [],
        "profile": cooperative_row(source, cooperative_id),
        "completeness": cooperative_profile(workspace.store, source, cooperative_id, language_here(request)),
        "advice": advice,
        "cards": cards,
        "bars": _bars(source, cooperative_id, cards),
        "rest": advice.suggestions[SHOWN:],
        "others": sorted(
            (title, offer_id) for offer_id, title in source.titles.items() if offer_id not in shown
        ),
        "statable": statable_fields(),
        "contests": contests_by_offer(workspace, objective),
        "planned": plan_standing(workspace, cooperative_id),
        "objective": objective,
        "objectives": OBJECTIVES,
    }
    return pages_of(request).page(
        request, "cooperative.html", context, day=advice.at, model_version=advice.model_version
    )


def _bars(source: Gathered, cooperative_id: str, cards: Sequence[Suggestion]) -> dict[str, list[ChartBar]]:
    """Draw the strongest effects of every card on one scale."""
    found = drivers_of(source, cooperative_id, [one.offer_id for one in cards])
    largest = largest_effect(found.values())
    return {offer_id: top_bars(terms, _BARS, largest) for offer_id, terms in found.items()}

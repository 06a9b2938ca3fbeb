"""Two business models side by side for one cooperative."""

from dataclasses import dataclass

from fastapi import APIRouter, Request, Response

from api.security.access import Permission, Scope, declared
from api.security.routes import DeclaredRoute
from api.web.contribution_charts import ChartBar, largest_effect, top_bars
from api.web.cooperatives import OBJECTIVES, chosen_objective
from api.web.templating import language_here, pages_of
from api.web.where import cooperative_here
from api.wiring import Wired
from recommender.advice.records import Advice, Explanation, StepRecord
from recommender.listing import Row, offer_row
from recommender.workspace import Workspace

__all__ = ["Effort", "Side", "effort_of", "router"]

router = APIRouter(route_class=DeclaredRoute, include_in_schema=False)

_BARS = 8


@dataclass(frozen=True, slots=True)
class Effort:
    """What all steps of a pair cost (rupiah) and how many days the longest takes, as far as is known."""

    cost_idr: int
    days: int
    has_unknown_cost: bool
    has_unknown_days: bool


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two."""

    found: Explanation
    offer: Row
    effort: Effort
    bars: list[ChartBar]


def effort_of(steps: tuple[StepRecord, ...]) -> Effort:
    """Add up the steps one after the other; waiting for a window is no work."""
    work = [step for step in steps if step.kind != "wait"]
    return Effort(
        cost_idr=sum(step.cost_idr or 0 for step in work),
        days=sum(step.days or 0 for step in work),
        has_unknown_cost=any(step.cost_idr is None for step in work),
        has_unknown_days=any(step.days is None for step in work),
    )


@router.get("/koperasi/{cooperative_id}/banding")
@declared(Permission.SEE_ADVICE, Scope.COOPERATIVE, kept=True)
def get_comparison_page(
    request: Request, workspace: Wired, cooperative_id: str, a: str = "", b: str = "", tujuan: str = ""
) -> Response:
    """Show both with the same figures in the same order; without a choice, the two best."""
    language, source, objective = language_here(request), workspace.gathered(), chosen_objective(tujuan)
    advice = workspace.suggest(cooperative_id, objective=objective, language=language, author="halaman")
    pair = _chosen(advice, a, b)
    found = [
        workspace.explain(cooperative_id, one, objective=objective, language=language, author="halaman")
        for one in pair
    ]
    context = {
        "cooperative": cooperative_here(source, cooperative_id),
        "sides": _sides(workspace, found),
        "chosen": pair,
        "all_offers": sorted(
            zip(source.context.offers["title"], source.context.offers["offer_id"], strict=True)
        ),
        "objective": objective,
        "objectives": OBJECTIVES,
    }
    return pages_of(request).page(
        request, "comparison.html", context, day=source.at, model_version=advice.model_version
    )


def _chosen(advice: Advice, a: str, b: str) -> list[str]:
    best = [found.offer_id for found in advice.suggestions]
    first = a or next((one for one in best if one != b), "")
    second = b or next((one for one in best if one != first), "")
    return [one for one in (first, second) if one]


def _sides(workspace: Workspace, found: list[Explanation]) -> list[Side]:
    largest = largest_effect(one.contributions for one in found)
    return [
        Side(
            found=one,
            offer=offer_row(workspace.store, one.suggestion.offer_id),
            effort=effort_of(one.suggestion.steps),
            bars=top_bars(one.contributions, _BARS, largest),
        )
        for one in found
    ]

"""Everything about one pair: rules, what makes up the chance, the score."""

import math

from fastapi import APIRouter, Request, Response

from api.security.access import Permission, Scope, declared
from api.security.routes import DeclaredRoute
from api.web.charts import signed_bars
from api.web.cooperatives import chosen_objective
from api.web.templating import language_here, pages_of
from api.wiring import Wired
from recommender.listing import source_notes

__all__ = ["router"]

router = APIRouter(route_class=DeclaredRoute, include_in_schema=False)

_NO_EFFECT_LOGIT = 0.005


@router.get("/koperasi/{cooperative_id}/{offer_id}")
@declared(Permission.SEE_ADVICE, Scope.COOPERATIVE, kept=True)
def get_explanation_page(
    request: Request, workspace: Wired, cooperative_id: str, offer_id: str, tujuan: str = ""
) -> Response:
    """Explain one suggestion down to its terms."""
    found = workspace.explain(
        cooperative_id,
        offer_id,
        objective=chosen_objective(tujuan),
        language=language_here(request),
        author="halaman",
    )
    bars = signed_bars([one.contribution_logit for one in found.contributions])
    terms = list(zip(found.contributions, bars, strict=True))
    terms.sort(key=lambda term: (term[0].term != "base", -abs(term[0].contribution_logit)))
    cited = [rule.source for rule in found.rules] + [one.source for one in found.contributions]
    context = {
        "found": found,
        "pair": found.suggestion,
        "objective": found.objective,
        "terms": [term for term in terms if abs(term[0].contribution_logit) >= _NO_EFFECT_LOGIT],
        "idle": [term[0] for term in terms if abs(term[0].contribution_logit) < _NO_EFFECT_LOGIT],
        "chance_of_sum": 1 / (1 + math.exp(-found.logit)),
        "sources": source_notes(cited),
    }
    return pages_of(request).page(
        request, "explanation.html", context, day=found.at, model_version=found.suggestion.model_version
    )

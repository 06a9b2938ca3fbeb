"""Everything about one pair: rules, what makes up the chance, the score."""

import math
from functools import partial

from fastapi import APIRouter, Request, Response
from starlette.responses import RedirectResponse

from api.security.access import Permission, Scope, declared
from api.security.routes import DeclaredRoute
from api.web.charts import signed_bars
from api.web.cooperatives import chosen_objective
from api.web.standing import reference_of, standing_of
from api.web.templating import language_here, pages_of
from api.web.where import own_address
from api.wiring import Wired
from recommender.listing import source_notes
from recommender.profiles import cooperative_profile

__all__ = ["router"]

router = APIRouter(route_class=DeclaredRoute, include_in_schema=False)

_NO_EFFECT_LOGIT = 0.005


@router.get("/koperasi/{cooperative_id}/mengapa")
@declared(Permission.SEE_ADVICE, Scope.COOPERATIVE)
def get_why_not(request: Request, cooperative_id: str, model: str = "", tujuan: str = "") -> Response:
    """Lead from the form "why not ...?" to the explanation; without a choice, back to the cooperative."""
    path = f"/koperasi/{cooperative_id}" + (f"/{model}" if model else "")
    return RedirectResponse(own_address(request, path, tujuan=tujuan), status_code=303)


@router.get("/koperasi/{cooperative_id}/{offer_id}")
@declared(Permission.SEE_ADVICE, Scope.COOPERATIVE, kept=True)
def get_explanation_page(
    request: Request, workspace: Wired, cooperative_id: str, offer_id: str, tujuan: str = ""
) -> Response:
    """Explain one suggestion down to its terms."""
    language, objective = language_here(request), chosen_objective(tujuan)
    explain = partial(
        workspace.explain, cooperative_id, objective=objective, language=language, author="halaman"
    )
    found = explain(offer_id)
    advice = workspace.suggest(cooperative_id, objective=objective, language=language, author="halaman")
    beside = reference_of(advice, offer_id)
    bars = signed_bars([one.contribution_logit for one in found.contributions])
    terms = list(zip(found.contributions, bars, strict=True))
    terms.sort(key=lambda term: (term[0].term != "base", -abs(term[0].contribution_logit)))
    cited = [rule.source for rule in found.rules] + [one.source for one in found.contributions]
    source = workspace.gathered(found.at)
    context = {
        "found": found,
        "profile": cooperative_profile(workspace.store, source, cooperative_id, language),
        "standing": standing_of(found, advice, explain(beside) if beside else None, language),
        "pair": found.suggestion,
        "economics": workspace.economics(cooperative_id, offer_id, language=language),
        "objective": found.objective,
        "terms": [term for term in terms if abs(term[0].contribution_logit) >= _NO_EFFECT_LOGIT],
        "idle": [term[0] for term in terms if abs(term[0].contribution_logit) < _NO_EFFECT_LOGIT],
        "chance_of_sum": 1 / (1 + math.exp(-found.logit)),
        "sources": source_notes(cited),
    }
    return pages_of(request).page(
        request, "explanation.html", context, day=found.at, model_version=found.suggestion.model_version
    )

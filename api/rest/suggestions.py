"""What suits one cooperative, and which cooperatives suit one offer."""

from fastapi import Response

from api.rest.advice_shapes import AdviceShape, MirrorShape, SuggestionShape
from api.rest.languages import Spoken
from api.rest.parameters import At, Blocked, CooperativeId, Explain, Limit, Objective, OfferId
from api.rest.routing import json_of, rest_router
from api.security.access import Permission, Scope, declared
from api.texts import NO_DECISION
from api.wiring import Wired

__all__ = ["router"]

router = rest_router("suggestions")

_AUTHOR = "api"


@router.get(
    "/cooperatives/{cooperative_id}/suggestions",
    operation_id="listSuggestions",
    summary="Ranked offers for one cooperative",
    response_model=AdviceShape,
)
@declared(Permission.SEE_ADVICE, Scope.COOPERATIVE, kept=True)
def list_suggestions(
    *,
    workspace: Wired,
    language: Spoken,
    cooperative_id: CooperativeId,
    limit: Limit = 5,
    objective: Objective = "balanced",
    explain: Explain = "short",
    at: At = None,
    blocked: Blocked = False,
) -> Response:
    """Ranked by the objective's score, ties by offer id.

    Money is whole rupiah a month; probabilities lie between 0 and 1 with their 80 % interval.
    """
    advice = workspace.suggest(
        cooperative_id,
        at=at,
        objective=objective,
        top=limit,
        blocked=blocked,
        language=language,
        author=_AUTHOR,
    )
    shown = [*advice.suggestions, *advice.running, *advice.support] if explain == "full" else []
    explanations = {
        one.offer_id: workspace.explain(
            cooperative_id, one.offer_id, at=at, objective=objective, language=language, author=_AUTHOR
        )
        for one in shown
    }
    shape = AdviceShape.of(
        advice,
        explain=explain,
        explanations=explanations,
        language=language,
        notice=NO_DECISION.say(language),
    )
    return json_of(shape)


@router.get(
    "/offers/{offer_id}/suggestions",
    operation_id="listSuggestedCooperatives",
    summary="Ranked cooperatives for one offer (the mirror)",
    response_model=MirrorShape,
)
@declared(Permission.SEE_ADVICE, Scope.CITY, kept=True)
def list_suggested_cooperatives(
    *,
    workspace: Wired,
    language: Spoken,
    offer_id: OfferId,
    limit: Limit = 20,
    objective: Objective = "balanced",
    explain: Explain = "short",
    at: At = None,
    blocked: Blocked = False,
) -> Response:
    """Ranked by the objective's score, ties by cooperative id.

    `full` adds every rule and contribution of each pair: ask for few.
    """
    found = workspace.mirror(
        offer_id,
        at=at,
        objective=objective,
        top=limit,
        blocked=blocked,
        language=language,
        author=_AUTHOR,
    )
    shapes = [
        SuggestionShape.of(
            one,
            explain=explain,
            explanation=workspace.explain(
                one.cooperative_id, offer_id, at=at, objective=objective, language=language, author=_AUTHOR
            )
            if explain == "full"
            else None,
            language=language,
        )
        for one in found
    ]
    day = workspace.gathered(at).at
    return json_of(
        MirrorShape(
            offer_id=offer_id,
            at=day,
            objective=objective,
            notice=NO_DECISION.say(language),
            suggestions=shapes,
        )
    )

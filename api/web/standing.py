"""Why one offer stands where it stands in a cooperative's list, in one plain sentence."""

from dataclasses import dataclass

from api.texts import Language
from recommender.advice.records import Advice, Explanation

__all__ = ["SHOWN", "Standing", "reference_of", "standing_of"]

SHOWN = 5
"""Suggestions shown as cards; the others stand below."""

_MOST = 3
_LEAST = 0.05
_SUPPORT = "mentoring"


@dataclass(frozen=True, slots=True)
class Standing:
    """``kind`` picks the sentence: ``support``, ``running``, ``blocked``, ``shown``, ``lower`` or ``score``.

    ``terms`` are what weighs most against it beside the last card ``beside`` (``lower``: its chance is lower;
    ``score``: only its score is); ``failed`` are mandatory rules that are not met.
    """

    kind: str
    rank: int
    total: int
    beside: str
    terms: tuple[str, ...]
    failed: tuple[str, ...]


def reference_of(advice: Advice, offer_id: str) -> str | None:
    """Return the last offer shown as a card, to compare with; ``None`` for one that is shown itself."""
    shown = [found.offer_id for found in advice.suggestions[:SHOWN]]
    return None if not shown or offer_id in shown else shown[-1]


def standing_of(
    found: Explanation, advice: Advice, reference: Explanation | None, language: Language
) -> Standing:
    """Say where an offer stands and why.

    Parameters
    ----------
    found : Explanation
    advice : Advice
        The cooperative's list under the same objective.
    reference : Explanation or None
        Of ``reference_of``.
    language : {'id', 'en'}
    """
    pair = found.suggestion
    failed = tuple(rule.label for rule in found.rules if rule.must and rule.answer == "failed")
    kind = _kind(found, reference)
    terms: tuple[str, ...] = ()
    if reference is not None and kind == "lower":
        terms = _weighing(found, reference, language)
    return Standing(
        kind=kind,
        rank=pair.rank,
        total=len(advice.suggestions),
        beside=reference.suggestion.offer_title if reference else "",
        terms=terms,
        failed=failed,
    )


def _kind(found: Explanation, reference: Explanation | None) -> str:
    pair = found.suggestion
    if pair.sector == _SUPPORT:
        return "support"
    if pair.is_running:
        return "running"
    if pair.status == "blocked":
        return "blocked"
    if reference is None:
        return "shown"
    return "lower" if found.logit < reference.logit else "score"


def _weighing(found: Explanation, reference: Explanation, language: Language) -> tuple[str, ...]:
    theirs = {one.term: one.contribution_logit for one in reference.contributions}
    gaps = sorted(
        (one.contribution_logit - theirs.get(one.term, 0.0), one.term, one)
        for one in found.contributions
        if one.term != "base"
    )
    worst = [one for gap, _, one in gaps[:_MOST] if gap <= -_LEAST]
    return tuple(one.label_en if language == "en" else one.label_id for one in worst)

"""Suggestions as JSON."""

import datetime as dt
from typing import Any

from pydantic import BaseModel, ConfigDict, Field

from api.rest.explanation_shapes import ExplanationShape, MissingFactShape, RuleShape
from api.texts import Language
from recommender.advice.records import Advice, Explanation, Suggestion
from recommender.advice.ruling import PairRules

__all__ = ["AdviceShape", "EligibilityShape", "MirrorShape", "StepShape", "SuggestionShape"]


class StepShape(BaseModel):
    """One thing to do, in the order of doing it."""

    model_config = ConfigDict(from_attributes=True)

    kind: str = Field(description="`do` a rule failed, `check` it is not known, `wait` for a window.")
    rule_id: str
    label: str = Field(description="As the department wrote it; for `wait` the day, or empty.")
    remedy: str
    cost_idr: int | None = Field(description="Whole rupiah; `null` is unknown.")
    days: int | None = Field(description="Days; `null` is unknown.")
    basis: str | None = Field(description="`fact` or `assumption`.")
    source: str | None


class PairShape(BaseModel):
    """One cooperative–offer pair as it stands."""

    cooperative_id: str
    cooperative_name: str
    offer_id: str
    offer_title: str
    partner_name: str
    sector: str
    status: str = Field(description="`eligible`, `unknown`, `needs_steps` or `blocked`.")
    places_left: int | None = Field(description="Under the city quota; `null` without one.")
    is_running: bool = Field(description="The cooperative holds a place of this offer already.")
    data_source: str | None = Field(description="Of the profile; `contoh` marks examples.")
    steps: list[StepShape] = Field(default=[], description="What is missing; left out with `explain=none`.")


class SuggestionShape(PairShape):
    """One suggestion. Which parts there are depends on `explain`."""

    rank: int = Field(description="From 1.")
    success_probability: float = Field(description="0 to 1: first introduced today, opened and standing.")
    lower: float = Field(description="Lower end of the 80 % interval.")
    upper: float = Field(description="Upper end of the 80 % interval.")
    evidence: str = Field(description="`prior` expert knowledge, `few` or `data`.")
    after_steps: float = Field(description="The probability with the steps done.")
    expected_margin_idr: int | None = Field(description="Whole rupiah a month; `null` is unknown.")
    margin_low_idr: int | None = Field(description="Whole rupiah a month.")
    margin_high_idr: int | None = Field(description="Whole rupiah a month.")
    margin_basis: str = Field(
        description="`known`, `assumed` (rests on an assumption), `estimated` (an unknown field at its usual "
        "value) or `unknown`."
    )
    jobs_count: float | None = Field(description="Full-time jobs.")
    score: float = Field(description="What the ranking sorts by under the objective.")
    model_version: str
    recommendation_id: str
    reasons: list[str] = Field(default=[], description="For it; left out with `explain=none`.")
    counter_reasons: list[str] = Field(default=[], description="Against it; left out with `explain=none`.")
    explanation: ExplanationShape | None = Field(default=None, description="With `explain=full` only.")

    @classmethod
    def of(
        cls, found: Suggestion, *, explain: str, explanation: Explanation | None, language: Language
    ) -> "SuggestionShape":
        """Write one suggestion with as much explanation as asked for."""
        members: dict[str, Any] = {name: getattr(found, name) for name in _NUMBERS}
        members |= {name: _whole(getattr(found, name)) for name in _MONEY}
        if explain != "none":
            members |= {"reasons": found.pros, "counter_reasons": found.cons, "steps": found.steps}
        if explanation is not None:
            members["explanation"] = ExplanationShape.of(explanation, language)
        return cls.model_validate(members)


class AdviceShape(BaseModel):
    """Ranked suggestions for one cooperative."""

    cooperative_id: str
    cooperative_name: str
    at: dt.date
    objective: str
    data_source: str | None
    model_version: str
    recommendation_id: str = Field(description="A hash of content: the same data and day, the same id.")
    notice: str = Field(description="What this is and what it is not.")
    suggestions: list[SuggestionShape]
    running: list[SuggestionShape] = Field(description="Pairs that run already; not ranked among the rest.")
    support: list[SuggestionShape] = Field(description="Mentoring; never ranked among business offers.")
    questions: list[MissingFactShape] = Field(description="What is worth asking first.")

    @classmethod
    def of(
        cls,
        advice: Advice,
        *,
        explain: str,
        explanations: dict[str, Explanation],
        language: Language,
        notice: str,
    ) -> "AdviceShape":
        """Write advice; ``explanations`` by offer id."""

        def shapes(found: tuple[Suggestion, ...]) -> list[SuggestionShape]:
            return [
                SuggestionShape.of(
                    one, explain=explain, explanation=explanations.get(one.offer_id), language=language
                )
                for one in found
            ]

        return cls(
            cooperative_id=advice.cooperative_id,
            cooperative_name=advice.cooperative_name,
            at=advice.at,
            objective=advice.objective,
            data_source=advice.data_source,
            model_version=advice.model_version,
            recommendation_id=advice.recommendation_id,
            notice=notice,
            suggestions=shapes(advice.suggestions),
            running=shapes(advice.running),
            support=shapes(advice.support),
            questions=[MissingFactShape.of(one, language) for one in advice.questions],
        )


class MirrorShape(BaseModel):
    """Ranked cooperatives for one offer."""

    offer_id: str
    at: dt.date
    objective: str
    notice: str = Field(description="What this is and what it is not.")
    suggestions: list[SuggestionShape]


class PairRulesShape(PairShape):
    """One offer with the answer to each of its rules."""

    rules: list[RuleShape]


class EligibilityShape(BaseModel):
    """How one cooperative stands to every rule of every offer, by offer id."""

    cooperative_id: str
    at: dt.date
    offers: list[PairRulesShape]

    @classmethod
    def of(cls, cooperative_id: str, at: dt.date, found: list[PairRules]) -> "EligibilityShape":
        """Write the answers of one cooperative."""
        offers = [
            PairRulesShape.model_validate(
                {name: getattr(one.pair, name) for name in PairShape.model_fields}
                | {"rules": [RuleShape.model_validate(rule) for rule in one.rules]}
            )
            for one in found
        ]
        return cls(cooperative_id=cooperative_id, at=at, offers=offers)


_MONEY = ("expected_margin_idr", "margin_low_idr", "margin_high_idr")
_LATER = {"reasons", "counter_reasons", "steps", "explanation"}
_NUMBERS = tuple(name for name in SuggestionShape.model_fields if name not in {*_MONEY, *_LATER})


def _whole(value: float | None) -> int | None:
    return None if value is None else round(value)

"""Rules, contributions and what would raise the chance as JSON."""

import datetime as dt

from pydantic import BaseModel, ConfigDict, Field

from api.texts import Language
from recommender.advice.records import Explanation, MissingFact

__all__ = ["ContributionShape", "ExplanationShape", "MissingFactShape", "RaisingShape", "RuleShape"]


class RuleShape(BaseModel):
    """One rule and how the cooperative stands to it."""

    model_config = ConfigDict(from_attributes=True)

    rule_id: str
    label: str
    field: str
    operator: str
    required: str = Field(description="The value the rule demands.")
    actual: str | None = Field(description="The cooperative's value; `null` is unknown.")
    answer: str = Field(description="`met`, `failed` or `unknown`.")
    must: bool = Field(description="Whether it decides the status.")
    basis: str | None = Field(description="Of the rule: `fact` or `assumption`.")
    source: str | None = Field(description="Of the rule.")
    actual_source: str | None = Field(description="Of the cooperative's value.")
    actual_on: dt.date | None = Field(description="Day of the cooperative's value.")


class ContributionShape(BaseModel):
    """One term of the logit."""

    term: str
    label: str
    unit: str
    value: float | None = Field(description="The stated value in its unit; `null` is unknown.")
    contribution_logit: float
    doubt_logit: float = Field(description="How much not knowing it could change the term.")
    basis: str = Field(description="`fact` or `assumption`.")
    source: str


class RaisingShape(BaseModel):
    """One change that would raise the probability, all else equal."""

    criterion: str
    label: str
    unit: str
    value_now: float | None
    value_then: float
    probability_then: float = Field(description="0 to 1.")


class MissingFactShape(BaseModel):
    """An unknown field and how much it could move the answer."""

    field: str
    label: str
    swing_logit: float = Field(description="A standard deviation, in logits.")
    rules: int = Field(description="Mandatory rules that it decides.")

    @classmethod
    def of(cls, found: MissingFact, language: Language) -> "MissingFactShape":
        """Write one field in one language."""
        label = found.label_en if language == "en" else found.label_id
        return cls(field=found.field, label=label, swing_logit=found.swing_logit, rules=found.rules)


class ExplanationShape(BaseModel):
    """Why a pair stands where it stands."""

    logit: float = Field(description="The contributions sum to it exactly.")
    score_formula: str
    score_parts: dict[str, float]
    rules: list[RuleShape]
    contributions: list[ContributionShape]
    raising: list[RaisingShape]
    missing: list[MissingFactShape]

    @classmethod
    def of(cls, found: Explanation, language: Language) -> "ExplanationShape":
        """Write an explanation in one language."""
        english = language == "en"
        return cls(
            logit=found.logit,
            score_formula=found.score_formula,
            score_parts=dict(found.score_parts),
            rules=[RuleShape.model_validate(rule) for rule in found.rules],
            contributions=[
                ContributionShape(
                    term=one.term,
                    label=one.label_en if english else one.label_id,
                    unit=one.unit,
                    value=one.value,
                    contribution_logit=one.contribution_logit,
                    doubt_logit=one.doubt_logit,
                    basis=one.basis,
                    source=one.source,
                )
                for one in found.contributions
            ],
            raising=[
                RaisingShape(
                    criterion=one.criterion,
                    label=one.label_en if english else one.label_id,
                    unit=one.unit,
                    value_now=one.value_now,
                    value_then=one.value_then,
                    probability_then=one.probability_then,
                )
                for one in found.raising
            ],
            missing=[MissingFactShape.of(one, language) for one in found.missing],
        )

"""Models and their promotions as JSON."""

import datetime as dt

from pydantic import BaseModel, Field

from api.texts import Language
from recommender.training.promoting import Promotion
from recommender.training.versions import ModelLine

__all__ = ["ModelList", "ModelShape", "PromotionShape"]


class ModelShape(BaseModel):
    """One model; `null` is unknown, or does not apply to the experts' prior."""

    version: str = Field(description="Such as `fit-3f2a90c1d2e4`, or `prior-…` for the experts' beliefs.")
    status: str = Field(
        description="`active`, `promoted` (was active once), `registered` or `refused` (not whole)."
    )
    trained_at: dt.datetime | None
    at: dt.date | None = Field(description="The day its outcomes were drawn.")
    trained_by: str | None
    outcome_count: int | None = Field(description="Labelled pairs learned from.")
    passed: bool | None = Field(description="Whether it was let through on the day of its training.")
    log_loss: float | None = Field(description="Out of sample, nats.")
    log_loss_prior: float | None = Field(description="Of the experts' beliefs on the same outcomes, nats.")
    log_loss_active: float | None = Field(description="Of the model that was active then, nats.")
    ndcg5: float | None = Field(description="Out of sample, 0 to 1.")
    ece: float | None = Field(description="Expected calibration error, 0 to 1.")
    snapshot_sha256: str | None = Field(description="Of what it was learned from.")
    code_version: str | None = Field(description="Of the program that trained it.")
    promoted_at: dt.datetime | None
    promoted_by: str | None
    why: str | None = Field(description="The reason of its newest promotion.")
    fault: str | None = Field(description="Why it is refused, in the language asked for.")

    @classmethod
    def of(cls, found: ModelLine, language: Language) -> "ModelShape":
        """Shape one model."""
        record = found.record()
        fault = record["fault_en"] if language == "en" else record["fault_id"]
        values = {name: record[name] for name in cls.model_fields if name != "fault"}
        return cls(**values, fault=fault)


class ModelList(BaseModel):
    """All models, newest first."""

    items: list[ModelShape]
    total: int
    active: str = Field(description="The version that answers.")
    warnings: list[str] = Field(
        description="Such as a promoted model that is damaged; empty when all is well."
    )


class PromotionShape(BaseModel):
    """By which decision a model answers."""

    number: int = Field(description="In the log, counted from 1.")
    made_at: dt.datetime
    author: str
    why: str
    kind: str = Field(description="`promote` or `rollback`.")
    from_version: str
    to_version: str

    @classmethod
    def of(cls, found: Promotion, prior_version: str) -> "PromotionShape":
        """Shape one promotion; the prior by its name."""
        return cls(
            number=found.number,
            made_at=found.made_at,
            author=found.author,
            why=found.why,
            kind=found.kind,
            from_version=found.from_version or prior_version,
            to_version=found.to_version or prior_version,
        )

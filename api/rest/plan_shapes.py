"""Plans of steps as JSON."""

import datetime as dt

from pydantic import BaseModel, ConfigDict, Field

from recommender.advice.plan_records import StepPlan

__all__ = ["StepPlanShape"]


class PlannedStepShape(BaseModel):
    """One thing to do, once for every offer that asks for it."""

    model_config = ConfigDict(from_attributes=True)

    step_id: str
    label: str = Field(description="As the department wrote it.")
    remedy: str
    owner: str = Field(description="Who does it; an assumption of this system.")
    cost_idr: int | None = Field(description="Whole rupiah; `null` is not stated.")
    days: int | None = Field(description="`null` is not stated.")
    basis: str | None = Field(description="`fact` or `assumption`.")
    source: str | None
    offer_ids: list[str]
    offer_titles: list[str]
    opens: list[str] = Field(description="Titles of offers without a failed rule left after this step.")
    opened_count: int
    spent_idr: int = Field(description="Sum of what is stated up to here.")
    spent_days: int


class OpeningShape(BaseModel):
    """The cheapest, or quickest, way to open so many offers."""

    model_config = ConfigDict(from_attributes=True)

    count: int
    offer_titles: list[str]
    step_labels: list[str]
    amount: int = Field(description="Rupiah, or days one after another, of the steps that state it.")
    unstated: int = Field(description="Steps that state none: unknown is not free.")
    is_proved: bool = Field(description="No other choice of as many offers is cheaper, or quicker.")


class StepPlanShape(BaseModel):
    """What a cooperative could do so that more offers open."""

    model_config = ConfigDict(from_attributes=True)

    cooperative_id: str
    cooperative_name: str
    at: dt.date
    open_now: list[str] = Field(description="Offers without a failed rule; some may have unknown ones.")
    to_check: list[str] = Field(description="Offers with rules that nobody can answer yet.")
    steps: list[PlannedStepShape] = Field(description="In the order of applying.")
    cheapest: list[OpeningShape]
    quickest: list[OpeningShape]
    data_source: str | None = Field(description="Of the profile; `contoh` marks examples.")
    model_version: str
    recommendation_id: str

    @classmethod
    def of(cls, found: StepPlan) -> "StepPlanShape":
        """Write a plan."""
        return cls.model_validate(found)

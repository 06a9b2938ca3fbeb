"""Events that wait or are held, and what was found of them, as JSON."""

import datetime as dt
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from api.texts import Language
from recommender.training.review_records import HeldCase
from recommender.training.reviewing import Reviewable

__all__ = ["MOST_AT_ONCE", "PendingList", "PendingShape", "ReviewShape", "ReviewWish", "RunShape"]

MOST_AT_ONCE = 500
"""So many events are reviewed with one call."""


class PendingShape(BaseModel):
    """One event from which nothing is learned yet; `null` is unknown, or does not apply."""

    event_id: str
    cooperative_id: str
    offer_id: str
    kind: str
    occurred_on: dt.date | None
    recorded_by: str | None = Field(description="`null`: the department brought it in.")
    reason: Literal["waiting", "held"] = Field(
        description="`waiting` for the department's word, or `held` as part of a sudden run of successes."
    )
    case_id: str | None = Field(description="The run it is part of.")
    says: str = Field(description="Why, in the language asked for.")

    @classmethod
    def of(cls, found: Reviewable, case_id: str | None, language: Language) -> "PendingShape":
        """Shape one event."""
        return cls(
            event_id=found.event_id,
            cooperative_id=found.cooperative_id,
            offer_id=found.offer_id,
            kind=found.kind,
            occurred_on=found.occurred_on,
            recorded_by=found.recorded_by,
            reason=found.reason,
            case_id=case_id,
            says=found.sentence_en if language == "en" else found.sentence_id,
        )


class RunShape(BaseModel):
    """A sudden run of successes of one offer."""

    case_id: str = Field(description="Made of its events: another run is another case.")
    offer_id: str
    kind: Literal["accounts", "cooperatives", "days"] = Field(
        description="What its successes have in common: few accounts, few cooperatives, or few days."
    )
    event_ids: list[str]
    cooperative_ids: list[str]
    accounts: list[str] = Field(description="Who recorded them; the department's own are not named.")
    first_on: dt.date = Field(description="The day the first of its pairs began.")
    last_on: dt.date = Field(description="The day the last of its pairs began.")
    outcome_count: int = Field(description="Outcomes looked at together.")
    expected_count: float = Field(description="Successes to be expected among them.")
    chance: float = Field(description="How often an honest record shows as much, 0 to 0.01.")

    @classmethod
    def of(cls, case: HeldCase) -> "RunShape":
        """Shape one run."""
        run = case.run
        return cls(
            case_id=case.case_id,
            offer_id=run.offer_id,
            kind=run.kind,
            event_ids=list(run.event_ids),
            cooperative_ids=list(run.cooperative_ids),
            accounts=list(run.accounts),
            first_on=run.first_on,
            last_on=run.last_on,
            outcome_count=run.trial_count,
            expected_count=run.expected_count,
            chance=run.tail,
        )


class PendingList(BaseModel):
    """Events to look at: runs that are held first, then single ones by day."""

    items: list[PendingShape]
    total: int
    next_cursor: str | None
    runs: list[RunShape] = Field(description="Every run that an event of the whole list is part of.")


class ReviewWish(BaseModel):
    """What the department found of some events."""

    model_config = ConfigDict(extra="forbid")

    event_ids: list[str] = Field(min_length=1, max_length=MOST_AT_ONCE)
    verdict: Literal["counted", "struck"] = Field(
        description="`counted`: it happened and counts; `struck`: it is not believed."
    )
    reason: str | None = Field(
        default=None, max_length=500, description="For the record; needed where events are struck."
    )


class ReviewShape(BaseModel):
    """What was recorded."""

    event_count: int
    verdict: str

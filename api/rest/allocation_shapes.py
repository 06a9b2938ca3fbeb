"""City-wide plans as JSON."""

import datetime as dt
from dataclasses import asdict
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from api.texts import Language, in_one_language
from recommender.allocations.records import Allocation, AllocationState
from recommender.allocations.settings import AllocationSettings, Hold

__all__ = [
    "AllocationList",
    "AllocationShape",
    "AllocationStateShape",
    "AllocationWish",
    "AssignmentShape",
    "ChangeShape",
    "HoldShape",
    "WaitingShape",
    "newest_first",
    "told",
]

Objective = Literal["balanced", "success", "margin", "jobs"]
Status = Literal["eligible", "needs_steps", "unknown", "blocked"]


class HoldShape(BaseModel):
    """A pair about which somebody decided beforehand."""

    model_config = ConfigDict(extra="forbid")

    cooperative_id: str = Field(max_length=200)
    offer_id: str = Field(max_length=200)
    kind: Literal["locked", "forbidden", "held"] = Field(
        default="locked",
        description="`locked` must be in the plan, `forbidden` must not, `held` keeps the place back.",
    )
    reason: str | None = Field(default=None, max_length=500)
    recorded_by: str | None = Field(default=None, max_length=200)
    expires_on: dt.date | None = Field(default=None, description="The last day on which it counts.")


class AllocationWish(BaseModel):
    """What is asked of a plan; everything may be left out."""

    model_config = ConfigDict(extra="forbid")

    objective: Objective = "balanced"
    max_per_cooperative: int = Field(default=3, ge=1, le=20, description="New offers for each at most.")
    min_per_district: int = Field(default=0, ge=0, le=10_000)
    one_each: bool = Field(default=False, description="One for every cooperative that can have one.")
    statuses: list[Status] = Field(default=["eligible", "needs_steps", "unknown"], min_length=1)
    change_price: float = Field(
        default=0.0, ge=0, le=1e12, description="Of each pair of the plan before that is given up."
    )
    previous_id: str | None = Field(default=None, max_length=64, description="The published plan by default.")
    city_budget_idr: int | None = Field(default=None, ge=0, lt=10**15)
    district_budget_idr: int | None = Field(default=None, ge=0, lt=10**15)
    holds: list[HoldShape] = Field(default=[], max_length=10_000)
    at: dt.date | None = Field(
        default=None,
        ge=dt.date(2000, 1, 1),
        le=dt.date(2100, 12, 31),
        description="The day the plan speaks of; today in Asia/Jakarta when left out.",
    )

    def settings(self) -> AllocationSettings:
        """Return the wish as settings."""
        values = self.model_dump(exclude={"at", "holds", "statuses"})
        holds = tuple(Hold(**one.model_dump()) for one in self.holds)
        return AllocationSettings(**values, statuses=tuple(self.statuses), holds=holds)


class AssignmentShape(BaseModel):
    """One pair of a plan."""

    cooperative_id: str
    cooperative_name: str
    district: str | None
    offer_id: str
    offer_title: str
    partner_name: str
    status: str
    success_probability: float
    lower: float
    upper: float
    value: float = Field(description="In the plan's unit.")
    change: str = Field(description="`new` or `kept`, against the plan before.")
    reason: str
    hold: HoldShape | None


class HeldShape(BaseModel):
    """A place that is kept back and given to nobody."""

    cooperative_id: str
    cooperative_name: str
    offer_id: str
    offer_title: str
    hold: HoldShape


class QuotaShape(BaseModel):
    """One quota, in the city (`district` is `null`) or in one district."""

    offer_id: str
    offer_title: str
    district: str | None
    quota: int
    taken: int = Field(description="Before the plan.")
    given: int = Field(description="By the plan, places kept back included.")
    left: int
    wanted: int = Field(description="Cooperatives that have it among their first choices.")
    price: float | None = Field(
        description="What one more place adds to the plan made again with it; `null` was not reckoned."
    )
    price_bound: float | None
    says: str


class WaitingShape(BaseModel):
    """One line of a waiting list."""

    offer_id: str
    offer_title: str
    position: int
    cooperative_id: str
    cooperative_name: str
    district: str | None
    gain: float = Field(description="What a free place adds if it goes to it and nobody else moves.")
    gives_up: list[str] = Field(description="Offers of its own that it would leave for it.")


class UnservedShape(BaseModel):
    """A cooperative that gets nothing, and why."""

    cooperative_id: str
    cooperative_name: str
    district: str | None
    says: str


class ChangeShape(BaseModel):
    """One difference between two plans."""

    kind: str = Field(description="`kept`, `new` or `dropped`.")
    cooperative_id: str
    cooperative_name: str
    offer_id: str
    offer_title: str
    value_before: float | None
    value_after: float | None


class AllocationShape(BaseModel):
    """A plan with everything that explains it."""

    allocation_id: str
    state: str = Field(description="`draft`, `solved`, `no_solution`, `failed`, `published` or `withdrawn`.")
    status: str = Field(
        description="`optimal` is proved; `near_optimal` within `gap`, proved; `no_solution`, proved."
    )
    at: dt.date
    settings: dict[str, Any]
    total_value: float
    unit: str = Field(description="`points`, `successes`, `idr_per_month` or `jobs`.")
    bound: float = Field(description="No plan is worth more, the price of changes counted.")
    gap: float
    assignments: list[AssignmentShape]
    held: list[HeldShape]
    quotas: list[QuotaShape]
    waiting_list: list[WaitingShape] = Field(description="By offer, in order of position.")
    unserved: list[UnservedShape]
    changes: list[ChangeShape] = Field(description="Against the plan before, if there is one.")
    relaxations: list[str] = Field(description="The smallest change of limits that makes a plan possible.")
    warnings: list[str]
    minimums: list[str] = Field(description="What each minimum that just holds costs.")
    cooperative_count: int
    revision_id: int
    model_version: str
    previous_id: str | None

    @classmethod
    def of(cls, found: Allocation, language: Language) -> "AllocationShape":
        """Shape a plan; its values are named as on the command line."""
        values = told(found, language)
        return cls.model_validate(values | {"waiting_list": values.pop("waiting")})


class AllocationStateShape(BaseModel):
    """One plan in the list of plans; `null` where it cannot be read."""

    allocation_id: str
    state: str
    made_at: dt.datetime
    author: str
    at: dt.date | None
    objective: str | None
    status: str
    total_value: float | None
    unit: str | None
    pair_count: int | None
    cooperative_count: int | None
    why: str | None

    @classmethod
    def of(cls, found: AllocationState, language: Language) -> "AllocationStateShape":
        """Shape one line."""
        return cls.model_validate(told(found, language))


class AllocationList(BaseModel):
    """All plans that were kept, newest first."""

    items: list[AllocationStateShape]
    total: int
    next_cursor: str | None = Field(description="For the next part; `null` on the last one.")


def newest_first(found: AllocationState) -> str:
    """Return what sorts plans from the newest to the oldest, ties by name; a cursor holds it."""
    age_us = (dt.datetime.max.replace(tzinfo=dt.UTC) - found.made_at) // dt.timedelta(microseconds=1)
    return f"{age_us:020d} {found.allocation_id}"


def told(found: Any, language: Language) -> Any:  # noqa: ANN401 - records in, JSON values out
    """Return a record's values with its sentences in one language."""
    return in_one_language(asdict(found), language)

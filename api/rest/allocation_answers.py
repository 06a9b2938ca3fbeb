"""Answers to questions about a plan as JSON."""

from pydantic import BaseModel, Field

from api.rest.allocation_shapes import AssignmentShape, ChangeShape, WaitingShape

__all__ = [
    "ComparisonShape",
    "ContestList",
    "DialList",
    "SuccessionList",
    "WhyNotShape",
]


class WhyNotShape(BaseModel):
    """Why a pair is not in a plan."""

    cooperative_id: str
    offer_id: str
    in_plan: bool
    reasons: list[str] = Field(description="The main one first.")
    shortfall: float | None = Field(
        description="By how much the best plan with the pair is worth less; `null` where no plan can hold it."
    )
    holders: list[AssignmentShape] = Field(description="Who has the places, the weakest first.")
    would_change: list[ChangeShape]


class NextShape(BaseModel):
    """A place that was given up, and who comes next."""

    offer_id: str
    offer_title: str
    freed_by: str
    candidates: list[WaitingShape]
    says: str


class SuccessionList(BaseModel):
    """Every place that was given up since the plan was made."""

    items: list[NextShape]
    total: int


class DialPointShape(BaseModel):
    """One position of a dial; `null` where no plan is possible."""

    setting: str
    is_present: bool
    total_value: float | None
    served_count: int | None
    least_in_district: int | None
    change_count: int | None


class DialShape(BaseModel):
    """One setting, and what each position of it costs."""

    name: str
    label: str
    points: list[DialPointShape]


class DialList(BaseModel):
    """All dials of a plan."""

    items: list[DialShape]
    total: int


class ComparisonShape(BaseModel):
    """Two plans side by side; totals compare where their units are the same."""

    before_id: str
    after_id: str
    total_before: float
    total_after: float
    unit_before: str
    unit_after: str
    changes: list[ChangeShape]


class ContestShape(BaseModel):
    """How contested an offer is before any plan."""

    offer_id: str
    offer_title: str
    wanted: int
    places: int | None = Field(description="`null` where nothing limits it.")
    says: str


class ContestList(BaseModel):
    """Every business offer, most contested first; empty above 5,000 cooperatives."""

    items: list[ContestShape]
    total: int

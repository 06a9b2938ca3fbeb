"""Places that are taken and given up, as JSON."""

import datetime as dt
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

__all__ = ["AcceptanceShape", "PlaceWish", "ReleaseShape", "ReleaseWish"]


class PlaceWish(BaseModel):
    """What may be said when a place is taken."""

    model_config = ConfigDict(extra="forbid")

    allocation_id: str | None = Field(default=None, max_length=64, description="The plan that gives it.")
    note: str | None = Field(default=None, max_length=500)


class ReleaseWish(PlaceWish):
    """How a place is given up."""

    kind: Literal["declined", "refused", "stopped"] = Field(
        description="By the cooperative, by the partner, or after it was taken."
    )
    reason_code: str | None = Field(default=None, max_length=64, description="As in the table `events`.")


class AcceptanceShape(BaseModel):
    """A place that a cooperative holds."""

    cooperative_id: str
    offer_id: str
    event_id: str
    accepted_on: dt.date
    allocation_id: str | None
    is_new: bool = Field(description="Whether this call took it.")
    left: int | None = Field(description="Places left for others; `null` where nothing limits the offer.")


class ReleaseShape(BaseModel):
    """A place that was given up, or an offered one that was not taken."""

    cooperative_id: str
    offer_id: str
    event_id: str
    kind: str
    released_on: dt.date
    allocation_id: str | None
    frees_place: bool = Field(description="Whether a place became free by this call.")
    is_new: bool

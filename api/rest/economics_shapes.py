"""A month of one offer in one cooperative as JSON."""

import datetime as dt

from pydantic import BaseModel, ConfigDict, Field

__all__ = ["EconomicsShape"]


class MonthShape(BaseModel):
    """One month; `null` is unknown."""

    model_config = ConfigDict(from_attributes=True)

    demand_units: float | None = Field(description="Asked for, before any ceiling.")
    ceiling_units: float | None = Field(description="The most the partner supplies; `null` caps nothing.")
    sold_units: float | None
    gross_idr: float | None
    running_cost_idr: float | None
    margin_idr: float | None = Field(description="What is left after running cost.")
    payback_months: float | None = Field(description="`null` too where the margin is not positive.")


class SpreadDriverShape(BaseModel):
    """One thing that is not known, and the margin at its low and its high reading."""

    model_config = ConfigDict(from_attributes=True)

    field: str
    label: str
    of_offer: bool
    low_idr: float
    high_idr: float


class EconomicsShape(BaseModel):
    """From demand to payback."""

    model_config = ConfigDict(from_attributes=True)

    cooperative_id: str
    offer_id: str
    offer_title: str
    at: dt.date
    demand_label: str | None
    demand_value: float | None = Field(description="As stated, or the area's figure.")
    units_each: float | None = Field(description="Units a month for one of it.")
    low: MonthShape
    likely: MonthShape
    high: MonthShape
    margin_per_unit_idr: float | None
    capital_idr: float | None
    jobs_count: float | None
    is_fee_only: bool = Field(description="A third party manages; the cooperative earns a fee.")
    margin_basis: str = Field(description="`known`, `assumed`, `estimated` or `unknown`.")
    drivers: list[SpreadDriverShape] = Field(description="What the spread comes from, widest first.")
    basis: str | None
    source: str | None
    confirmed_on: dt.date | None

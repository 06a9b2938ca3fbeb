"""A price comparison as JSON."""

import datetime as dt
from typing import Annotated

from fastapi import Query
from pydantic import BaseModel, Field

__all__ = ["FreightPerOrder", "OrderCost", "PricesShape"]

_DEAREST = 1_000_000_000_000

FreightPerOrder = Annotated[
    int | None,
    Query(
        description="Estimated freight of one order, whole rupiah, where the price does not include it; "
        "unknown, not 0, when left out.",
        ge=0,
        le=_DEAREST,
    ),
]
OrderCost = Annotated[
    int,
    Query(
        description="Fixed cost of one order, whole rupiah; one order a month per supplier.",
        ge=0,
        le=_DEAREST,
    ),
]

_UNIT = Field(description="`kg`, `liter`, `pcs`, or a unit of its own that compares with itself only.")
_SAVING = Field(description="Whole rupiah a month, before freight that is not in the price; `null` unknown.")


class PriceRemark(BaseModel):
    """What has to be said beside the figures."""

    code: str = Field(description="Stable, for programs.")
    text: str


class SupplierPrice(BaseModel):
    """One row of a price list, read on the day."""

    supplier_id: str
    supplier_name: str
    state: str = Field(description="`current`, `replaced` (by a newer list), `future` or `expired`.")
    price_idr: int = Field(description="As stated, for one `stated_unit`.")
    stated_unit: str
    price_idr_per_unit: float = Field(description="For one base unit.")
    difference_idr_per_unit: float | None = Field(description="Against what is paid; `null` is unknown.")
    minimum_order: float | None = Field(description="In `stated_unit`; `null` is unknown.")
    minimum_fit: str = Field(description="A month's need against it: `fits`, `too_large` or `unknown`.")
    delivered: bool | None = Field(description="Whether freight is in the price; `null` is unknown.")
    freight: str = Field(description="`included`, `estimated` (by the request) or `unknown`.")
    valid_from: dt.date | None
    valid_to: dt.date | None
    saving_idr_per_month: int | None = _SAVING


class PaidPrice(BaseModel):
    """What is paid now."""

    price_idr_per_unit: float = Field(description="For one base unit.")
    price_idr: int = Field(description="As stated, for one `stated_unit`.")
    stated_unit: str
    is_own: bool = Field(description="Paid by this cooperative; else the local market's price.")
    observed_on: dt.date | None
    is_old: bool = Field(description="More than 90 days old, or of no stated day.")


class PricedItem(BaseModel):
    """One item in one base unit."""

    item: str
    unit: str = _UNIT
    is_measured: bool = Field(description="Whether the unit is a true measure.")
    paid: PaidPrice | None
    monthly_quantity: float | None = Field(description="In base units; `null` is unknown.")
    best: SupplierPrice | None = Field(description="Never an expired price; `null` where there is none.")
    is_before_freight: bool = Field(description="The best supplier's freight is unknown and left out.")
    saving_idr_per_month: int | None = _SAVING
    suppliers: list[SupplierPrice]
    remarks: list[PriceRemark]


class LeftOutItem(BaseModel):
    """An item that is not in the sum."""

    item: str
    unit: str = _UNIT
    reason: str = Field(description="`not_bought`, `no_price`, `minimum`, `quantity` or `freight`.")
    text: str


class BasketShape(BaseModel):
    """The month's basket: every item at its best supplier."""

    margin_idr_per_month: int | None = Field(
        description="After estimated freight; `null` where none is known."
    )
    goods_idr_per_month: int | None = Field(
        description="(paid − supplier) × quantity, dearer items included."
    )
    freight_idr_per_month: int = Field(description="Estimated, one order a month per supplier.")
    cheaper_idr_per_month: int = Field(description="`goods` of the cheaper items only.")
    before_freight_idr_per_month: int = Field(description="Of items left out because freight is unknown.")
    item_count: int
    left_out: list[LeftOutItem]


class SupplierPart(BaseModel):
    """What would be bought from one supplier."""

    supplier_id: str
    supplier_name: str
    saving_idr_per_month: int = Field(description="After freight and the cost of the order.")
    freight_idr_per_month: int
    order_cost_idr: int
    items: list[str]


class MixShape(BaseModel):
    """The set of suppliers that saves most; what none of them sells for less stays as it is."""

    saving_idr_per_month: int
    is_exact: bool = Field(description="Whether every set of suppliers was considered.")
    suppliers: list[SupplierPart]
    alone: list[SupplierPart] = Field(description="Everything from one supplier, the best first.")


class PricesShape(BaseModel):
    """Suppliers' price lists against what one cooperative pays."""

    cooperative_id: str
    cooperative_name: str
    at: dt.date
    freight_idr_per_order: int | None
    order_cost_idr: int
    items: list[PricedItem]
    basket: BasketShape
    mix: MixShape = Field(description="Of prices whose freight is known.")
    mix_before_freight: MixShape | None = Field(description="With unknown freight left out of the sums.")

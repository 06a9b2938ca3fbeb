"""Rows of the tables ``prices`` and ``purchases`` as exact values."""

import datetime as dt
from dataclasses import dataclass
from fractions import Fraction

__all__ = ["PriceRow", "PurchaseRow"]


@dataclass(frozen=True, slots=True)
class PriceRow:
    """What a supplier asks for one unit of an item.

    Attributes
    ----------
    minimum_order : Fraction or None
        In this row's own unit; ``None`` is unknown, 0 a stated "none".
    is_delivered : bool or None
        Whether freight is in the price; ``None`` is unknown.
    valid_from, valid_to : date or None
        Both days included; ``None`` is open.
    """

    supplier_id: str
    item: str
    unit: str
    price_idr: int
    minimum_order: Fraction | None
    is_delivered: bool | None
    valid_from: dt.date | None
    valid_to: dt.date | None


@dataclass(frozen=True, slots=True)
class PurchaseRow:
    """What was paid for one unit of an item.

    Attributes
    ----------
    is_own : bool
        Bought by the cooperative; else a price of the local market.
    monthly_quantity : Fraction or None
        In this row's own unit; ``None`` is unknown.
    observed_on : date or None
        ``None`` is unknown.
    """

    is_own: bool
    item: str
    unit: str
    price_idr: int
    monthly_quantity: Fraction | None
    observed_on: dt.date | None

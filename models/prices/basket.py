"""The month's basket: the sum over all items, and what it leaves out with why."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from models.prices.comparison import ItemComparison

__all__ = ["REASONS", "Basket", "LeftOut", "basket_of"]

REASONS = ("not_bought", "no_price", "minimum", "quantity", "freight")
"""Why an item is not in the sum: nothing says what is paid; no current price; every minimum order is above a
month's need; the monthly quantity is unknown; the freight of the best supplier is unknown."""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """An item that is not in the sum; ``reason`` is one of ``REASONS``."""

    item: ItemComparison
    reason: str


@dataclass(frozen=True, slots=True)
class Basket:
    """The sum over all items whose every number is known.

    Attributes
    ----------
    counted : tuple of ItemComparison
    left_out : tuple of LeftOut
    goods_idr_per_month : Fraction or None
        Sum of (paid − best supplier) × monthly quantity; items that are dearer count against it. ``None``
        where no item is known.
    freight_idr_per_month : int
        Estimated freight, one order a month from each supplier that does not deliver.
    cheaper_idr_per_month : Fraction
        The same sum over those items only that the best supplier sells for less than is paid.
    before_freight_idr_per_month : Fraction
        What the items left out for unknown freight would add, before that freight.
    """

    counted: tuple[ItemComparison, ...]
    left_out: tuple[LeftOut, ...]
    goods_idr_per_month: Fraction | None
    freight_idr_per_month: int
    cheaper_idr_per_month: Fraction
    before_freight_idr_per_month: Fraction

    @property
    def margin_idr_per_month(self) -> Fraction | None:
        """What the whole basket saves a month with every item at its best supplier, after freight."""
        goods = self.goods_idr_per_month
        return None if goods is None else goods - self.freight_idr_per_month


def basket_of(items: Sequence[ItemComparison]) -> Basket:
    """Add up a month's basket.

    Parameters
    ----------
    items : sequence of ItemComparison
    """
    reasons = [_reason(item) for item in items]
    counted = tuple(item for item, reason in zip(items, reasons, strict=True) if not reason)
    left_out = tuple(LeftOut(item, reason) for item, reason in zip(items, reasons, strict=True) if reason)
    savings = [item.saving_idr_per_month or Fraction(0) for item in counted]
    freights = {
        item.best.row.supplier_id: item.best.freight_idr_per_order or 0
        for item in counted
        if item.best is not None and not item.best.row.is_delivered
    }
    waiting = [one.item.saving_idr_per_month for one in left_out if one.reason == "freight"]
    return Basket(
        counted=counted,
        left_out=left_out,
        goods_idr_per_month=sum(savings, Fraction(0)) if counted else None,
        freight_idr_per_month=sum(freights.values()),
        cheaper_idr_per_month=sum((one for one in savings if one > 0), Fraction(0)),
        before_freight_idr_per_month=sum((one for one in waiting if one is not None), Fraction(0)),
    )


def _reason(item: ItemComparison) -> str:
    if item.paid is None:
        return "not_bought"
    if item.best is None:
        return "minimum" if any(one.state == "current" for one in item.quotes) else "no_price"
    if item.monthly_base is None:
        return "quantity"
    return "freight" if item.is_before_freight else ""

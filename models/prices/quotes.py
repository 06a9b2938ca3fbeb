"""A supplier's prices on a day: which of them hold, and what they are per base unit."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, replace
from fractions import Fraction

from models.prices.rows import PriceRow
from models.prices.units import UnitOfSale, folded, unit_of_sale

__all__ = ["FREIGHTS", "STATES", "Quote", "quotes_on"]

STATES = ("current", "replaced", "future", "expired")
"""``replaced``: the supplier has a newer list for the same item and unit; only ``current`` ones are used."""
FREIGHTS = ("included", "estimated", "unknown")
"""``estimated`` rests on the cost of one order that the reader gave."""


@dataclass(frozen=True, slots=True)
class Quote:
    """One row of a price list, read on a day.

    Attributes
    ----------
    row : PriceRow
    unit : UnitOfSale
    state : str
        One of ``STATES``.
    freight_idr_per_order : int or None
        What bringing one order costs beside the price: 0 where it is in the price, ``None`` where it is
        unknown, else the reader's estimate.
    """

    row: PriceRow
    unit: UnitOfSale
    state: str
    freight_idr_per_order: int | None

    @property
    def freight(self) -> str:
        """One of ``FREIGHTS``."""
        if self.row.is_delivered:
            return "included"
        return "unknown" if self.freight_idr_per_order is None else "estimated"

    @property
    def price_idr_per_base(self) -> Fraction:
        """Rupiah for one base unit, before any freight that is not in the price."""
        return self.row.price_idr / self.unit.quantity

    @property
    def minimum_base(self) -> Fraction | None:
        """The minimum order in base units; ``None`` is unknown."""
        return None if self.row.minimum_order is None else self.row.minimum_order * self.unit.quantity

    def landed_idr_per_base(self, monthly_base: Fraction | None) -> Fraction | None:
        """Return rupiah for one base unit with freight, one order a month for this item alone.

        ``None`` where freight is unknown, or estimated for an unknown quantity.
        """
        if self.row.is_delivered:
            return self.price_idr_per_base
        if self.freight_idr_per_order is None or not monthly_base:
            return None
        return self.price_idr_per_base + self.freight_idr_per_order / monthly_base

    def fit(self, monthly_base: Fraction | None) -> str:
        """Tell whether a month's need reaches the minimum order: ``fits``, ``too_large`` or ``unknown``."""
        minimum = self.minimum_base
        if minimum == 0:
            return "fits"
        if minimum is None or monthly_base is None:
            return "unknown"
        return "fits" if minimum <= monthly_base else "too_large"


def quotes_on(rows: Iterable[PriceRow], at: dt.date, freight_idr_per_order: int | None) -> list[Quote]:
    """Read price lists on a day.

    Parameters
    ----------
    rows : iterable of PriceRow
    at : date
    freight_idr_per_order : int or None
        What one order costs to bring where the price does not include it; ``None`` is unknown, not nothing.

    Returns
    -------
    list of Quote
        By item, supplier, unit and first day, undated lists first. Of several lists of one supplier that
        hold for the same item and unit only the latest is ``current``.
    """
    found = [
        Quote(row, unit_of_sale(row.unit), _state(row, at), 0 if row.is_delivered else freight_idr_per_order)
        for row in sorted(rows, key=_order)
    ]
    # sorted by their first day, so the last one of each is the newest
    newest = {_same(one): _start(one.row) for one in found if one.state == "current"}
    return [
        replace(one, state="replaced")
        if one.state == "current" and _start(one.row) < newest[_same(one)]
        else one
        for one in found
    ]


def _order(row: PriceRow) -> tuple[str, str, str, dt.date, int, str, str]:
    return (
        folded(row.item),
        row.supplier_id,
        _joined(row.unit),
        _start(row),
        row.price_idr,
        row.item,
        row.unit,
    )


def _start(row: PriceRow) -> dt.date:
    return row.valid_from or dt.date.min


def _joined(unit: str) -> str:
    return folded(unit).replace(" ", "")


def _same(quote: Quote) -> tuple[str, str, str]:
    return folded(quote.row.item), quote.row.supplier_id, _joined(quote.row.unit)


def _state(row: PriceRow, at: dt.date) -> str:
    if row.valid_to is not None and row.valid_to < at:
        return "expired"
    return "future" if row.valid_from is not None and at < row.valid_from else "current"

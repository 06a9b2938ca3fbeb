"""What is paid for each item on a day: by the cooperative itself, else on the local market."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from features.origins import OLD_AFTER_DAYS
from models.prices.rows import PurchaseRow
from models.prices.units import UnitOfSale, folded, unit_of_sale

__all__ = ["Paid", "paid_by_item"]


@dataclass(frozen=True, slots=True)
class Paid:
    """What is paid for one item, per base unit.

    Attributes
    ----------
    row : PurchaseRow
        The newest one.
    unit : UnitOfSale
    monthly_base : Fraction or None
        How many base units the cooperative buys a month, from its newest purchase that says so; ``None`` is
        unknown. What the local market sells is nobody's need.
    age_days : int or None
        ``None`` where no day is stated.
    """

    row: PurchaseRow
    unit: UnitOfSale
    monthly_base: Fraction | None
    age_days: int | None

    @property
    def price_idr_per_base(self) -> Fraction:
        """Rupiah for one base unit."""
        return self.row.price_idr / self.unit.quantity

    @property
    def is_old(self) -> bool:
        """Whether it is older than 90 days or of no stated day."""
        return self.age_days is None or self.age_days > OLD_AFTER_DAYS


def paid_by_item(rows: Iterable[PurchaseRow], at: dt.date) -> dict[tuple[str, str], Paid]:
    """Return what is paid by item and base unit.

    Parameters
    ----------
    rows : iterable of PurchaseRow
        Of one cooperative and of the local market.
    at : date
        Purchases of later days are not known yet.

    Returns
    -------
    dict
        From folded item name and base unit. The cooperative's own purchase goes before the market's, the
        newest before older ones, undated ones last; of one day, one that states its quantity, then by unit.
    """
    groups: dict[tuple[str, str], list[tuple[PurchaseRow, UnitOfSale]]] = {}
    for row in sorted(rows, key=_order):
        if row.observed_on is None or row.observed_on <= at:
            unit = unit_of_sale(row.unit)
            groups.setdefault((folded(row.item), unit.base), []).append((row, unit))
    return {key: _paid(found, at) for key, found in sorted(groups.items())}


def _paid(found: list[tuple[PurchaseRow, UnitOfSale]], at: dt.date) -> Paid:
    row, unit = found[0]
    stated = (
        one.monthly_quantity * its.quantity
        for one, its in found
        if one.is_own and one.monthly_quantity is not None
    )
    age_days = None if row.observed_on is None else (at - row.observed_on).days
    return Paid(row, unit, next(stated, None), age_days)


def _order(row: PurchaseRow) -> tuple[bool, int, bool, str, str, int]:
    newest_first = 1 if row.observed_on is None else -row.observed_on.toordinal()
    return (not row.is_own, newest_first, row.monthly_quantity is None, row.unit, row.item, row.price_idr)

"""The suppliers of each item side by side, against what is paid, the best one marked."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from models.prices.paying import Paid, paid_by_item
from models.prices.quotes import STATES, Quote, quotes_on
from models.prices.rows import PriceRow, PurchaseRow
from models.prices.units import folded

__all__ = ["ItemComparison", "compared"]


@dataclass(frozen=True, slots=True)
class ItemComparison:
    """One item in one base unit.

    Attributes
    ----------
    item : str
        As the buyer writes it, else as the first supplier does.
    base : str
        The base unit; what is sold in another one stands in an item of its own.
    doubt : str
        Why the base is no true measure, as in ``UnitOfSale``; empty where it is one.
    other_bases : tuple of str
        Further base units in which the same item is sold or bought.
    paid : Paid or None
        ``None`` where nothing says what is paid.
    quotes : tuple of Quote
        Current ones first, the cheapest before others; then replaced, future and expired ones.
    best : Quote or None
        The cheapest current one whose minimum order is within a month's need, freight included where it is
        known. One whose freight is unknown is best only where there is no other, see ``is_before_freight``.
    cheaper_before_freight : Quote or None
        A supplier below the best one, as long as its unknown freight is left out.
    """

    item: str
    base: str
    doubt: str
    other_bases: tuple[str, ...]
    paid: Paid | None
    quotes: tuple[Quote, ...]
    best: Quote | None
    cheaper_before_freight: Quote | None

    @property
    def monthly_base(self) -> Fraction | None:
        """Base units a month; ``None`` is unknown."""
        return self.paid.monthly_base if self.paid else None

    @property
    def is_before_freight(self) -> bool:
        """Whether the best supplier's freight is not in the figures, because it is unknown."""
        return self.best is not None and self.best.landed_idr_per_base(self.monthly_base) is None

    @property
    def saving_idr_per_month(self) -> Fraction | None:
        """Rupiah a month at the best supplier's price, before freight that is not in it.

        Negative where it is dearer than what is paid; ``None`` where a number is missing.
        """
        return None if self.best is None else self.saving_of(self.best)

    @property
    def freight_limit_idr_per_month(self) -> Fraction | None:
        """Below which freight ``cheaper_before_freight`` is the better one, rupiah a month."""
        if self.best is None or self.cheaper_before_freight is None or self.monthly_base is None:
            return None
        known = self.best.landed_idr_per_base(self.monthly_base)
        if known is None:
            return None
        return (known - self.cheaper_before_freight.price_idr_per_base) * self.monthly_base

    def saving_of(self, quote: Quote) -> Fraction | None:
        """Return the saving with one supplier, as ``saving_idr_per_month``."""
        if self.paid is None or self.paid.monthly_base is None:
            return None
        return (self.paid.price_idr_per_base - quote.price_idr_per_base) * self.paid.monthly_base


def compared(
    prices: Iterable[PriceRow],
    purchases: Iterable[PurchaseRow],
    at: dt.date,
    *,
    freight_idr_per_order: int | None = None,
) -> list[ItemComparison]:
    """Compare price lists with what is paid.

    Parameters
    ----------
    prices : iterable of PriceRow
        Of all suppliers.
    purchases : iterable of PurchaseRow
        Of one cooperative and of the local market.
    at : date
        Prices outside their days are listed and never used.
    freight_idr_per_order : int or None
        What one order costs to bring where the price does not include it. ``None``: unknown, never nothing.

    Returns
    -------
    list of ItemComparison
        By item name and base unit.
    """
    paid = paid_by_item(purchases, at)
    offered: dict[tuple[str, str], list[Quote]] = {}
    for quote in quotes_on(prices, at, freight_idr_per_order):
        offered.setdefault((folded(quote.row.item), quote.unit.base), []).append(quote)
    keys = sorted(paid.keys() | offered.keys())
    return [
        _item(
            base,
            tuple(other for name, other in keys if name == item and other != base),
            paid.get((item, base)),
            offered.get((item, base), []),
        )
        for item, base in keys
    ]


def _item(base: str, others: tuple[str, ...], paid: Paid | None, quotes: list[Quote]) -> ItemComparison:
    monthly = paid.monthly_base if paid else None
    usable = [one for one in quotes if one.state == "current" and one.fit(monthly) != "too_large"]
    by_list = sorted(usable, key=lambda one: (one.price_idr_per_base, *_name(one)))
    landed = [one.landed_idr_per_base(monthly) for one in by_list]
    known = sorted(
        (cost, *_name(one), place)
        for place, (one, cost) in enumerate(zip(by_list, landed, strict=True))
        if cost is not None
    )
    best = by_list[known[0][-1]] if known else next(iter(by_list), None)
    unlanded = (one for one, cost in zip(by_list, landed, strict=True) if cost is None)
    cheaper = next((one for one in unlanded if known and one.price_idr_per_base < known[0][0]), None)
    first = paid or quotes[0]
    return ItemComparison(
        item=" ".join(first.row.item.split()),
        base=base,
        doubt=first.unit.doubt,
        other_bases=others,
        paid=paid,
        quotes=tuple(sorted(quotes, key=_shown_order)),
        best=best,
        cheaper_before_freight=cheaper,
    )


def _name(quote: Quote) -> tuple[str, str]:
    return quote.row.supplier_id, quote.row.unit


def _shown_order(quote: Quote) -> tuple[int, Fraction, str, str]:
    return (STATES.index(quote.state), quote.price_idr_per_base, *_name(quote))

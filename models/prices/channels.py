"""What each supplier would save on each item a month, as the choice of suppliers needs it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from models.prices.comparison import ItemComparison
from models.prices.quotes import Quote

__all__ = ["Channel", "Share", "channels_of"]


@dataclass(frozen=True, slots=True)
class Share:
    """One item at one supplier's price; the saving is a month's, before freight and cost of ordering."""

    item: ItemComparison
    quote: Quote
    saving_idr_per_month: Fraction


@dataclass(frozen=True, slots=True)
class Channel:
    """One way to buy from a supplier: only what it delivers, or everything with freight on top.

    Attributes
    ----------
    supplier_id : str
    freight_idr_per_month : int
        0 where only delivered goods are bought, or where unknown freight is left out on purpose.
    shares : mapping of int to Share
        By the position of the item; the best row of this supplier for each item it can supply.
    """

    supplier_id: str
    freight_idr_per_month: int
    shares: Mapping[int, Share]


def channels_of(items: Sequence[ItemComparison], *, without_freight: bool) -> dict[str, list[Channel]]:
    """Return the ways to buy from each supplier, by id; at most two, the delivered goods first.

    Parameters
    ----------
    items : sequence of ItemComparison
    without_freight : bool
        Whether goods of unknown freight may be bought, as if it cost nothing. Else they are left out.
    """
    found: dict[str, list[tuple[int, Share]]] = {}
    for place, item in enumerate(items):
        for quote in item.quotes:
            saving = item.saving_of(quote)
            if saving is None or quote.state != "current" or quote.fit(item.monthly_base) == "too_large":
                continue
            if quote.freight_idr_per_order is not None or without_freight:
                found.setdefault(quote.row.supplier_id, []).append((place, Share(item, quote, saving)))
    return {supplier_id: _ways(supplier_id, shares) for supplier_id, shares in sorted(found.items())}


def _ways(supplier_id: str, shares: list[tuple[int, Share]]) -> list[Channel]:
    delivered = [(place, share) for place, share in shares if not share.quote.freight_idr_per_order]
    freight = max(share.quote.freight_idr_per_order or 0 for _, share in shares)
    ways = [Channel(supplier_id, 0, _cheapest(delivered))] if delivered else []
    return [*ways, Channel(supplier_id, freight, _cheapest(shares))] if freight else ways


def _cheapest(shares: list[tuple[int, Share]]) -> dict[int, Share]:
    best: dict[int, Share] = {}
    for place, share in shares:  # quotes come the cheapest first
        best.setdefault(place, share)
    return best

"""Which set of suppliers saves most a month after freight and the fixed cost of ordering."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from models.prices.channels import Channel, Share, channels_of
from models.prices.comparison import ItemComparison
from models.prices.sets import best_set

__all__ = ["MOST_SUPPLIERS", "Mix", "SupplierPart", "best_mix"]

MOST_SUPPLIERS = 12
"""Up to so many suppliers every set is considered."""


@dataclass(frozen=True, slots=True)
class SupplierPart:
    """What would be bought from one supplier, by item, and what it brings a month."""

    supplier_id: str
    shares: tuple[Share, ...]
    freight_idr_per_month: int
    order_cost_idr: int

    @property
    def saving_idr_per_month(self) -> Fraction:
        """Rupiah a month after freight and the cost of ordering."""
        goods = sum((share.saving_idr_per_month for share in self.shares), Fraction(0))
        return goods - self.freight_idr_per_month - self.order_cost_idr


@dataclass(frozen=True, slots=True)
class Mix:
    """The best set of suppliers; an item that no supplier of the set sells for less stays as it is.

    Attributes
    ----------
    parts : tuple of SupplierPart
        By supplier id; empty where changing nothing is best.
    alone : tuple of SupplierPart
        Each supplier by itself, with everything bought from it that it has, dearer or not; the best first,
        ties by id.
    is_exact : bool
        Whether every set was considered; else only the sets of the ``MOST_SUPPLIERS`` suppliers that save
        most alone.
    is_before_freight : bool
        Whether unknown freight was left out of the sums.
    """

    parts: tuple[SupplierPart, ...]
    alone: tuple[SupplierPart, ...]
    is_exact: bool
    is_before_freight: bool

    @property
    def saving_idr_per_month(self) -> Fraction:
        """Rupiah a month against what is paid now; never below 0."""
        return sum((part.saving_idr_per_month for part in self.parts), Fraction(0))


def best_mix(
    items: Sequence[ItemComparison], *, order_cost_idr: int = 0, without_freight: bool = False
) -> Mix:
    """Choose the suppliers whose set saves most, minimum orders kept.

    Parameters
    ----------
    items : sequence of ItemComparison
        Items without a known price paid and quantity take no part.
    order_cost_idr : int
        What one order costs beside goods and freight; one order a month from each supplier.
    without_freight : bool
        Whether goods of unknown freight take part as if it cost nothing.

    Returns
    -------
    Mix
        Of several sets that save the same the smallest, then the first by supplier ids. An item goes to the
        supplier of the set that saves most on it, ties by supplier id.
    """
    ways = channels_of(items, without_freight=without_freight)
    alone = [max((_part(one, order_cost_idr) for one in found), key=_saving) for found in ways.values()]
    alone.sort(key=lambda part: (-part.saving_idr_per_month, part.supplier_id))
    useful = [found for found in map(_saving_only, ways.values()) if found]
    considered = sorted(useful, key=lambda found: (-_promise(found, order_cost_idr), found[0].supplier_id))
    tried = sorted(considered[:MOST_SUPPLIERS], key=lambda found: found[0].supplier_id)
    chosen = best_set(tried, order_cost_idr)
    return Mix(_parts(chosen, order_cost_idr), tuple(alone), len(useful) <= MOST_SUPPLIERS, without_freight)


def _saving_only(found: list[Channel]) -> list[Channel]:
    thinned = [
        Channel(
            one.supplier_id,
            one.freight_idr_per_month,
            {place: share for place, share in one.shares.items() if share.saving_idr_per_month > 0},
        )
        for one in found
    ]
    return [one for one in thinned if one.shares]


def _promise(found: list[Channel], order_cost_idr: int) -> Fraction:
    return max(_part(one, order_cost_idr).saving_idr_per_month for one in found)


def _part(channel: Channel, order_cost_idr: int) -> SupplierPart:
    shares = tuple(share for _, share in sorted(channel.shares.items()))
    return SupplierPart(channel.supplier_id, shares, channel.freight_idr_per_month, order_cost_idr)


def _saving(part: SupplierPart) -> Fraction:
    return part.saving_idr_per_month


def _parts(chosen: tuple[Channel, ...], order_cost_idr: int) -> tuple[SupplierPart, ...]:
    holder: dict[int, Channel] = {}
    for channel in chosen:  # by id, so that the first of equals keeps the item
        for place, share in channel.shares.items():
            held = holder.get(place)
            if held is None or share.saving_idr_per_month > held.shares[place].saving_idr_per_month:
                holder[place] = channel
    return tuple(
        _part(
            Channel(
                channel.supplier_id,
                channel.freight_idr_per_month,
                {place: share for place, share in channel.shares.items() if holder[place] is channel},
            ),
            order_cost_idr,
        )
        for channel in chosen
    )

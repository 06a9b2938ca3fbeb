"""Use case: suppliers' price lists against what one cooperative pays, item by item and as a basket."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import cast

import pandas as pd

from features.frame_cells import day_of
from models.explain.texts import Language
from models.prices.basket import REASONS, Basket, basket_of
from models.prices.comparison import ItemComparison, compared
from models.prices.mix import Mix, best_mix
from models.prices.rows import PriceRow, PurchaseRow
from recommender.directory import found_cooperative
from recommender.errors import RefusedError
from recommender.gathering import Gathered
from recommender.price_remarks import Remark, remarks_on
from recommender.store.reading import Reads
from recommender.store.values import Value

__all__ = ["PriceAnswer", "cooperative_prices"]

_DEAREST = 1_000_000_000_000


@dataclass(frozen=True, slots=True)
class PriceAnswer:
    """Everything that can be said of one cooperative's prices on a day.

    Attributes
    ----------
    cooperative_id, cooperative_name : str
    at : date
    freight_idr_per_order : int or None
        The reader's estimate; ``None`` leaves unknown freight unknown.
    order_cost_idr : int
        What one order costs beside goods and freight, as the reader says.
    supplier_names : mapping of str to str
        By supplier id.
    items : tuple of ItemComparison
        What the cooperative or the local market pays for first, then what is only offered; by name.
    basket : Basket
    mix : Mix
        The best set of suppliers, of prices whose freight is known.
    mix_before_freight : Mix or None
        The same with unknown freight left out of the sums; ``None`` where no price has unknown freight.
    """

    cooperative_id: str
    cooperative_name: str
    at: dt.date
    freight_idr_per_order: int | None
    order_cost_idr: int
    supplier_names: Mapping[str, str]
    items: tuple[ItemComparison, ...]
    basket: Basket
    mix: Mix
    mix_before_freight: Mix | None

    @property
    def has_prices(self) -> bool:
        """Whether any supplier's price is there, valid or not."""
        return any(item.quotes for item in self.items)

    @property
    def has_own_purchases(self) -> bool:
        """Whether any purchase of the cooperative itself is known."""
        return any(item.paid is not None and item.paid.row.is_own for item in self.items)

    def left_out(self) -> dict[str, list[str]]:
        """Return the names of the items that the basket's sum leaves out, by reason."""
        found: dict[str, list[str]] = {}
        for one in self.basket.left_out:
            found.setdefault(one.reason, []).append(f"{one.item.item} ({one.item.base})")
        return {reason: found[reason] for reason in REASONS if reason in found}

    def name_of(self, supplier_id: str) -> str:
        """Return a supplier's name, its id where it has none."""
        return self.supplier_names.get(supplier_id, supplier_id)

    def remarks(self, item: ItemComparison, language: Language) -> tuple[Remark, ...]:
        """Return what has to be said beside an item's figures."""
        return remarks_on(item, self.supplier_names, language)


def cooperative_prices(
    store: Reads,
    source: Gathered,
    cooperative_id: str,
    *,
    freight_idr_per_order: int | None = None,
    order_cost_idr: int = 0,
) -> PriceAnswer:
    """Compare all price lists with what one cooperative pays.

    Parameters
    ----------
    store : Reads
        A store, or a snapshot of it.
    source : Gathered
        Of the day.
    cooperative_id : str
    freight_idr_per_order : int or None
        What bringing one order costs where the price does not include it, from 0; ``None`` is unknown.
    order_cost_idr : int
        What each order costs beside that, from 0; one order a month from each supplier.

    Raises
    ------
    NotFoundError
        When there is no such cooperative.
    RefusedError
        When an amount is below 0 or beyond a thousand billion.
    """
    name = str(found_cooperative(source, cooperative_id)["name"].iloc[0])
    for amount in (freight_idr_per_order or 0, order_cost_idr):
        if not 0 <= amount <= _DEAREST:
            raise RefusedError(
                f"Biaya {amount} tidak mungkin. Isi rupiah bulat, mulai dari 0.",
                f"A cost of {amount} is impossible. Give whole rupiah, from 0.",
            )
    found = compared(
        _price_rows(store.frame("prices")),
        [*_purchase_rows(store, cooperative_id), *_purchase_rows(store, None)],
        source.at,
        freight_idr_per_order=freight_idr_per_order,
    )
    items = tuple(sorted(found, key=lambda item: item.paid is None))
    has_unknown_freight = any(
        one.state == "current" and one.freight == "unknown" for item in items for one in item.quotes
    )
    partners = source.partners
    return PriceAnswer(
        cooperative_id=cooperative_id,
        cooperative_name=name,
        at=source.at,
        freight_idr_per_order=freight_idr_per_order,
        order_cost_idr=order_cost_idr,
        supplier_names=dict(zip(partners["partner_id"], partners["name"], strict=True)),
        items=items,
        basket=basket_of(items),
        mix=best_mix(items, order_cost_idr=order_cost_idr),
        mix_before_freight=best_mix(items, order_cost_idr=order_cost_idr, without_freight=True)
        if has_unknown_freight
        else None,
    )


def _price_rows(frame: pd.DataFrame) -> list[PriceRow]:
    return [
        PriceRow(
            supplier_id=row["supplier_id"],
            item=row["item"],
            unit=row["unit"],
            price_idr=int(row["price_idr"]),
            minimum_order=_exact(row["minimum_order"]),
            is_delivered=None if pd.isna(row["delivered"]) else bool(row["delivered"]),
            valid_from=day_of(row["valid_from"]),
            valid_to=day_of(row["valid_to"]),
        )
        for row in frame.to_dict("records")
    ]


def _purchase_rows(store: Reads, cooperative_id: str | None) -> list[PurchaseRow]:
    """Read the purchases of one cooperative, or those of the local market, which belong to nobody."""
    newest = [versions[-1] for versions in store.histories("purchases", (cooperative_id,))]
    return [_purchase(one.values, is_own=cooperative_id is not None) for one in newest if not one.is_removal]


def _purchase(row: Mapping[str, Value], *, is_own: bool) -> PurchaseRow:
    return PurchaseRow(
        is_own=is_own,
        item=str(row["item"]),
        unit=str(row["unit"]),
        price_idr=int(cast("int", row["price_idr"])),
        monthly_quantity=_exact(cast("float | None", row["monthly_quantity"])),
        observed_on=cast("dt.date | None", row["observed_on"]),
    )


def _exact(number: float | None) -> Fraction | None:
    # as it was written: 0.1 is a tenth, not the nearest binary number
    return None if number is None or pd.isna(number) else Fraction(repr(float(number)))

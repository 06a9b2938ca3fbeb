"""A price comparison as nested records for programs and as rows of a table."""

from collections.abc import Iterator
from fractions import Fraction
from typing import Any

from models.explain.texts import Language
from models.prices.basket import LeftOut
from models.prices.comparison import ItemComparison
from models.prices.mix import Mix, SupplierPart
from models.prices.quotes import Quote
from recommender.price_remarks import REASON_TEXTS
from recommender.pricing import PriceAnswer

__all__ = ["PRICE_COLUMNS", "price_record", "price_rows"]

PRICE_COLUMNS = (
    "section",
    "cooperative_id",
    "item",
    "unit",
    "paid_idr_per_unit",
    "paid_by",
    "paid_on",
    "monthly_quantity",
    "supplier_id",
    "supplier_name",
    "price_idr_per_unit",
    "freight",
    "valid_to",
    "saving_idr_per_month",
    "remarks",
)
"""Columns of ``price_rows``; ``section`` is ``item``, ``basket`` or ``supplier`` (of the best set)."""


def price_record(answer: PriceAnswer, language: Language) -> dict[str, Any]:
    """Return a comparison as nested values: whole rupiah, but for prices per unit, which may have decimals.

    Parameters
    ----------
    answer : PriceAnswer
    language : {'id', 'en'}
        Of the remarks.
    """
    basket = answer.basket
    return {
        "cooperative_id": answer.cooperative_id,
        "cooperative_name": answer.cooperative_name,
        "at": answer.at,
        "freight_idr_per_order": answer.freight_idr_per_order,
        "order_cost_idr": answer.order_cost_idr,
        "items": [_item(answer, item, language) for item in answer.items],
        "basket": {
            "margin_idr_per_month": _whole(basket.margin_idr_per_month),
            "goods_idr_per_month": _whole(basket.goods_idr_per_month),
            "freight_idr_per_month": basket.freight_idr_per_month,
            "cheaper_idr_per_month": _whole(basket.cheaper_idr_per_month),
            "before_freight_idr_per_month": _whole(basket.before_freight_idr_per_month),
            "item_count": len(basket.counted),
            "left_out": [_left_out(one, language) for one in basket.left_out],
        },
        "mix": _mix(answer, answer.mix),
        "mix_before_freight": answer.mix_before_freight and _mix(answer, answer.mix_before_freight),
    }


def price_rows(answer: PriceAnswer, language: Language) -> Iterator[dict[str, Any]]:
    """Give a row per item, one for the basket, one for each supplier of the best set; unknown is ``None``."""
    for item in answer.items:
        best, paid = item.best, item.paid
        yield _row(answer, "item") | {
            "item": item.item,
            "unit": item.base,
            "paid_idr_per_unit": _number(paid.price_idr_per_base) if paid else None,
            "paid_by": None if paid is None else "cooperative" if paid.row.is_own else "market",
            "paid_on": paid.row.observed_on if paid else None,
            "monthly_quantity": _number(item.monthly_base),
            "supplier_id": best.row.supplier_id if best else None,
            "supplier_name": answer.name_of(best.row.supplier_id) if best else None,
            "price_idr_per_unit": _number(best.price_idr_per_base) if best else None,
            "freight": best.freight if best else None,
            "valid_to": best.row.valid_to if best else None,
            "saving_idr_per_month": _whole(item.saving_idr_per_month),
            "remarks": " ".join(one.text for one in answer.remarks(item, language)),
        }
    yield _row(answer, "basket") | {
        "saving_idr_per_month": _whole(answer.basket.margin_idr_per_month),
        "remarks": "; ".join(
            f"{one.item.item} ({one.item.base}): {_reason(one.reason, language)}"
            for one in answer.basket.left_out
        ),
    }
    for part in answer.mix.parts:
        yield _row(answer, "supplier") | {
            "supplier_id": part.supplier_id,
            "supplier_name": answer.name_of(part.supplier_id),
            "saving_idr_per_month": _whole(part.saving_idr_per_month),
            "remarks": "; ".join(share.item.item for share in part.shares),
        }


def _row(answer: PriceAnswer, section: str) -> dict[str, Any]:
    empty: dict[str, Any] = dict.fromkeys(PRICE_COLUMNS)
    return empty | {"section": section, "cooperative_id": answer.cooperative_id}


def _item(answer: PriceAnswer, item: ItemComparison, language: Language) -> dict[str, Any]:
    paid = item.paid
    return {
        "item": item.item,
        "unit": item.base,
        "is_measured": not item.doubt,
        "paid": paid
        and {
            "price_idr_per_unit": _number(paid.price_idr_per_base),
            "price_idr": paid.row.price_idr,
            "stated_unit": paid.row.unit,
            "is_own": paid.row.is_own,
            "observed_on": paid.row.observed_on,
            "is_old": paid.is_old,
        },
        "monthly_quantity": _number(item.monthly_base),
        "best": item.best and _quote(answer, item, item.best),
        "is_before_freight": item.is_before_freight,
        "saving_idr_per_month": _whole(item.saving_idr_per_month),
        "suppliers": [_quote(answer, item, one) for one in item.quotes],
        "remarks": [{"code": one.code, "text": one.text} for one in answer.remarks(item, language)],
    }


def _quote(answer: PriceAnswer, item: ItemComparison, quote: Quote) -> dict[str, Any]:
    row, paid = quote.row, item.paid
    return {
        "supplier_id": row.supplier_id,
        "supplier_name": answer.name_of(row.supplier_id),
        "state": quote.state,
        "price_idr": row.price_idr,
        "stated_unit": row.unit,
        "price_idr_per_unit": _number(quote.price_idr_per_base),
        "difference_idr_per_unit": _number(quote.price_idr_per_base - paid.price_idr_per_base)
        if paid
        else None,
        "minimum_order": _number(row.minimum_order),
        "minimum_fit": quote.fit(item.monthly_base),
        "delivered": row.is_delivered,
        "freight": quote.freight,
        "valid_from": row.valid_from,
        "valid_to": row.valid_to,
        "saving_idr_per_month": _whole(item.saving_of(quote)) if quote.state == "current" else None,
    }


def _left_out(found: LeftOut, language: Language) -> dict[str, str]:
    return {
        "item": found.item.item,
        "unit": found.item.base,
        "reason": found.reason,
        "text": _reason(found.reason, language),
    }


def _mix(answer: PriceAnswer, mix: Mix) -> dict[str, Any]:
    return {
        "saving_idr_per_month": _whole(mix.saving_idr_per_month),
        "is_exact": mix.is_exact,
        "suppliers": [_part(answer, part) for part in mix.parts],
        "alone": [_part(answer, part) for part in mix.alone],
    }


def _part(answer: PriceAnswer, part: SupplierPart) -> dict[str, Any]:
    return {
        "supplier_id": part.supplier_id,
        "supplier_name": answer.name_of(part.supplier_id),
        "saving_idr_per_month": _whole(part.saving_idr_per_month),
        "freight_idr_per_month": part.freight_idr_per_month,
        "order_cost_idr": part.order_cost_idr,
        "items": [share.item.item for share in part.shares],
    }


def _reason(reason: str, language: Language) -> str:
    return REASON_TEXTS[reason][language == "en"]


def _whole(amount: Fraction | None) -> int | None:
    return None if amount is None else round(amount)


def _number(amount: Fraction | None) -> int | float | None:
    if amount is None:
        return None
    return amount.numerator if amount.denominator == 1 else float(amount)

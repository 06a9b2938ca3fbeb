"""A price comparison on a terminal: a row per item, the basket and the suppliers to choose below."""

from typing import TYPE_CHECKING

from api.cli.amounts import rupiah
from api.cli.price_words import price_word
from api.cli.terminal import Cell, day_text, show_indented, show_row, show_text
from api.texts import Language

if TYPE_CHECKING:
    from rich.console import Console

    from recommender.pricing import PriceAnswer

__all__ = ["show_prices"]

_WIDTHS = (8, 11, 18, 11, 12, 13)


def show_prices(console: "Console", found: "PriceAnswer", language: Language) -> None:
    """Print a comparison."""
    show_text(console, f"{found.cooperative_name} ({found.cooperative_id})", style="bold")
    show_text(console, price_word("title", language, day=day_text(found.at, language)))
    for key, is_there in (("no_prices", found.has_prices), ("no_purchases", found.has_own_purchases)):
        if not is_there:
            show_text(console)
            show_text(console, price_word(key, language))
    if not found.items:
        return
    show_text(console)
    _show_items(console, found, language)
    _show_basket(console, found, language)
    _show_mix(console, found, language)


def _show_items(console: "Console", found: "PriceAnswer", language: Language) -> None:
    from recommender.price_tables import price_rows

    names = ("item", "unit", "paid", "supplier", "price", "valid_to", "saving")
    show_row(console, _cells([price_word(name, language) for name in names], "bold"))
    rows = [row for row in price_rows(found, language) if row["section"] == "item"]
    for item, row in zip(found.items, rows, strict=True):
        mark = "*" if item.is_before_freight and item.saving_idr_per_month is not None else ""
        valid_to = row["valid_to"].isoformat() if row["valid_to"] else price_word("open", language)
        texts = [
            item.item,
            item.base,
            _amount(row["paid_idr_per_unit"], language) + ("°" if row["paid_by"] == "market" else ""),
            row["supplier_name"] or "–",
            _amount(row["price_idr_per_unit"], language) if item.best else "–",
            valid_to if item.best else "–",
            _amount(row["saving_idr_per_month"], language) + mark,
        ]
        show_row(console, _cells(texts))
        for remark in found.remarks(item, language):
            show_indented(console, "·", remark.text, 2, "dim")
    for key, is_there in (
        ("before_freight_note", any(item.is_before_freight for item in found.items)),
        ("market_note", any(row["paid_by"] == "market" for row in rows)),
    ):
        if is_there:
            show_text(console, price_word(key, language))


def _show_basket(console: "Console", found: "PriceAnswer", language: Language) -> None:
    from recommender.price_remarks import REASON_TEXTS

    basket, margin = found.basket, found.basket.margin_idr_per_month
    _title(console, price_word("basket", language))
    if margin is None:
        show_text(console, price_word("basket_none", language))
    else:
        count, amount = len(basket.counted), _amount(float(margin), language)
        show_text(console, price_word("basket_sum", language, count=count, amount=amount), style="bold")
        if basket.freight_idr_per_month:
            goods = _amount(float(basket.goods_idr_per_month or 0), language)
            freight = _amount(basket.freight_idr_per_month, language)
            show_text(console, price_word("basket_freight", language, goods=goods, freight=freight))
        if basket.cheaper_idr_per_month != basket.goods_idr_per_month:
            cheaper = _amount(float(basket.cheaper_idr_per_month), language)
            show_text(console, price_word("basket_cheaper", language, amount=cheaper))
    if basket.before_freight_idr_per_month:
        further = _amount(float(basket.before_freight_idr_per_month), language)
        show_text(console, price_word("basket_before_freight", language, amount=further))
    if basket.left_out:
        show_text(console, price_word("left_out", language) + ":")
    for reason, names in found.left_out().items():
        text = f"{REASON_TEXTS[reason][language == 'en']}: {', '.join(names)}"
        show_indented(console, "·", text, 2)


def _show_mix(console: "Console", found: "PriceAnswer", language: Language) -> None:
    mix, wider = found.mix, found.mix_before_freight
    _title(console, price_word("mix", language))
    show_text(console, price_word("mix_terms", language, cost=_amount(found.order_cost_idr, language)))
    for part in mix.parts:
        text = price_word(
            "mix_part",
            language,
            supplier=found.name_of(part.supplier_id),
            amount=_amount(float(part.saving_idr_per_month), language),
            items=", ".join(share.item.item for share in part.shares),
        )
        show_indented(console, "·", text, 2)
    total = _amount(float(mix.saving_idr_per_month), language)
    show_text(console, price_word("mix_sum" if mix.parts else "mix_none", language, amount=total))
    if mix.alone:
        best = mix.alone[0]
        supplier, count = found.name_of(best.supplier_id), len(best.shares)
        amount = _amount(float(best.saving_idr_per_month), language)
        show_text(console, price_word("mix_alone", language, supplier=supplier, count=count, amount=amount))
    if wider is not None and wider.saving_idr_per_month > mix.saving_idr_per_month:
        names = ", ".join(found.name_of(part.supplier_id) for part in wider.parts)
        amount = _amount(float(wider.saving_idr_per_month), language)
        show_text(console, price_word("mix_before_freight", language, amount=amount, suppliers=names))
    if not mix.is_exact:
        show_text(console, price_word("mix_not_exact", language))


def _title(console: "Console", text: str) -> None:
    show_text(console)
    show_text(console, text, style="bold")


def _cells(texts: list[str], style: str = "") -> tuple[Cell, ...]:
    unit, paid, supplier, price, valid_to, saving = _WIDTHS
    return (
        (texts[0], 0, "left", style or "bold"),
        (texts[1], unit, "left", style),
        (texts[2], paid, "right", style),
        (texts[3], supplier, "left", style),
        (texts[4], price, "right", style),
        (texts[5], valid_to, "left", style),
        (texts[6], saving, "right", style),
    )


def _amount(amount: float | None, language: Language) -> str:
    return "?" if amount is None else rupiah(amount, language)

"""Prices of one cooperative from the store: own purchases, the local market, lists of suppliers."""

import datetime as dt

import pytest

from recommender.errors import NotFoundError, RefusedError
from recommender.store.import_records import ImportedFile

AT = dt.date(2026, 11, 21)
NOW = dt.datetime(2026, 11, 21, 5, 0, tzinfo=dt.UTC)
ONE, TWO = "kkmp-3673011007", "kkmp-3673011001"


def write(workspace, table, *rows):
    """Write rows in a revision of their own."""
    with workspace.store.revision(author="t", source="t", made_at=NOW) as revision:
        revision.upsert(table, rows)


@pytest.fixture(name="priced")
def _priced(writable):
    """The sample with two suppliers' lists, one cooperative's purchases and a market price."""
    write(
        writable,
        "prices",
        price("bulog", "Beras medium", "sak 50 kg", 585000, minimum_order=2, delivered=True),
        price("id-food", "beras MEDIUM", "kg", 11000, delivered=False),
        price("id-food", "gula", "kg", 1, delivered=True, valid_to=AT - dt.timedelta(1)),
        price("id-food", "minyak goreng", "karton 12 x 1 liter", 180000, minimum_order=0.1, delivered=True),
    )
    write(
        writable,
        "purchases",
        bought(ONE, "beras medium", "kg", 12500, 200, AT - dt.timedelta(5)),
        bought(ONE, "gula", "kg", 17000, 40, AT - dt.timedelta(100)),
        bought(None, "minyak goreng", "liter", 17500, None, AT),
        bought(TWO, "beras medium", "kg", 1, 1, AT),
    )
    return writable


def price(supplier_id, item, unit, price_idr, **more):
    """A row of a price list, always valid."""
    return {"supplier_id": supplier_id, "item": item, "unit": unit, "price_idr": price_idr} | more


def bought(cooperative_id, item, unit, price_idr, monthly_quantity, observed_on):
    """A row of purchases."""
    return {
        "cooperative_id": cooperative_id,
        "item": item,
        "unit": unit,
        "price_idr": price_idr,
        "monthly_quantity": monthly_quantity,
        "observed_on": observed_on,
    }


def test_the_partners_of_the_sample_are_the_suppliers(priced):
    """Their names stand in the answer; what is paid is the cooperative's own."""
    answer = priced.prices(ONE)
    assert ["beras medium", "gula", "minyak goreng"] == [item.item for item in answer.items]
    rice, sugar, oil = answer.items
    assert ("bulog", 12500, 200, 160000) == (
        rice.best.row.supplier_id,
        rice.paid.price_idr_per_base,
        rice.monthly_base,
        rice.saving_idr_per_month,
    )
    assert "id-food" == rice.cheaper_before_freight.row.supplier_id
    assert (None, True) == (sugar.best, sugar.paid.is_old)
    assert (False, 15000, None) == (
        oil.paid.row.is_own,
        oil.best.price_idr_per_base,
        oil.saving_idr_per_month,
    )
    assert 160000 == answer.basket.margin_idr_per_month
    assert [("gula", "no_price"), ("minyak goreng", "quantity")] == [
        (one.item.item, one.reason) for one in answer.basket.left_out
    ]
    assert (160000, 300000) == (
        answer.mix.saving_idr_per_month,
        answer.mix_before_freight.saving_idr_per_month,
    )
    assert answer.name_of("bulog") != "bulog"
    assert "nobody" == answer.name_of("nobody")


def test_an_estimate_of_freight_and_of_an_order_changes_the_choice(priced):
    """As arguments, never by themselves."""
    answer = priced.prices(ONE, freight_idr_per_order=100000, order_cost_idr=25000)
    assert ("id-food", 300000, 100000, 200000, None) == (
        answer.items[0].best.row.supplier_id,
        answer.basket.goods_idr_per_month,
        answer.basket.freight_idr_per_month,
        answer.basket.margin_idr_per_month,
        answer.mix_before_freight,
    )
    assert 175000 == answer.mix.saving_idr_per_month


def test_another_day_has_other_prices(priced):
    """Validity and age follow the day asked for."""
    (sugar,) = [item for item in priced.prices(ONE, AT - dt.timedelta(1)).items if item.item == "gula"]
    assert ("current", 99) == (sugar.quotes[0].state, sugar.paid.age_days)
    early = priced.prices(ONE, AT - dt.timedelta(101))
    assert [None] * 3 == [item.paid for item in early.items]
    assert not early.has_own_purchases


def test_a_purchase_whose_import_was_undone_is_gone(priced):
    """What was taken away is not read from its history; what was corrected counts as corrected."""
    salt = bought(None, "garam", "kg", 1, None, AT)
    with priced.store.revision(author="t", source="t", made_at=NOW) as revision:
        revision.upsert("purchases", [salt, bought(ONE, "gula", "kg", 16500, 40, AT - dt.timedelta(100))])
        revision.record_import(ImportedFile("purchases", "f.csv", "0" * 64, "", 2, 1, 1, 0, 0))
    found = {item.item: item.paid.price_idr_per_base for item in priced.prices(ONE).items}
    assert (1, 16500) == (found["garam"], found["gula"])
    priced.store.undo_import(author="t", made_at=NOW)
    found = {item.item: item.paid.price_idr_per_base for item in priced.prices(ONE).items}
    assert (None, 17000) == (found.get("garam"), found["gula"])


def test_a_store_without_prices_has_an_empty_answer(read_serang):
    """No price lists, no purchases, no sums."""
    answer = read_serang.prices(ONE)
    assert ((), False, False, None, 0) == (
        answer.items,
        answer.has_prices,
        answer.has_own_purchases,
        answer.basket.margin_idr_per_month,
        answer.mix.saving_idr_per_month,
    )


def test_what_is_not_there_or_impossible_is_refused(read_serang):
    """With both sentences."""
    with pytest.raises(NotFoundError, match="nobody"):
        read_serang.prices("nobody")
    for costs in ({"freight_idr_per_order": -1}, {"order_cost_idr": -1}, {"order_cost_idr": 10**13}):
        with pytest.raises(RefusedError, match="rupiah"):
            read_serang.prices(ONE, **costs)


def test_the_same_store_and_day_give_the_same_answer(priced):
    """Asked twice."""
    assert priced.prices(ONE, AT) == priced.prices(ONE, AT)

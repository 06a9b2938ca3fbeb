"""The suppliers of an item against what is paid: valid prices only, unknown freight never nothing."""

import datetime as dt
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.prices.comparison import compared
from models.prices.rows import PriceRow, PurchaseRow

AT = dt.date(2026, 11, 21)
OLD = AT - dt.timedelta(1)


def only(prices, purchases, **more):
    """The one item there is."""
    (item,) = compared(prices, purchases, AT, **more)
    return item


def test_the_cheapest_per_base_unit_is_best_whatever_the_pack(price, purchase):
    """A sack against kilograms, names compared without case and blanks."""
    item = only(
        [price("b", "BERAS  medium", "kg", 11900), price("a", "beras medium", "sak 50 kg", 585000)],
        [purchase("Beras medium", "kg", 12500, 200)],
    )
    assert ("Beras medium", "kg", "a", 11700) == (
        item.item,
        item.base,
        item.best.row.supplier_id,
        item.best.price_idr_per_base,
    )
    assert 800 * 200 == item.saving_idr_per_month
    assert ["a", "b"] == [one.row.supplier_id for one in item.quotes]
    assert not item.is_before_freight


def test_an_expired_price_is_listed_and_never_used(price, purchase):
    """However cheap it was."""
    rows = [price("a", "gula", "kg", 1, until=OLD), price("b", "gula", "kg", 16000)]
    item = only(rows, [purchase("gula", "kg", 17000, 10)])
    assert ("b", ["current", "expired"]) == (item.best.row.supplier_id, [one.state for one in item.quotes])
    lone = only(rows[:1], [purchase("gula", "kg", 17000, 10)])
    assert (None, None) == (lone.best, lone.saving_idr_per_month)


def test_a_minimum_above_the_months_need_is_not_the_best(price, purchase):
    """It stays listed; an unknown minimum does not exclude."""
    rows = [price("a", "gula", "sak 50 kg", 700000, minimum=4), price("b", "gula", "kg", 16000, minimum=None)]
    assert "b" == only(rows, [purchase("gula", "kg", 17000, 199)]).best.row.supplier_id
    assert "a" == only(rows, [purchase("gula", "kg", 17000, 200)]).best.row.supplier_id


def test_unknown_freight_is_not_best_over_a_delivered_price(price, purchase):
    """It is named with the freight up to which it would be worth it."""
    rows = [price("a", "gula", "kg", 15000, delivered=False), price("b", "gula", "kg", 16000)]
    item = only(rows, [purchase("gula", "kg", 17000, 10)])
    assert ("b", "a", 10000, False) == (
        item.best.row.supplier_id,
        item.cheaper_before_freight.row.supplier_id,
        item.freight_limit_idr_per_month,
        item.is_before_freight,
    )


def test_without_any_delivered_price_the_best_is_before_freight(price, purchase):
    """Shown as such."""
    item = only([price("a", "gula", "kg", 15000, delivered=None)], [purchase("gula", "kg", 17000, 10)])
    assert ("a", True, 20000, None) == (
        item.best.row.supplier_id,
        item.is_before_freight,
        item.saving_idr_per_month,
        item.freight_limit_idr_per_month,
    )


@pytest.mark.parametrize(("freight", "best"), [(9999, "a"), (10000, "a"), (10001, "b")])
def test_an_estimate_of_freight_decides(freight, best, price, purchase):
    """One order a month; ties by supplier id; the saving stays that of the goods."""
    rows = [price("a", "gula", "kg", 15000, delivered=False), price("b", "gula", "kg", 16000)]
    item = only(rows, [purchase("gula", "kg", 17000, 10)], freight_idr_per_order=freight)
    assert (best, False, None) == (
        item.best.row.supplier_id,
        item.is_before_freight,
        item.cheaper_before_freight,
    )
    assert {"a": 20000, "b": 10000}[best] == item.saving_idr_per_month


def test_ties_go_to_the_first_supplier_id(price, purchase):
    """Whatever the order of the rows."""
    rows = [price(one, "gula", "kg", 16000) for one in ("q", "p", "r")]
    assert "p" == only(rows, [purchase("gula", "kg", 17000, 10)]).best.row.supplier_id


def test_what_is_not_known_stays_unknown(price, purchase):
    """No purchase or no quantity: no saving, and not zero."""
    lone = only([price("a", "gula", "kg", 16000)], [])
    assert (None, None, "a") == (lone.paid, lone.saving_idr_per_month, lone.best.row.supplier_id)
    no_quantity = only([price("a", "gula", "kg", 16000)], [purchase("gula", "kg", 17000)])
    assert (None, None) == (no_quantity.monthly_base, no_quantity.saving_idr_per_month)
    assert compared([], [], AT) == []


def test_a_pack_without_content_meets_its_own_kind_only(price, purchase):
    """The same word is compared; another unit stands apart and is named."""
    rows = [price("a", "mi", "karton", 100000), price("b", "mi", "dus 40 pcs", 110000)]
    found = compared(rows, [purchase("mi", "Karton", 105000, 2)], AT)
    assert [("karton", "content", ("pcs",)), ("pcs", "", ("karton",))] == [
        (one.base, one.doubt, one.other_bases) for one in found
    ]
    assert (10000, None) == (found[0].saving_idr_per_month, found[1].saving_idr_per_month)


_RANDOM_PRICES = st.lists(
    st.builds(
        PriceRow,
        st.sampled_from("abc"),
        st.just("gula"),
        st.sampled_from(["kg", "sak 50 kg", "ons"]),
        st.integers(1, 30),
        st.sampled_from([None, Fraction(0), Fraction(1), Fraction(3)]),
        st.sampled_from([True, False, None]),
        st.sampled_from([None, OLD, AT + dt.timedelta(1)]),
        st.sampled_from([None, OLD, AT]),
    ),
    max_size=8,
)


@given(_RANDOM_PRICES, st.sampled_from([None, 20, 60, 500]), st.sampled_from([None, 0, 40]))
def test_the_best_is_what_an_exhaustive_search_finds(prices, monthly, freight):
    """Valid, newest of its list, within the minimum, cheapest landed, else cheapest before freight."""
    need = None if monthly is None else Fraction(monthly)
    bought = PurchaseRow(
        is_own=True, item="gula", unit="kg", price_idr=15, monthly_quantity=need, observed_on=AT
    )
    item = only(prices, [bought], freight_idr_per_order=freight)
    size = {"kg": Fraction(1), "sak 50 kg": Fraction(50), "ons": Fraction(1, 10)}

    def holds(row):
        return (row.valid_from or AT) <= AT <= (row.valid_to or AT)

    def is_newest(row):
        same = [one for one in prices if (one.supplier_id, one.unit) == (row.supplier_id, row.unit)]
        starts = [one.valid_from or dt.date.min for one in same if holds(one)]
        return (row.valid_from or dt.date.min) == max(starts)

    def landed(row):
        each = row.price_idr / size[row.unit]
        if row.is_delivered:
            return each
        return None if freight is None or need is None else each + freight / need

    usable = [
        row
        for row in prices
        if holds(row)
        and is_newest(row)
        and not (row.minimum_order and need is not None and row.minimum_order * size[row.unit] > need)
    ]
    known = sorted((landed(row), row.supplier_id, row.unit) for row in usable if landed(row) is not None)
    bare = sorted((row.price_idr / size[row.unit], row.supplier_id, row.unit) for row in usable)
    expected = (known or bare or [None])[0]
    best = item.best
    found = best and (
        (best.landed_idr_per_base(need) if known else best.price_idr_per_base),
        best.row.supplier_id,
        best.row.unit,
    )
    assert expected == found
    assert (bool(best) and not known) == item.is_before_freight

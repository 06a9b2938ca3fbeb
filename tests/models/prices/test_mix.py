"""The best set of suppliers against every set there is."""

import datetime as dt
from fractions import Fraction
from itertools import chain, combinations, product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.prices.comparison import compared
from models.prices.mix import MOST_SUPPLIERS, best_mix
from models.prices.rows import PriceRow, PurchaseRow

AT = dt.date(2026, 11, 21)


def test_a_fixed_cost_of_ordering_makes_one_supplier_better_than_two(price, purchase):
    """Two suppliers while orders are free, one when they cost more than the second brings."""
    rows = [price("a", "x", "kg", 8), price("a", "y", "kg", 9), price("b", "y", "kg", 7)]
    items = compared(rows, [purchase("x", "kg", 10, 100), purchase("y", "kg", 10, 100)], AT)
    free, dear = best_mix(items), best_mix(items, order_cost_idr=250)
    assert (["a", "b"], 500) == ([part.supplier_id for part in free.parts], free.saving_idr_per_month)
    assert (["a"], 50) == ([part.supplier_id for part in dear.parts], dear.saving_idr_per_month)
    assert [("a", 300), ("b", 300)] == [(one.supplier_id, one.saving_idr_per_month) for one in free.alone]
    assert ((), 0) == (best_mix(items, order_cost_idr=301).parts, 0)


def test_alone_counts_dearer_items_too(price, purchase):
    """Everything it has is bought from it; the mix would keep the dear one as it is."""
    rows = [price("a", "x", "kg", 8), price("a", "y", "kg", 13)]
    items = compared(rows, [purchase("x", "kg", 10, 100), purchase("y", "kg", 10, 100)], AT)
    found = best_mix(items)
    assert (200, [-100]) == (
        found.saving_idr_per_month,
        [one.saving_idr_per_month for one in found.alone],
    )


def test_minimum_orders_are_kept(price, purchase):
    """A price that a month's need does not reach takes no part."""
    items = compared([price("a", "x", "kg", 1, minimum=101)], [purchase("x", "kg", 10, 100)], AT)
    assert ((), ()) == (best_mix(items).parts, best_mix(items).alone)


def test_unknown_freight_takes_part_only_on_request(price, purchase):
    """As if it cost nothing, and marked so."""
    items = compared([price("a", "x", "kg", 1, delivered=False)], [purchase("x", "kg", 10, 100)], AT)
    found = best_mix(items, without_freight=True)
    assert ((), 900, True) == (best_mix(items).parts, found.saving_idr_per_month, found.is_before_freight)


def test_freight_is_paid_once_and_only_for_what_is_not_delivered(price, purchase):
    """A supplier may deliver some goods and not others."""
    rows = [price("a", "x", "kg", 5), price("a", "y", "kg", 5, delivered=False)]
    bought = [purchase("x", "kg", 10, 100), purchase("y", "kg", 10, 100)]
    cheap = best_mix(compared(rows, bought, AT, freight_idr_per_order=400))
    dear = best_mix(compared(rows, bought, AT, freight_idr_per_order=600))
    assert (600, ["x", "y"]) == (
        cheap.saving_idr_per_month,
        [share.item.item for share in cheap.parts[0].shares],
    )
    assert (500, ["x"]) == (dear.saving_idr_per_month, [share.item.item for share in dear.parts[0].shares])


def test_ties_go_to_fewer_suppliers_and_then_to_the_first_ids(price, purchase):
    """Whatever the order of the rows."""
    rows = [price(one, item, "kg", 5) for one in "cba" for item in "xy"]
    items = compared(rows, [purchase("x", "kg", 10, 1), purchase("y", "kg", 10, 1)], AT)
    assert ["a"] == [part.supplier_id for part in best_mix(items).parts]


def test_beyond_twelve_suppliers_it_says_that_not_every_set_was_tried(price, purchase):
    """Those that promise most alone are considered."""
    names = [f"s{number:02d}" for number in range(MOST_SUPPLIERS + 2)]
    rows = [price(name, name, "kg", 5) for name in names]
    items = compared(rows, [purchase(name, "kg", 10, place + 1) for place, name in enumerate(names)], AT)
    found = best_mix(items)
    assert (False, names[2:]) == (found.is_exact, [part.supplier_id for part in found.parts])
    assert best_mix(compared(rows[2:], [purchase(n, "kg", 10, 1) for n in names[2:]], AT)).is_exact


def test_twelve_suppliers_of_many_items_take_no_time(price, purchase):
    """Every set of twelve, half of them with goods of both kinds."""
    names = [f"s{number:02d}" for number in range(MOST_SUPPLIERS)]
    rows = [
        price(name, f"i{item}", "kg", 100 + (7 * place + 13 * item) % 23, delivered=(place + item) % 3 > 0)
        for place, name in enumerate(names)
        for item in range(60)
    ]
    items = compared(
        rows, [purchase(f"i{item}", "kg", 110, 5) for item in range(60)], AT, freight_idr_per_order=60
    )
    found = best_mix(items, order_cost_idr=100)
    assert found.is_exact
    assert found.saving_idr_per_month >= max(one.saving_idr_per_month for one in found.alone)


def brute_force(items, order_cost):
    """Try every assignment of items to a supplier's quotes, or to what is paid now."""
    options = []
    for item in items:
        allowed = [
            (quote.row.supplier_id, quote.freight_idr_per_order, item.saving_of(quote))
            for quote in item.quotes
            if item.saving_of(quote) is not None
            and quote.state == "current"
            and quote.freight_idr_per_order is not None
            and quote.fit(item.monthly_base) != "too_large"
        ]
        options.append([None, *allowed])
    best = Fraction(0)
    for choice in product(*options):
        taken = [one for one in choice if one]
        freights = {name: max(f for n, f, _ in taken if n == name) for name, _, _ in taken}
        total = sum((gain for _, _, gain in taken), Fraction(0))
        best = max(best, total - sum(freights.values()) - order_cost * len(freights))
    return best


@st.composite
def markets(draw):
    """A few items, suppliers and prices, small enough to try everything."""
    prices = draw(
        st.lists(
            st.builds(
                PriceRow,
                st.sampled_from("abcd"),
                st.sampled_from("wxyz"),
                st.sampled_from(["kg", "sak 2 kg"]),
                st.integers(1, 24),
                st.sampled_from([None, Fraction(0), Fraction(4)]),
                st.sampled_from([True, True, False, None]),
                st.none(),
                st.none(),
            ),
            max_size=9,
        )
    )
    purchases = [
        PurchaseRow(True, item, "kg", draw(st.integers(1, 12)), draw(st.sampled_from([None, 3, 7, 20])), AT)
        for item in "wxyz"
    ]
    exact = [
        PurchaseRow(
            True,
            one.item,
            "kg",
            one.price_idr,
            None if one.monthly_quantity is None else Fraction(one.monthly_quantity, draw(st.integers(1, 3))),
            AT,
        )
        for one in purchases
    ]
    return compared(prices, exact, AT, freight_idr_per_order=draw(st.sampled_from([None, 0, 15, 60])))


@settings(max_examples=200)
@given(markets(), st.sampled_from([0, 5, 40]))
def test_no_assignment_saves_more(items, order_cost):
    """Over every way to buy each item, freight and orders paid once per supplier."""
    found = best_mix(items, order_cost_idr=order_cost)
    assert brute_force(items, order_cost) == found.saving_idr_per_month
    assert found.saving_idr_per_month >= max((one.saving_idr_per_month for one in found.alone), default=0)
    bought = [share.item.item for part in found.parts for share in part.shares]
    assert len(bought) == len(set(bought))
    assert all(part.shares for part in found.parts)


@settings(max_examples=100)
@given(markets(), st.sampled_from([0, 5, 40]))
def test_no_smaller_or_earlier_set_saves_as_much(items, order_cost):
    """Of the sets that are equally good, the fewest suppliers and then the first ids."""
    found = best_mix(items, order_cost_idr=order_cost)
    chosen = [part.supplier_id for part in found.parts]
    sets = chain.from_iterable(combinations("abcd", size) for size in range(5))
    for names in sets:  # by size, then by id
        kept = [
            type(item)(
                **{
                    **{name: getattr(item, name) for name in item.__slots__},
                    "quotes": tuple(one for one in item.quotes if one.row.supplier_id in names),
                }
            )
            for item in items
        ]
        if brute_force(kept, order_cost) == found.saving_idr_per_month:
            assert list(names) == chosen
            return
    pytest.fail("no set saves what was promised")

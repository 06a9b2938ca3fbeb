"""The basket adds up what is known and lists apart what is not."""

import datetime as dt
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from models.prices.basket import REASONS, basket_of
from models.prices.comparison import compared
from models.prices.rows import PriceRow, PurchaseRow

AT = dt.date(2026, 11, 21)


def basket(prices, purchases, freight=None):
    """The basket of some rows."""
    return basket_of(compared(prices, purchases, AT, freight_idr_per_order=freight))


def test_the_sum_is_paid_minus_supplier_times_quantity(price, purchase):
    """Items that are dearer count against it, and are told apart."""
    found = basket(
        [price("a", "gula", "kg", 16000), price("a", "garam", "kg", 9000)],
        [purchase("gula", "kg", 17000, 40), purchase("garam", "kg", 8000, 10)],
    )
    assert (30000, 40000, 0, 30000, ()) == (
        found.goods_idr_per_month,
        found.cheaper_idr_per_month,
        found.freight_idr_per_month,
        found.margin_idr_per_month,
        found.left_out,
    )


def test_each_unknown_is_listed_with_its_reason(price, purchase):
    """None of them counts as zero."""
    found = basket(
        [
            price("a", "a", "kg", 1),
            price("a", "b", "kg", 1, until=dt.date(2026, 1, 1)),
            price("a", "c", "kg", 1, minimum=99),
            price("a", "d", "kg", 1),
            price("a", "e", "kg", 1, delivered=False),
        ],
        [
            purchase("b", "kg", 2, 5),
            purchase("c", "kg", 2, 5),
            purchase("d", "kg", 2),
            purchase("e", "kg", 2, 5),
        ],
    )
    assert list(zip("abcde", REASONS, strict=True)) == [(one.item.item, one.reason) for one in found.left_out]
    assert (None, None, 5) == (
        found.goods_idr_per_month,
        found.margin_idr_per_month,
        found.before_freight_idr_per_month,
    )


def test_estimated_freight_is_paid_once_per_supplier(price, purchase):
    """Two items in one order."""
    rows = [price("a", one, "kg", 1000, delivered=False) for one in ("x", "y")] + [
        price("b", "z", "kg", 1000)
    ]
    found = basket(rows, [purchase(one, "kg", 2000, 100) for one in "xyz"], freight=30000)
    assert (300000, 30000, 270000) == (
        found.goods_idr_per_month,
        found.freight_idr_per_month,
        found.margin_idr_per_month,
    )


@given(
    st.lists(
        st.tuples(
            st.integers(1, 9), st.integers(1, 9), st.one_of(st.none(), st.fractions(0, 50)), st.booleans()
        ),
        max_size=6,
    )
)
def test_every_item_is_counted_or_left_out_once(cells):
    """The sum is that of the counted ones, exactly."""
    prices, purchases = [], []
    for number, (asked, paid, monthly, delivered) in enumerate(cells):
        prices.append(PriceRow("s", f"i{number}", "kg", asked, Fraction(0), delivered, None, None))
        purchases.append(PurchaseRow(True, f"i{number}", "kg", paid, monthly, AT))
    found = basket(prices, purchases)
    expected = [
        (paid - asked) * monthly for asked, paid, monthly, known in cells if known and monthly is not None
    ]
    assert (sum(expected) if expected else None) == found.goods_idr_per_month
    assert len(cells) == len(found.counted) + len(found.left_out)

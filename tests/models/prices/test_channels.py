"""What each supplier would save: delivered goods first, everything with freight second."""

import datetime as dt

import pytest

from models.prices.channels import channels_of
from models.prices.comparison import compared

AT = dt.date(2026, 11, 21)


@pytest.mark.parametrize(
    ("freight", "without", "expected"),
    [
        (None, False, [(0, {0})]),
        (None, True, [(0, {0, 1})]),
        (700, False, [(0, {0}), (700, {0, 1})]),
        (0, False, [(0, {0, 1})]),
    ],
)
def test_a_supplier_with_goods_of_both_kinds_has_two_ways(freight, without, expected, price, purchase):
    """Only where freight is known and costs something."""
    rows = [price("a", "x", "kg", 5), price("a", "y", "kg", 5, delivered=False)]
    items = compared(
        rows, [purchase("x", "kg", 10, 1), purchase("y", "kg", 10, 1)], AT, freight_idr_per_order=freight
    )
    found = channels_of(items, without_freight=without)["a"]
    assert expected == [(one.freight_idr_per_month, set(one.shares)) for one in found]


def test_the_cheapest_row_of_a_supplier_counts(price, purchase):
    """A sack against single kilograms; prices that do not hold take no part."""
    rows = [
        price("a", "x", "kg", 9),
        price("a", "x", "sak 10 kg", 80),
        price("a", "x", "ons", 0, until=dt.date(2026, 1, 1)),
    ]
    items = compared(rows, [purchase("x", "kg", 10, 10)], AT)
    ((only,),) = channels_of(items, without_freight=False).values()
    assert [20] == [share.saving_idr_per_month for share in only.shares.values()]


def test_items_without_a_known_need_take_no_part(price, purchase):
    """Nothing can be said of a month."""
    items = compared([price("a", "x", "kg", 5)], [purchase("x", "kg", 10)], AT)
    assert {} == channels_of(items, without_freight=True)

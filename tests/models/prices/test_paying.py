"""What is paid: one's own newest purchase, else the local market's."""

import datetime as dt
from fractions import Fraction

import pytest

from models.prices.paying import paid_by_item

AT = dt.date(2026, 11, 21)


def test_the_own_newest_purchase_counts(purchase):
    """Before the market's, even where that is newer; later purchases are not known yet."""
    rows = [
        purchase("Beras", "kg", 12000, 100, on=dt.date(2026, 9, 1)),
        purchase("beras", "sak 50 kg", 590000, 3, on=dt.date(2026, 10, 1)),
        purchase("beras ", "kg", 13000, on=dt.date(2026, 11, 20), own=False),
        purchase("beras", "kg", 1, on=dt.date(2026, 11, 22)),
        purchase("beras", "kg", 2, on=None),
    ]
    (found,) = paid_by_item(rows, AT).values()
    assert (11800, 150, 51, False) == (
        found.price_idr_per_base,
        found.monthly_base,
        found.age_days,
        found.is_old,
    )
    assert found == next(iter(paid_by_item(rows[::-1], AT).values()))


def test_the_quantity_is_the_newest_that_is_stated(purchase):
    """A newer price without a quantity leaves the older quantity."""
    rows = [
        purchase("gula", "kg", 17000, 40, on=dt.date(2026, 10, 1)),
        purchase("gula", "kg", 16500, on=dt.date(2026, 11, 1)),
    ]
    found = paid_by_item(rows, AT)["gula", "kg"]
    assert (16500, Fraction(40)) == (found.price_idr_per_base, found.monthly_base)


def test_the_markets_quantity_is_nobodys_need(purchase):
    """The market's price counts where there is no own one, its quantity never."""
    (found,) = paid_by_item([purchase("gula", "kg", 17000, 9999, own=False)], AT).values()
    assert (False, None) == (found.row.is_own, found.monthly_base)


def test_another_measure_is_another_line(purchase):
    """Kilograms and liters of one item are not added up."""
    rows = [purchase("minyak", "kg", 20000, 5), purchase("minyak", "liter", 18000, 5)]
    assert [("minyak", "kg"), ("minyak", "liter")] == list(paid_by_item(rows, AT))


@pytest.mark.parametrize(
    ("day", "is_old"),
    [(dt.date(2026, 8, 23), False), (dt.date(2026, 8, 22), True), (None, True)],
)
def test_old_is_more_than_ninety_days_or_undated(day, is_old, purchase):
    """Ninety days exactly is not old yet."""
    (found,) = paid_by_item([purchase("gula", "kg", 17000, on=day)], AT).values()
    assert is_old == found.is_old

"""Which prices hold on a day, and what they are per base unit."""

import datetime as dt
from fractions import Fraction

import pytest

from models.prices.quotes import FREIGHTS, STATES, quotes_on

AT = dt.date(2026, 11, 21)
DAY = dt.timedelta(1)


@pytest.mark.parametrize(
    ("since", "until", "state"),
    [
        (None, None, "current"),
        (AT, AT, "current"),
        (AT + DAY, None, "future"),
        (None, AT - DAY, "expired"),
        (AT - DAY, AT + DAY, "current"),
        (AT + DAY, AT - DAY, "expired"),
    ],
)
def test_both_days_are_included_and_blank_is_open(since, until, state, price):
    """The last day still holds."""
    (found,) = quotes_on([price("p", "beras", "kg", 12000, since=since, until=until)], AT, None)
    assert state == found.state
    assert state in STATES


def test_a_newer_list_of_the_same_supplier_replaces_the_older(price):
    """For the same item and unit only; another supplier, unit or item stays."""
    rows = [
        price("p", "Beras", "sak 50 kg", 600000, since=None),
        price("p", "beras", "SAK 50KG", 590000, since=dt.date(2026, 10, 1)),
        price("p", "beras", "sak 50 kg", 580000, since=dt.date(2026, 12, 1)),
        price("p", "beras", "kg", 12500),
        price("q", "beras", "sak 50 kg", 610000),
    ]
    found = {one.row.price_idr: one.state for one in quotes_on(rows, AT, None)}
    expected = {600000: "replaced", 590000: "current", 580000: "future", 12500: "current", 610000: "current"}
    assert expected == found


def test_an_expired_newer_list_does_not_replace(price):
    """The older list still holds when the newer one has ended."""
    rows = [
        price("p", "beras", "kg", 12000),
        price("p", "beras", "kg", 11000, since=AT - 9 * DAY, until=AT - DAY),
    ]
    assert {12000: "current", 11000: "expired"} == {
        one.row.price_idr: one.state for one in quotes_on(rows, AT, None)
    }


def test_prices_and_minimum_orders_are_per_base_unit(price):
    """The minimum is counted in the row's own unit."""
    (found,) = quotes_on([price("p", "minyak", "karton 12 x 620 ml", 150000, minimum=2)], AT, None)
    assert Fraction(150000 * 25, 186) == found.price_idr_per_base
    assert Fraction(2 * 186, 25) == found.minimum_base


@pytest.mark.parametrize(
    ("minimum", "monthly", "fit"),
    [
        (0, None, "fits"),
        (2, None, "unknown"),
        (None, 5, "unknown"),
        (2, 100, "fits"),
        (2, 99, "too_large"),
    ],
)
def test_a_minimum_order_is_set_against_a_months_need(minimum, monthly, fit, price):
    """Unknown is neither none nor too large."""
    (found,) = quotes_on([price("p", "beras", "sak 50 kg", 600000, minimum=minimum)], AT, None)
    assert fit == found.fit(None if monthly is None else Fraction(monthly))


@pytest.mark.parametrize(
    ("delivered", "estimate", "freight", "landed"),
    [
        (True, None, "included", 100),
        (True, 5000, "included", 100),
        (False, None, "unknown", None),
        (None, None, "unknown", None),
        (False, 5000, "estimated", 150),
        (None, 5000, "estimated", 150),
        (False, 0, "estimated", 100),
    ],
)
def test_unknown_freight_is_not_nothing(delivered, estimate, freight, landed, price):
    """Only an estimate of the reader's, or a price that includes it, gives a landed price."""
    (found,) = quotes_on([price("p", "garam", "pcs", 100, delivered=delivered)], AT, estimate)
    assert (freight, landed) == (found.freight, found.landed_idr_per_base(Fraction(100)))
    assert freight in FREIGHTS
    assert (None if freight != "included" else 100) == found.landed_idr_per_base(None)


def test_the_order_of_rows_does_not_matter(price):
    """The same lists give the same quotes."""
    rows = [
        price(s, i, "kg", n, since=d) for s in "pq" for i in ("A", "b") for n in (1, 2) for d in (None, AT)
    ]
    assert quotes_on(rows, AT, None) == quotes_on(rows[::-1], AT, None)

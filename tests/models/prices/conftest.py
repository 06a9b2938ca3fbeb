"""Rows of price lists and purchases from a few words; what is not named is unknown."""

import datetime as dt
from fractions import Fraction

import pytest

from models.prices.rows import PriceRow, PurchaseRow


def _exact(number):
    return None if number is None else Fraction(number)


def _price(supplier_id, item, unit, price_idr, *, minimum=0, delivered=True, since=None, until=None):
    return PriceRow(supplier_id, item, unit, price_idr, _exact(minimum), delivered, since, until)


def _purchase(item, unit, price_idr, monthly=None, *, on=dt.date(2026, 11, 1), own=True):
    return PurchaseRow(own, item, unit, price_idr, _exact(monthly), on)


@pytest.fixture(name="price", scope="session")
def _price_maker():
    """Make a row of ``prices``: delivered, without minimum, always valid unless said otherwise."""
    return _price


@pytest.fixture(name="purchase", scope="session")
def _purchase_maker():
    """Make a row of ``purchases``: the cooperative's own, of this month."""
    return _purchase

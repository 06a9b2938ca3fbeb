"""Every remark on an item, in both languages."""

import datetime as dt
import re
from fractions import Fraction

import pytest

from models.prices.basket import REASONS
from models.prices.comparison import compared
from models.prices.rows import PriceRow, PurchaseRow
from recommender.price_remarks import _TEXTS, REASON_TEXTS, remarks_on

AT = dt.date(2026, 11, 21)
BEFORE = AT - dt.timedelta(1)


def asked(supplier_id="a", unit="kg", price_idr=10, *, minimum=0, delivered=True, until=None):
    """A price of sugar."""
    number = None if minimum is None else Fraction(minimum)
    return PriceRow(supplier_id, "gula", unit, price_idr, number, delivered, None, until)


def bought(unit="kg", price_idr=20, monthly=10, *, on=AT, own=True):
    """A purchase of sugar."""
    number = None if monthly is None else Fraction(monthly)
    return PurchaseRow(own, "gula", unit, price_idr, number, on)


CASES = {
    (): ([asked()], [bought()], None),
    ("no_paid",): ([asked()], [], None),
    ("market", "no_quantity"): ([asked()], [bought(own=False)], None),
    ("old_paid",): ([asked()], [bought(on=dt.date(2026, 1, 5))], None),
    ("undated_paid",): ([asked()], [bought(on=None)], None),
    ("unit_content",): ([asked(unit="karton")], [bought(unit="karton")], None),
    ("unit_number",): ([asked(unit="sak 1.500 g")], [bought(unit="sak 1.500 g")], None),
    ("unit_words",): ([asked(unit="gepok")], [bought(unit="gepok")], None),
    ("none_valid", "expired"): ([asked(until=BEFORE)], [bought()], None),
    ("expired",): ([asked(until=BEFORE), asked("b")], [bought()], None),
    ("minimum_too_large",): ([asked(minimum=11), asked("b", price_idr=12)], [bought()], None),
    ("minimum_unknown",): ([asked(minimum=None)], [bought()], None),
    ("minimum_unchecked", "no_quantity"): ([asked(minimum=3)], [bought(monthly=None)], None),
    ("before_freight",): ([asked(delivered=False)], [bought()], None),
    ("estimated_freight",): ([asked(delivered=False)], [bought()], 5000),
    ("not_cheaper",): ([asked(price_idr=20)], [bought()], None),
    ("freight_limit",): ([asked(delivered=None), asked("b", price_idr=12)], [bought()], None),
    ("cheaper_before_freight", "no_quantity"): (
        [asked(delivered=None), asked("b", price_idr=12)],
        [bought(monthly=None)],
        None,
    ),
}


@pytest.mark.parametrize("language", ["id", "en"])
@pytest.mark.parametrize("codes", CASES)
def test_a_remark_for_each_case(codes, language):
    """And no other; each a whole sentence, its blanks filled."""
    prices, purchases, freight = CASES[codes]
    (item,) = compared(prices, purchases, AT, freight_idr_per_order=freight)
    found = remarks_on(item, {"a": "Pemasok A"}, language)
    assert codes == tuple(one.code for one in found)
    for one in found:
        assert re.fullmatch(r"[^{}]+\.", one.text)
        assert one.code not in {"expired", "minimum_too_large", "freight_limit"} or "Pemasok A" in one.text


def test_another_unit_of_the_item_is_named():
    """On both lines."""
    found = compared([asked(unit="karton")], [bought()], AT)
    texts = [one.text for item in found for one in remarks_on(item, {}, "id") if one.code == "other_units"]
    assert ["kg", "karton"] == [re.search(r"\((.+)\)", text)[1] for text in texts]


def test_every_remark_occurs_in_a_case():
    """None is written for nothing, and every reason of the basket has its words."""
    assert set(_TEXTS) == {code for codes in CASES for code in codes} | {"other_units"}
    assert set(REASONS) == set(REASON_TEXTS)

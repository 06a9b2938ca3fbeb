"""A month of one offer: capped, costed, paid back, and unknown where an input is."""

import numpy as np
import pytest

from features.pairs.cooperatives import cooperative_arrays
from features.pairs.offers import offer_arrays, ordered_offers
from features.profile.place import placed
from models.economics.pair import READINGS, drivers_of, month_of
from tests.builders import make_areas, make_cooperatives, make_offers, make_partners

OFFER = {
    "demand_field": "member_count",
    "demand_units_per_month": 2.0,
    "max_units_per_month": 100.0,
    "margin_idr_per_unit": 5_000,
    "running_cost_idr_per_month": 50_000,
    "capital_need_idr": 900_000,
}


def arrays(cooperative, offer):
    """One cooperative and one offer, at each reading."""
    ordered = ordered_offers(make_offers(**{**OFFER, **offer}), make_partners())
    stated = offer_arrays(ordered, "stated")
    rows = placed(make_cooperatives(**cooperative), make_areas())
    return {one: (cooperative_arrays(rows, stated, one), offer_arrays(ordered, one)) for one in READINGS}


def month(cooperative, reading="typical", **offer):
    """One month at one reading."""
    return month_of(*arrays(cooperative, offer)[reading], 0, {**OFFER, **offer}["capital_need_idr"])


@pytest.mark.parametrize(("members", "sold"), [(20, 40), (49, 98), (50, 100), (51, 100), (0, 0)])
def test_units_are_capped_by_what_the_partner_supplies(members, sold):
    """Below, at and above the ceiling."""
    found = month({"member_count": [members]})
    assert (2.0 * members, sold) == (found.demand_units, found.sold_units)
    assert sold * 5_000 == found.gross_idr
    assert sold * 5_000 - 50_000 == found.margin_idr


def test_capital_is_paid_back_by_a_positive_margin_only():
    """900,000 by 450,000 a month are two months; a loss never pays back; nothing needs no time."""
    assert 2.0 == month({"member_count": [60]}).payback_months
    assert None is month({"member_count": [5]}).payback_months
    assert 0.0 == month({"member_count": [60]}, capital_need_idr=0).payback_months
    assert None is month({"member_count": [60]}, capital_need_idr=None).payback_months


@pytest.mark.parametrize("name", ["margin_idr_per_unit", "running_cost_idr_per_month"])
def test_an_unknown_figure_makes_no_margin(name):
    """Unknown is not nothing, where nothing stands in for it."""
    found = arrays({"member_count": [60]}, {name: None})
    block, offers = found["typical"]
    expected = np.isnan(offers.numbers[name][0, 0])
    assert expected == (month_of(block, offers, 0).margin_idr is None)


def test_no_ceiling_caps_nothing():
    """Unknown is no limit of nought."""
    assert 400.0 == month({"member_count": [200]}, max_units_per_month=None).sold_units


def test_the_spread_comes_from_what_is_not_known_and_only_from_that():
    """A stated number drives nothing; a blank one does, from its low to its high reading."""
    stated = arrays({"member_count": [60]}, {"max_units_per_month": None})
    assert () == drivers_of(stated, 0, ())
    blank = arrays({"member_count": [None]}, {"max_units_per_month": None})
    (driver,) = drivers_of(blank, 0, ())
    low, high = (month_of(*blank[one], 0).margin_idr for one in ("low", "high"))
    assert ("member_count", False, low, high) == (
        driver.field,
        driver.of_offer,
        driver.low_idr,
        driver.high_idr,
    )
    assert driver.swing_idr == high - low > 0

"""Units and margin a month."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from features.pairs.cooperatives import cooperative_arrays
from features.pairs.demand import demand_coverage_ratio, margin_idr_per_month, units_per_month
from features.pairs.offers import offer_arrays, ordered_offers
from features.profile.place import placed
from tests.builders import make_areas, make_cooperatives, make_offers, make_partners


def demand(households, **offer):
    """Units, coverage and margin of one pair as stated."""
    stated = {"demand_field": "household_count", **offer}
    offers = offer_arrays(ordered_offers(make_offers(**stated), make_partners()), "stated")
    frame = placed(make_cooperatives(household_count=households), make_areas(household_count=None))
    units = units_per_month(cooperative_arrays(frame, offers, "stated"), offers)
    return units, demand_coverage_ratio(units, offers), margin_idr_per_month(units, offers)


FULL = {
    "demand_units_per_month": 0.5,
    "max_units_per_month": 1000,
    "margin_idr_per_unit": 2000,
    "running_cost_idr_per_month": 300_000,
}


@pytest.mark.parametrize(
    ("households", "changes", "expected"),
    [
        (1000, {}, (500.0, 0.5, 700_000.0)),
        (4000, {}, (2000.0, 2.0, 1_700_000.0)),
        (9000, {}, (4500.0, 2.0, 1_700_000.0)),
        (0, {}, (0.0, 0.0, -300_000.0)),
        (None, {}, (np.nan, np.nan, np.nan)),
        (1000, {"max_units_per_month": None}, (500.0, np.nan, 700_000.0)),
        (1000, {"max_units_per_month": 0}, (500.0, np.nan, -300_000.0)),
        (1000, {"margin_idr_per_unit": None}, (500.0, 0.5, np.nan)),
        (1000, {"running_cost_idr_per_month": None}, (500.0, 0.5, np.nan)),
        (1000, {"demand_units_per_month": None}, (np.nan, np.nan, np.nan)),
        (1000, {"demand_field": None}, (np.nan, np.nan, np.nan)),
        (1000, {"demand_field": "no_such_column"}, (np.nan, np.nan, np.nan)),
    ],
)
def test_units_coverage_and_margin_follow_from_the_field(households, changes, expected):
    """An unknown ceiling does not cap; any other unknown makes the result unknown."""
    found = tuple(values[0, 0] for values in demand(households, **{**FULL, **changes}))
    np.testing.assert_equal(expected, found)


@given(st.lists(st.integers(0, 20_000), min_size=2, max_size=20))
@settings(max_examples=20)
def test_more_households_never_sell_less(households):
    """All three rise with the field, as the catalogue's direction says."""
    for found in demand(sorted(households), **FULL):
        assert (np.diff(found, axis=0) >= 0).all()

"""A block of cooperatives as arrays."""

import numpy as np
import pytest

from features.pairs.cooperatives import cooperative_arrays, gathered
from features.pairs.offers import offer_arrays, ordered_offers
from features.profile.pipeline import PROFILE_COLUMNS
from features.profile.place import placed
from features.schema.loader import columns
from tests.builders import make_areas, make_cooperatives, make_offers, make_partners


def block(reading="stated", **given):
    """Cooperatives as arrays against one offer."""
    offers = offer_arrays(ordered_offers(make_offers(), make_partners()), "stated")
    return cooperative_arrays(placed(make_cooperatives(**given), make_areas()), offers, reading)


def test_every_number_stands_upright():
    """One row per cooperative, one column, for the profile and the numeric columns alike."""
    found = block(name=["a", "b", "c"])
    numeric = {column.name for column in columns("cooperatives") if column.is_numeric}
    assert numeric | set(PROFILE_COLUMNS) == set(found.numbers)
    assert {(3, 1)} == {values.shape for values in found.numbers.values()}
    assert len(found) == 3


def test_stated_keeps_unknown_but_for_the_areas_figures():
    """People and households of the area are data; nothing else is filled."""
    numbers = block().numbers
    assert (12000.0, 3600.0) == (numbers["population_count"][0, 0], numbers["household_count"][0, 0])
    assert np.isnan(numbers["member_count"][0, 0])


@pytest.mark.parametrize("reading", ["typical", "low", "high"])
def test_other_readings_leave_a_stated_zero(reading):
    """A stated zero is not a gap."""
    assert block(reading, member_count=0).numbers["member_count"][0, 0] == 0.0


def test_each_offer_gets_the_column_it_names():
    """Against the columns one by one; none and unknown names give unknown."""
    found = block(member_count=[5, 7], stage=[1, None])
    side = gathered(found, ["stage", None, "member_count", "nope", "stage"])
    np.testing.assert_equal(np.array([[1, np.nan, 5, np.nan, 1], [np.nan, np.nan, 7, np.nan, np.nan]]), side)


def test_no_name_gives_no_column():
    """An empty catalogue is no error."""
    assert (1, 0) == gathered(block(), []).shape

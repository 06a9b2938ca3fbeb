"""Money, room, power and vehicles."""

import numpy as np
import pytest

from features.profile.capacity import Capacity
from features.profile.place import placed
from tests.builders import make_areas, make_cooperatives


def capacity(**given):
    """The capacity row of one cooperative."""
    frame = placed(make_cooperatives(**given), make_areas())
    return Capacity().fit_transform(frame).iloc[0]


@pytest.mark.parametrize(
    ("own", "cash", "expected"),
    [
        (5, 9, 9.0),
        (9, 5, 9.0),
        (None, 5, 5.0),
        (5, None, 5.0),
        (0, None, 0.0),
        (-7, None, 0.0),
        (-7, -3, 0.0),
        (None, None, np.nan),
    ],
)
def test_funds_are_the_larger_of_own_capital_and_cash(own, cash, expected):
    """Whichever is known counts; debt is no funds; neither known is unknown."""
    found = capacity(own_capital_idr=own, cash_idr=cash)["funds_idr"]
    np.testing.assert_equal(expected, found)


def test_enumerations_and_lists_become_numbers():
    """Premises as a level, roads as a level, vehicles as a count."""
    found = capacity(premises_status="owned", road_access="truck", vehicles=("motor", "pickup"))
    assert (1.0, 2.0, 2.0) == (found["premises_level"], found["road_level"], found["vehicle_count"])


def test_no_vehicle_is_not_an_unknown_number_of_vehicles():
    """An empty list is a stated zero."""
    assert capacity(vehicles=())["vehicle_count"] == 0.0
    assert np.isnan(capacity()["vehicle_count"])

"""Members, board and running units."""

import numpy as np

from features.profile.membership import Membership
from features.profile.place import placed
from tests.builders import make_areas, make_cooperatives


def membership(**given):
    """The membership row of one cooperative."""
    return Membership().fit_transform(placed(make_cooperatives(**given), make_areas())).iloc[0]


def test_counts_pass_unchanged():
    """Stated zeros stay zeros, unknown stays unknown."""
    found = membership(member_count=70, member_fisher_count=0, stage=3)
    assert (70.0, 0.0, 3.0) == (found["member_count"], found["member_fisher_count"], found["stage"])
    assert np.isnan(found["board_count"])


def test_running_units_are_counted():
    """A list becomes its length; an empty one is none running."""
    assert membership(running_units=("gerai", "gudang"))["running_unit_count"] == 2.0
    assert membership(running_units=())["running_unit_count"] == 0.0
    assert np.isnan(membership()["running_unit_count"])

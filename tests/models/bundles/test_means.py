"""What cooperatives have to share: room without what runs, money with open schemes, unknown stays unknown."""

import math

import numpy as np
import pytest

from features.pairs.cooperatives import cooperative_arrays
from features.profile.place import placed
from models.bundles.means import means_of, whole_limit, whole_use
from tests.builders import make_areas, make_context, make_cooperatives, make_offers


def means(held=None, **given):
    """Return the means of cooperatives beside two offers that take 8 and 30 m2."""
    context = make_context(offers=make_offers(shop_area_m2=[8, 30]))
    cooperatives = make_cooperatives(**given)
    stated = cooperative_arrays(placed(cooperatives, make_areas()), context.stated, "stated")
    marks = np.zeros((len(cooperatives), 2), dtype=bool) if held is None else np.array(held)
    return means_of(context, stated.numbers, marks)


def test_room_is_what_is_left_beside_what_runs():
    """Never below none."""
    found = means([[True, False], [True, True], [False, False]], shop_area_m2=[20, 20, 20])
    assert [12.0, 0.0, 20.0] == found.have["shop_area_m2"].tolist()
    assert [8.0, 38.0, 0.0] == found.running["shop_area_m2"].tolist()


def test_unknown_stays_unknown():
    """Room, money, people."""
    found = means(shop_area_m2=[None])
    assert all(math.isnan(values[0]) for values in found.have.values())


@pytest.mark.parametrize(("need", "whole"), [(2.5, 250), (2.501, 251), (0.0, 0), (math.nan, None)])
def test_needs_are_rounded_up(need, whole):
    """A sum of rounded needs never hides that there is too little."""
    assert whole == whole_use("shop_area_m2", need)


@pytest.mark.parametrize(("have", "whole"), [(2.5, 250), (2.509, 250), (0.0, 0), (math.nan, None)])
def test_limits_are_rounded_down(have, whole):
    """For the same reason."""
    assert whole == whole_limit("store_area_m2", have)

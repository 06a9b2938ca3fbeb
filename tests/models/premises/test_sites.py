"""Places of cooperatives and assets, as stated or as the middle of their area."""

import numpy as np

from models.premises.sites import assets_of, distances_km, seekers_of
from tests.builders import make_areas, make_cooperatives, make_frame


def make_assets(**given):
    """Make assets ``a1``, ``a2`` ... in the first area, all else unknown."""
    named = {"asset_id": lambda row: f"a{row + 1}", "area_code": lambda _row: "36.73.01.1001"}
    return make_frame("assets", given, named)


def test_who_has_a_place_of_its_own_seeks_none():
    """Unknown is neither a place nor none."""
    status = ["owned", "none", None, "borrowed", "under_construction", "kelurahan_room", "rented"]
    found = seekers_of(make_cooperatives(premises_status=status), make_areas())
    expected = [("k2", "no_office"), ("k3", "could_use"), ("k4", "could_use"), ("k6", "could_use")]
    assert expected == [(one.cooperative_id, one.need) for one in found]
    assert [None] == [one.premises_status for one in found if one.cooperative_id == "k3"]


def test_a_blank_place_is_the_middle_of_its_area_and_says_so():
    """Half a place is none; an area that nobody knows leaves it unknown."""
    assets = make_assets(
        area_code=["36.73.01.1001", "36.73.01.1001", "99"],
        latitude_deg=[-6.2, -6.2, None],
        longitude_deg=[106.2, None, None],
    )
    first, second, third = (one.site for one in assets_of(assets, make_areas()))
    assert (-6.2, 106.2, False) == (first.latitude_deg, first.longitude_deg, first.is_approximate)
    assert (-6.11, 106.15, True) == (second.latitude_deg, second.longitude_deg, second.is_approximate)
    assert (True, False) == (second.is_known, third.is_known)


def test_distances_are_great_circles_and_unknown_where_a_place_is():
    """A hundredth of a degree of latitude is 1.1 km."""
    areas = make_areas(code=["36.73.01.1001", "36.73.01.1002"])
    seekers = seekers_of(make_cooperatives(premises_status=["none"]), areas)
    assets = make_assets(
        area_code=["36.73.01.1001", "99"], latitude_deg=[-6.12, None], longitude_deg=[106.15, None]
    )
    found = distances_km(seekers, assets_of(assets, areas))
    assert (1, 2) == found.shape
    assert 1.11 == round(float(found[0, 0]), 2)
    assert np.isnan(found[0, 1])

"""A cooperative set in its area."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from features.profile.place import PREMISES_LEVEL, ROAD_LEVEL, district_code, placed
from features.schema.loader import column
from tests.builders import make_areas, make_cooperatives


@pytest.mark.parametrize(
    ("code", "expected"),
    [("36.73.01.1001", "36.73.01"), ("367301", "367301"), (None, None), (np.nan, None)],
)
def test_the_district_is_all_but_the_last_part(code, expected):
    """A code without parts is its own district; no code has none."""
    assert expected == district_code(code)


@pytest.mark.parametrize(
    ("latitude", "longitude", "expected"),
    [
        (-6.2, 106.2, (-6.2, 106.2, 0.0)),
        (None, 106.2, (-6.11, 106.15, 1.0)),
        (-6.2, None, (-6.11, 106.15, 1.0)),
        (None, None, (-6.11, 106.15, 1.0)),
    ],
)
def test_coordinates_fall_back_on_the_centroid_together(latitude, longitude, expected):
    """Half a place is no place: both come from the cooperative or both from the area."""
    found = placed(make_cooperatives(latitude_deg=latitude, longitude_deg=longitude), make_areas()).iloc[0]
    assert expected == (found["latitude_deg"], found["longitude_deg"], found["location_is_centroid"])


def test_an_unknown_area_leaves_everything_of_it_unknown():
    """The cooperative stays in the frame, without a place."""
    found = placed(make_cooperatives(area_code="36.73.09.9999"), make_areas()).iloc[0]
    assert found[["latitude_deg", "area_km2", "population_count_typical", "paddy_ha_high"]].isna().all()
    assert found["district_code"] == "36.73.09"


def test_columns_are_added_and_the_input_is_left_alone():
    """Fourteen, as the docstring promises."""
    frame = make_cooperatives(premises_status="owned")
    before = frame.copy(deep=True)
    assert frame.shape[1] + 14 == placed(frame, make_areas()).shape[1]
    pd.testing.assert_frame_equal(before, frame)


@pytest.mark.parametrize(
    ("field", "levels"), [("premises_status", PREMISES_LEVEL), ("road_access", ROAD_LEVEL)]
)
def test_every_choice_has_a_level(field, levels):
    """A choice without a level would be read as unknown."""
    assert set(column("cooperatives", field).choices) == set(levels)


def test_an_area_listed_twice_counts_once():
    """Several rows of one code do not multiply cooperatives."""
    areas = pd.concat([make_areas(), make_areas(population_count=1)], ignore_index=True)
    found = placed(make_cooperatives(), areas)
    assert (1, 12000.0) == (len(found), found["population_count_typical"].iloc[0])


@given(st.integers(0, 100_000), st.floats(0.1, 100))
@pytest.mark.slow
def test_estimates_stand_in_order(population, km2):
    """Low, typical and high of what an area tells never change places."""
    found = placed(make_cooperatives(), make_areas(population_count=population, area_km2=km2)).iloc[0]
    for field in ("population_count", "household_count", "paddy_ha"):
        low, typical, high = (found[f"{field}_{name}"] for name in ("low", "typical", "high"))
        assert 0 <= low <= typical <= high


def test_denser_areas_hold_less_paddy():
    """The share of rice fields falls with density, and is never more than the land."""
    areas = make_areas(area_km2=[10.0] * 3, population_count=[0, 20_000, 200_000])
    frame = placed(make_cooperatives(area_code=list(areas["code"])), areas)
    fields = frame["paddy_ha_typical"].to_list()
    assert sorted(fields, reverse=True) == fields
    assert fields[0] <= 1000.0

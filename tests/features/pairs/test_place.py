"""Depot, competitors, density and infrastructure."""

import math
from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from features.pairs.catalogue import sectors
from features.pairs.cooperatives import cooperative_arrays
from features.pairs.offers import offer_arrays, ordered_offers
from features.pairs.place import (
    competitor_count,
    density_match_score,
    depot_distance_km,
    has_depot,
    haversine_km,
    infrastructure_share,
    needs_infrastructure,
)
from features.profile.place import placed
from tests.builders import make_areas, make_cooperatives, make_offers, make_partners

LATITUDES, LONGITUDES = st.floats(-11.5, 6.5), st.floats(94.5, 141.5)


def arrays(cooperatives=None, areas=None, **offers):
    """Cooperatives and offers as stated."""
    found = offer_arrays(ordered_offers(make_offers(**offers), make_partners()), "stated")
    block = make_cooperatives() if cooperatives is None else cooperatives
    frame = placed(block, make_areas() if areas is None else areas)
    return cooperative_arrays(frame, found, "stated"), found


def chord_km(latitude, longitude, to_latitude, to_longitude):
    """The distance by another way: the angle between two points on the sphere."""

    def point(north, east):
        north, east = math.radians(north), math.radians(east)
        return math.cos(north) * math.cos(east), math.cos(north) * math.sin(east), math.sin(north)

    straight = math.dist(point(latitude, longitude), point(to_latitude, to_longitude))
    return 2 * 6371.0088 * math.asin(min(straight / 2, 1.0))


@given(LATITUDES, LONGITUDES, LATITUDES, LONGITUDES)
def test_the_distance_is_that_on_the_sphere(latitude, longitude, to_latitude, to_longitude):
    """Against the chord's angle; the same there and back."""
    ends = [np.array([value]) for value in (latitude, longitude, to_latitude, to_longitude)]
    found = haversine_km(*ends)[0]
    assert chord_km(latitude, longitude, to_latitude, to_longitude) == pytest.approx(found, abs=1e-6)
    assert found == pytest.approx(haversine_km(*ends[2:], *ends[:2])[0], abs=1e-9)


def test_an_unknown_coordinate_makes_the_distance_unknown():
    """Neither zero nor far away."""
    ends = [np.array([1.0]), np.array([100.0]), np.array([np.nan]), np.array([100.0])]
    assert np.isnan(haversine_km(*ends)[0])


def test_the_depot_is_known_by_both_coordinates():
    """The distance goes to the offer's own depot; half a place is none."""
    block, offers = arrays(latitude_deg=[-6.11, -6.2, None], longitude_deg=[106.15, None, None])
    assert [True, False, False] == has_depot(offers).tolist()
    distance = depot_distance_km(block, offers)[0]
    assert distance[0] == pytest.approx(0.0, abs=1e-9)
    assert np.isnan(distance[1:]).all()


def test_competitors_are_those_of_the_field_the_offer_names():
    """Each offer looks at its own field; none named is unknown."""
    frame = make_cooperatives(minimarkets_500m_count=4, pharmacies_1km_count=0)
    named = ["minimarkets_500m_count", "pharmacies_1km_count", "lpg_outlets_500m_count", None]
    found = competitor_count(*arrays(frame, competition_field=named))[0]
    np.testing.assert_equal(np.array([4.0, 0.0, np.nan, np.nan]), found)


@pytest.mark.parametrize(
    ("people_per_km2", "sector", "expected"),
    [
        (4 * 2885.0, "farm_inputs", -1.0),
        (2885.0 / 4, "farm_inputs", 1.0),
        (2885.0, "farm_inputs", 0.0),
        (0.0, "farm_inputs", 1.0),
        (1e9, "logistics", 0.8),
        (2885.0 * 2, "logistics", 0.4),
        (1e9, "energy", 0.0),
    ],
)
def test_density_counts_for_town_or_for_country(people_per_km2, sector, expected):
    """Four times the middle is the town, a quarter the country, by the sector's affinity."""
    areas = make_areas(population_count=people_per_km2 * 4.0)
    assert expected == pytest.approx(density_match_score(*arrays(areas=areas, sector=sector))[0, 0])


def mean_of_needs(sector, road, power, internet):
    """Infrastructure of one pair written out; unknown as soon as one needed is."""
    need, parts = sectors()[sector], []
    level = {"motorcycle": 0, "pickup": 1, "truck": 2}.get(road, math.nan)
    if need.needs_internet:
        parts.append(math.nan if internet is None else float(internet))
    if need.needs_power_va:
        parts.append(math.nan if power is None else min(power / need.needs_power_va, 1.0))
    if need.needs_road_level:
        parts.append(min(level / need.needs_road_level, 1.0) if road else math.nan)
    return sum(parts) / len(parts) if parts else 1.0


def test_infrastructure_is_the_mean_over_what_is_needed():
    """Every sector against every road, power and connection."""
    roads, powers = ["motorcycle", "pickup", "truck", None], [0, 900, 99_000, None]
    cases = list(product(roads, powers, [True, False, None]))
    frame = make_cooperatives(
        road_access=[case[0] for case in cases],
        power_va=[case[1] for case in cases],
        has_internet=[case[2] for case in cases],
    )
    names = list(sectors())
    identifiers = [f"o{place:02d}" for place in range(len(names))]
    block, offers = arrays(frame, offer_id=identifiers, sector=names)
    expected = [[mean_of_needs(sector, *case) for sector in names] for case in cases]
    np.testing.assert_allclose(infrastructure_share(block, offers), expected, equal_nan=True)
    needing = [mean_of_needs(sector, None, None, None) != 1.0 for sector in names]
    assert needing == needs_infrastructure(offers).tolist()

"""Coordinates and density."""

import numpy as np
import pytest

from features.profile.location import Location
from features.profile.place import placed
from tests.builders import make_areas, make_cooperatives


def location(areas=None, **given):
    """The location row of one cooperative."""
    frame = placed(make_cooperatives(**given), make_areas() if areas is None else areas)
    return Location().fit_transform(frame).iloc[0]


def test_the_areas_own_figures_tell_its_density():
    """What one cooperative states as its population does not make its area denser."""
    assert location(population_count=40)["population_density_per_km2"] == 3000.0
    assert location()["population_density_per_km2"] == 3000.0


def test_where_the_area_has_no_people_on_record_the_stated_ones_count():
    """People per square kilometre of the area."""
    found = location(make_areas(population_count=None), population_count=8000)
    assert found["population_density_per_km2"] == 2000.0


@pytest.mark.parametrize("km2", [None, 0.0])
def test_without_a_size_the_density_is_unknown(km2):
    """An area of no size is a gap in the table, not an infinite density."""
    found = location(make_areas(area_km2=km2), population_count=12000)
    assert np.isnan(found["population_density_per_km2"])


def test_nobody_lives_there_is_a_stated_zero():
    """Zero people are a density of zero."""
    found = location(make_areas(population_count=0))
    assert found["population_density_per_km2"] == 0.0

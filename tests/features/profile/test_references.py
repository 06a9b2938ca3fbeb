"""What an unknown field may be."""

import numpy as np
import pandas as pd
import pytest

from features.catalog.loader import sources
from features.profile.pipeline import profile
from features.profile.place import placed
from features.profile.references import filled, references, with_area_figures
from features.schema.loader import column
from tests.builders import make_areas, make_cooperatives
from tests.worlds import random_world

NOWHERE = "36.73.99.9999"


@pytest.mark.parametrize("field", references())
def test_a_reference_is_ordered_and_sourced(field):
    """Low to high, with a basis and a source that exists."""
    found = references()[field]
    assert found.low <= found.typical <= found.high
    assert found.basis in {"fact", "assumption"}
    assert set(found.source.split(";")) <= set(sources())


@pytest.mark.parametrize("field", sorted(set(references()) - {"area_km2"}))
def test_a_reference_speaks_of_a_column(field):
    """A misspelt field would never be filled."""
    assert column("cooperatives", field) is not None


@pytest.mark.parametrize("reading", ["typical", "low", "high"])
def test_only_unknown_is_filled(reading):
    """Stated values, zero among them, stay as they are, inside the references or not."""
    world = random_world(8)
    frame = placed(world.cooperatives, world.areas)
    found = filled(frame, reading)
    for field in references():
        known = frame[field].notna()
        pd.testing.assert_series_equal(frame.loc[known, field], found.loc[known, field])
        assert found[field].notna().all()


def test_without_an_area_the_reference_is_used():
    """Nothing local is known, so the table speaks."""
    frame = filled(placed(make_cooperatives(area_code=NOWHERE), make_areas()), "low")
    assert references()["population_count"].low == frame["population_count"].iloc[0]


def test_the_areas_figure_goes_before_the_reference():
    """What the place itself tells is better than an average."""
    frame = filled(placed(make_cooperatives(), make_areas()), "typical")
    assert frame["household_count"].iloc[0] == 3600.0


def test_every_reading_of_the_profile_lies_between_low_and_high():
    """No number of the profile has its typical value outside its two ends, the density included."""
    frame = placed(make_cooperatives(area_code=NOWHERE), make_areas())
    low, typical, high = (profile(filled(frame, name)).iloc[0] for name in ("low", "typical", "high"))
    known = typical.notna()
    assert (low[known] <= typical[known]).all()
    assert (typical[known] <= high[known]).all()


def test_a_known_population_in_an_unknown_area_leaves_its_density_in_doubt():
    """A large area is a thin settlement: the low reading takes the large one."""
    frame = placed(make_cooperatives(area_code=NOWHERE, population_count=17000), make_areas())
    low, high = (profile(filled(frame, name)).iloc[0] for name in ("low", "high"))
    assert (1000.0, 17000.0) == (low["population_density_per_km2"], high["population_density_per_km2"])


def test_area_figures_fill_people_and_households_only():
    """They are data; everything else a learner sees stays unknown."""
    frame = placed(make_cooperatives(), make_areas())
    found = with_area_figures(frame)
    assert (12000.0, 3600.0) == tuple(found[["population_count", "household_count"]].iloc[0])
    assert np.isnan(found["paddy_ha"].iloc[0])
    assert np.isnan(frame["population_count"].iloc[0])

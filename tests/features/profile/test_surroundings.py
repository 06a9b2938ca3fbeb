"""Households, fields and competitors."""

import numpy as np
import pytest

from features.profile.place import placed
from features.profile.surroundings import Surroundings
from tests.builders import make_areas, make_cooperatives


@pytest.mark.parametrize("name", Surroundings.inputs)
def test_a_stated_zero_stays_zero_and_all_others_unknown(name):
    """No paddy and unknown paddy are two things."""
    frame = placed(make_cooperatives(**{name: 0}), make_areas())
    found = Surroundings().fit_transform(frame).iloc[0]
    assert found[name] == 0.0
    assert found.drop(name).isna().all()


def test_the_areas_figures_do_not_leak_in():
    """What an area tells is another reading; the cooperative's own stays unknown."""
    found = Surroundings().fit_transform(placed(make_cooperatives(), make_areas()))
    assert np.isnan(found["population_count"].iloc[0])

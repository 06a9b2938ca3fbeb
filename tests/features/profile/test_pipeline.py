"""The five parts side by side."""

import numpy as np
import pandas as pd
from sklearn.base import clone

from features.profile.pipeline import PROFILE_COLUMNS, profile, profiler
from features.profile.place import placed
from features.profile.references import filled
from tests.builders import make_areas, make_cooperatives
from tests.worlds import random_world


def test_the_union_gives_the_profile_columns_in_order():
    """Names without prefixes, as the pair features call them."""
    frame = placed(make_cooperatives(), make_areas())
    assert list(PROFILE_COLUMNS) == list(profile(frame).columns)
    assert list(PROFILE_COLUMNS) == list(profiler().fit(frame).get_feature_names_out())


def test_no_column_comes_twice():
    """One name, one number."""
    assert len(set(PROFILE_COLUMNS)) == len(PROFILE_COLUMNS)


def test_a_clone_computes_the_same():
    """The union holds no state but its parts."""
    world = random_world(5)
    frame = placed(world.cooperatives, world.areas)
    union = profiler().fit(frame)
    pd.testing.assert_frame_equal(profile(frame), clone(union).fit_transform(frame))
    pd.testing.assert_frame_equal(profile(frame), union.transform(frame))


def test_a_filled_profile_has_no_gap():
    """With every reference in place nothing is left unknown but a place nobody knows."""
    frame = filled(placed(make_cooperatives(), make_areas()), "typical")
    assert not profile(frame).isna().any(axis=None)


def test_no_cooperative_gives_no_row():
    """An empty frame stays empty, with its columns."""
    frame = placed(make_cooperatives().iloc[:0], make_areas())
    assert (0, len(PROFILE_COLUMNS)) == profile(frame).shape


def test_the_input_is_left_alone():
    """A profile is computed beside the frame, not in it."""
    frame = placed(make_cooperatives(own_capital_idr=-5), make_areas())
    profile(frame)
    assert frame["own_capital_idr"].iloc[0] == -5.0
    assert np.isnan(frame["cash_idr"].iloc[0])

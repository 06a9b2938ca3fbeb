"""Every part of the profile keeps scikit-learn's contract and carries unknown through."""

import numpy as np
import pandas as pd
import pytest
from sklearn.base import clone

from features.errors import FrameError
from features.profile.capacity import Capacity
from features.profile.documents import Documents
from features.profile.location import Location
from features.profile.membership import Membership
from features.profile.place import placed
from features.profile.surroundings import Surroundings
from features.profile.transformer import ProfilePart
from tests.builders import make_areas, make_cooperatives
from tests.worlds import random_world

PARTS = (Capacity, Documents, Location, Membership, Surroundings)
every_part = pytest.mark.parametrize("part", PARTS)


@pytest.fixture(name="frame", scope="module")
def _frame():
    world = random_world(3)
    return placed(world.cooperatives, world.areas)


@every_part
def test_a_clone_has_the_same_parameters_and_no_state(part):
    """There is nothing to set, so a clone is a fresh part."""
    copy = clone(part())
    assert ({}, part) == (copy.get_params(), type(copy))
    assert not hasattr(copy, "feature_names_in_")


@every_part
def test_fit_returns_the_part_and_names_its_inputs(part, frame):
    """What scikit-learn asks of a fitted transformer."""
    made = part()
    assert made is made.fit(frame)
    assert list(part.inputs) == list(made.feature_names_in_)
    assert len(part.inputs) == made.n_features_in_


@every_part
def test_the_outputs_are_named_in_order(part, frame):
    """``get_feature_names_out`` and the frame's columns agree."""
    found = part().fit(frame).transform(frame)
    assert list(part.outputs) == list(part().get_feature_names_out())
    assert list(part.outputs) == list(found.columns)
    assert {np.dtype("float64")} == set(found.dtypes)


@every_part
def test_set_output_pandas_keeps_the_index(part, frame):
    """A part can stand in a pipeline that speaks pandas."""
    moved = frame.set_axis([f"row-{place}" for place in range(len(frame))])
    found = part().set_output(transform="pandas").fit_transform(moved)
    assert list(moved.index) == list(found.index)


@every_part
def test_a_missing_column_is_named(part, frame):
    """The sentence says which columns are not there, in both languages."""
    gone = part.inputs[0]
    with pytest.raises(FrameError) as caught:
        part().fit(frame.drop(columns=gone))
    assert gone in caught.value.message_id
    assert gone in caught.value.message_en


@every_part
def test_nothing_known_gives_nothing_known(part):
    """All unknown in, all unknown out: never zero."""
    frame = placed(make_cooperatives(area_code="36.73.99.9999"), make_areas())
    found = part().fit_transform(frame)
    stated = {"location_is_centroid"}
    assert found.drop(columns=stated, errors="ignore").isna().all(axis=None)


@every_part
def test_a_row_does_not_depend_on_its_neighbours(part, frame):
    """Each cooperative is computed from its own row."""
    whole = part().fit_transform(frame)
    alone = pd.concat([part().fit_transform(frame.iloc[[row]]) for row in range(len(frame))])
    pd.testing.assert_frame_equal(whole, alone)


def test_the_shape_itself_computes_nothing():
    """Only its subclasses do."""
    with pytest.raises(NotImplementedError):
        ProfilePart().fit_transform(pd.DataFrame({"a": [1.0]}))

"""Curves that may only rise, or only fall."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from models.learning.monotone import directed

SLOPES = st.floats(-5, 5)
KNOTS = np.array([-1.0, 0.0, 1.0])


def curve(line, bend, z):
    """The curve of one column."""
    return line * z + (np.maximum(z[:, None] - KNOTS, 0.0) * bend).sum(axis=1)


@given(SLOPES, arrays(np.float64, 3, elements=SLOPES), st.sampled_from([1, -1]))
def test_no_stretch_goes_against_the_direction(line, bend, direction):
    """From far below the first knot to far above the last."""
    found_line, found_bend = directed(np.array([line]), bend[None], {0: direction})
    steps = np.diff(curve(found_line[0], found_bend[0], np.linspace(-3, 3, 61)))
    assert (steps * direction >= -1e-12).all()


@given(st.floats(0, 5), arrays(np.float64, 3, elements=st.floats(0, 5)))
def test_a_curve_that_keeps_its_direction_stays(line, bend):
    """Rising slopes that are all positive."""
    found_line, found_bend = directed(np.array([line]), bend[None], {0: 1})
    np.testing.assert_allclose(found_line, [line])
    np.testing.assert_allclose(found_bend, bend[None], atol=1e-12)


def test_other_columns_and_the_arguments_stay_as_they_are():
    """Only what is named changes, and in a copy."""
    line, bend = np.array([-1.0, -2.0]), np.zeros((2, 3))
    found_line, _ = directed(line, bend, {0: 1})
    assert ([0.0, -2.0], [-1.0, -2.0]) == (found_line.tolist(), line.tolist())

"""Where each column lies."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from models.learning.columns import described

VALUES = arrays(np.float64, st.integers(2, 40), elements=st.floats(-1e6, 1e6, width=32))


def test_columns_that_say_nothing_are_not_used():
    """All blank, or one value only."""
    X = np.array([[1.0, np.nan, 5.0], [2.0, np.nan, 5.0], [4.0, np.nan, np.nan]])
    assert [0] == described(X, np.ones(3)).used.tolist()


@given(VALUES)
def test_standardised_values_have_mean_0_and_spread_1(values):
    """Where they vary at all."""
    columns = described(values[:, None], np.ones(len(values)))
    z = columns.standardised(values[:, None])[:, 0]
    expected = [0.0, 1.0] if len(columns.used) else [0.0, 0.0]
    np.testing.assert_allclose([z.mean(), z.std()], expected, atol=1e-6)


def test_a_blank_counts_as_the_average():
    """Unknown is not zero: the average of the column here is 20."""
    X = np.array([[10.0], [30.0], [np.nan]])
    columns = described(X, np.ones(3))
    np.testing.assert_array_equal(columns.standardised(np.array([[np.nan], [20.0]])), [[0.0], [0.0]])


def test_a_value_beyond_the_bounds_counts_as_the_bound():
    """One typing error does not stretch a line to the moon."""
    X = np.linspace(0, 1, 500)[:, None]
    columns = described(X, np.ones(500))
    z = columns.standardised(np.array([[1e9], [1.0], [-1e9], [0.0]]))[:, 0]
    assert (z[0], z[2]) == (z[1], z[3])


@given(VALUES, st.randoms(use_true_random=False))
def test_a_pair_of_weight_two_counts_as_two_pairs(values, random):
    """For bounds, centre, spread and knots."""
    heft = np.array([random.choice([1, 2, 3]) for _ in values])
    weighted = described(values[:, None], heft.astype(float))
    repeated = described(np.repeat(values, heft)[:, None], np.ones(heft.sum()))
    for name in ("low", "high", "centre", "spread", "knots"):
        np.testing.assert_allclose(getattr(weighted, name), getattr(repeated, name), rtol=1e-6, atol=1e-6)


@pytest.mark.parametrize("weight", [1.0, 0.1, 1 / 3])
def test_bounds_are_the_values_that_one_in_a_hundred_pairs_reaches(weight):
    """Whatever every pair weighs, rounded or not."""
    columns = described(np.arange(100.0)[:, None], np.full(100, weight))
    assert (0.0, 98.0) == (columns.low[0], columns.high[0])


@given(VALUES)
def test_knots_rise_and_lie_within_the_values(values):
    """A bend beyond all values could not be learned."""
    columns = described(values[:, None], np.ones(len(values)))
    knots = columns.knots[0][~np.isnan(columns.knots[0])]
    z = columns.standardised(values[:, None])
    assert (np.diff(knots) > 0).all()
    assert ((knots > z.min()) & (knots < z.max())).all()

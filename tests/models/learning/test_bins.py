"""Columns cut into few bins."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from models.learning.bins import MOST_BINS, beside, bins_of

VALUES = arrays(np.float64, st.integers(1, 200), elements=st.integers(-50, 50).map(float))


@given(VALUES)
def test_bins_keep_the_order_of_values(values):
    """A larger value never lies in a lower bin, and there are at most 32."""
    codes = bins_of(values[:, None]).codes(values[:, None])[:, 0]
    order = np.argsort(values, kind="stable")
    assert (np.diff(codes[order].astype(int)) >= 0).all()
    assert codes.max() < MOST_BINS


@given(VALUES)
def test_every_bin_but_the_last_ends_at_its_edge(values):
    """The edge itself belongs to the bin it closes."""
    bins = bins_of(values[:, None])
    count = bins.counts[0]
    edges = bins.edges[0, :count]
    assert list(range(count)) == bins.codes(edges[:, None])[:, 0].tolist()
    assert count == bins.codes(np.array([[values.max()]]))[0, 0]


def test_many_values_fill_the_bins_evenly():
    """Bins are quantiles."""
    values = np.random.default_rng(0).normal(size=(3200, 1))
    filled = np.bincount(bins_of(values).codes(values)[:, 0])
    assert MOST_BINS == len(filled)
    assert filled.min() >= 99


def test_a_blank_lies_where_the_median_lies():
    """Neither high nor low."""
    values = np.arange(101.0)[:, None]
    codes = bins_of(values).codes(np.array([[np.nan], [50.0], [0.0], [100.0]]))[:, 0]
    assert codes[0] == codes[1]
    assert codes[2] < codes[0] < codes[3]


def test_a_column_without_two_values_has_one_bin():
    """Nothing can be asked about it."""
    X = np.array([[np.nan, 3.0], [np.nan, 3.0]])
    bins = bins_of(X)
    assert [0, 0] == bins.counts.tolist()
    assert not bins.codes(np.array([[5.0, 9.0]])).any()


def test_columns_of_two_tables_stand_beside_each_other():
    """As if they had been cut together."""
    X = np.random.default_rng(0).normal(size=(200, 3))
    found = beside(bins_of(X[:, :2]), bins_of(X[:, 2:]))
    np.testing.assert_array_equal(found.codes(X), bins_of(X).codes(X))

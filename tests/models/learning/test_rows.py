"""Sums over columns, row by row."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.learning.rows import dot, times


def drawn(n_pairs, n_columns, seed=0):
    """Pairs, a matrix and a row of weights."""
    random = np.random.default_rng((n_pairs, n_columns, seed))
    return (
        random.normal(size=(n_pairs, n_columns)),
        random.normal(size=(n_columns, 3)),
        random.normal(size=n_columns),
    )


@given(st.integers(0, 40), st.integers(0, 30))
def test_they_are_products_of_matrices(n_pairs, n_columns):
    """Of any size, also of none."""
    rows, matrix, weights = drawn(n_pairs, n_columns)
    np.testing.assert_allclose(times(rows, matrix), rows @ matrix, atol=1e-12)
    np.testing.assert_allclose(dot(rows, weights), rows @ weights, atol=1e-12)
    np.testing.assert_allclose(dot(rows, rows), (rows**2).sum(axis=1), atol=1e-12)


@pytest.mark.parametrize("layout", [np.ascontiguousarray, np.asfortranarray], ids=["by row", "by column"])
@pytest.mark.parametrize("n_columns", [1, 7, 8, 24, 60])
def test_a_row_alone_has_the_bits_it_has_among_others(layout, n_columns):
    """However the others lie in memory."""
    rows, matrix, weights = drawn(50, n_columns)
    products, sums = times(layout(rows), matrix), dot(layout(rows), weights)
    for row in range(50):
        alone = rows[row : row + 1]
        assert times(alone, matrix)[0].tobytes() == products[row].tobytes()
        assert dot(alone, weights).tobytes() == sums[row : row + 1].tobytes()


def test_truths_are_summed_by_their_weights():
    """For columns that are hidden or not."""
    assert [5.0, 0.0] == dot(np.array([[True, False, True], [False] * 3]), np.array([1.0, 2.0, 4.0])).tolist()

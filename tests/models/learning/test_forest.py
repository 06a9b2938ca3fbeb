"""Symmetric trees as tables."""

import numpy as np
import pytest

from models.learning.bins import MOST_BINS, Bins
from models.learning.forest import DEPTH, Forest, joined, no_forest, places

# No bin is above it.
NEVER = MOST_BINS


@pytest.fixture(name="bins")
def _bins():
    """Two columns of the values 0 to 3: the bin is the value."""
    edges = np.full((2, MOST_BINS - 1), np.nan)
    edges[:, :3] = 0.0, 1.0, 2.0
    return Bins(edges, np.array([1.5, 1.5]))


@pytest.fixture(name="forest")
def _forest(bins):
    """One tree that asks two questions, one that always says 0.5."""
    leaf = np.zeros((2, 2**DEPTH))
    # The first question is the highest bit, the second the next: no-no, no-yes, yes-no, yes-yes.
    leaf[0, [0, 4, 8, 12]] = 1.0, 2.0, 3.0, 4.0
    leaf[1, 0] = 0.5
    column = np.array([[0, 1, 0, 0], [0, 0, 0, 0]])
    cut = np.array([[1, 2, NEVER, NEVER], [NEVER] * DEPTH])
    return Forest(bins, column, cut, leaf)


@pytest.mark.parametrize(
    ("first", "second", "expected"), [(1, 2, 1.5), (1, 3, 2.5), (2, 2, 3.5), (2, 3, 4.5), (3, 0, 3.5)]
)
def test_answers_lead_to_the_leaf_and_trees_add_up(forest, first, second, expected):
    """Above the cut is yes; the cut itself is no."""
    codes = forest.bins.codes(np.array([[first, second]], dtype=float))
    assert [expected] == forest.logit(codes).tolist()


def test_places_are_the_answers_read_as_bits(forest):
    """First question first."""
    codes = np.array([[2, 3], [2, 0], [0, 3]], dtype=np.uint8)
    assert [12, 8, 4] == places(codes, forest.column[0], forest.cut[0]).tolist()


def test_the_first_trees_are_a_forest(forest):
    """The rest is as if it had not been grown."""
    codes = np.array([[3, 3]], dtype=np.uint8)
    assert (1, [4.0]) == (len(forest.first(1)), forest.first(1).logit(codes).tolist())


def test_joined_forests_say_what_they_say_one_after_another(forest):
    """An odd number of trees, too: they are read two by two."""
    random = np.random.default_rng(7)
    codes = random.integers(0, 4, (50, 2)).astype(np.uint8)
    whole = joined([forest, forest.first(1)])
    assert 3 == len(whole)
    expected = sum(one.leaf[0][places(codes, one.column[0], one.cut[0])] for one in (forest, forest)) + 0.5
    np.testing.assert_allclose(whole.logit(codes), expected)
    one_by_one = [whole.logit(codes[place : place + 1])[0] for place in range(50)]
    assert whole.logit(codes).tolist() == one_by_one


def test_a_forest_without_trees_adds_nothing(bins):
    """To any pair."""
    assert [0.0, 0.0] == no_forest(bins).logit(np.zeros((2, 2), dtype=np.uint8)).tolist()

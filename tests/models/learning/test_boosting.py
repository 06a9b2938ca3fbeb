"""Symmetric trees grown on what the logit so far leaves unexplained."""

import numpy as np
import pytest

from models.learning.bins import MOST_BINS, bins_of
from models.learning.boosting import RATE, Sample, grown

COLUMNS = np.arange(3)
DRAW = (3, 0)


def drawn(seed, count=500):
    """Pairs that succeed where two columns agree, with a belief that does not know."""
    source = np.random.default_rng(seed)
    X = source.normal(size=(count, 3))
    y = (source.random(count) < np.where(X[:, 0] * X[:, 1] > 0, 0.85, 0.15)).astype(float)
    return X, y, source.normal(0, 0.3, count)


@pytest.fixture(name="bins", scope="module")
def _bins():
    """Bins of the training pairs."""
    return bins_of(drawn(0)[0])


def sample_of(bins, seed, count=500):
    """Pairs in the bins."""
    X, y, offset = drawn(seed, count)
    return Sample(bins.codes(X), y, offset, np.ones(count))


@pytest.fixture(name="growth", scope="module")
def _growth(bins):
    """Forty trees, watched on other pairs."""
    return grown(bins, sample_of(bins, 0), 40, DRAW, columns=COLUMNS, watch=sample_of(bins, 1))


def loss(logit, y):
    """Mean loss in nats."""
    return float(np.mean(np.logaddexp(0.0, logit) - y * logit))


def test_the_loss_falls_on_the_pairs_learned_from(bins, growth):
    """With every ten trees."""
    sample = sample_of(bins, 0)
    losses = [
        loss(sample.offset + growth.forest.first(count).logit(sample.codes), sample.y)
        for count in (0, 10, 20, 30, 40)
    ]
    assert (np.diff(losses) < 0).all()
    assert losses[-1] < losses[0] - 0.15


def test_what_columns_do_together_is_found(growth, bins):
    """On pairs that were not learned from."""
    watched = sample_of(bins, 1)
    assert loss(growth.watched_logit[-1], watched.y) < loss(watched.offset, watched.y) - 0.1


def test_the_watched_logit_is_that_of_the_trees_so_far(bins, growth):
    """Belief included, after each tree."""
    watched = sample_of(bins, 1)
    for count in (1, 17, 40):
        expected = watched.offset + growth.forest.first(count).logit(watched.codes)
        np.testing.assert_allclose(growth.watched_logit[count - 1], expected, rtol=1e-5, atol=1e-6)


def test_watching_does_not_change_what_is_grown(bins, growth):
    """Watched pairs are never learned from."""
    alone = grown(bins, sample_of(bins, 0), 40, DRAW, columns=COLUMNS).forest
    for name in ("column", "cut", "leaf"):
        assert getattr(alone, name).tobytes() == getattr(growth.forest, name).tobytes()


def test_another_seed_grows_other_trees(bins, growth):
    """The seed is what makes two runs the same."""
    other = grown(bins, sample_of(bins, 0), 40, (4, 0), columns=COLUMNS).forest
    assert not np.array_equal(other.leaf, growth.forest.leaf)


def test_one_pair_less_leaves_the_first_trees_nearly_what_they_were(bins, growth):
    """Every other pair draws the lot it drew before."""
    fewer = sample_of(bins, 0).rows(np.delete(np.arange(500), 123))
    forest = grown(bins, fewer, 3, DRAW, columns=COLUMNS).forest
    assert np.array_equal(forest.column, growth.forest.column[:3])
    assert np.abs(forest.leaf - growth.forest.leaf[:3]).max() < 0.05


def test_the_order_of_pairs_does_not_matter(bins):
    """But for the last bits of sums, and for pairs that look alike."""
    sample = sample_of(bins, 0)
    unlike = sample.rows(np.unique(sample.codes, axis=0, return_index=True)[1])
    order = np.random.default_rng(8).permutation(len(unlike.y))
    one, other = (
        grown(bins, some, 10, DRAW, columns=COLUMNS).forest for some in (unlike, unlike.rows(order))
    )
    assert np.array_equal(one.cut, other.cut)
    np.testing.assert_allclose(one.leaf, other.leaf, atol=1e-12)


def test_only_the_columns_named_are_asked_about(bins):
    """A level that nothing was worth asking at has a cut above every bin."""
    forest = grown(bins, sample_of(bins, 0), 10, DRAW, columns=np.array([2])).forest
    assert {2} == set(forest.column[forest.cut < MOST_BINS].tolist())


def test_successes_and_failures_exchanged_turn_every_leaf(bins):
    """Growing treats both outcomes alike."""
    sample = sample_of(bins, 0)
    turned = Sample(sample.codes, 1.0 - sample.y, -sample.offset, sample.weight)
    one = grown(bins, sample, 20, DRAW, columns=COLUMNS).forest
    other = grown(bins, turned, 20, DRAW, columns=COLUMNS).forest
    np.testing.assert_array_equal(one.column, other.column)
    np.testing.assert_allclose(one.leaf, -other.leaf, atol=1e-9)


@pytest.mark.parametrize("columns", [np.zeros(0, dtype=np.int64), np.array([0])])
def test_with_nothing_to_ask_trees_add_nothing(columns):
    """No column at all, or one without two values."""
    bins = bins_of(np.full((20, 1), 4.0))
    sample = Sample(np.zeros((20, 1), dtype=np.uint8), np.ones(20), np.zeros(20), np.ones(20))
    growth = grown(bins, sample, 3, DRAW, columns=columns, watch=sample)
    assert not growth.forest.leaf.any()
    np.testing.assert_array_equal(growth.watched_logit, np.zeros((3, 20)))


def test_more_pairs_than_are_asked_still_all_answer():
    """Questions are chosen on 8,000 pairs; leaves hold the outcomes of all."""
    X, y, offset = drawn(2, 12_000)
    bins = bins_of(X)
    sample = Sample(bins.codes(X), y, offset, np.ones(12_000))
    forest = grown(bins, sample, 5, DRAW, columns=COLUMNS).forest
    assert loss(offset + forest.logit(sample.codes), y) < loss(offset, y)
    first = forest.first(1)
    gradient = y - 1 / (1 + np.exp(-offset))
    own = first.logit(sample.codes)
    for value in np.unique(own):
        inside = own == value
        curvature = (1 / (2 + np.exp(offset[inside]) + np.exp(-offset[inside]))).sum()
        assert value == pytest.approx(RATE * gradient[inside].sum() / (curvature + 5.0))

"""Lots drawn by what a pair is."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.learning.lots import folds_by_lot, lots, pair_keys


def codes_of(count, seed=0):
    """Pairs of four columns, hardly two alike."""
    return np.random.default_rng(seed).integers(0, 32, (count, 4)).astype(np.uint8)


def test_a_pair_keeps_its_lot_whoever_stands_beside_it():
    """In any order, with any of the others gone."""
    codes = codes_of(300)
    order = np.random.default_rng(1).permutation(300)[:200]
    np.testing.assert_array_equal(lots(pair_keys(codes[order]), 3, 7), lots(pair_keys(codes), 3, 7)[order])


def test_pairs_all_alike_draw_lots_of_their_own():
    """Else all of them would be looked at, or none."""
    keys = pair_keys(np.ones((500, 3), dtype=np.uint8))
    assert 500 == len(set(keys.tolist()))
    assert 0.7 < (lots(keys, 1) < 0.8).mean() < 0.9
    assert 0 == len(pair_keys(np.ones((0, 3), dtype=np.uint8)))


def test_pairs_that_differ_in_one_column_draw_different_lots():
    """Neighbouring values, too."""
    codes = np.zeros((32, 4), dtype=np.uint8)
    codes[:, 2] = np.arange(32)
    assert 32 == len(set(pair_keys(codes).tolist()))


@pytest.mark.parametrize("draw", [(0,), (0, 1), (1, 0), (5, 300)])
def test_lots_are_spread_evenly(draw):
    """Of 20,000 a tenth lies in each tenth, give or take."""
    found = lots(np.arange(20_000, dtype=np.uint64), *draw)
    assert 0.0 <= found.min() <= found.max() < 1.0
    shares = np.histogram(found, bins=10, range=(0.0, 1.0))[0] / 20_000
    assert np.abs(shares - 0.1).max() < 0.012


def test_every_draw_is_another_one():
    """Lots of two draws have nothing to do with each other."""
    keys = np.arange(5000, dtype=np.uint64)
    draws = [lots(keys, *draw) for draw in ((0, 0), (0, 1), (1, 0), (2,))]
    assert np.abs(np.corrcoef(draws) - np.eye(4)).max() < 0.06


@given(st.integers(5, 60), st.integers(2, 5), st.integers(0, 3))
def test_every_group_is_held_out_once_and_never_learned_from_then(n_groups, n_folds, seed):
    """Folds of nearly as many groups each."""
    random = np.random.default_rng(seed)
    groups = np.concatenate([np.arange(n_groups), random.integers(0, n_groups, 3 * n_groups)]) * 7
    folds = folds_by_lot(pair_keys(codes_of(len(groups), seed)), groups, n_folds, seed)
    held = np.concatenate([watch for _, watch in folds])
    assert sorted(held.tolist()) == list(range(len(groups)))
    sizes = [len(set(groups[watch].tolist())) for _, watch in folds]
    assert max(sizes) - min(sizes) <= 1
    assert all(not set(groups[learn]) & set(groups[watch]) for learn, watch in folds)


def test_one_pair_less_moves_few_groups():
    """At most one to each next fold and its own; with folds dealt by size most would move."""
    groups = np.repeat(np.arange(100), 5)
    keys = pair_keys(codes_of(500))
    kept = np.delete(np.arange(500), 250)
    before, after = np.zeros(500, dtype=int), np.zeros(499, dtype=int)
    for place, (_, watch) in enumerate(folds_by_lot(keys, groups, 5, 0)):
        before[watch] = place
    for place, (_, watch) in enumerate(folds_by_lot(keys[kept], groups[kept], 5, 0)):
        after[watch] = place
    assert len(set(groups[kept][before[kept] != after].tolist())) <= 5

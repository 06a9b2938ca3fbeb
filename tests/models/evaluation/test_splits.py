"""What is kept aside is kept aside whole."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.evaluation.splits import SPLITS, by_group, by_time, splits_of

names = st.lists(st.sampled_from("abcdefgh"), min_size=1, max_size=60)


@given(names, st.integers(1, 5), st.integers(0, 9))
def test_every_row_is_held_out_once_and_no_group_is_cut(groups, n_folds, seed):
    """Folds part the rows; no cooperative stands on both sides."""
    held = []
    for split in by_group(groups, n_folds, seed):
        held += split.held.tolist()
        own, other = {groups[i] for i in split.held}, {groups[i] for i in split.learn}
        assert set() == own & other
    assert list(range(len(groups))) == sorted(held)


@given(names, st.integers(0, 9), st.randoms())
def test_the_order_of_rows_changes_no_group_s_fold(groups, seed, random):
    """The same seed deals the same cooperatives, however the table is sorted."""
    shuffled = groups[:]
    random.shuffle(shuffled)
    first = [{groups[i] for i in split.held} for split in by_group(groups, 3, seed)]
    assert first == [{shuffled[i] for i in split.held} for split in by_group(shuffled, 3, seed)]


def test_folds_are_of_about_equal_size():
    """The one large group stands alone."""
    groups = ["a"] * 10 + ["b"] * 5 + ["c"] * 5
    assert [10, 10] == [len(split.held) for split in by_group(groups, 2, 0)]


@given(st.lists(st.integers(0, 30), max_size=60))
def test_forward_in_time_nothing_later_is_learned_from(days):
    """Every day held out is later than every day learned from."""
    split = by_time(days)
    assert len(days) == len(split.learn) + len(split.held)
    if len(split.learn) and len(split.held):
        assert max(np.array(days)[split.learn]) < min(np.array(days)[split.held])


def test_each_kind_of_split_holds_out_about_the_share_asked_for():
    """A third of groups, the last third of days; another seed, other groups."""
    keys = np.repeat(np.arange(30), 4)
    for kind in SPLITS:
        assert 0.2 < len(splits_of(kind, keys, 0).held) / len(keys) < 0.45
    assert splits_of("offer", keys, 0).held.tolist() != splits_of("offer", keys, 1).held.tolist()
    assert splits_of("time", keys, 0).held.tolist() == splits_of("time", keys, 1).held.tolist()


def test_an_unknown_kind_is_refused():
    """The kinds are listed."""
    with pytest.raises(ValueError, match="cooperative, district, offer, time"):
        splits_of("village", [1, 2], 0)

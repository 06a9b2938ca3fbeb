"""Rankings against scikit-learn, ties included."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sklearn.metrics import ndcg_score

from models.evaluation.orders import ndcg_at, ndcg_by_group, ranked, regret_at

rows = st.lists(
    st.tuples(st.integers(0, 4), st.sampled_from([0.1, 0.2, 0.5, 0.9]), st.floats(0.0, 1.0)),
    min_size=1,
    max_size=60,
)


@given(rows)
def test_ndcg_is_that_of_scikit_learn_also_among_equals(found):
    """Group by group; scikit-learn averages over the orders of equals as well."""
    group, p, gain = map(np.array, zip(*found, strict=True))
    ours = ndcg_by_group(p, gain, group)
    for place, name in enumerate(np.unique(group)):
        own = group == name
        if gain[own].max() == 0:
            assert math.isnan(ours[place])
        elif own.sum() > 1:
            assert ours[place] == pytest.approx(ndcg_score([gain[own]], [p[own]], k=5), abs=1e-9)
        else:
            assert 1.0 == pytest.approx(ours[place])


def test_regret_is_what_the_best_three_would_have_brought():
    """Shown: 0.2, 0.4, 0.1; best: 0.9, 0.4, 0.2."""
    p, gain = [0.9, 0.8, 0.7, 0.1], [0.2, 0.4, 0.1, 0.9]
    assert regret_at(p, gain, ["a"] * 4) == pytest.approx((1.5 - 0.7) / 3)
    assert regret_at(gain, gain, ["a"] * 4) == pytest.approx(0.0)


def test_among_equals_the_order_of_the_rows_changes_nothing():
    """A model that says the same of all pairs gets what chance would get."""
    gain = np.array([1.0, 0.0, 0.0, 0.0])
    assert ndcg_at([0.5] * 4, gain, ["a"] * 4, k=1) == pytest.approx(0.25)
    assert regret_at([0.5] * 4, gain, ["a"] * 4, k=1) == regret_at([0.5] * 4, gain[::-1], ["a"] * 4, k=1)


def test_a_group_where_nothing_can_be_gained_says_nothing():
    """It is left out of the mean, not counted as a failure."""
    assert 1.0 == ndcg_at([0.9, 0.1, 0.5], [1, 0, 0], ["a", "a", "b"])
    assert math.isnan(ndcg_at([0.9], [0], ["a"]))
    assert math.isnan(regret_at([], [], []))


def test_places_count_within_each_group():
    """Groups stand in sorted order."""
    found = ranked([0.1, 0.9, 0.3], [1, 2, 3], ["b", "a", "b"])
    assert [0, 1, 1] == found.owner.tolist()
    assert [0, 0, 1] == found.place.tolist()
    assert [2.0, 3.0, 1.0] == found.gain.tolist()

"""Frames as arrays."""

import numpy as np
import pandas as pd

from models.evaluation.pairs import coded


def test_two_frames_share_one_numbering(frame):
    """An offer, a sector, a district, a cooperative has one number in all frames."""
    whole = frame()
    first, second = whole.iloc[:60], whole.iloc[30:]
    one, two = coded([first, second], ["size", "distance"])
    assert one.level_counts == two.level_counts == (6, 2, 5)
    assert one.codes[30:].tolist() == two.codes[:30].tolist()
    assert one.groups[30:].tolist() == two.groups[:30].tolist()


def test_what_is_not_told_is_unknown_and_weights_are_one():
    """A bare frame has no truth, no variance, one sector, and counts as it stands in time."""
    bare = pd.DataFrame(
        {
            "cooperative_id": ["b", "a"],
            "offer_id": ["x", "y"],
            "label": [1, 0],
            "prior_logit": [0.0, 1.0],
            "size": 1.0,
        }
    )
    (pairs,) = coded([bare], ["size"])
    assert np.isnan(pairs.truth).all()
    assert np.isnan(pairs.prior_variance).all()
    assert [1.0, 1.0] == pairs.weight.tolist()
    assert [0, 0] == pairs.days.tolist()
    assert (2, 1, 1) == pairs.level_counts
    assert pairs.y.tolist() == pairs.gain.tolist()


def test_the_true_chance_is_the_gain_where_a_world_tells_it(frame):
    """A ranking is judged by what would be gained, not by the luck of one draw."""
    (pairs,) = coded([frame()], ["size"])
    assert pairs.truth.tolist() == pairs.gain.tolist()


def test_rows_keep_every_column_together(frame):
    """Some of the pairs are the same pairs."""
    made = frame()
    (pairs,) = coded([made], ["size", "distance"])
    some = pairs.rows(np.array([3, 1]))
    (direct,) = coded([made], ["size", "distance"])
    assert 2 == len(some)
    assert direct.days[[3, 1]].tolist() == some.days.tolist()
    assert direct.X[[3, 1], 1].tolist() == some.X[:, 1].tolist()
    assert direct.prior_logit[[3, 1]].tolist() == some.prior_logit.tolist()

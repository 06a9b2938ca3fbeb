"""What is learned from and judged by, run by run."""

import numpy as np
import pytest

from models.evaluation.trials import SIZES, first_outcomes, sizes_for, trials_of

FEATURES = ("size", "distance", "blank")


def trials(made, split="cooperative", seeds=(0, 1)):
    """Runs over a frame whose first rows are the reference."""
    return trials_of(made, made.iloc[:7], split=split, seeds=seeds, features=FEATURES)


@pytest.mark.parametrize("split", ["cooperative", "district", "offer", "time"])
def test_nothing_held_out_is_learned_from(split, frame):
    """No key of the split stands on both sides, and nothing is lost."""
    made = frame()
    for trial in trials(made, split):
        assert len(made) == len(trial.learn) + len(trial.held)
        keys = {
            "cooperative": lambda pairs: pairs.groups,
            "district": lambda pairs: pairs.codes[:, 2],
            "offer": lambda pairs: pairs.codes[:, 0],
            "time": lambda pairs: pairs.days,
        }[split]
        assert set() == set(keys(trial.learn)) & set(keys(trial.held))
        assert (7, 3) == trial.reference.shape


def test_by_default_the_catalogue_s_features_are_read(frame):
    """A frame without them is a mistake of the caller."""
    with pytest.raises(KeyError):
        trials_of(frame(), frame(), split="time", seeds=[0])


def test_smaller_draws_are_part_of_larger_ones_and_keep_the_order_of_time(frame):
    """A learning curve adds outcomes, it does not swap them."""
    (trial,) = trials(frame(), seeds=(3,))
    small, large = (first_outcomes(trial.learn, count, 3) for count in (5, 50))
    assert (5, 50) == (len(small), len(large))
    assert set(small.days) <= set(large.days)
    assert (np.diff(large.days) > 0).all()
    assert first_outcomes(trial.learn, 9999, 3) is trial.learn


def test_sizes_go_as_far_as_there_are_outcomes(frame):
    """And end with all of them."""
    found = sizes_for(trials(frame()))
    least = min(len(trial.learn) for trial in trials(frame()))
    assert (5, 20, 100, least) == found
    assert 5000 == SIZES[-1]
    assert () == sizes_for([])

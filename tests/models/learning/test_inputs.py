"""What the classifier is given, checked."""

import numpy as np
import pytest

from models.learning.inputs import (
    binary_targets,
    directions,
    group_codes,
    logits,
    reference_pairs,
    variances,
    weights,
)


def test_without_a_belief_every_logit_is_0():
    """Even odds."""
    assert [0.0, 0.0] == logits(None, 2, "prior_logit").tolist()


@pytest.mark.parametrize("values", [[1.0], [1.0, 2.0, 3.0], [1.0, np.nan], [np.inf, 1.0]])
def test_a_belief_is_one_finite_number_for_each_pair(values):
    """And the sentence names what is wrong."""
    with pytest.raises(ValueError, match="prior_logit"):
        logits(values, 2, "prior_logit")


@pytest.mark.parametrize("values", [[1.0], [-1e-9, 1.0], [np.nan, 1.0]])
def test_a_doubt_is_one_number_from_0_on_for_each_pair(values):
    """A variance below 0 is none."""
    assert [0.0, 2.0] == variances([0.0, 2.0], 2, "prior_variance").tolist()
    with pytest.raises(ValueError, match="prior_variance"):
        variances(values, 2, "prior_variance")


def test_groups_of_any_names_become_whole_numbers():
    """The same name, the same number."""
    assert [1, 0, 1] == group_codes(["k2", "k1", "k2"], 3).tolist()


def test_without_groups_every_pair_is_its_own():
    """Nothing is held out together."""
    assert [0, 1, 2] == group_codes(None, 3).tolist()


@pytest.mark.parametrize("values", [["a"], ["a", "b", "c"], [["a", "b"]]])
def test_there_is_one_group_for_each_pair(values):
    """No more, no less, in one row."""
    with pytest.raises(ValueError, match="groups"):
        group_codes(values, 2)


@pytest.mark.parametrize(
    ("values", "expected"), [(None, [1.0, 1.0]), (2, [2.0, 2.0]), ([0.0, 3.0], [0.0, 3.0])]
)
def test_weights_are_1_or_one_for_all_or_as_given(values, expected):
    """0 leaves a pair out."""
    assert expected == weights(values, 2).tolist()


@pytest.mark.parametrize(
    "values", [[1.0], [[1.0, 1.0]], [-1.0, 1.0], [np.nan, 1.0], [np.inf, 1.0], [0.0, 0.0], -1.0, 0.0, np.nan]
)
def test_weights_that_mean_nothing_are_refused(values):
    """Too few, negative, not finite, or all 0; a single number for all pairs is no exception."""
    with pytest.raises(ValueError, match=r"[Ww]eight"):
        weights(values, 2)


def test_reference_pairs_may_have_blanks():
    """They are known as far as they are known."""
    assert (2, 1) == reference_pairs([[1.0], [np.nan]], 1).shape


@pytest.mark.parametrize("values", [[1.0, 2.0], [[1.0, 2.0]], [[np.inf]]])
def test_reference_pairs_have_the_columns_of_the_training_pairs(values):
    """And no infinite value."""
    with pytest.raises(ValueError, match="reference"):
        reference_pairs(values, 1)


def test_directions_are_told_by_the_place_among_numeric_columns():
    """Column 2 is the second of them when column 1 is a category."""
    assert {1: -1} == directions([0, 0, -1], 3, np.array([0, 2]))
    assert {} == directions(None, 3, np.array([0, 2]))


@pytest.mark.parametrize("values", [[1, 0], [2, 0, 0], [0.5, 0, 0], [0, 1, 0]])
def test_directions_that_mean_nothing_are_refused(values):
    """One of -1, 0 and 1 for each column, and 0 for a category."""
    with pytest.raises(ValueError, match="monotonic_cst"):
        directions(values, 3, np.array([0, 2]))


def test_the_second_of_two_classes_counts_as_success():
    """The higher one, whatever it is called."""
    classes, target = binary_targets(np.array(["tidak", "ya", "tidak"]), has_belief=False)
    assert (["tidak", "ya"], [0.0, 1.0, 0.0]) == (classes.tolist(), target.tolist())


@pytest.mark.parametrize("y", [[], [0, 0], [1]])
def test_with_a_belief_outcomes_of_one_kind_are_enough(y):
    """They teach something about the belief."""
    classes, target = binary_targets(np.array(y, dtype=int), has_belief=True)
    assert ([0, 1], y) == (classes.tolist(), target.tolist())


@pytest.mark.parametrize(
    ("y", "has_belief", "words"),
    [([1, 1], False, "one class"), ([0, 1, 2], False, "multiclass"), ([7], True, "one class")],
)
def test_other_numbers_of_classes_are_refused(y, has_belief, words):
    """One class says nothing without a belief; three are another task."""
    with pytest.raises(ValueError, match=words):
        binary_targets(np.array(y), has_belief=has_belief)

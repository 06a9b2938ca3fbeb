"""Training pairs in the order in which their outcomes came."""

import numpy as np
import pytest

from tests.models.learning.samples import make_outcomes

OF_PAIRS = ("X", "codes", "y", "prior_logit", "weight", "groups")
OF_ALL = ("level_counts", "reference", "reference_weight", "has_belief", "directions")


@pytest.mark.parametrize("chosen", [slice(2, 7), np.array([4, 0, 9])])
def test_some_of_the_pairs_keep_all_that_belongs_to_them(chosen):
    """And the columns lie where they lay: the reference stays whole."""
    outcomes = make_outcomes(12, directions={0: 1})
    some = outcomes.rows(chosen)
    for name in OF_PAIRS:
        np.testing.assert_array_equal(getattr(some, name), getattr(outcomes, name)[chosen])
    assert all(getattr(some, name) is getattr(outcomes, name) for name in OF_ALL)

"""Chances of a frame of pairs: believed, learned, learned without some."""

import numpy as np
import pytest

from recommender.training.chances import believed_chances, chances_of, refitted_chances
from tests.learned import FEATURES, make_learned, make_pairs


def test_believed_chances_are_those_of_the_prior():
    """However sure the experts are."""
    pairs = make_pairs(4).assign(prior_logit=[0.0, np.log(3), -800.0, 800.0])
    np.testing.assert_allclose([0.5, 0.75, 0.0, 1.0], believed_chances(pairs))


def test_a_model_without_outcomes_says_what_is_believed():
    """To the bit."""
    pairs = make_pairs(30)
    assert believed_chances(pairs).tolist() == chances_of(make_learned(0), pairs).tolist()
    assert (
        believed_chances(pairs).tolist()
        == refitted_chances(pairs.iloc[:0], pairs, pairs, FEATURES, 0).tolist()
    )


def test_refitting_is_learning_from_those_pairs():
    """The same pairs and seed, the same chances."""
    learn, held = make_pairs(300), make_pairs(50, seed=1)
    reference = make_pairs(40)
    found = refitted_chances(learn, held, reference, FEATURES, 0)
    assert chances_of(make_learned(300), held).tolist() == found.tolist()
    assert ((found > 0) & (found < 1)).all()


@pytest.mark.parametrize("order", [slice(None, None, -1), slice(None, None, 2)])
def test_the_order_of_the_pairs_does_not_matter(order):
    """Each pair is scored by itself."""
    model, pairs = make_learned(300), make_pairs(40)
    np.testing.assert_allclose(chances_of(model, pairs)[order], chances_of(model, pairs.iloc[order]))

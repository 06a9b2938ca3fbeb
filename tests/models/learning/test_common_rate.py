"""How often things work out at all, with its exact evidence."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.special import expit

from models.learning.common_rate import common_rate

OUTCOMES = st.lists(st.integers(0, 1), min_size=1, max_size=40)


@given(OUTCOMES)
def test_the_evidence_is_the_product_of_what_it_foretold_one_by_one(outcomes):
    """Each outcome by the chance learned from those before it."""
    y = np.array(outcomes, dtype=float)
    foretold = 0.0
    for place, outcome in enumerate(y):
        chance = expit(common_rate(y[:place], np.ones(place)).logit)
        foretold += np.log(chance if outcome else 1 - chance)
    assert common_rate(y, np.ones(len(y))).log_evidence == pytest.approx(foretold)


@given(OUTCOMES)
def test_a_pair_of_weight_two_counts_as_two(outcomes):
    """Weights are numbers of outcomes."""
    y = np.array(outcomes, dtype=float)
    heavy = common_rate(y, np.full(len(y), 2.0))
    twice = common_rate(np.repeat(y, 2), np.ones(2 * len(y)))
    assert heavy.logit == pytest.approx(twice.logit)
    assert heavy.log_evidence == pytest.approx(twice.log_evidence)


def test_before_any_outcome_one_in_four_works_out():
    """And nothing speaks for or against it."""
    nothing = common_rate(np.zeros(0), np.zeros(0))
    assert expit(nothing.logit) == pytest.approx(0.25)
    assert nothing.log_evidence == pytest.approx(0.0)


def test_with_many_outcomes_it_is_their_share():
    """Three in ten of a thousand."""
    y = np.arange(1000) % 10 < 3
    assert expit(common_rate(y.astype(float), np.ones(1000)).logit) == pytest.approx(0.3, abs=0.001)

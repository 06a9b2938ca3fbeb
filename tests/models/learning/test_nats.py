"""How much an outcome surprises a logit."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.special import expit

from models.learning.nats import surprise_nats


@given(st.floats(-30, 30), st.sampled_from([0.0, 1.0]))
def test_it_is_minus_the_log_of_the_chance_given(logit, outcome):
    """Of success or of failure."""
    chance = expit(logit if outcome else -logit)
    found = surprise_nats(np.array([logit]), np.array([outcome]))[0]
    assert found == pytest.approx(-np.log(chance), rel=1e-9, abs=1e-12)


def test_a_certain_logit_that_is_wrong_surprises_by_its_size():
    """No overflow, no endless loss."""
    assert [900.0, 0.0] == surprise_nats(np.array([900.0, 900.0]), np.array([0.0, 1.0])).tolist()

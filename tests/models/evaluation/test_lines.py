"""Lines through logits."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.special import expit

from models.evaluation.lines import platt_line, straight_line


@given(st.floats(-3.0, 3.0), st.floats(-2.0, 2.0))
def test_a_line_without_noise_is_found_again(slope, intercept):
    """Targets that lie on a line give that line."""
    x = np.linspace(-2.0, 2.0, 30)
    assert straight_line(x, expit(slope * x + intercept)) == pytest.approx((slope, intercept), abs=1e-4)


def test_outcomes_parted_without_error_give_a_finite_line():
    """Platt's targets keep certainty away; the ridge keeps the bare line finite."""
    x, y = np.array([-2.0, -1.0, 1.0, 2.0]), np.array([0.0, 0.0, 1.0, 1.0])
    assert np.isfinite(straight_line(x, y)).all()
    slope, _ = platt_line(x, y, np.ones(4))
    assert 0 < slope < 3


def test_a_ridge_holds_the_line_to_the_belief():
    """Two outcomes against a strong ridge change next to nothing; without it, much."""
    x, y = np.array([1.0, -1.0]), np.array([0.0, 1.0])
    held = straight_line(x, y, ridge=1e4)
    assert held == pytest.approx((1.0, 0.0), abs=1e-3)
    assert straight_line(x, y)[0] < -3


def test_a_weight_of_two_is_the_outcome_told_twice():
    """Weights count outcomes."""
    x, y = np.array([0.0, 1.0, 2.0]), np.array([0.0, 1.0, 0.0])
    twice = straight_line(x[[0, 1, 1, 2]], y[[0, 1, 1, 2]])
    assert straight_line(x, y, np.array([1.0, 2.0, 1.0])) == pytest.approx(twice, abs=1e-6)

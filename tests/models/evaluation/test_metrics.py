"""Measures against scikit-learn and against what they mean."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import brier_score_loss
from sklearn.metrics import log_loss as sklearn_log_loss

from models.evaluation.metrics import (
    brier,
    brier_parts,
    calibration_line,
    coverage,
    ece,
    log_loss,
    losses,
    perfect_band,
)

chances = st.lists(
    st.tuples(st.floats(0.0, 1.0, allow_nan=False), st.integers(0, 1)), min_size=1, max_size=60
)


def drawn(count, seed=0):
    """Chances, and outcomes that come true as often as they say."""
    random = np.random.default_rng(seed)
    p = random.uniform(0.02, 0.98, count)
    return p, (random.random(count) < p).astype(float)


def test_loss_and_brier_are_those_of_scikit_learn():
    """The same definition, the same number."""
    p, y = drawn(300)
    assert log_loss(p, y) == pytest.approx(sklearn_log_loss(y, p))
    assert brier(p, y) == pytest.approx(brier_score_loss(y, p))


def test_a_certain_error_costs_much_but_not_without_bound():
    """A chance of 0 for what happened is kept off the end."""
    assert 13 < losses([0.0], [1])[0] < 14


@given(chances)
def test_the_parts_of_the_brier_score_sum_to_it(pairs):
    """Reliability, resolution, uncertainty and what lies within bins."""
    p, y = map(np.array, zip(*pairs, strict=True))
    parts = brier_parts(p, y)
    assert parts.total == pytest.approx(brier(p, y), abs=1e-9)
    assert parts.uncertainty == pytest.approx(y.mean() * (1 - y.mean()))


@given(chances)
def test_calibration_error_is_that_of_bins_filled_one_by_one(pairs):
    """By hand: sort, cut into 15 parts, compare the means of each."""
    p, y = map(np.array, zip(*pairs, strict=True))
    order = np.argsort(p, kind="stable")
    parts = [[i for place, i in enumerate(order) if place * 15 // len(p) == part] for part in range(15)]
    by_hand = sum(abs(p[part].mean() - y[part].mean()) * len(part) for part in parts if part) / len(p)
    assert ece(p, y) == pytest.approx(by_hand, abs=1e-9)


def test_a_perfect_model_lies_in_its_own_band_about_as_often_as_the_band_says():
    """Of 60 worlds in which the chances are true, about 5 % fall outside; of wrong chances, all do."""
    inside = 0
    for seed in range(60):
        p, y = drawn(400, seed)
        low, high = perfect_band(p, seed, resamples=300)
        inside += low <= ece(p, y) <= high
        assert ece(p**3, y) > perfect_band(p**3, seed, resamples=100)[1]
    assert 51 <= inside


def test_the_band_narrows_with_outcomes_and_repeats():
    """Noise falls with the root of the count; the same seed gives the same band."""
    few, many = perfect_band(drawn(200)[0], 1), perfect_band(drawn(5000)[0], 1)
    assert many[1] < few[0]
    assert few == perfect_band(drawn(200)[0], 1)


def test_slope_and_intercept_are_those_of_a_regression_without_penalty():
    """The reference is scikit-learn's own."""
    p, y = drawn(2000)
    x = np.log(p / (1 - p))
    said = 1 / (1 + np.exp(-(2.0 * x + 0.3)))
    fitted = LogisticRegression(C=1e9, tol=1e-9).fit((2.0 * x + 0.3)[:, None], y)
    slope, intercept = calibration_line(said, y)
    assert (slope, intercept) == pytest.approx((fitted.coef_[0, 0], fitted.intercept_[0]), abs=1e-3)
    assert slope == pytest.approx(0.5, abs=0.06)


def test_where_there_is_nothing_to_measure_there_is_no_number():
    """Unknown is not zero."""
    assert all(map(math.isnan, (log_loss([], []), brier([], []), ece([], []), coverage([], [], []))))
    assert all(map(math.isnan, perfect_band([], 0)))
    assert all(
        map(math.isnan, (*calibration_line([0.2, 0.4], [1, 1]), *calibration_line([0.3, 0.3], [0, 1])))
    )


def test_coverage_counts_true_chances_between_the_ends():
    """Ends belong to the interval."""
    assert coverage([0.1, 0.1, 0.1], [0.3, 0.3, 0.3], [0.1, 0.3, 0.31]) == pytest.approx(2 / 3)


def test_with_true_chances_the_loss_is_the_mean_over_what_may_happen():
    """Over very many draws; least for the truth."""
    truth = np.random.default_rng(0).beta(1.0, 4.0, 400)
    p = np.clip(np.random.default_rng(1).beta(1.0, 4.0, 400), 0.01, 0.99)
    draws = np.random.default_rng(2).random((2_000, 400)) < truth
    expected = np.mean([log_loss(p, y.astype(float)) for y in draws])
    assert log_loss(p, truth) == pytest.approx(expected, abs=0.005)
    assert log_loss(np.clip(truth, 1e-9, 1 - 1e-9), truth) < log_loss(p, truth)

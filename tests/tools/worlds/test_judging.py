"""Figures against the truth."""

import math

import numpy as np
import pytest

from tools.worlds.judging import gain_share, judged

GROUPS = np.repeat(np.arange(50), 8)


def world(seed=0):
    """True chances of 50 cooperatives with 8 offers."""
    return np.random.default_rng(seed).beta(1.0, 4.0, 400)


def test_the_share_is_one_for_the_all_knowing_and_nothing_for_a_choice_by_lot():
    """And negative for whoever turns the order round."""
    truth = world()
    assert gain_share(truth, truth, GROUPS) == pytest.approx(1.0)
    assert gain_share(np.full(400, 0.3), truth, GROUPS) == pytest.approx(0.0)
    assert gain_share(-truth, truth, GROUPS) < -0.3


def test_the_share_is_that_of_sums_over_the_first_three():
    """By hand: what the first three bring, above three times the mean."""
    truth, p = world(), np.random.default_rng(9).random(400)
    by_row, ranks = truth.reshape(50, 8), np.argsort(-p.reshape(50, 8), axis=1)
    got = np.take_along_axis(by_row, ranks, 1)[:, :3].sum(1).mean()
    lot = 3 * by_row.mean()
    expected = (got - lot) / (np.sort(by_row, axis=1)[:, -3:].sum(1).mean() - lot)
    assert gain_share(p, truth, GROUPS) == pytest.approx(expected)


def test_the_truth_itself_is_judged_the_best_possible():
    """Its loss is the least; an interval around it holds it; without one there is no coverage."""
    truth = world()
    y = (np.random.default_rng(1).random(400) < truth).astype(float)
    found = judged(truth, truth - 0.1, truth + 0.1, truth, y, GROUPS)
    assert (1.0, 1.0) == pytest.approx((found.share, found.coverage80))
    assert found.log_loss == found.best_log_loss
    nothing = np.full(400, np.nan)
    assert math.isnan(judged(truth, nothing, nothing, truth, y, GROUPS).coverage80)

"""Intervals of paired differences."""

import math

import numpy as np
import pytest

from models.evaluation.bootstrap import paired_interval


def test_the_interval_of_independent_rows_is_the_textbook_one():
    """Every row its own cooperative: mean plus and minus 1.96 standard errors."""
    random = np.random.default_rng(0)
    value = random.normal(0.3, 1.0, 2000)
    found = paired_interval(value, np.arange(2000), 1)
    error = value.std() / math.sqrt(2000)
    assert found.mean == pytest.approx(value.mean())
    assert (found.low, found.high) == pytest.approx(
        (value.mean() - 1.96 * error, value.mean() + 1.96 * error), abs=0.2 * error
    )


def test_pairs_of_one_cooperative_are_not_counted_as_many():
    """The same numbers, once as 30 cooperatives of 20 alike rows: the interval is much wider."""
    random = np.random.default_rng(1)
    value = np.repeat(random.normal(size=30), 20)
    whole = paired_interval(value, np.repeat(np.arange(30), 20), 1)
    rows = paired_interval(value, np.arange(600), 1)
    assert whole.high - whole.low > 3 * (rows.high - rows.low)


def test_runs_that_disagree_widen_the_interval():
    """Seeds are the outer cluster."""
    random = np.random.default_rng(2)
    run = np.repeat(np.arange(5), 200)
    value = random.normal(size=1000) * 0.1 + np.array([-1.0, -0.5, 0.0, 0.5, 1.0])[run]
    clusters = np.tile(np.arange(200), 5)
    aware = paired_interval(value, clusters, 1, seeds=run)
    blind = paired_interval(value, np.arange(1000), 1)
    assert aware.high - aware.low > 3 * (blind.high - blind.low)


def test_what_was_not_measured_is_left_out_and_nothing_is_no_number():
    """NaN rows change nothing; with none left there is no interval."""
    with_gap = paired_interval([1.0, np.nan, 2.0], [0, 1, 2], 0)
    assert with_gap == paired_interval([1.0, 2.0], [0, 2], 0)
    assert all(map(math.isnan, vars_of(paired_interval([np.nan], [0], 0))))


def vars_of(found):
    """The three numbers of an interval."""
    return found.mean, found.low, found.high


def test_the_same_seed_gives_the_same_interval():
    """And another one another, by a hair."""
    value, clusters = np.random.default_rng(3).normal(size=50), np.arange(50)
    assert paired_interval(value, clusters, 4) == paired_interval(value, clusters, 4)
    assert paired_interval(value, clusters, 4) != paired_interval(value, clusters, 5)


def test_equal_differences_have_an_interval_of_that_one_number():
    """No doubt where nothing varies."""
    assert vars_of(paired_interval([0.25] * 6, range(6), 0)) == pytest.approx((0.25,) * 3)

"""From when on outcomes speak of today."""

import numpy as np
import pytest

from models.learning.common_rate import common_rate
from models.learning.turning import LEAST_SINCE, share_of_today


def told(y):
    """How likely each outcome came after a turn of the common rate."""
    y = np.asarray(y, dtype=float)
    return share_of_today(len(y), lambda some: common_rate(y[some], np.ones(len(y[some]))).log_evidence)


def record(*stretches, seed=0):
    """Outcomes of a rate that turns: pairs of count and rate."""
    random = np.random.default_rng(seed)
    return np.concatenate([random.random(count) < rate for count, rate in stretches]).astype(float)


@pytest.mark.parametrize("seed", range(5))
def test_a_clear_turn_is_found_where_it_is(seed):
    """Within a sixteenth of the record; the newest outcomes count whole."""
    found = told(record((240, 0.1), (160, 0.8), seed=seed))
    assert found[:200].max() < 0.05
    assert found[265:].min() > 0.95


@pytest.mark.parametrize("seed", range(5))
def test_a_turn_a_few_outcomes_ago_is_found_too(seed):
    """Sixty new ones in two thousand; in the last quarter as a whole they hardly show."""
    found = told(record((1940, 0.2), (60, 0.6), seed=seed))
    assert found[:1870].max() < 0.05
    assert found[1940:].min() > 0.95


@pytest.mark.parametrize("seed", range(10))
def test_a_steady_record_counts_whole_or_nearly(seed):
    """Chance looks like a turn now and then, hardly ever like a sure one."""
    assert told(record((400, 0.25), seed=seed)).mean() > 0.8


def test_the_newer_the_outcome_the_more_it_counts():
    """And the newest ones count whole."""
    found = told(record((60, 0.1), (60, 0.45), seed=3))
    assert (np.diff(found) >= 0).all()
    assert 1.0 == found[-1]
    assert 0.0 <= found.min() < 1.0


def test_too_few_outcomes_on_either_side_tell_nothing():
    """Whatever they are."""
    few = 2 * LEAST_SINCE - 1
    assert told(record((few // 2, 0.0), (few - few // 2, 1.0))).tolist() == [1.0] * few
    assert [] == told([]).tolist()


def test_every_outcome_counts_for_the_chance_that_no_turn_came_after_it():
    """One turn at most at three places, both sides told afresh: the same sums, written out."""
    y = record((64, 0.25), (64, 0.3), seed=4)

    def evidence(some):
        return common_rate(y[some], np.ones(len(y[some]))).log_evidence

    both = [0.1 / 3 * np.exp(evidence(slice(place)) + evidence(slice(place, None))) for place in (32, 64, 96)]
    straight = 0.9 * np.exp(evidence(slice(None)))
    chances = np.array(both) / (sum(both) + straight)
    assert chances.sum() < 0.5
    found = told(y)
    for part in range(4):
        expected = 1.0 - chances[part:].sum()
        assert found[32 * part : 32 * (part + 1)] == pytest.approx(expected)

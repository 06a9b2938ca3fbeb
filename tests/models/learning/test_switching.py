"""How much the belief still counts."""

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.learning.switching import BELIEF_WEIGHT, Prefix, posterior_weights, prefix_lengths

BOUND_NATS = math.log(1 / BELIEF_WEIGHT)
CHANCES = st.floats(1e-4, 1 - 1e-4)
STEPS = st.tuples(st.booleans(), CHANCES, CHANCES, CHANCES)


def excess_nats(outcomes, belief, arms):
    """How much the mixture loses more than the belief at each point of a stream.

    ``belief`` (n_outcomes,) and ``arms`` (n_outcomes, 2) are the chances of success that each forecaster
    names before the outcome; evidence is the sum of the logs of what they gave to what came.
    """
    given_belief = np.log(np.where(outcomes, belief, 1 - belief))
    given_arms = np.log(np.where(outcomes[:, None], arms, 1 - arms))
    total_belief = np.append(0.0, np.cumsum(given_belief))
    total_arms = np.vstack([np.zeros(2), np.cumsum(given_arms, axis=0)])

    def known(length):
        return Prefix(length, float(total_belief[length]), tuple(map(float, total_arms[length])))

    lost = np.zeros(len(outcomes))
    for step in range(len(outcomes)):
        weights = posterior_weights([known(length) for length in prefix_lengths(step)], known(step))
        learned = (1 - weights.belief) * float(weights.arms @ np.exp(given_arms[step]))
        lost[step] = -math.log(weights.belief * math.exp(given_belief[step]) + learned)
    return np.cumsum(lost + given_belief)


def beta_bernoulli(outcomes):
    """Two forecasters that learn from the outcomes so far: one by counting, one from the last ten."""
    before = [outcomes[:step] for step in range(len(outcomes))]
    counted = [(0.5 + seen.sum()) / (1 + len(seen)) for seen in before]
    recent = [(0.1 + seen[-10:].sum()) / (0.2 + len(seen[-10:])) for seen in before]
    return np.column_stack([counted, recent])


def hostile_stream(kind, seed):
    """Outcomes and beliefs of one of seven kinds."""
    random = np.random.default_rng((kind, seed))
    count = int(random.integers(20, 90))
    belief = random.choice([0.05, 0.2, 0.5, 0.9], count)
    half = np.arange(count) < count // 2
    drawn = random.random(count)
    # The belief right, wrong, and wrong until half way or from there on; one kind of outcome; turns.
    kinds = {
        0: drawn < belief,
        1: drawn < 1 - belief,
        2: drawn < np.where(half, 1 - belief, belief),
        3: drawn < np.where(half, belief, 1 - belief),
        4: np.zeros(count, bool),
        5: np.ones(count, bool),
        6: np.arange(count) % 2 == 0,
    }
    return kinds[kind], belief


@pytest.mark.parametrize("kind", range(7))
def test_learning_never_loses_more_than_the_bound_to_the_belief(kind):
    """210 streams, at every point of each: ln 4 nats in total, one over the belief's weight."""
    for seed in range(30):
        outcomes, belief = hostile_stream(kind, seed)
        assert excess_nats(outcomes, belief, beta_bernoulli(outcomes)).max() <= BOUND_NATS + 1e-9


@settings(max_examples=150)
@given(st.lists(STEPS, min_size=1, max_size=70))
def test_no_forecasters_whatever_break_the_bound(steps):
    """Whatever they say and whatever comes, ln 4 nats in total at every point."""
    outcomes, belief, first, second = (np.array(column) for column in zip(*steps, strict=True))
    assert excess_nats(outcomes, belief, np.column_stack([first, second])).max() <= BOUND_NATS + 1e-9


def test_arms_that_learn_take_over_soon_after_they_are_better():
    """Late learning is not held back by what it lost early."""
    outcomes = np.arange(256) >= 0
    belief, arm = np.full(256, 0.6), np.where(np.arange(256) < 64, 0.2, 0.95)
    excess = excess_nats(outcomes, belief, np.column_stack([arm, arm]))
    best = -np.cumsum(np.log(0.95 / 0.6) * (np.arange(256) >= 64))
    assert excess[-1] < best[-1] + 6.0


@given(st.lists(st.tuples(*[st.floats(-50, 0)] * 3), max_size=6), st.tuples(*[st.floats(-500, 0)] * 3))
def test_weights_are_weights(early, whole):
    """The arms' sum to 1, the belief's lies in 0 to 1."""
    prefixes = [Prefix(16 * 2**place, one[0], one[1:]) for place, one in enumerate(early)]
    weights = posterior_weights(prefixes, Prefix(2000, whole[0], whole[1:]))
    assert weights.arms.sum() == pytest.approx(1.0)
    assert (weights.arms >= 0).all()
    assert 0 <= weights.belief <= 1


def test_before_any_outcome_the_belief_holds_what_lies_ahead_too():
    """Its weight for good, and that part of the rest whose time to switch has not come."""
    weights = posterior_weights([], Prefix(0, 0.0, (0.0, 0.0, 0.0)))
    assert weights.belief == pytest.approx(BELIEF_WEIGHT + (1 - BELIEF_WEIGHT) * 0.08)
    assert weights.arms.tolist() == pytest.approx([0.27, 0.2, 0.53])


@pytest.mark.parametrize(
    ("n_outcomes", "expected"), [(0, []), (15, []), (16, [16]), (17, [16]), (64, [16, 32, 64])]
)
def test_switches_are_considered_at_doubling_lengths_from_the_outcome_on(n_outcomes, expected):
    """The learner that takes over after the 16th outcome foretells the 17th."""
    assert expected == prefix_lengths(n_outcomes)

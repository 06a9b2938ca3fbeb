"""How much the belief still counts."""

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.learning.weighing import BOUND_NATS, posterior_weights

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
    lost = np.zeros(len(outcomes))
    for step in range(len(outcomes)):
        weights = posterior_weights(float(total_belief[step]), total_arms[step].tolist())
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
    """210 streams, at every point of each: the bound in nats in total."""
    for seed in range(30):
        outcomes, belief = hostile_stream(kind, seed)
        assert excess_nats(outcomes, belief, beta_bernoulli(outcomes)).max() <= BOUND_NATS + 1e-9


@settings(max_examples=150)
@given(st.lists(STEPS, min_size=1, max_size=70))
def test_no_forecasters_whatever_break_the_bound(steps):
    """Whatever they say and whatever comes, never more than the bound in total."""
    outcomes, belief, first, second = (np.array(column) for column in zip(*steps, strict=True))
    assert excess_nats(outcomes, belief, np.column_stack([first, second])).max() <= BOUND_NATS + 1e-9


def test_the_bound_is_of_use():
    """Three nats and a bit: an hour of bad luck, not a year of it."""
    assert 2.0 < BOUND_NATS < 4.0


def test_who_foretells_better_takes_over():
    """Soon after it is ahead."""
    outcomes = np.arange(96) >= 0
    excess = excess_nats(outcomes, np.full(96, 0.6), np.full((96, 2), 0.95))
    best = -96 * np.log(0.95 / 0.6)
    assert excess[-1] < best + BOUND_NATS


@given(st.tuples(*[st.floats(-500, 0)] * 4))
def test_weights_are_weights(evidence):
    """The arms' sum to 1, the belief's lies in 0 to 1."""
    weights = posterior_weights(evidence[0], evidence[1:])
    assert weights.arms.sum() == pytest.approx(1.0)
    assert (weights.arms >= 0).all()
    assert 0 <= weights.belief <= 1


def test_without_a_belief_the_accounts_share_all():
    """And nothing is divided by nothing."""
    weights = posterior_weights(-np.inf, (-3.0, -3.0))
    assert weights.belief == 0.0
    assert weights.arms.tolist() == pytest.approx([10 / 11, 1 / 11])


def test_evidence_counts_by_half():
    """Two nats ahead is e times as likely, not e squared."""
    even, ahead = posterior_weights(0.0, (0.0, 0.0)), posterior_weights(0.0, (2.0, 0.0))
    assert ahead.arms[0] / ahead.arms[1] == pytest.approx(math.e * even.arms[0] / even.arms[1])

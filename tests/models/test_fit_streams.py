"""How far the fit model falls behind the belief while outcomes arrive."""

import pytest

from models.learning.weighing import BOUND_NATS
from tools.worlds.streams import HOSTILE, answered, excess_nats, hostile_stream


@pytest.mark.parametrize("kind", HOSTILE)
@pytest.mark.slow
def test_it_stays_near_the_belief_whatever_comes(kind):
    """Within the bound of the ideal mixture (test_weighing.py) in total, at every point.

    Measured (``python -m tools.bench streams``), refitted after every outcome: 2.0 nats at worst on 1,000
    streams of 48 outcomes, against a bound of 2.8. Refitted after every fourth of 100 outcomes: 3.9 at worst
    on 200 streams, two of them above the bound: a batch speaks against a belief that is right and the next is
    foretold at once.
    """
    for seed in range(5):
        assert excess_nats(hostile_stream(kind, 48, seed), 3).max() <= BOUND_NATS


@pytest.mark.parametrize("kind", ["the belief is wrong", "all fail", "all succeed"])
def test_it_leaves_a_wrong_belief_behind(kind):
    """More than five nats ahead after 48 outcomes."""
    assert excess_nats(hostile_stream(kind, 48, 1), 3)[-1] < -5


@pytest.mark.parametrize("seed", range(3))
def test_an_adversary_who_sees_every_answer_gains_little_more_than_the_bound(seed):
    """Each outcome is the one that hurts more than it hurts the belief; refitted after each.

    Measured after 48 outcomes: below the 2.8 nats that bound the ideal mixture in 23 of 24 such streams, 3.3
    in one: evidence by Laplace's method knows of the past what foretelling did not.
    """
    assert 0 < answered(48, seed)[-1] <= BOUND_NATS

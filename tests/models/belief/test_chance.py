"""The chance of every pair of one block, and its interval."""

import numpy as np

from models.belief.chance import ChanceBlock


def chance(logit, half_width):
    """A block of one cooperative."""
    return ChanceBlock(np.array([logit]), np.ones((1, len(logit))), np.array([half_width]), {}, {})


def test_the_interval_lies_around_the_chance_on_the_logit_scale():
    """And inside (0, 1)."""
    block = chance([-2.0, 0.0, 3.0], [1.0, 0.5, 2.0])
    np.testing.assert_allclose(block.probability, 1 / (1 + np.exp(-block.logit)))
    np.testing.assert_allclose(block.lower, 1 / (1 + np.exp(-(block.logit - block.half_width_logit))))
    np.testing.assert_allclose(block.upper, 1 / (1 + np.exp(-(block.logit + block.half_width_logit))))


def test_no_chance_is_certain():
    """Even where a double would round to the end."""
    block = chance([-900.0, 900.0], [1.0, 1.0])
    assert (block.lower > 0).all()
    assert (block.upper < 1).all()

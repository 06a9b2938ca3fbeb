"""The chance of every pair of one block, and its interval."""

import dataclasses

import numpy as np

from models.belief.chance import ChanceBlock


def chance(logit, half_width, middle=None):
    """A block of one cooperative."""
    around = np.array([logit if middle is None else middle])
    return ChanceBlock(np.array([logit]), around, np.ones((1, len(logit))), np.array([half_width]), {}, {})


def test_the_interval_lies_around_the_chance_on_the_logit_scale():
    """And inside (0, 1)."""
    block = chance([-2.0, 0.0, 3.0], [1.0, 0.5, 2.0])
    np.testing.assert_allclose(block.probability, 1 / (1 + np.exp(-block.logit)))
    np.testing.assert_allclose(block.lower, 1 / (1 + np.exp(-(block.logit - block.half_width_logit))))
    np.testing.assert_allclose(block.upper, 1 / (1 + np.exp(-(block.logit + block.half_width_logit))))


def test_the_interval_holds_the_chance_wherever_its_middle_lies():
    """It reaches as far from the middle as told, and to the chance at least."""
    block = chance([-2.0, -2.0, 2.0], [1.0, 0.5, 0.5], [-2.5, -4.0, 4.0])
    for ends, expected in ((block.lower, [-3.5, -4.5, 2.0]), (block.upper, [-1.5, -2.0, 4.5])):
        np.testing.assert_allclose(ends, 1 / (1 + np.exp(-np.array([expected]))))


def test_the_variance_is_that_of_the_logit_however_far_the_interval_reaches():
    """What the interval adds so that blanks only widen it is no doubt of the expert's."""
    block = dataclasses.replace(chance([0.0, -4.0], [1.3, 5.0]), sd_logit=np.array([[1.0, 2.0]]))
    np.testing.assert_allclose(block.variance, [[1.0, 4.0]])


def test_no_chance_is_certain():
    """Even where a double would round to the end."""
    block = chance([-900.0, 900.0], [1.0, 1.0])
    assert (block.lower > 0).all()
    assert (block.upper < 1).all()

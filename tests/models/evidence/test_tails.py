"""The chance of so many successes, against counting all ways by hand."""

from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.evidence.tails import SHIFTS, shift_weights, shifted_chances, success_bounds, success_tail

CHANCES = st.lists(st.floats(0.001, 0.999), min_size=1, max_size=7)


@given(CHANCES, st.data())
def test_the_tail_is_that_of_all_ways_counted(chances, data):
    """Sum over every combination of outcomes."""
    wanted = data.draw(st.integers(0, len(chances)))
    ways = product([0, 1], repeat=len(chances))
    by_hand = sum(
        np.prod([p if hit else 1 - p for p, hit in zip(chances, way, strict=True)])
        for way in ways
        if sum(way) >= wanted
    )
    found = success_tail(np.array(chances)[:, None], np.ones(1), wanted)
    assert found == pytest.approx(by_hand, abs=1e-12)


@given(CHANCES, st.data())
def test_the_bound_is_never_below_the_tail(chances, data):
    """It may only make a run look less sudden."""
    wanted = data.draw(st.integers(1, len(chances)))
    column = np.array(chances)[:, None]
    bound = success_bounds(
        column.mean(axis=0)[None], np.ones((1, 1)), np.array([float(len(chances))]), np.array([float(wanted)])
    )
    assert success_tail(column, np.ones(1), wanted) <= bound[0] + 1e-12


def test_others_tell_of_the_shift():
    """Many successes elsewhere make the same successes more likely; failures less."""
    logit = np.full(30, -2.0)
    chances = shifted_chances(logit)
    good = shift_weights(np.log(chances[:20]).sum(axis=0))
    bad = shift_weights(np.log1p(-chances[:20]).sum(axis=0))
    nothing = shift_weights(np.zeros(len(SHIFTS)))
    tails = [success_tail(chances[20:23], weights, 3) for weights in (bad, nothing, good)]
    assert tails == sorted(tails)
    assert tails[0] < 0.01
    assert tails[2] > 0.5
    assert nothing.sum() == pytest.approx(1.0)


def test_chances_stay_inside():
    """However sure a belief is."""
    chances = shifted_chances(np.array([-800.0, 0.0, 800.0]))
    assert ((chances > 0) & (chances <= 1)).all()

"""Worlds are as hard as they say."""

import numpy as np
import pytest
from scipy.stats import spearmanr

from tools.worlds.believing import believed
from tools.worlds.drawing import drawn
from tools.worlds.kinds import KINDS
from tools.worlds.mechanisms import truth_of


def agreement(name, seed):
    """How far the belief orders pairs as the truth does, and the truth before and after."""
    random = np.random.default_rng(seed)
    pairs = drawn(300, 24, KINDS[name].missing_share, random)
    truth = truth_of(pairs, KINDS[name], random)
    return spearmanr(believed(pairs)[0].ravel(), truth.after.ravel())[0], truth


@pytest.mark.parametrize("name", KINDS)
def test_chances_are_chances_and_one_in_five_succeeds(name):
    """In both halves of time."""
    _, truth = agreement(name, 0)
    for chances in (truth.before, truth.after):
        assert ((chances > 0) & (chances < 1)).all()
        assert 0.2 == pytest.approx(chances.mean(), abs=1e-6)


def test_beliefs_hold_in_a_sensible_world_and_mostly_not_in_a_wrong_one():
    """Over several seeds."""
    sensible, wrong = ([agreement(name, seed)[0] for seed in range(4)] for name in ("sensible", "wrong"))
    assert min(sensible) > 0.35
    assert np.mean(wrong) < 0.15


def test_only_drift_changes_the_truth_half_way():
    """Elsewhere both halves are one."""
    for name in KINDS:
        _, truth = agreement(name, 1)
        same = truth.before.tolist() == truth.after.tolist()
        assert same == (name != "drift")


def test_what_no_table_tells_is_stronger_in_the_unseen_world():
    """Mean chances of cooperatives spread more."""
    seen, unseen = (agreement(name, 2)[1].after.mean(axis=1).std() for name in ("sensible", "unseen"))
    assert unseen > 1.1 * seen

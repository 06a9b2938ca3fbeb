"""The gate lets nothing through that makes anyone worse off, and says why."""

import numpy as np
import pytest

from models.evaluation.gate import gate

COOPERATIVES, OFFERS = 150, 10


@pytest.fixture
def world():
    """True chances, outcomes, cooperatives, and a belief that knows half."""
    random = np.random.default_rng(5)
    known, unknown = random.normal(size=(2, COOPERATIVES * OFFERS))
    p = 1 / (1 + np.exp(-(known + 1.2 * unknown - 1)))
    y = (random.random(len(p)) < p).astype(float)
    prior = 1 / (1 + np.exp(-(0.8 * known - 0.85)))
    return p, y, prior, np.repeat(np.arange(COOPERATIVES), OFFERS)


def test_a_better_model_passes_against_belief_and_active(world):
    """All findings speak for it, and every figure is a number."""
    p, y, prior, groups = world
    found = gate(p, prior, prior, y, groups, 0)
    assert found.passed
    assert 6 == len(found.reasons)
    assert found.figures["log_loss_against_prior_high"] < 0
    assert [] == [name for name, figure in found.figures.items() if np.isnan(figure)]


def test_the_same_model_again_passes_for_it_is_not_worse(world):
    """Differences are exactly zero."""
    p, y, prior, groups = world
    found = gate(p, p, prior, y, groups, 0)
    assert found.passed
    assert 0.0 == found.figures["log_loss_against_active_high"]


def test_a_model_worse_than_the_active_one_is_refused_though_it_beats_the_belief(world):
    """Half the way back to the belief is a loss to those who have the whole."""
    p, y, prior, groups = world
    half = (p + prior) / 2
    found = gate(half, p, prior, y, groups, 0)
    assert not found.passed
    failed = [reason for reason in found.reasons if not reason.passed]
    assert any(
        "model aktif" in reason.message_id and "active model" in reason.message_en for reason in failed
    )
    assert gate(half, None, prior, y, groups, 0).figures["log_loss_against_prior_high"] < 0


def test_an_overconfident_model_is_refused_for_its_calibration(world):
    """The order is right, the chances are not."""
    p, y, _, groups = world
    logit = np.log(p / (1 - p))
    sure = 1 / (1 + np.exp(-2.5 * logit))
    found = gate(sure, None, np.full(len(p), 0.5), y, groups, 0)
    assert not found.passed
    assert any("Calibration" in reason.message_en for reason in found.reasons if not reason.passed)


def test_with_too_few_outcomes_the_old_model_stays(world):
    """Four cooperatives, or outcomes of one kind, show nothing."""
    p, y, prior, groups = world
    few = groups < 4
    for kept in (few, y == 1):
        found = gate(p[kept], None, prior[kept], y[kept], groups[kept], 0)
        assert not found.passed
        assert "terlalu sedikit" in found.reasons[0].message_id


def test_a_tie_in_little_evidence_is_not_shown_to_be_as_good(world):
    """Not refuted is not enough: noise of two dozen outcomes leaves the upper end above the margin."""
    _, y, prior, groups = world
    some = groups < 8
    shaken = np.clip(prior + np.random.default_rng(0).normal(0, 0.15, len(prior)), 0.02, 0.98)
    assert not gate(shaken[some], None, prior[some], y[some], groups[some], 0).passed


def test_the_gate_repeats(world):
    """The same seed, the same answer."""
    p, y, prior, groups = world
    assert gate(p, None, prior, y, groups, 3) == gate(p, None, prior, y, groups, 3)

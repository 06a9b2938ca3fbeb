"""Trees beside the additive part."""

from dataclasses import replace

import numpy as np
import pytest
from scipy.special import expit

from models.learning.arrays import arrays_of, tables_from
from models.learning.stacking import _stretch, _tree_share, has_enough
from models.learning.training import learned_tables
from models.learning.unseen import PAIR_VARIANCE, USUAL_DOUBT, likely_missed, not_yet_measured
from tests.models.learning.samples import make_outcomes, tables_of

EVEN = np.ones(2000)


@pytest.mark.parametrize(
    ("count", "groups", "expected"), [(299, 40, False), (300, 40, True), (300, 5, True), (300, 4, False)]
)
def test_trees_need_outcomes_and_cooperatives(count, groups, expected):
    """Three hundred outcomes, of five cooperatives at least: one for each fold."""
    assert expected == has_enough(make_outcomes(count, groups=groups))


def loss(logit, y):
    """Mean loss in nats."""
    return float(np.mean(np.logaddexp(0.0, logit) - y * logit))


def test_bands_of_a_column_earn_the_trees_a_share():
    """No line, bend or product says that every second stretch is good."""
    tables = learned_tables(banded(900), 0)
    assert tables.forest_weight > 0.5
    assert len(tables.forest) > 20
    new = banded(2000, seed=5)
    with_trees = tables.score(new.X, new.codes, new.prior_logit).logit
    without = replace(tables, forest_weight=0.0).score(new.X, new.codes, new.prior_logit).logit
    assert loss(with_trees, new.y) < loss(without, new.y) - 0.1


def banded(count, seed=1):
    """Outcomes that depend on bands of the first column only."""
    outcomes = make_outcomes(count, seed=seed, blank_share=0)
    chance = np.where(np.sin(5 * outcomes.X[:, 0]) > 0, 0.9, 0.1)
    return replace(outcomes, y=(np.random.default_rng(seed).random(count) < chance).astype(float))


def test_outcomes_that_follow_the_belief_leave_trees_nothing_to_say():
    """At most they lead back to the belief, from which they start."""
    outcomes, new = make_outcomes(400), make_outcomes(3000, seed=8)
    y = drawn(outcomes.prior_logit, 2)
    tables = learned_tables(replace(outcomes, y=y), 0)
    found = tables.score(new.X, new.codes, new.prior_logit).logit
    assert loss(found, drawn(new.prior_logit)) < loss(new.prior_logit, drawn(new.prior_logit)) + 0.01
    assert np.abs(found - new.prior_logit).mean() < 0.25


def test_the_cover_of_every_tree_is_the_whole():
    """Every training pair ends in one place of each tree."""
    cover = tables_of(600).forest_cover
    assert len(cover) > 0
    np.testing.assert_allclose(cover.sum(axis=1), 1.0)


def test_what_is_missed_is_assumed_until_it_can_be_measured():
    """A careful figure before; then more than what is missed of a pair alone, as the fits disagree."""
    assumed = PAIR_VARIANCE + not_yet_measured(float(likely_missed(np.array(USUAL_DOUBT))))
    assert assumed == tables_of(40).residual_variance
    assert PAIR_VARIANCE < tables_of(600).residual_variance < assumed


def test_the_middle_lies_beyond_the_mean_once_it_was_measured():
    """By what is missed: chances that differ much have a mean nearer to even odds than their middle."""
    assert tables_of(40).middle_stretch == 1.0
    least = np.sqrt(1 + np.pi * PAIR_VARIANCE / 8)
    assert least < tables_of(600).middle_stretch < 2.0


@pytest.mark.slow
def test_the_less_sure_experts_are_the_more_is_expected_to_be_missed():
    """Before outcomes can be compared, and after."""
    for count in (40, 400):
        outcomes = make_outcomes(count)
        sure, unsure = (
            learned_tables(replace(outcomes, prior_variance=np.full(count, doubt)), 0) for doubt in (1.0, 2.5)
        )
        assert sure.residual_variance < unsure.residual_variance
        told = likely_missed(np.array([1.0, 2.5])).tolist()
        assert [sure.usually_missed, unsure.usually_missed] == pytest.approx(told)


@pytest.mark.slow
def test_one_outcome_more_or_less_moves_little():
    """Neither another number of trees nor another share is chosen for it: all are weighed."""
    outcomes, new = make_outcomes(600), make_outcomes(400, seed=8)
    fewer = outcomes.rows(np.delete(np.arange(600), 300))
    found, other = (
        learned_tables(one, 0).score(new.X, new.codes, new.prior_logit).logit for one in (outcomes, fewer)
    )
    assert 0 < np.abs(found - other).mean() < 0.12


def drawn(logit, seed=0):
    """Outcomes of these chances."""
    return (np.random.default_rng(seed).random(len(logit)) < expit(logit)).astype(float)


def test_the_better_of_two_gets_the_share():
    """Nearly all of it where the other is noise; between where both know a part."""
    random = np.random.default_rng(4)
    known, also, noise = random.normal(0, 1.5, (3, 2000))
    y = drawn(known + also)
    assert _tree_share(known, noise, y, EVEN) <= 0.1
    assert _tree_share(noise, known, y, EVEN) >= 0.9
    assert 0.3 < _tree_share(known, also, y, EVEN) < 0.7


def test_what_gains_nothing_earns_little_of_a_share():
    """Trees cost something: they are harder to look through. Where they lose they get none."""
    logit = np.random.default_rng(5).normal(size=2000)
    y = drawn(1.01 * logit)
    assert _tree_share(logit, 1.01 * logit, y, EVEN) < 0.2
    assert 0.0 == _tree_share(logit, -logit, y, EVEN)


@pytest.mark.parametrize("factor", [0.6, 1.0, 1.5])
def test_held_out_logits_are_drawn_out_or_in(factor):
    """By what fits them, held a little towards 1."""
    logit = np.random.default_rng(6).normal(0.0, 2.0, 20_000)
    stretch, shift = _stretch(logit, drawn(factor * logit + 0.2), np.ones(20_000))
    assert stretch == pytest.approx(factor, abs=0.1)
    assert shift == pytest.approx(0.2, abs=0.1)


@pytest.mark.slow
def test_no_held_out_outcomes_turn_the_logit_round():
    """Cooperatives that contradict each other draw it in; a negative factor would turn every curve."""
    outcomes = make_outcomes(5000, blank_share=0, groups=5)
    turned = np.array([6.0, -6.0, 6.0, -6.0, 0.0])[outcomes.groups]
    contrary = replace(outcomes, y=drawn(turned * outcomes.X[:, 0]), prior_logit=np.zeros(5000))
    tables = learned_tables(contrary, 0)
    assert 0 < tables.stretch < 0.1
    assert tables.stretch == tables_from(arrays_of(tables)).stretch


def test_very_many_outcomes_are_held_out_once(monkeypatch):
    """One forest from three quarters of them; nearly the same chances, and one in five of the trees."""
    whole, new = tables_of(600), make_outcomes(300, seed=8)
    monkeypatch.setattr("models.learning.stacking._MANY", 500)
    once = learned_tables(make_outcomes(600), 0)
    assert 0 < len(once.forest) < 0.5 * len(whole.forest)
    told = [one.score(new.X, new.codes, new.prior_logit).logit for one in (whole, once)]
    assert np.corrcoef(*told)[0, 1] > 0.95

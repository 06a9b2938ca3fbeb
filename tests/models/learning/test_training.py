"""From outcomes to tables."""

from dataclasses import replace

import numpy as np
import pytest
from scipy.special import expit

from models.learning.arrays import arrays_of
from models.learning.training import learned_tables
from tests.models.learning.samples import make_outcomes, tables_of


def loss(logit, y):
    """Mean loss in nats."""
    return float(np.mean(np.logaddexp(0.0, logit) - y * logit))


def relabelled(outcomes, chance, seed=1):
    """The same pairs with outcomes of other chances."""
    drawn = np.random.default_rng(seed).random(len(chance))
    return replace(outcomes, y=(drawn < chance).astype(float))


def test_without_outcomes_nothing_is_learned():
    """The belief's weight is 1 and every table is empty or 0."""
    tables = tables_of(0)
    assert (0, 1.0, 0) == (tables.outcome_count, tables.belief_weight, len(tables.forest))
    assert not tables.additive.line.any()


@pytest.mark.parametrize("count", [40, 600])
def test_the_same_seed_gives_the_same_bytes(count):
    """With trees and without."""
    again = arrays_of(learned_tables(make_outcomes(count), 0))
    for name, array in arrays_of(tables_of(count)).items():
        assert array.tobytes() == again[name].tobytes(), name


def test_another_seed_gives_other_trees():
    """Only trees are drawn by chance."""
    other, one = learned_tables(make_outcomes(600), 1), tables_of(600)
    assert arrays_of(other)["tree_leaf"].tobytes() != arrays_of(one)["tree_leaf"].tobytes()
    assert other.additive.line.tobytes() == one.additive.line.tobytes()


def test_outcomes_that_follow_the_belief_leave_it_standing():
    """Its weight stays above a half, and what is learned stays near."""
    outcomes = make_outcomes(200)
    tables = learned_tables(relabelled(outcomes, expit(outcomes.prior_logit)), 0)
    found = tables.score(outcomes.X, outcomes.codes, outcomes.prior_logit).logit
    assert tables.belief_weight > 0.5
    assert np.abs(found - outcomes.prior_logit).mean() < 0.25


def test_outcomes_against_the_belief_overcome_it():
    """Its weight falls to nothing, and new pairs are foretold better."""
    outcomes, other = make_outcomes(200), make_outcomes(500, seed=8)
    tables = learned_tables(relabelled(outcomes, expit(-2 * outcomes.prior_logit)), 0)
    new = relabelled(other, expit(-2 * other.prior_logit))
    found = tables.score(new.X, new.codes, new.prior_logit).logit
    assert tables.belief_weight < 1e-3
    assert loss(found, new.y) < loss(np.zeros(500), new.y) < loss(new.prior_logit, new.y)


@pytest.mark.parametrize("count", [40, 150, 600])
def test_new_pairs_are_foretold_better_than_by_the_belief(count):
    """Where outcomes depart from it."""
    new = make_outcomes(3000, seed=8)
    found = tables_of(count).score(new.X, new.codes, new.prior_logit).logit
    assert loss(found, new.y) < loss(new.prior_logit, new.y)


def test_without_a_belief_it_has_no_weight():
    """Even odds are then no opinion."""
    outcomes = replace(make_outcomes(50), prior_logit=np.zeros(50), has_belief=False)
    assert 0.0 == learned_tables(outcomes, 0).belief_weight


@pytest.mark.parametrize("kind", [0.0, 1.0])
def test_outcomes_of_one_kind_move_every_chance_towards_it_and_none_to_the_end(kind):
    """Twenty failures in a row do not prove that nothing can succeed."""
    outcomes = replace(make_outcomes(20), y=np.full(20, kind))
    found = learned_tables(outcomes, 0).score(outcomes.X, outcomes.codes, outcomes.prior_logit)
    moved = (found.logit - outcomes.prior_logit) * (1 if kind else -1)
    assert moved.mean() > 0.3
    assert (np.abs(moved) < 6).all()


def test_directions_hold_with_trees():
    """No tree and no product asks about a directed column."""
    tables = learned_tables(make_outcomes(600, directions={0: 1, 1: -1}), 0)
    X = np.repeat(make_outcomes(20, seed=3, blank_share=0).X, 41, axis=0)
    for column, direction in ((0, 1), (1, -1)):
        grid = X.copy()
        grid[:, column] = np.tile(np.linspace(-4, 4, 41), 20)
        codes = np.zeros((len(grid), 2), dtype=np.int64)
        steps = np.diff(tables.score(grid, codes, np.zeros(len(grid))).logit.reshape(20, 41), axis=1)
        assert (steps * direction >= -1e-12).all()
    assert not {0, 1} & set(tables.forest.column[tables.forest.cut < 32].tolist())


def test_a_column_that_moves_pairs_leaves_more_open_while_it_is_blank():
    """The first column matters; with nothing learned none does."""
    spread = tables_of(600).blank_variance
    assert spread[0] == spread.max() > 0
    assert not tables_of(0).blank_variance.any()


def test_what_a_blank_leaves_open_is_how_far_its_columns_parts_spread():
    """Over the pairs learned from in which it is known."""
    outcomes, tables = make_outcomes(40), tables_of(40)
    bare = replace(tables, belief_weight=0.0)
    parts = bare.score(outcomes.X, outcomes.codes, outcomes.prior_logit, keep=True).of_columns
    known = np.where(np.isnan(outcomes.X), np.nan, parts)
    np.testing.assert_allclose(tables.blank_variance, np.nanvar(known, axis=0))


def test_what_came_before_a_turn_counts_no_longer():
    """Half way the first column begins to work the other way round: only the second half teaches."""
    outcomes, new = make_outcomes(400, blank_share=0), make_outcomes(500, seed=8, blank_share=0)
    sign = np.where(np.arange(400) < 200, -1.0, 1.0)
    turned = relabelled(outcomes, expit(3.0 * sign * outcomes.X[:, 0]))
    tables = learned_tables(turned, 0)
    assert 400 == tables.outcome_count
    assert 190 <= tables.today_count <= 225
    second = learned_tables(turned.rows(slice(200, None)), 0)
    pairs = (new.X, new.codes, new.prior_logit)
    found, alone = (one.score(*pairs).logit for one in (tables, second))
    assert np.abs(found - alone).mean() < 0.2


def test_rows_in_no_order_of_time_have_no_turn():
    """Sorted by outcome, a turn would be found where the sorting is."""
    outcomes = make_outcomes(200)
    order = np.argsort(outcomes.y, kind="stable")
    assert learned_tables(outcomes.rows(order), 0).today_count < 200
    assert 200 == learned_tables(replace(outcomes.rows(order), in_time_order=False), 0).today_count


@pytest.mark.parametrize("count", [40, 150, 600])
def test_without_a_turn_all_outcomes_speak_of_today(count):
    """Chance that looks a little like a turn is not told as one."""
    assert count == tables_of(count).today_count


def test_more_outcomes_make_surer():
    """The variance of what was learned falls."""
    new = make_outcomes(100, seed=8)
    variances = [
        tables_of(count).additive.terms(new.X, new.codes, new.prior_logit, keep=False).variance.mean()
        for count in (40, 150, 600)
    ]
    assert (np.diff(variances) < 0).all()


def test_many_outcomes_are_learned_in_parts(monkeypatch):
    """Scales settled on the newest, coefficients learned from all: nearly the same tables."""
    whole = tables_of(150)
    monkeypatch.setattr("models.learning.training._FEW", 100)
    monkeypatch.setattr("models.learning.training._NEWEST", 100)
    parts = learned_tables(make_outcomes(150), 0)
    np.testing.assert_allclose(parts.additive.line, whole.additive.line, atol=0.3)
    assert not np.array_equal(parts.additive.line, whole.additive.line)

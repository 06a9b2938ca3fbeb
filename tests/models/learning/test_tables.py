"""Everything learned, evaluated and split into contributions."""

from dataclasses import replace

import numpy as np
import pytest
from scipy.special import expit

from models.learning.unseen import USUAL_DOUBT
from tests.models.learning.samples import make_outcomes, tables_of

# Nothing learned, few outcomes, enough for trees.
COUNTS = (0, 40, 600)


def scored(tables, *, rows=slice(None), unknown=None, doubt=None, keep=False):
    """Other pairs than those learned from, some of levels nobody saw."""
    pairs = make_outcomes(60, seed=9)
    codes = pairs.codes.copy()
    codes[::7] = -1
    hidden = None if unknown is None else unknown[rows]
    variance = np.full(60, doubt) if doubt else None
    return tables.score(
        pairs.X[rows],
        codes[rows],
        pairs.prior_logit[rows],
        None if variance is None else variance[rows],
        hidden,
        keep=keep,
    )


@pytest.fixture(name="tables", params=COUNTS)
def _tables(request):
    """What is learned from so many outcomes."""
    return tables_of(request.param)


@pytest.fixture(name="treed", scope="module")
def _treed():
    """Tables in which belief, additive part and trees all count."""
    return replace(tables_of(600), belief_weight=0.3)


def test_six_hundred_outcomes_earn_trees():
    """The other tests of this file would else say little."""
    tables = tables_of(600)
    assert len(tables.forest) > 0
    assert tables.forest_weight > 0


def test_the_parts_sum_to_the_logit(tables, treed):
    """Belief, base, columns and categories, also with trees and blanks."""
    for one in (tables, treed):
        found = scored(one, keep=True)
        parts = found.of_columns.sum(axis=1) + found.of_categories.sum(axis=1)
        belief = found.belief_share * make_outcomes(60, seed=9).prior_logit
        belief = belief + found.of_belief
        np.testing.assert_allclose(found.logit, belief + found.shift + parts, atol=1e-9)


def test_keeping_the_parts_changes_nothing(tables):
    """Not one bit."""
    kept, bare = scored(tables, keep=True), scored(tables)
    assert kept.logit.tobytes() == bare.logit.tobytes()
    assert kept.variance.tobytes() == bare.variance.tobytes()
    assert bare.of_columns is None


def test_without_outcomes_the_belief_comes_back_bit_for_bit():
    """With its own doubt, and nothing learned."""
    found = scored(tables_of(0), doubt=0.7, keep=True)
    assert found.logit.tobytes() == make_outcomes(60, seed=9).prior_logit.tobytes()
    assert {0.7} == set(found.variance.tolist())
    assert not found.of_columns.any()


@pytest.mark.slow
def test_a_pair_alone_scores_as_it_does_among_others(tables, treed):
    """Logit, variance and every part, bit for bit."""
    unknown = np.isnan(make_outcomes(60, seed=9).X)
    for one in (tables, treed):
        batch = scored(one, unknown=unknown, doubt=0.5, keep=True)
        for row in range(60):
            alone = scored(one, rows=slice(row, row + 1), unknown=unknown, doubt=0.5, keep=True)
            for name in (
                "logit",
                "variance",
                "belief_share",
                "middle",
                "shift",
                "of_belief",
                "of_columns",
                "of_categories",
            ):
                assert getattr(alone, name)[0].tobytes() == getattr(batch, name)[row].tobytes(), name


def test_the_chance_is_the_mixture_of_belief_and_learning(treed):
    """In the belief's weight."""
    learned = scored(replace(treed, belief_weight=0.0)).logit
    believed = make_outcomes(60, seed=9).prior_logit
    np.testing.assert_allclose(expit(scored(treed).logit), 0.3 * expit(believed) + 0.7 * expit(learned))


def test_a_hidden_value_widens_and_one_that_does_not_apply_does_not(treed):
    """By how far the column moves pairs; the logit stays."""
    blank = np.isnan(make_outcomes(60, seed=9).X)
    with_mask, without = scored(treed, unknown=blank), scored(treed)
    hidden = blank.any(axis=1)
    assert hidden.any()
    assert (with_mask.variance[hidden] > without.variance[hidden]).all()
    np.testing.assert_array_equal(with_mask.variance[~hidden], without.variance[~hidden])
    np.testing.assert_array_equal(with_mask.logit, without.logit)


def test_a_belief_in_more_doubt_makes_the_answer_less_sure(treed):
    """As far as the belief counts."""
    assert (scored(treed, doubt=2.0).variance > scored(treed, doubt=0.1).variance).all()


def test_belief_and_learning_that_disagree_are_less_sure(treed):
    """Than the surer of the two."""
    doubt = USUAL_DOUBT
    learned = scored(replace(treed, belief_weight=0.0), doubt=doubt)
    pairs = make_outcomes(60, seed=9)
    codes = pairs.codes.copy()
    codes[::7] = -1
    both = scored(treed, doubt=doubt)
    apart = np.abs(learned.logit - pairs.prior_logit) > 0.1
    assert (both.variance[apart] > np.minimum(learned.variance, doubt)[apart]).all()


def test_where_experts_are_less_sure_than_usual_so_is_what_was_learned(treed):
    """By a part of it; where they are surer it is surer, and never below nothing."""
    learned = replace(treed, belief_weight=0.0, common_weight=0.0)
    usual = scored(learned, doubt=USUAL_DOUBT).variance
    less, more = (scored(learned, doubt=USUAL_DOUBT + one).variance for one in (1.0, -0.5))
    assert (less > usual).all()
    assert (less < usual + 1.0).all()
    assert (0 < more).all()
    assert (more < usual).all()
    assert (scored(replace(learned, usually_missed=90.0), doubt=0.1).variance > 0).all()


def test_the_middle_is_the_logit_until_misses_were_compared(treed):
    """Then it lies further out, as far as what was learned counts; the belief's part stays where it is."""
    for one in (tables_of(40), replace(treed, belief_weight=1.0)):
        np.testing.assert_array_equal(scored(one).middle, scored(one).logit)
    found = scored(replace(treed, belief_weight=0.0))
    np.testing.assert_allclose(found.middle, treed.middle_stretch * found.logit)


def test_a_logit_that_may_be_off_is_drawn_towards_even_odds():
    """The mean of the chance is asked for, not the chance at the mean; no side is changed."""
    sure = replace(tables_of(40), belief_weight=0.0)
    unsure = replace(sure, additive=replace(sure.additive, rest_variance=sure.additive.rest_variance + 5.0))
    near, far = scored(unsure).logit, scored(sure).logit
    assert (np.abs(near) < np.abs(far)).all()
    assert (near * far > 0).all()


def test_a_logit_drawn_out_is_less_sure_by_the_square():
    """What no table tells stays what it is."""
    one = replace(tables_of(40), belief_weight=0.0, common_weight=0.0)
    drawn_out = replace(one, stretch=2.0)
    told = scored(one).variance - one.residual_variance
    np.testing.assert_allclose(scored(drawn_out).variance - one.residual_variance, 4 * told)


def test_an_unknown_level_adds_nothing(treed):
    """Whatever the known levels do; trees that ask for a level are told no."""
    found = scored(replace(treed, forest_weight=0.0), keep=True)
    assert not found.of_categories[::7].any()
    assert found.of_categories[1].any()


def test_trees_speak_only_of_columns_they_ask_about(treed):
    """A column that no tree and no term uses has no part."""
    forest = treed.forest
    only = replace(
        treed,
        additive=replace(treed.additive, line=np.zeros(3), bend=np.zeros((3, 3)), product=np.zeros((3, 3))),
        forest=replace(forest, column=np.where(forest.column == 1, 0, forest.column)),
    )
    found = scored(only, keep=True)
    assert not found.of_columns[:, 1].any()
    assert found.of_columns[:, 0].any()


def test_what_trees_say_of_the_belief_is_told_apart(treed):
    """Its own part, none where no tree asks for it."""
    assert scored(treed, keep=True).of_belief.any()
    forest = treed.forest
    never = replace(treed, forest=replace(forest, column=np.where(forest.column == 3, 0, forest.column)))
    assert not scored(never, keep=True).of_belief.any()

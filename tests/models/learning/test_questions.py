"""What trees may ask about: bins of columns and of the belief, and levels of categories."""

from dataclasses import replace

import numpy as np
from scipy.special import expit

from models.learning.arrays import arrays_of, tables_from
from models.learning.bins import MOST_BINS, beside, bins_of
from models.learning.questions import MOST_LEVELS, asked_codes, by_category, category_columns
from models.learning.training import learned_tables
from tests.models.learning.samples import make_outcomes


def test_levels_follow_the_columns_one_question_each():
    """A category with too many levels is passed over; an unknown level is no level."""
    X = np.array([[1.0, np.nan], [2.0, 5.0], [3.0, 6.0]])
    codes = np.array([[0, 1], [1, -1], [-1, 0]])
    belief = np.array([-1.0, 0.5, 2.0])
    bins = beside(bins_of(X), bins_of(belief[:, None]))
    found = asked_codes(bins, X, codes, belief, (2, MOST_LEVELS + 1))
    np.testing.assert_array_equal(found[:, :2], bins_of(X).codes(X))
    np.testing.assert_array_equal(found[:, 2], bins_of(belief[:, None]).codes(belief[:, None])[:, 0])
    np.testing.assert_array_equal(found[:, 3:], [[1, 0], [0, 1], [0, 0]])
    assert ((0, 0), (0, 1)) == category_columns((2, MOST_LEVELS + 1))


def test_parts_of_levels_are_summed_by_category():
    """Each category gets its own."""
    parts = np.array([[1.0, 2.0, 4.0], [0.5, 0.0, -1.0]])
    np.testing.assert_array_equal(by_category(parts, (2, 1)), [[3.0, 4.0], [0.5, -1.0]])


def test_what_holds_for_one_level_only_is_learned_and_told():
    """A column works for one offer and against others: parts sum to the logit, arrays come back whole."""
    outcomes = make_outcomes(3000, seed=3)
    sign = np.where(outcomes.codes[:, 0] == 0, 1.0, -1.0)
    known = np.nan_to_num(outcomes.X[:, 0])
    random = np.random.default_rng(0)
    y = (random.random(3000) < expit(2.0 * sign * np.sign(known))).astype(float)
    taught = replace(outcomes, y=y, prior_logit=np.zeros(3000))
    tables = learned_tables(taught, 0)
    assert (tables.forest.column >= outcomes.X.shape[1]).any()
    scored = tables.score(taught.X, taught.codes, taught.prior_logit, keep=True)
    total = scored.shift + scored.of_belief + scored.of_columns.sum(axis=1) + scored.of_categories.sum(axis=1)
    np.testing.assert_allclose(total, scored.logit, rtol=0, atol=1e-9)
    assert ((scored.logit > 0) == (y == 1)).mean() > 0.8
    again = tables_from(arrays_of(tables)).score(taught.X, taught.codes, taught.prior_logit)
    np.testing.assert_array_equal(again.logit, scored.logit)


def test_a_belief_that_is_right_for_some_pairs_only_is_learned():
    """It holds where a column is high and says nothing elsewhere: no line and no slope tells that."""
    outcomes = make_outcomes(3000, seed=5, blank_share=0.0)
    random = np.random.default_rng(1)
    holds = outcomes.X[:, 0] > 0
    belief = 2.0 * outcomes.prior_logit
    y = (random.random(3000) < expit(np.where(holds, belief, -0.5))).astype(float)
    taught = replace(outcomes, y=y, prior_logit=belief)
    tables = learned_tables(taught, 0)
    logit = tables.score(taught.X, taught.codes, belief).logit
    slopes = [np.polyfit(belief[some], logit[some], 1)[0] for some in (holds, ~holds)]
    assert slopes[0] > 0.7
    assert slopes[1] < 0.4


def test_a_rare_level_is_not_asked_about():
    """A handful of pairs would answer."""
    outcomes = make_outcomes(600, seed=2)
    codes = outcomes.codes.copy()
    codes[:, 0] = np.where(np.arange(600) < 49, 3, np.minimum(codes[:, 0], 2))
    forest = learned_tables(replace(outcomes, codes=codes), 0).forest
    asked = set(forest.column[forest.cut < MOST_BINS].tolist())
    # Three columns, the belief, four levels, of which the last has 49 outcomes.
    assert 7 not in asked
    assert asked & {4, 5, 6}

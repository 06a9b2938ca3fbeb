"""The covariance of all terms, folded into tables."""

import numpy as np
import pytest

from models.learning.doubt import folded_doubt
from models.learning.scales import CORRECTED, fitted_scales
from tests.models.learning.samples import make_design, make_outcomes


def folded(outcomes):
    """The tables of doubt, the design of the pairs they were learned from, and the covariance."""
    design, D = make_design(outcomes)
    fit = fitted_scales(design, D, outcomes.y, outcomes.prior_logit, outcomes.weight, CORRECTED)
    covariance = fit.posterior.covariance()
    return folded_doubt(design, covariance, (0.1, 0.2), D, outcomes), design, covariance


def told(doubt, design, X, codes, prior_logit):
    """What the tables say of pairs."""
    lines = np.column_stack(
        [np.ones(len(X)), prior_logit - design.belief_centre, design.columns.standardised(X)]
    )
    variance = np.einsum("ij,jk,ik->i", lines, doubt.covariance, lines) + doubt.rest_variance
    for place, effect in enumerate(doubt.effect_variances):
        variance += effect[codes[:, place]]
    return variance


def told_and_exact(outcomes, new):
    """Variances by the tables and by the covariance of all terms."""
    doubt, design, covariance = folded(outcomes)
    D = design.matrix(new.X, new.codes, new.prior_logit)
    exact = np.einsum("ij,jk,ik->i", D, covariance, D)
    return told(doubt, design, new.X, new.codes, new.prior_logit), exact


@pytest.mark.parametrize("count", [60, 200, 2000])
def test_tables_follow_the_exact_variance(count):
    """On average within a tenth, pair by pair closely: bends and lines make up for each other."""
    found, exact = told_and_exact(make_outcomes(count), make_outcomes(500, seed=4))
    assert found.mean() == pytest.approx(exact.mean(), rel=0.15)
    assert np.corrcoef(found, exact)[0, 1] > 0.7


def test_without_bends_products_and_categories_nothing_is_lost():
    """Base, slope and lines are kept as they are."""
    outcomes = make_outcomes(300, blank_share=0.0)
    doubt, design, covariance = folded(outcomes)
    n_lines = 2 + len(design.columns.used)
    alone = covariance.copy()
    alone[n_lines:, :] = 0.0
    alone[:, n_lines:] = 0.0
    _, D = make_design(outcomes)
    kept = folded_doubt(design, alone, (0.0, 0.0), D, outcomes)
    np.testing.assert_allclose(kept.covariance, alone[:n_lines, :n_lines], atol=1e-12)
    assert kept.rest_variance == pytest.approx(0.0, abs=1e-12)
    assert doubt.rest_variance > 0


def test_a_new_level_is_as_unsure_as_levels_were():
    """The last of each category is that of a level not seen."""
    doubt, _, _ = folded(make_outcomes(300))
    assert [len(one) for one in doubt.effect_variances] == [5, 3]
    assert [one[-1] for one in doubt.effect_variances] == [0.1, 0.2]


def test_a_column_of_one_direction_counts_in_the_rest():
    """Doubt of its line would bend it."""
    outcomes = make_outcomes(200, directions={0: -1})
    fixed, design, covariance = folded(outcomes)
    assert not fixed.covariance[2].any()
    assert not fixed.covariance[:, 2].any()
    covariance[2, 2] += 1.0
    more = folded_doubt(design, covariance, (0.1, 0.2), make_design(outcomes)[1], outcomes)
    assert more.rest_variance == pytest.approx(fixed.rest_variance + 1.0, rel=0.1)


def test_the_covariance_is_one():
    """Symmetric, and no pair's variance is negative."""
    doubt, _, _ = folded(make_outcomes(150))
    np.testing.assert_allclose(doubt.covariance, doubt.covariance.T, atol=1e-12)
    assert np.linalg.eigvalsh(doubt.covariance).min() > -1e-10

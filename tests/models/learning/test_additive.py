"""The additive part as tables."""

import numpy as np
import pytest

from models.learning.additive import additive_of
from models.learning.scales import CORRECTED, FREE, fitted_scales
from tests.models.learning.samples import make_design, make_outcomes


def arms_of(outcomes, design, D, shares=(1.0, 0.0)):
    """Both accounts with their weights."""
    parts = (D, outcomes.y, outcomes.prior_logit, outcomes.weight)
    fits = [fitted_scales(design, *parts, expectations) for expectations in (CORRECTED, FREE)]
    return [(share, fit) for share, fit in zip(shares, fits, strict=True) if share]


def compiled(outcomes, shares=(1.0, 0.0)):
    """The tables, their design matrix and the arms they come from."""
    design, D = make_design(outcomes)
    arms = arms_of(outcomes, design, D, shares)
    return additive_of(design, arms, D, outcomes), D, arms


@pytest.fixture(name="outcomes", scope="module")
def _outcomes():
    """Two hundred outcomes."""
    return make_outcomes(200)


def terms(additive, outcomes, *, keep=False):
    """The tables evaluated on the pairs they were learned from."""
    return additive.terms(outcomes.X, outcomes.codes, outcomes.prior_logit, keep=keep)


def test_tables_give_what_the_coefficients_give(outcomes):
    """Also where values are blank."""
    additive, D, arms = compiled(outcomes)
    expected = outcomes.prior_logit + D @ arms[0][1].posterior.mode
    np.testing.assert_allclose(terms(additive, outcomes).logit, expected, atol=1e-10)


def test_two_accounts_are_averaged_by_their_weights(outcomes):
    """Coefficient by coefficient."""
    additive, D, arms = compiled(outcomes, (0.3, 0.7))
    mode = sum(share * arm.posterior.mode for share, arm in arms)
    expected = outcomes.prior_logit + D @ mode
    np.testing.assert_allclose(terms(additive, outcomes).logit, expected, atol=1e-10)


def test_accounts_that_disagree_make_the_logit_less_sure(outcomes):
    """The variance holds how far apart they are, beside their own."""
    additive, D, arms = compiled(outcomes, (0.5, 0.5))
    apart = D @ (arms[0][1].posterior.mode - arms[1][1].posterior.mode)
    told = terms(additive, outcomes).variance.mean()
    own = [terms(compiled(outcomes, shares)[0], outcomes).variance.mean() for shares in ((1, 0), (0, 1))]
    ratio = (told - np.mean(own)) / (0.25 * (apart**2).mean())
    assert 0.5 < ratio < 2.0


@pytest.mark.parametrize("directions", [{}, {0: 1, 2: -1}])
def test_the_parts_sum_to_the_logit(directions):
    """Of columns and categories, with base and slope."""
    outcomes = make_outcomes(150, directions=directions)
    additive, _, _ = compiled(outcomes)
    kept = terms(additive, outcomes, keep=True)
    parts = kept.of_columns.sum(axis=1) + kept.of_categories.sum(axis=1)
    expected = additive.shift + additive.slope * outcomes.prior_logit + parts
    np.testing.assert_allclose(kept.logit, expected, atol=1e-12)


def test_half_a_product_belongs_to_each_of_its_columns(outcomes):
    """Neither takes the other's."""
    additive, _, _ = compiled(outcomes)
    bare = type(additive)(
        **{name: getattr(additive, name) for name in additive.__slots__}
        | {"line": np.zeros(3), "bend": np.zeros_like(additive.bend)}
    )
    X = np.array([[1.0, -0.5, np.nan]])
    kept = bare.terms(X, np.array([[-1, -1]]), np.zeros(1), keep=True)
    z = additive.columns.standardised(X)[0]
    whole = additive.product[0, 1] * z[0] * z[1]
    np.testing.assert_allclose(kept.of_columns, [[whole / 2, whole / 2, 0.0]])


def test_an_unknown_level_has_no_effect_and_is_the_least_sure(outcomes):
    """As unsure as the levels were before any outcome."""
    additive, _, arms = compiled(outcomes)
    X, logit = np.zeros((5, 3)), np.zeros(5)
    codes = np.column_stack([[-1, 0, 1, 2, 3], np.zeros(5, dtype=int)])
    found = additive.terms(X, codes, logit, keep=True)
    assert found.of_categories[0, 0] == 0.0
    assert (found.variance[0] > found.variance[1:]).all()
    assert additive.effect_variances[0][-1] == pytest.approx(
        arms[0][1].prior_variance[len(arms[0][1].prior_mean) - 6]
    )


def test_the_told_variance_follows_the_posteriors_and_is_on_average_no_less(outcomes):
    """Closely: what goes together is folded together."""
    additive, D, arms = compiled(outcomes)
    whole = np.einsum("ij,jk,ik->i", D, arms[0][1].posterior.covariance(), D)
    told = terms(additive, outcomes).variance
    assert np.corrcoef(told, whole)[0, 1] > 0.7
    assert 0.9 * whole.mean() <= told.mean() <= 1.3 * whole.mean()


def test_a_column_of_one_direction_keeps_it():
    """Whatever the outcomes say."""
    additive, _, _ = compiled(make_outcomes(200, directions={0: -1}))
    X = np.zeros((50, 3))
    X[:, 0] = np.linspace(-3, 3, 50)
    found = additive.terms(X, np.zeros((50, 2), dtype=int), np.zeros(50), keep=False)
    assert (np.diff(found.logit) <= 1e-12).all()
    np.testing.assert_allclose(found.variance, found.variance[0])

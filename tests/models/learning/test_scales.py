"""How far departures from the belief may go."""

import numpy as np
import pytest

from models.learning.posterior import laplace
from models.learning.scales import CORRECTED, FREE, fitted_scales, prior_of
from tests.models.learning.samples import make_design, make_outcomes


@pytest.fixture(name="sample", scope="module")
def _sample():
    """Four hundred outcomes of which one column and one level matter, in their design."""
    outcomes = make_outcomes(400)
    return outcomes, *make_design(outcomes)


def fitted(sample, expectations, y=None, **options):
    """The scales that follow from the outcomes."""
    outcomes, design, D = sample
    labels = outcomes.y if y is None else y
    return fitted_scales(design, D, labels, outcomes.prior_logit, outcomes.weight, expectations, **options)


def blocks(design):
    """Where each block of the design lies."""
    ends = np.cumsum((0, *design.widths))
    return [slice(ends[place], ends[place + 1]) for place in range(len(design.widths))]


@pytest.mark.parametrize("expectations", [CORRECTED, FREE])
def test_a_block_of_many_columns_is_believed_to_move_as_far_as_one_of_few(sample, expectations):
    """The scale of lines, bends and products is that of their sum."""
    _, design, _ = sample
    mean, variance = prior_of(design, expectations)
    for name, place in zip(design.names[:5], blocks(design)[:5], strict=True):
        assert variance[place].sum() == pytest.approx(expectations[name].sd_logit ** 2)
        assert mean[place] == pytest.approx(expectations[name].mean)


def test_every_level_of_a_category_may_go_as_far_as_believed(sample):
    """Levels are alternatives, not a sum."""
    _, design, _ = sample
    _, variance = prior_of(design, CORRECTED)
    assert variance[blocks(design)[5]] == pytest.approx(CORRECTED["effects"].sd_logit ** 2)


def test_the_free_account_leans_on_the_belief_by_a_third_and_the_corrected_one_by_most(sample):
    """The slope on the belief is 1 plus the mean of its term; experts are surer than they are right."""
    _, design, _ = sample
    assert 1 + prior_of(design, FREE)[0][1] == pytest.approx(0.3)
    assert 1 + prior_of(design, CORRECTED)[0][1] == pytest.approx(0.85)


def test_scales_grow_where_outcomes_depart_and_shrink_where_they_do_not(sample):
    """Lines matter here; the second category does not."""
    _, design, _ = sample
    variance = fitted(sample, CORRECTED).prior_variance
    believed = prior_of(design, CORRECTED)[1]
    lines, idle = blocks(design)[2], blocks(design)[6]
    assert variance[lines][0] > believed[lines][0]
    assert variance[idle][0] < believed[idle][0]
    assert variance[:2] == pytest.approx(believed[:2])


def test_one_outcome_hardly_moves_a_scale():
    """A belief about scales is worth four coefficients."""
    outcomes = make_outcomes(1)
    design, D = make_design(outcomes)
    found = fitted((outcomes, design, D), CORRECTED)
    ratio = found.prior_variance / prior_of(design, CORRECTED)[1]
    assert ((ratio > 0.8) & (ratio < 1.3)).all()


@pytest.mark.parametrize("expectations", [CORRECTED, FREE])
def test_the_posterior_is_the_one_of_the_scales_found(sample, expectations):
    """And moved scales cost some of the evidence."""
    outcomes, _, D = sample
    found = fitted(sample, expectations)
    again = laplace(
        D, outcomes.y, outcomes.prior_logit, outcomes.weight, found.prior_mean, found.prior_variance
    )
    np.testing.assert_allclose(found.posterior.mode, again.mode, atol=1e-3)
    assert found.log_evidence < found.posterior.log_evidence


def test_a_warm_start_ends_at_the_same_scales(sample):
    """It saves rounds, it does not decide."""
    cold = fitted(sample, CORRECTED)
    warm = fitted(sample, CORRECTED, start=cold.prior_variance)
    np.testing.assert_allclose(warm.prior_variance, cold.prior_variance, rtol=0.1)


def test_outcomes_that_follow_the_belief_speak_for_the_corrected_account(sample):
    """Those that have nothing to do with it speak for the free one."""
    outcomes, _, _ = sample
    random = np.random.default_rng(5)
    believed = (random.random(400) < 1 / (1 + np.exp(-outcomes.prior_logit))).astype(float)
    opposed = (random.random(400) < 1 / (1 + np.exp(outcomes.prior_logit))).astype(float)
    gap = [
        fitted(sample, CORRECTED, y).log_evidence - fitted(sample, FREE, y).log_evidence
        for y in (believed, opposed)
    ]
    assert gap[0] > 1
    assert gap[1] < -1

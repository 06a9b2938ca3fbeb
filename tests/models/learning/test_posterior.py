"""The Gaussian posterior of a logistic regression with Gaussian priors."""

import numpy as np
import pytest
from scipy.integrate import dblquad, quad
from scipy.optimize import minimize
from scipy.special import expit

from models.learning.posterior import laplace


def task(seed, n_pairs=60, n_terms=4):
    """Pairs in a design, outcomes, and priors of different firmness."""
    random = np.random.default_rng(seed)
    D = random.normal(size=(n_pairs, n_terms))
    offset = random.normal(size=n_pairs)
    y = (random.random(n_pairs) < expit(offset + D[:, 0])).astype(float)
    weight = random.choice([0.3, 1.0, 2.0], n_pairs)
    return D, y, offset, weight, random.normal(0, 0.3, n_terms), random.uniform(0.1, 2.0, n_terms)


def log_joint(coefficients, D, y, offset, weight, mean, variance):
    """The log of likelihood times prior density."""
    logit = offset + D @ coefficients
    likelihood = (weight * (y * logit - np.logaddexp(0.0, logit))).sum()
    prior = -0.5 * ((coefficients - mean) ** 2 / variance + np.log(2 * np.pi * variance)).sum()
    return float(likelihood + prior)


@pytest.mark.parametrize("seed", range(5))
def test_the_mode_is_where_a_general_optimiser_ends(seed):
    """Wherever Newton's method begins: within a millionth of a nat."""
    parts = task(seed)
    found = laplace(*parts)
    best = minimize(lambda at: -log_joint(at, *parts), np.zeros(4), method="BFGS", options={"gtol": 1e-9})
    for one in (found, laplace(*parts, start=np.full(4, 8.0))):
        np.testing.assert_allclose(one.mode, best.x, atol=1e-3)
        assert log_joint(best.x, *parts) - log_joint(one.mode, *parts) < 1e-6


@pytest.mark.parametrize("seed", range(3))
def test_the_covariance_is_the_inverse_of_the_numeric_hessian(seed):
    """By second differences of the log density at the mode."""
    parts = task(seed)
    found = laplace(*parts)
    step, unit = 1e-4, np.eye(4)
    hessian = np.zeros((4, 4))
    for i in range(4):
        for j in range(4):
            for sign_i in (1, -1):
                for sign_j in (1, -1):
                    at = found.mode + step * (sign_i * unit[i] + sign_j * unit[j])
                    hessian[i, j] -= sign_i * sign_j * log_joint(at, *parts) / (4 * step**2)
    np.testing.assert_allclose(found.covariance(), np.linalg.inv(hessian), rtol=1e-3, atol=1e-5)


def test_begun_at_the_mode_of_all_pairs_the_curvature_there_does_for_most_of_them():
    """Cheaper, for pairs held out: the mode is as exact, the variance of logits within a tenth."""
    D, y, offset, weight, *prior = task(1, 400)
    whole = laplace(D, y, offset, weight, *prior)
    most = [values[:320] for values in (D, y, offset, weight)]
    exact = laplace(*most, *prior)
    near = laplace(*most, *prior, whole.mode, exact=False)
    np.testing.assert_allclose(near.mode, exact.mode, atol=1e-3)
    np.testing.assert_allclose(near.variance(D), exact.variance(D), rtol=0.1)


def test_the_variance_of_a_logit_is_that_of_its_terms():
    """Row by row, without the whole covariance."""
    D, *rest = task(1)
    found = laplace(D, *rest)
    np.testing.assert_allclose(found.variance(D), np.diag(D @ found.covariance() @ D.T))


@pytest.mark.parametrize(("n_pairs", "tolerance_nats"), [(20, 0.1), (400, 0.01)])
def test_the_evidence_of_one_term_is_the_integral(n_pairs, tolerance_nats):
    """A Gaussian laid at the mode comes nearer as outcomes come in."""
    for seed in range(5):
        parts = task(seed, n_pairs, 1)
        found = laplace(*parts)
        peak, reach = log_joint(found.mode, *parts), 12 * np.sqrt(found.covariance()[0, 0])
        mode = found.mode[0]
        area, _ = quad(
            lambda a, parts=parts, peak=peak: np.exp(log_joint(np.array([a]), *parts) - peak),
            mode - reach,
            mode + reach,
        )
        assert abs(found.log_evidence - peak - np.log(area)) < tolerance_nats


def test_the_evidence_of_two_terms_is_the_integral():
    """Also where the two pull together."""
    D, *rest = task(2, 200, 2)
    D[:, 1] += 0.7 * D[:, 0]
    found = laplace(D, *rest)
    peak, reach = log_joint(found.mode, D, *rest), 7 * np.sqrt(np.diag(found.covariance()))
    low, high = found.mode - reach, found.mode + reach
    volume, _ = dblquad(
        lambda b, a: np.exp(log_joint(np.array([a, b]), D, *rest) - peak),
        low[0],
        high[0],
        low[1],
        high[1],
        epsabs=1e-6,
        epsrel=1e-5,
    )
    assert abs(found.log_evidence - peak - np.log(volume)) < 0.02


def test_without_weight_the_prior_is_the_posterior():
    """Outcomes that count nothing teach nothing."""
    D, y, offset, weight, mean, variance = task(3)
    found = laplace(D, y, offset, 0.0 * weight, mean, variance)
    np.testing.assert_allclose(found.mode, mean, atol=1e-6)
    np.testing.assert_allclose(found.covariance(), np.diag(variance), atol=1e-6)
    assert found.log_evidence == pytest.approx(0.0, abs=1e-6)


def test_an_outcome_of_weight_two_counts_as_two():
    """For mode, covariance and evidence."""
    D, y, offset, weight, *prior = task(4)
    heft = np.where(weight > 1, 2, 1)
    once = laplace(D, y, offset, heft.astype(float), *prior)
    twice = laplace(
        *(np.repeat(values, heft, axis=0) for values in (D, y, offset)), np.ones(heft.sum()), *prior
    )
    np.testing.assert_allclose(once.mode, twice.mode, atol=1e-3)
    np.testing.assert_allclose(once.covariance(), twice.covariance(), rtol=1e-3, atol=1e-5)
    assert once.log_evidence == pytest.approx(twice.log_evidence, abs=1e-6)

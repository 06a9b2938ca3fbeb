"""How far the fit model falls behind the belief while outcomes arrive."""

import numpy as np
import pytest
from scipy.special import expit

from models.fit import FitClassifier
from models.learning.weighing import BOUND_NATS

KINDS = {
    "the belief is right": lambda drawn, logit, _: drawn < expit(logit),
    "the belief is wrong": lambda drawn, logit, _: drawn < expit(-1.5 * logit),
    "wrong from half way on": lambda drawn, logit, early: drawn < expit(np.where(early, logit, -logit)),
    "wrong until half way": lambda drawn, logit, early: drawn < expit(np.where(early, -logit, logit)),
    "all fail": lambda drawn, _logit, _early: drawn < 0,
    "all succeed": lambda drawn, _logit, _early: drawn >= 0,
    "turn by turn": lambda drawn, _logit, _early: np.arange(len(drawn)) % 2 == 0,
    "nothing to do with it": lambda drawn, _logit, _early: drawn < 0.12,
}


def pairs(seed, count):
    """Three columns, of which the belief leans on the first."""
    random = np.random.default_rng(seed)
    X = random.normal(size=(count, 3))
    return X, np.clip(random.normal(-0.5, 1.2, count) + 0.8 * X[:, 0], -4, 4), random.random(count)


def loss(logit, y):
    """Loss in nats."""
    return np.logaddexp(0.0, logit) - y * logit


def excess_nats(X, prior_logit, y, every):
    """How much more than the belief it has lost after each outcome, refitted after every few."""
    lost = []
    for begin in range(0, len(y), every):
        now = slice(begin, begin + every)
        model = FitClassifier().fit(X[:begin], y[:begin], prior_logit=prior_logit[:begin])
        logit = model.decision_function(X[now], prior_logit=prior_logit[now])
        lost.append(loss(logit, y[now]) - loss(prior_logit[now], y[now]))
    return np.cumsum(np.concatenate(lost))


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.slow
def test_it_stays_near_the_belief_whatever_comes(kind):
    """Within the bound of the ideal mixture (test_weighing.py) in total, at every point.

    Measured, refitted after every outcome: 1.6 nats at worst on 48 streams of 48 outcomes, against a bound of
    2.8. Refitted after every fourth of 100 outcomes: 3.9 at worst on 64 streams, where a batch speaks against
    a belief that is right and the next is foretold at once.
    """
    for seed in range(5):
        X, prior_logit, drawn = pairs((seed, 48), 48)
        y = KINDS[kind](drawn, prior_logit, np.arange(48) < 24).astype(int)
        assert excess_nats(X, prior_logit, y, 3).max() <= BOUND_NATS


@pytest.mark.parametrize("kind", ["the belief is wrong", "all fail", "all succeed"])
def test_it_leaves_a_wrong_belief_behind(kind):
    """More than five nats ahead after 48 outcomes."""
    X, prior_logit, drawn = pairs(1, 48)
    y = KINDS[kind](drawn, prior_logit, np.arange(48) < 24).astype(int)
    assert excess_nats(X, prior_logit, y, 3)[-1] < -5


@pytest.mark.parametrize("seed", range(3))
def test_an_adversary_who_sees_every_answer_gains_little_more_than_the_bound(seed):
    """Each outcome is the one that hurts more than it hurts the belief; refitted after each.

    Measured after 48 outcomes: 1.6 to 2.2 nats in ten of eleven such streams, 3.3 in one, against the 2.8
    that bound the ideal mixture: evidence by Laplace's method knows of the past what foretelling did not.
    """
    X, prior_logit, _ = pairs((seed, 99), 48)
    y, lost = np.zeros(48, dtype=int), 0.0
    for step in range(48):
        model = FitClassifier().fit(X[:step], y[:step], prior_logit=prior_logit[:step])
        logit = model.decision_function(X[step : step + 1], prior_logit=prior_logit[step : step + 1])[0]
        y[step] = int(logit < prior_logit[step])
        lost += loss(logit, y[step]) - loss(prior_logit[step], y[step])
    assert 0 < lost <= BOUND_NATS

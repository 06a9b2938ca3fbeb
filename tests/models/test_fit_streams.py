"""How far the fit model falls behind the belief while outcomes arrive."""

import math

import numpy as np
import pytest
from scipy.special import expit

from models.fit import FitClassifier
from models.learning.switching import BELIEF_WEIGHT

BOUND_NATS = -math.log(BELIEF_WEIGHT)

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
def test_it_stays_near_the_belief_whatever_comes(kind):
    """At most ln 4 + 0.5 nats behind in total, at every point.

    The bound of ln 4 is that of a mixture of forecasters (test_switching.py); evidence by Laplace's method,
    learning all outcomes of a batch at once, and one model made of two accounts only come near it. Measured
    on 120 streams of 100 outcomes with a refit after every fourth: 3.6 nats at worst, 9 beyond ln 4, all of
    them where the first four outcomes speak against a belief that is right and the next four are foretold
    at once.
    """
    for seed in range(5):
        X, prior_logit, drawn = pairs((seed, 48), 48)
        y = KINDS[kind](drawn, prior_logit, np.arange(48) < 24).astype(int)
        assert excess_nats(X, prior_logit, y, 3).max() <= BOUND_NATS + 0.5


@pytest.mark.parametrize("kind", ["the belief is wrong", "all fail", "all succeed"])
def test_it_leaves_a_wrong_belief_behind(kind):
    """More than five nats ahead after 48 outcomes."""
    X, prior_logit, drawn = pairs(1, 48)
    y = KINDS[kind](drawn, prior_logit, np.arange(48) < 24).astype(int)
    assert excess_nats(X, prior_logit, y, 3)[-1] < -5


@pytest.mark.parametrize("seed", range(3))
def test_an_adversary_who_sees_every_answer_gains_little_more_than_the_bound(seed):
    """Each outcome is the one that hurts more than it hurts the belief; refitted after each: near ln 4.

    Measured: up to 1.94 nats after 48 outcomes (3 streams), against ln 4 = 1.39 of the ideal mixture.
    Refitted only after every fourth outcome such an adversary gains more: within a batch nothing is learned.
    """
    X, prior_logit, _ = pairs((seed, 99), 48)
    y, lost = np.zeros(48, dtype=int), 0.0
    for step in range(48):
        model = FitClassifier().fit(X[:step], y[:step], prior_logit=prior_logit[:step])
        logit = model.decision_function(X[step : step + 1], prior_logit=prior_logit[step : step + 1])[0]
        y[step] = int(logit < prior_logit[step])
        lost += loss(logit, y[step]) - loss(prior_logit[step], y[step])
    assert 0 < lost <= BOUND_NATS + 0.75

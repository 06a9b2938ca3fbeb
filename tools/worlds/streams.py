"""Streams of outcomes meant to lead a learner astray, and how far it falls behind the belief on them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np
import numpy.typing as npt
from scipy.special import expit

from models.fit import FitClassifier
from models.learning.nats import surprise_nats

__all__ = ["HOSTILE", "Stream", "answered", "excess_nats", "hostile_stream"]

Floats = npt.NDArray[np.float64]
Labels = npt.NDArray[np.int64]
Marks = npt.NDArray[np.bool_]

_SELDOM = 0.12

# Success or not, from a number drawn in 0 ... 1, the belief's logit, and whether it is early in the stream.
HOSTILE: Mapping[str, Callable[[Floats, Floats, Marks], Marks]] = MappingProxyType(
    {
        "the belief is right": lambda drawn, logit, _: drawn < expit(logit),
        "the belief is wrong": lambda drawn, logit, _: drawn < expit(-1.5 * logit),
        "wrong from half way on": lambda drawn, logit, early: drawn < expit(np.where(early, logit, -logit)),
        "wrong until half way": lambda drawn, logit, early: drawn < expit(np.where(early, -logit, logit)),
        "all fail": lambda drawn, _logit, _early: drawn < 0,
        "all succeed": lambda drawn, _logit, _early: drawn >= 0,
        "turn by turn": lambda drawn, _logit, _early: np.arange(len(drawn)) % 2 == 0,
        "nothing to do with it": lambda drawn, _logit, _early: drawn < _SELDOM,
    }
)


@dataclass(frozen=True, slots=True)
class Stream:
    """Pairs in the order in which they come: three columns, a belief that leans on the first, outcomes."""

    X: Floats
    prior_logit: Floats
    y: Labels


def hostile_stream(kind: str, n_outcomes: int, seed: int) -> Stream:
    """Draw a stream.

    Parameters
    ----------
    kind : str
        One of ``HOSTILE``.
    n_outcomes : int
    seed : int
        The same kind, count and seed give the same stream.
    """
    random = np.random.default_rng((seed, n_outcomes))
    columns, prior_logit = _pairs(random, n_outcomes)
    early = np.arange(n_outcomes) < n_outcomes // 2
    y = HOSTILE[kind](random.random(n_outcomes), prior_logit, early).astype(np.int64)
    return Stream(columns, prior_logit, y)


def excess_nats(stream: Stream, every: int) -> Floats:
    """Return how much more than the belief the fit model has lost after each outcome, shape (n_outcomes,).

    Parameters
    ----------
    stream : Stream
    every : int
        It is fitted to all outcomes before, after so many each time.
    """
    lost = []
    for begin in range(0, len(stream.y), every):
        now = slice(begin, begin + every)
        logit = _foretold(stream, begin, now)
        lost.append(_behind(logit, stream.prior_logit[now], stream.y[now]))
    found: Floats = np.cumsum(np.concatenate(lost))
    return found


def answered(n_outcomes: int, seed: int) -> Floats:
    """Return the same against an adversary who sees each answer, refitted after each of its outcomes.

    Its outcome is the one that hurts the model more than it hurts the belief.
    """
    columns, prior_logit = _pairs(np.random.default_rng((seed, 99)), n_outcomes)
    stream = Stream(columns, prior_logit, np.zeros(n_outcomes, dtype=np.int64))
    lost = np.zeros(n_outcomes)
    for step in range(n_outcomes):
        now = slice(step, step + 1)
        logit = _foretold(stream, step, now)
        stream.y[now] = logit < prior_logit[now]
        lost[now] = _behind(logit, prior_logit[now], stream.y[now])
    found: Floats = np.cumsum(lost)
    return found


def _pairs(random: np.random.Generator, count: int) -> tuple[Floats, Floats]:
    columns = random.normal(size=(count, 3))
    return columns, np.clip(random.normal(-0.5, 1.2, count) + 0.8 * columns[:, 0], -4, 4)


def _foretold(stream: Stream, begin: int, now: slice) -> Floats:
    model = FitClassifier().fit(stream.X[:begin], stream.y[:begin], prior_logit=stream.prior_logit[:begin])
    logit: Floats = model.decision_function(stream.X[now], prior_logit=stream.prior_logit[now])
    return logit


def _behind(logit: Floats, prior_logit: Floats, y: Labels) -> Floats:
    outcome = y.astype(np.float64)
    behind: Floats = surprise_nats(logit, outcome) - surprise_nats(prior_logit, outcome)
    return behind

"""How far learning falls behind the belief in total, on streams meant to lead it astray."""

import os
import time
from itertools import product

import numpy as np
from joblib import Parallel, delayed
from sklearn.linear_model import LogisticRegression

from models.learning.weighing import BOUND_NATS
from tools.bench.report import Result
from tools.worlds.streams import HOSTILE, Stream, answered, excess_nats, hostile_stream

__all__ = ["resist_streams"]

# Outcomes of a stream, refitted after so many, streams of each kind.
_COURSES = ((48, 1, 125), (100, 4, 25))
_ADVERSARY = (48, 24)


def resist_streams(
    courses: tuple[tuple[int, int, int], ...] = _COURSES, adversary: tuple[int, int] = _ADVERSARY
) -> Result:
    """Print the worst moment of every kind of stream, in nats behind the belief, beside the bound.

    Parameters
    ----------
    courses : tuple of (n_outcomes, every, n_seeds)
    adversary : (n_outcomes, n_seeds)
    """
    run = Parallel(n_jobs=os.cpu_count() or 1)
    print(f"\nnats behind the belief in total; {BOUND_NATS:.2f} bound a mixture with these weights")
    print(
        "| stream | outcomes | refitted every | streams | worst moment | above the bound | at the end, mean |"
    )
    print("|---|---:|---:|---:|---:|---:|---:|")
    for n_outcomes, every, n_seeds in courses:
        asked = list(product(HOSTILE, range(n_seeds)))
        found = run(delayed(_course)(kind, n_outcomes, seed, every) for kind, seed in asked)
        for kind in HOSTILE:
            of_kind = [lost for (name, _), lost in zip(asked, found, strict=True) if name == kind]
            _tell(kind, n_outcomes, every, of_kind)
        _tell("all of them", n_outcomes, every, found)
    n_outcomes, n_seeds = adversary
    found = run(delayed(answered)(n_outcomes, seed) for seed in range(n_seeds))
    _tell("an adversary who sees every answer", n_outcomes, 1, found)
    n_outcomes, every, _ = courses[0]
    stream = hostile_stream("the belief is right", n_outcomes, 0)
    start = time.perf_counter()
    excess_nats(stream, every)
    between = time.perf_counter()
    _regressions(stream, every)
    return Result(
        f"streams, {n_outcomes} outcomes refitted every {every}",
        between - start,
        time.perf_counter() - between,
        "a logistic regression refitted as often",
    )


def _course(kind: str, n_outcomes: int, seed: int, every: int) -> np.ndarray:
    return excess_nats(hostile_stream(kind, n_outcomes, seed), every)


def _tell(kind: str, n_outcomes: int, every: int, found: list[np.ndarray]) -> None:
    worst = np.array([lost.max() for lost in found])
    end = float(np.mean([lost[-1] for lost in found]))
    above = int((worst > BOUND_NATS).sum())
    print(
        f"| {kind} | {n_outcomes} | {every} | {len(found)} | {worst.max():+.2f} | {above} | {end:+.2f} |",
        flush=True,
    )


def _regressions(stream: Stream, every: int) -> None:
    table = np.column_stack([stream.X, stream.prior_logit])
    for begin in range(0, len(stream.y), every):
        if len(np.unique(stream.y[:begin])) > 1:
            LogisticRegression().fit(table[:begin], stream.y[:begin])

"""What it costs to leave the expert early, where he is right, and what it brings where he is wrong."""

import os
import time
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
from joblib import Parallel, delayed

from models.evaluation.peers import OURS, PEERS
from models.evaluation.trials import Trial, first_outcomes
from models.learning.columns import described
from models.learning.design import design_of
from models.learning.nats import surprise_nats
from models.learning.scales import FREE, fitted_scales
from tools.bench.jobs.learning import trials_in
from tools.bench.report import Result
from tools.worlds.judging import gain_share
from tools.worlds.kinds import KINDS

__all__ = ["account_free_of_him", "leave_early"]

Floats = npt.NDArray[np.float64]

_SIZES = (5, 20, 100)
_SEEDS = tuple(range(100, 140))
_NATS = (-np.inf, 0.0, 2.0, 4.0, np.inf)
# Learners that say themselves how far they leave him.
_WHOLE = ("logistic", OURS)
# Worlds are drawn as long as in the comparison of learners: a record is the beginning of the same one.
_OUTCOMES = 5000


def leave_early(
    worlds: Sequence[str] = tuple(KINDS), sizes: Sequence[int] = _SIZES, seeds: Sequence[int] = _SEEDS
) -> Result:
    """Print shares of the possible gain, and how often the expert was left, by the evidence asked for.

    The last lines of a table are of a learner who starts nearly afresh, and ours, which weighs all accounts.
    """
    run = Parallel(n_jobs=os.cpu_count() or 1)
    seconds = np.zeros(2)
    told = {}
    for world in worlds:
        trials = trials_in(world, _OUTCOMES, seeds)
        for size in sizes:
            found = run(delayed(_shares)(trial, size) for trial in trials)
            told[world, size] = np.mean([shares for shares, _ in found], axis=0)
            seconds += np.sum([taken for _, taken in found], axis=0)
    names = ["at once", *(f"{nats:.0f} nats" for nats in _NATS[1:-1]), "never", *_WHOLE]
    for size in sizes:
        print(f"\n| {size} outcomes: left when ahead by | {' | '.join(worlds)} |")
        print(f"|---|{'---:|' * len(worlds)}")
        for place, name in enumerate(names):
            cells = []
            for world in worlds:
                share, left = told[world, size][place]
                cells.append(f"{share:.3f}" + ("" if name in _WHOLE else f" ({left:.2f})"))
            print(f"| {name} | {' | '.join(cells)} |", flush=True)
    return Result(
        f"leaving the expert, {len(seeds)} records of {len(worlds)} worlds",
        float(seconds[0]),
        float(seconds[1]),
        "one account alone of the three that ours weighs",
    )


def account_free_of_him(trial: Trial, n_outcomes: int) -> tuple[Floats, float]:
    """Learn the account that takes the expert for one opinion among others.

    Returns
    -------
    tuple of (ndarray of shape (n_held,), float)
        Its logits of the pairs kept aside, and by how many nats its evidence is ahead of the expert's.
    """
    learn, held = first_outcomes(trial.learn, n_outcomes, trial.seed), trial.held
    shown = np.ones(len(trial.reference))
    design = design_of(
        described(trial.reference, shown),
        trial.reference,
        shown,
        float(np.average(learn.prior_logit, weights=learn.weight)),
        learn.level_counts,
        np.zeros(0, dtype=np.int64),
    )
    terms = design.matrix(learn.X, learn.codes, learn.prior_logit)
    fitted = fitted_scales(design, terms, learn.y, learn.prior_logit, learn.weight, FREE)
    logit = held.prior_logit + design.matrix(held.X, held.codes, held.prior_logit) @ fitted.posterior.mode
    surprise = float((learn.weight * surprise_nats(learn.prior_logit, learn.y)).sum())
    return logit, fitted.log_evidence + surprise


def _shares(trial: Trial, n_outcomes: int) -> tuple[Floats, Floats]:
    """Return (share, whether he was left) by the evidence and of ``_WHOLE``; seconds of ours, one account."""
    begun = time.perf_counter()
    logit, ahead = account_free_of_him(trial, n_outcomes)
    ended = time.perf_counter()
    learn = first_outcomes(trial.learn, n_outcomes, trial.seed)
    told, seconds = {}, {}
    for peer in _WHOLE:
        start = time.perf_counter()
        told[peer] = PEERS[peer].fit(learn, trial.reference, trial.seed)(trial.held).p
        seconds[peer] = time.perf_counter() - start
    truth, groups = trial.held.truth, trial.held.groups
    free, his = (gain_share(one, truth, groups) for one in (logit, trial.held.prior_logit))
    rows = [(free if ahead > nats else his, float(ahead > nats)) for nats in _NATS]
    rows += [(gain_share(told[peer], truth, groups), 0.0) for peer in _WHOLE]
    return np.array(rows), np.array([seconds[OURS], ended - begun])

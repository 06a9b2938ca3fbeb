"""How soon learning makes good what a turn costs, beside one who is told the day of the turn."""

import os
from collections.abc import Sequence

import numpy as np
from joblib import Parallel, delayed

from models.evaluation.metrics import log_loss
from models.evaluation.pairs import Pairs
from models.evaluation.peers import PEERS
from models.evaluation.trials import Trial
from tools.bench.beside import fitted_beside
from tools.bench.jobs.learning import trials_in
from tools.bench.report import Result
from tools.worlds.world import TURNS_ON

__all__ = ["follow_turns"]

_SEEDS = tuple(range(100, 106))
_SINCE = (100, 200, 300, 500, 1000, 2500)
_WAYS = ("ours", "told the day", "LightGBM")


def follow_turns(
    n_outcomes: int = 5000, since: Sequence[int] = _SINCE, seeds: Sequence[int] = _SEEDS
) -> Result:
    """Print which part of a turn's cost in log loss is made good after so many outcomes.

    The cost is what ours loses with no outcome after the turn beyond what it loses with all of them.

    Parameters
    ----------
    n_outcomes : int
        The turn comes half way in time.
    since : sequence of int
        Outcomes after the turn.
    seeds : sequence of int
    """
    trials = trials_in("drift", n_outcomes, seeds)
    run = Parallel(n_jobs=os.cpu_count() or 1)
    ends = run(delayed(_lost)(trial, count, "ours") for count in (0, n_outcomes) for trial in trials)
    before, after = (float(np.mean(part)) for part in (ends[: len(trials)], ends[len(trials) :]))
    asked = [(trial, count, way) for count in since for way in _WAYS for trial in trials]
    found = run(delayed(_lost)(*one) for one in asked)
    print(f"\na turn half way through {n_outcomes:,} outcomes costs {before - after:.4f} nats of log loss")
    print(f"| outcomes since | {' | '.join(_WAYS)} |\n|---:|{'---:|' * len(_WAYS)}")
    for count in since:
        parts = []
        for way in _WAYS:
            cells = [lost for one, lost in zip(asked, found, strict=True) if one[1:] == (count, way)]
            parts.append(f"{(before - float(np.mean(cells))) / (before - after):.2f}")
        print(f"| {count} | {' | '.join(parts)} |", flush=True)
    return fitted_beside("a turn", _known(trials[0], since[0]), trials[0].reference)


def _known(trial: Trial, since: int) -> Pairs:
    """Return the outcomes before the turn and so many after it."""
    return trial.learn.rows(np.arange(min(_turn(trial) + since, len(trial.learn))))


def _turn(trial: Trial) -> int:
    return int(np.searchsorted(trial.learn.days, np.datetime64(TURNS_ON, "D").astype(np.int64)))


def _lost(trial: Trial, since: int, way: str) -> float:
    learn = _known(trial, since)
    if way == "told the day":
        learn = learn.rows(np.arange(_turn(trial), len(learn)))
    peer = PEERS["lightgbm" if way == "LightGBM" else "ours"]
    return log_loss(peer.fit(learn, trial.reference, trial.seed)(trial.held).p, trial.held.truth)

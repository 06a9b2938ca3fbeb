"""How many cooperatives' first three would be others, had one success among many been none."""

import os
from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import numpy.typing as npt
from joblib import Parallel, delayed

from models.evaluation.pairs import Pairs
from models.evaluation.peers import PEERS
from models.evaluation.trials import Trial, first_outcomes
from tools.bench.beside import fitted_beside
from tools.bench.jobs.learning import moved_share, trials_in
from tools.bench.report import Result

__all__ = ["take_one_back"]

_WORLDS = ("sensible", "unseen")
_SIZES = (500, 5000)
_SEEDS = (100, 101)
_PEERS = ("ours", "logistic", "lightgbm")
# Which success is taken back: an early, a middle and a late one, as parts of all successes.
_PLACES = (0.05, 0.5, 0.95)


def take_one_back(
    worlds: Sequence[str] = _WORLDS, sizes: Sequence[int] = _SIZES, seeds: Sequence[int] = _SEEDS
) -> Result:
    """Print the share of cooperatives whose first three change, by world, size and learner."""
    trials = [(world, trial) for world in worlds for trial in trials_in(world, max(sizes), seeds)]
    asked = [(world, trial, size, peer) for world, trial in trials for size in sizes for peer in _PEERS]
    run = Parallel(n_jobs=os.cpu_count() or 1)
    found = run(delayed(_moved)(trial, size, peer) for _, trial, size, peer in asked)
    print(f"\n| world | seed | outcomes | {' | '.join(_PEERS)} |\n|---|---:|---:|{'---:|' * len(_PEERS)}")
    for start in range(0, len(asked), len(_PEERS)):
        world, trial, size, _ = asked[start]
        cells = (f"{min(one):.1%} to {max(one):.1%}" for one in found[start : start + len(_PEERS)])
        print(f"| {world} | {trial.seed} | {size} | {' | '.join(cells)} |", flush=True)
    trial = trials[0][1]
    learn = first_outcomes(trial.learn, min(sizes), trial.seed)
    return fitted_beside("one success less", learn, trial.reference)


def _moved(trial: Trial, size: int, name: str) -> list[float]:
    learn = first_outcomes(trial.learn, size, trial.seed)
    successes = np.flatnonzero(learn.y > 0)
    whole = _chances(learn, trial, name)
    found = []
    for part in _PLACES:
        y = learn.y.copy()
        y[successes[int(part * len(successes))]] = 0.0
        found.append(moved_share(whole, _chances(replace(learn, y=y), trial, name), trial.held))
    return found


def _chances(learn: Pairs, trial: Trial, name: str) -> npt.NDArray[np.float64]:
    return PEERS[name].fit(learn, trial.reference, trial.seed)(trial.held).p

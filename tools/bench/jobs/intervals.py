"""How often intervals of several levels hold the truth, and how wide they are beside what was missed."""

import os
from collections.abc import Sequence
from statistics import NormalDist

import numpy as np
import numpy.typing as npt
from joblib import Parallel, delayed
from scipy.special import logit

from models.evaluation.forecasts import Forecast
from models.evaluation.peers import OURS, PEERS
from models.evaluation.trials import SIZES, Trial, first_outcomes
from tools.bench.jobs.learning import trials_in
from tools.bench.report import Result
from tools.bench.timing import best_seconds
from tools.worlds.kinds import KINDS

__all__ = ["LEVELS", "held", "hold_truths"]

Floats = npt.NDArray[np.float64]

LEVELS = (0.5, 0.8, 0.9, 0.95)
_SEEDS = tuple(range(100, 110))
# Forecasts tell the ends of the 80 % interval; the others are as many deviations further or less far.
_TOLD = 0.8
_WIDTH_OF = 0.9


def hold_truths(
    worlds: Sequence[str] = tuple(KINDS), sizes: Sequence[int] = SIZES, seeds: Sequence[int] = _SEEDS
) -> Result:
    """Print by world and size the share of pairs whose true chance each interval holds.

    ``width`` is that of the mean 90 % interval, in logits, as a part of one that is equally wide for all
    pairs and holds nine true chances in ten: 1 is as narrow as somebody could be who knows what is missed.
    """
    run = Parallel(n_jobs=os.cpu_count() or 1)
    print(f"\n| world | outcomes | {' | '.join(f'in {level:.0%}' for level in LEVELS)} | width |")
    print(f"|---|---:|{'---:|' * len(LEVELS)}---:|")
    trial = None
    for world in worlds:
        trials = trials_in(world, max(sizes), seeds)
        trial = trial or trials[0]
        for size in sizes:
            found = np.mean(run(delayed(_of_trial)(one, size) for one in trials), axis=0)
            cells = " | ".join(f"{share:.2f}" for share in found)
            print(f"| {world} | {size} | {cells} |", flush=True)
    if trial is None:
        raise ValueError("name a world")
    learn, pairs = first_outcomes(trial.learn, max(sizes), trial.seed), trial.held
    fitted = PEERS[OURS].fit(learn, trial.reference, trial.seed)
    boosted = PEERS["lightgbm"].fit(learn, trial.reference, trial.seed)
    return Result(
        f"intervals, {len(pairs):,} pairs",
        best_seconds(lambda: fitted(pairs)),
        best_seconds(lambda: boosted(pairs)),
        "LightGBM's chances of the same pairs, without an interval",
    )


def held(forecast: Forecast, truth: Floats) -> Floats:
    """Return which share of true chances each interval of ``LEVELS`` holds, and then the width.

    Parameters
    ----------
    forecast : Forecast
        With the ends of the 80 % interval.
    truth : ndarray of shape (n_pairs,)
    """
    low, high = logit(forecast.lower), logit(forecast.upper)
    missed = np.abs(logit(truth) - (low + high) / 2.0)
    deviation = (high - low) / 2.0 / _deviations(_TOLD)
    shares = [float((missed <= _deviations(level) * deviation).mean()) for level in LEVELS]
    width = float((_deviations(_WIDTH_OF) * deviation).mean() / np.quantile(missed, _WIDTH_OF))
    return np.array([*shares, width])


def _deviations(level: float) -> float:
    return NormalDist().inv_cdf((1.0 + level) / 2.0)


def _of_trial(trial: Trial, size: int) -> Floats:
    learn = first_outcomes(trial.learn, size, trial.seed)
    return held(PEERS[OURS].fit(learn, trial.reference, trial.seed)(trial.held), trial.held.truth)

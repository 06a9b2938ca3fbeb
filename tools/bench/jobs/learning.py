"""Ours against all peers on simulated worlds with known truth, at 5 to 5,000 outcomes."""

import os
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
import pandas as pd

from features.pairs.catalogue import pair_features
from models.evaluation.comparison import compare
from models.evaluation.ours import fit_ours
from models.evaluation.pairs import Pairs, coded
from models.evaluation.trials import SIZES, Trial
from models.evidence.runs import sudden_runs
from tools.bench.beside import LIGHTGBM, seconds_with_all
from tools.bench.learning_table import (
    WorldLine,
    outcomes_saved,
    promise_lines,
    shares_of,
    to_table,
    world_lines,
)
from tools.bench.report import Result
from tools.worlds.kinds import KINDS
from tools.worlds.world import made_world

__all__ = ["first_three", "learn_worlds", "moved_by_stuffing", "moved_share", "trials_in"]

Floats = npt.NDArray[np.float64]

# With five the mean share of a cell is known to 0.03, which is more than what peers are apart.
_SEEDS = tuple(range(20))
_FIRST = 3


def learn_worlds(
    worlds: Sequence[str] = tuple(KINDS), sizes: Sequence[int] = SIZES, seeds: Sequence[int] = _SEEDS
) -> Result:
    """Print learning curves of every world, promises kept, and whom a stuffed record moves."""
    lines: list[WorldLine] = []
    ours_seconds, peer_seconds = [], []
    shares: dict[str, list[float]] = {}
    for world in worlds:
        trials = trials_in(world, max(sizes), seeds)
        comparison = compare(trials, split="cooperative", sizes=sizes, n_jobs=os.cpu_count() or 1)
        lines += world_lines(world, trials, comparison)
        for peer, by_size in shares_of(trials, comparison).items():
            shares.setdefault(peer, []).extend(by_size)
        ours, theirs = seconds_with_all(comparison)
        ours_seconds.append(ours)
        peer_seconds.append(theirs)
        for cell in comparison.cells:
            if cell.reason_en:
                print(f"{world}: {cell.peer} at {cell.n_outcomes}, seed {cell.seed}: {cell.reason_en}")
    print(to_table(lines))
    means = {peer: float(np.mean(found)) for peer, found in shares.items()}
    means["best other of each cell"] = float(np.mean([one.best_share for one in lines]))
    print("\nshare, mean of all cells:")
    for peer, mean in sorted(means.items(), key=lambda one: -one[1]):
        print(f"{mean:8.4f}  {peer}")
    print("\ntimes fewer outcomes for the log loss of the best other:")
    for (world, size), times in outcomes_saved(lines).items():
        print(f"{times:8.1f}  {world}, its {size:,}")
    print(promise_lines(lines))
    if "stuffed" in worlds:
        moved = [moved_by_stuffing(max(sizes), seed) for seed in seeds]
        print(
            f"first three moved by bought successes: {np.mean(moved):.1%} of cooperatives (by seed {moved})"
        )
    return Result(
        f"learning: {len(worlds)} worlds, {max(sizes):,} outcomes, {len(seeds)} seeds",
        float(np.mean(ours_seconds)),
        float(np.mean(peer_seconds)),
        LIGHTGBM,
    )


def trials_in(world: str, n_outcomes: int, seeds: Sequence[int]) -> list[Trial]:
    """Return one run per seed: another world of the same kind, its record as the product's care leaves it.

    All peers get the same record: runs of success that come too thick are held from all of them.
    """
    names = list(pair_features())
    found = []
    for seed in seeds:
        made = made_world(world, n_outcomes, seed)
        learn, held = coded([_not_held(made.outcomes), made.held], names)
        found.append(Trial(seed, learn, held, made.reference[names].to_numpy(dtype=np.float64)))
    return found


def moved_by_stuffing(n_outcomes: int, seed: int) -> float:
    """Return in which share of cooperatives the first three differ with and without bought successes.

    Both records pass the product's care first: runs of success that come too thick are held.
    """
    names = list(pair_features())
    made = made_world("stuffed", n_outcomes, seed)
    reference = made.reference[names].to_numpy(dtype=np.float64)
    clean = made.outcomes[~made.outcomes["is_bought"]].reset_index(drop=True)
    dirty, fair, held = coded([_not_held(made.outcomes), _not_held(clean), made.held], names)
    first, second = (fit_ours(learn, reference, seed)(held).p for learn in (dirty, fair))
    return moved_share(first, second, held)


def moved_share(p: Floats, others: Floats, held: Pairs) -> float:
    """Return in which share of cooperatives the first three are others by other chances."""
    both = zip(first_three(p, held), first_three(others, held), strict=True)
    return float(np.mean([one != other for one, other in both]))


def first_three(p: Floats, held: Pairs) -> list[frozenset[int]]:
    """Return the offers of each cooperative with the highest chances; ties go to the earlier offer."""
    order = np.argsort(-p.reshape(-1, held.level_counts[0]), axis=1, kind="stable")
    return [frozenset(row) for row in order[:, :_FIRST].tolist()]


def _not_held(outcomes: pd.DataFrame) -> pd.DataFrame:
    days = pd.to_datetime(outcomes["first_event_on"])
    seen = outcomes.assign(account="", is_reviewed=False, first_event_on=days)
    held = [place for run in sudden_runs(seen) for place in run.positions]
    return outcomes.drop(index=outcomes.index[held]).reset_index(drop=True)

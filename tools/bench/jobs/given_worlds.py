"""Worlds that somebody else made, with known truth: through the product, and ours beside all peers."""

import datetime as dt
import os
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pandas as pd

from features.pairs.catalogue import pair_features
from models.evaluation.comparison import compare
from models.evaluation.pairs import coded
from models.evaluation.trials import SIZES, Trial
from recommender.importing import Intake, import_file
from recommender.settings import Settings
from recommender.training.records import TrainingSet
from recommender.workspace import Workspace, init_workspace
from tools.bench.beside import seconds_with_all
from tools.bench.learning_table import WorldLine, promise_lines, to_table, world_lines
from tools.bench.report import Result
from tools.worlds.judging import Judged, judged

__all__ = ["FOLDER", "judge_given", "known_truth", "taken_in", "world_folders"]

FOLDER = "SANDING_GIVEN_WORLDS"
"""The variable that names the folder with a subfolder for each world."""

_MISSING = (
    f"{FOLDER} names no folder with worlds: in each a table areas, partners, offers, cooperatives and events "
    "as CSV, and truth.csv with cooperative_id, offer_id, p (true chance) and y (one draw)"
)
# In the order in which they can be filled.
_TABLES = ("areas", "partners", "offers", "cooperatives", "events")
_KEYS = ["cooperative_id", "offer_id"]
_COLUMNS = (*_KEYS, "p", "y")
# The day they are looked at: the same outcomes are ripe whenever this runs.
_NOW = dt.datetime(2026, 11, 28, 5, 0, tzinfo=dt.UTC)
# As many as simulated worlds have: with twelve draws of 100 outcomes a mean share is known to 0.04 only.
_SEEDS = tuple(range(20))


def judge_given(sizes: Sequence[int] = SIZES, seeds: Sequence[int] = _SEEDS) -> Result:
    """Print what the product suggests before and after training, and learning curves with all peers."""
    given = os.environ.get(FOLDER)
    folders = world_folders(Path(given)) if given else []
    if not folders:
        return Result("given worlds: not measured", 0.0, 0.0, _MISSING)
    lines: list[WorldLine] = []
    seconds = np.zeros(2)
    print("\n| world | who answers | share | log loss | of the truth | ECE | in 80 % |")
    print("|---|---|---:|---:|---:|---:|---:|")
    for folder in folders:
        truth = known_truth(folder / "truth.csv")
        with tempfile.TemporaryDirectory() as home, taken_in(folder, Path(home)) as workspace:
            _tell(folder.name, "the belief", _judged(workspace, truth))
            start = time.perf_counter()
            trained = workspace.train(author="bench")
            seconds[0] += time.perf_counter() - start
            if trained.promoted:
                _tell(folder.name, f"{trained.outcome_count:,} outcomes", _judged(workspace, truth))
            elif trained.version:
                print(f"| {folder.name} | the belief still: the gate refused {trained.version} | | | | | |")
            learned_from = workspace.training_set()
        found, taken = _curves(folder.name, learned_from, truth, sizes, seeds)
        lines += found
        seconds[1] += taken
    print(f"\n{to_table(lines)}\n\n{promise_lines(lines)}")
    return Result(
        f"given worlds, {len(folders)}: training with its gate",
        float(seconds[0]),
        float(seconds[1]),
        "LightGBM with its rounds chosen by cross-validation, once on all outcomes",
    )


def world_folders(given: Path) -> list[Path]:
    """Return the subfolders that hold a world, by name; others are passed over."""
    wanted = [f"{table}.csv" for table in (*_TABLES, "truth")]
    return [one for one in sorted(given.glob("*")) if all((one / name).is_file() for name in wanted)]


def known_truth(path: Path) -> pd.DataFrame:
    """Return the true chances of a world's pairs.

    Raises
    ------
    ValueError
        When it is no table, a column is missing, a pair stands there twice, or a chance is none; the message
        names the file.
    """
    try:
        truth = pd.read_csv(path)
    except (UnicodeDecodeError, pd.errors.ParserError, pd.errors.EmptyDataError) as error:
        raise ValueError(
            f"{path}: write it as CSV in UTF-8 with the columns {', '.join(_COLUMNS)}"
        ) from error
    missing = sorted(set(_COLUMNS) - set(truth.columns))
    if missing:
        raise ValueError(f"{path}: add the columns {', '.join(missing)}")
    if truth.duplicated(_KEYS).any():
        raise ValueError(f"{path}: leave each pair of {' and '.join(_KEYS)} in one line only")
    if not (truth["p"].between(0, 1).all() and truth["y"].isin([0, 1]).all()):
        raise ValueError(f"{path}: write p as a chance, 0 to 1, and y as 0 or 1, in each line")
    return truth


def taken_in(folder: Path, home: Path) -> Workspace:
    """Return a workspace on 28 November 2026 into which the world's tables were imported.

    Raises
    ------
    ImportRefusedError
        When a table cannot be taken as it is.
    """
    workspace = init_workspace(Settings(home=home), clock=lambda: _NOW)
    for table in _TABLES:
        path = folder / f"{table}.csv"
        # A world in which nothing has happened yet has no events; the product asks for rows.
        if len(pd.read_csv(path, nrows=1)):
            import_file(workspace.store, Intake(table, path, sender="bench"), author="bench", made_at=_NOW)
    return workspace


def _judged(workspace: Workspace, truth: pd.DataFrame) -> Judged:
    told = workspace.suggestion_frame(
        [one for advice in workspace.suggest_all(blocked=True) for one in advice.suggestions]
    )
    found = truth.merge(told, how="left", on=_KEYS, validate="one_to_one")
    untold = found[found["success_probability"].isna()]
    if len(untold):
        raise ValueError(
            f"truth.csv has {len(untold)} pairs the tables do not; the first: {list(untold.iloc[0][_KEYS])}"
        )
    columns = ("success_probability", "lower", "upper", "p", "y")
    p, lower, upper, true, y = (found[name].to_numpy(dtype=np.float64) for name in columns)
    return judged(p, lower, upper, true, y, found["cooperative_id"])


def _tell(world: str, who: str, found: Judged) -> None:
    print(
        f"| {world} | {who} | {found.share:.3f} | {found.log_loss:.4f} | {found.best_log_loss:.4f} "
        f"| {found.ece:.3f} | {found.coverage80:.2f} |",
        flush=True,
    )


def _curves(
    world: str, learned_from: TrainingSet, truth: pd.DataFrame, sizes: Sequence[int], seeds: Sequence[int]
) -> tuple[list[WorldLine], float]:
    """Return a line per size, and the seconds LightGBM takes with all outcomes."""
    names = list(pair_features())
    pairs = learned_from.pairs[learned_from.pairs["weight"] > 0]
    if pairs.empty:
        return [], 0.0
    held = truth.merge(learned_from.reference, on=_KEYS).rename(columns={"y": "label"})
    learn, judge_by = coded([pairs, held], names)
    reference = learned_from.reference[names].to_numpy(dtype=np.float64, na_value=np.nan)
    trials = [Trial(seed, learn, judge_by, reference) for seed in seeds]
    comparison = compare(trials, split="cooperative", sizes=sizes, n_jobs=os.cpu_count() or 1)
    _, taken = seconds_with_all(comparison)
    return world_lines(world, trials, comparison), taken

"""How learners do on simulated worlds: figures against the truth, in lines, and which promises they keep."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from models.evaluation.bootstrap import Interval
from models.evaluation.comparison import Comparison
from models.evaluation.orders import regret_at
from models.evaluation.peers import OURS, PRIOR
from models.evaluation.summary import Line, lines_of
from models.evaluation.trials import Trial

__all__ = [
    "BELIEFS_HOLD",
    "WorldLine",
    "kept_promises",
    "outcomes_saved",
    "promise_lines",
    "shares_of",
    "to_table",
    "world_lines",
]

# Where an expert is about right; in the other worlds he is mostly wrong, or was right once. A world's name
# may go on: ``sensible-100``.
BELIEFS_HOLD = ("sensible", "unseen", "stuffed")
_FROM_100, _FROM_500 = 100, 500
_MOST_ECE = 0.03
_COVERED = (0.75, 0.90)


@dataclass(frozen=True, slots=True)
class WorldLine:
    """Ours, the belief and the best peer at one size in one world, means over the seeds.

    ``share`` is that of the possible gain; ``best_share_peer`` and ``best_loss_peer`` name the best of all
    others, the belief included. ``share_difference`` and ``loss_difference`` are ours minus theirs, with
    paired 95 % intervals.
    """

    world: str
    n_outcomes: int
    share: float
    prior_share: float
    best_share: float
    best_share_peer: str
    share_difference: Interval
    log_loss: float
    prior_loss: float
    best_loss: float
    best_loss_peer: str
    loss_difference: Interval
    ece: float
    coverage80: float
    seconds: float


def world_lines(world: str, trials: Sequence[Trial], comparison: Comparison) -> list[WorldLine]:
    """Return a line per size."""
    by_chance = float(np.mean([_regret_of_chance(trial) for trial in trials]))
    differences = {(one.peer, one.n_outcomes, one.measure): one.interval for one in comparison.differences}
    lines = {(line.peer, line.n_outcomes): line for line in lines_of(comparison) if line.n_runs}
    found = []
    for size in comparison.sizes:
        ours, prior = lines[OURS, size], lines[PRIOR, size]
        others = [line for (peer, count), line in lines.items() if count == size and peer != OURS]
        ranked_best = min(others, key=lambda line: line.figures["regret3"])
        loss_best = min(others, key=lambda line: line.figures["log_loss"])
        lost = differences[ranked_best.peer, size, "regret3"]
        found.append(
            WorldLine(
                world,
                size,
                _share(ours, by_chance),
                _share(prior, by_chance),
                _share(ranked_best, by_chance),
                ranked_best.peer,
                Interval(-lost.mean / by_chance, -lost.high / by_chance, -lost.low / by_chance),
                ours.figures["log_loss"],
                prior.figures["log_loss"],
                loss_best.figures["log_loss"],
                loss_best.peer,
                differences[loss_best.peer, size, "log_loss"],
                ours.figures["ece"],
                ours.figures["coverage80"],
                ours.figures["seconds"],
            )
        )
    return found


def shares_of(trials: Sequence[Trial], comparison: Comparison) -> dict[str, list[float]]:
    """Return every peer's share of the possible gain, size by size, means over the seeds."""
    by_chance = float(np.mean([_regret_of_chance(trial) for trial in trials]))
    found: dict[str, list[float]] = {}
    for line in lines_of(comparison):
        if line.n_runs:
            found.setdefault(line.peer, []).append(_share(line, by_chance))
    return found


def outcomes_saved(lines: Sequence[WorldLine]) -> dict[tuple[str, int], float]:
    """Return how many times fewer outcomes ours needs for the log loss of the best other.

    By world and outcomes of the other. Between two sizes the log loss is taken to fall evenly with the
    logarithm of their number; where ours is ahead already with the fewest measured, it is at least so many
    times, and where it never is, NaN.

    Parameters
    ----------
    lines : sequence of WorldLine
        Those of a world by ascending size.
    """
    found = {}
    for world in dict.fromkeys(one.world for one in lines):
        of_world = [one for one in lines if one.world == world]
        sizes = np.log([one.n_outcomes for one in of_world])
        # More outcomes are never held against a learner.
        ours = np.minimum.accumulate([one.log_loss for one in of_world])
        for one in of_world:
            reached = np.interp(-one.best_loss, -ours, sizes, right=np.nan)
            found[world, one.n_outcomes] = float(one.n_outcomes / np.exp(reached))
    return found


def to_table(lines: Sequence[WorldLine]) -> str:
    """Return the lines as a Markdown table."""
    head = (
        "| world | outcomes | share | belief | best peer | difference [95 %] | log loss | belief | best peer "
        "| difference [95 %] | ECE | in 80 % | s |"
    )
    rows = [
        f"| {one.world} | {one.n_outcomes} | {one.share:.3f} | {one.prior_share:.3f} "
        f"| {one.best_share:.3f} {one.best_share_peer} | {_ends(one.share_difference)} "
        f"| {one.log_loss:.4f} | {one.prior_loss:.4f} | {one.best_loss:.4f} {one.best_loss_peer} "
        f"| {_ends(one.loss_difference)} | {one.ece:.3f} | {one.coverage80:.2f} | {one.seconds:.1f} |"
        for one in lines
    ]
    return "\n".join([head, "|---" + "|---:" * 12 + "|", *rows])


def kept_promises(lines: Sequence[WorldLine]) -> dict[str, tuple[int, int]]:
    """Return for every promise in how many cells it is kept, and how many cells it speaks of."""

    def told(cells: Sequence[bool]) -> tuple[int, int]:
        return sum(cells), len(cells)

    holding = [one for one in lines if _holds(one.world)]
    many = [one for one in lines if one.n_outcomes >= _FROM_500]
    covered = [one for one in lines if one.n_outcomes >= _FROM_500 or _holds(one.world)]
    return {
        "share within 0.02 of the best peer": told([one.share >= one.best_share - 0.02 for one in lines]),
        "share at most 0.01 below the belief where it holds": told(
            [one.share >= one.prior_share - 0.01 for one in holding]
        ),
        "log loss at most 0.005 above the best peer from 100 outcomes": told(
            [one.log_loss <= one.best_loss + 0.005 for one in lines if one.n_outcomes >= _FROM_100]
        ),
        "log loss at most 0.03 above the best peer below 100 outcomes": told(
            [one.log_loss <= one.best_loss + 0.03 for one in lines if one.n_outcomes < _FROM_100]
        ),
        "ECE at most 0.03 from 500 outcomes": told([one.ece <= _MOST_ECE for one in many]),
        "80 % interval holds 75-90 %": told(
            [_COVERED[0] <= one.coverage80 <= _COVERED[1] for one in covered]
        ),
    }


def promise_lines(lines: Sequence[WorldLine]) -> str:
    """Return a line for each promise: in how many of the cells it speaks of it is kept."""
    return "\n".join(
        f"{kept:3d} of {of:3d}  {promise}" for promise, (kept, of) in kept_promises(lines).items()
    )


def _holds(world: str) -> bool:
    return world.partition("-")[0] in BELIEFS_HOLD


def _regret_of_chance(trial: Trial) -> float:
    """Return what three chosen by lot lose per shown pair."""
    truth, groups = trial.held.gain, trial.held.groups
    return regret_at(np.zeros(len(truth)), truth, groups)


def _share(line: Line, by_chance: float) -> float:
    return 1.0 - line.figures["regret3"] / by_chance


def _ends(found: Interval) -> str:
    return f"{found.mean:+.4f} [{found.low:+.4f}, {found.high:+.4f}]"

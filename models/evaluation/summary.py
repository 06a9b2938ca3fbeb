"""A comparison in lines: one peer at one size, averaged over the runs."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from models.evaluation.bootstrap import Interval
from models.evaluation.comparison import Cell, Comparison

__all__ = ["FIGURES", "Line", "lines_of"]

FIGURES = ("log_loss", "brier", "ece", "slope", "intercept", "ndcg5", "regret3", "coverage80", "seconds")


@dataclass(frozen=True, slots=True)
class Line:
    """Means over the runs that finished.

    Attributes
    ----------
    peer : str
    n_outcomes, n_runs : int
        Outcomes learned from; runs that finished.
    figures : dict of str to float
        By the names in ``FIGURES``; NaN where nothing was measured.
    loss_difference, ndcg_difference : Interval or None
        Ours minus this peer's; ``None`` for ours.
    reason_id, reason_en : str
        Why runs are missing; empty when none is.
    """

    peer: str
    n_outcomes: int
    n_runs: int
    figures: dict[str, float]
    loss_difference: Interval | None
    ndcg_difference: Interval | None
    reason_id: str
    reason_en: str


def lines_of(comparison: Comparison) -> tuple[Line, ...]:
    """Return the lines by size, peers in the order compared."""
    cells: dict[tuple[int, str], list[Cell]] = {}
    for cell in comparison.cells:
        cells.setdefault((cell.n_outcomes, cell.peer), []).append(cell)
    apart = {(one.n_outcomes, one.peer, one.measure): one.interval for one in comparison.differences}
    found = []
    for size in comparison.sizes:
        for peer in comparison.peers:
            here = cells.get((size, peer), [])
            done = [cell for cell in here if not cell.reason_id]
            failed = next((cell for cell in here if cell.reason_id), None)
            found.append(
                Line(
                    peer,
                    size,
                    len(done),
                    {name: _mean([float(getattr(cell, name)) for cell in done]) for name in FIGURES},
                    apart.get((size, peer, "log_loss")),
                    apart.get((size, peer, "ndcg5")),
                    failed.reason_id if failed else "",
                    failed.reason_en if failed else "",
                )
            )
    return tuple(found)


def _mean(values: Sequence[float]) -> float:
    known = [value for value in values if not math.isnan(value)]
    return math.fsum(known) / len(known) if known else math.nan

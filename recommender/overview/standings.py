"""The best suggestions of many cooperatives as arrays, without words."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from models.ranking.ranker import ranked
from models.requirements.eligibility import STATUSES
from models.scoring.block import ScoredBlock, score_block
from recommender.advice.rows import scores_of
from recommender.gathering import Gathered

__all__ = ["NO_STATUS", "STATUS_ORDER", "Standings", "best_columns", "standings_of"]

NO_STATUS = "none"
STATUS_ORDER = ("eligible", "unknown", "needs_steps", NO_STATUS)
"""From what is nearest to a start."""

_BLOCK_ROWS = 1024
_TOP = 3
_NOBODY = -1
_OBJECTIVE = "balanced"


@dataclass(frozen=True, slots=True)
class Standings:
    """One entry per cooperative of a frame, in its order.

    Attributes
    ----------
    status : ndarray of str, shape (n_cooperatives,)
        Of the best suggestion, or ``none``.
    is_ready : ndarray of bool, shape (n_cooperatives,)
        Has a suggestion whose every mandatory rule is met.
    top : ndarray of int, shape (n_cooperatives, 3)
        Columns of the best offers, -1 where there are fewer.
    """

    status: npt.NDArray[np.object_]
    is_ready: npt.NDArray[np.bool_]
    top: npt.NDArray[np.intp]


def standings_of(source: Gathered, cooperatives: pd.DataFrame) -> Standings:
    """Score cooperatives block by block and keep only where they stand."""
    status, ready, top = [np.empty(0, dtype=object)], [np.empty(0, dtype=np.bool_)], [_nobody(0)]
    for block in _blocks(source, cooperatives):
        columns, is_open = best_columns(source, block)
        found = _status_names(block, columns[:, 0])
        status.append(found)
        is_eligible = block.eligibility.status == STATUSES.index("eligible")
        ready.append((is_open & is_eligible).any(axis=1))
        top.append(columns)
    return Standings(np.concatenate(status), np.concatenate(ready), np.concatenate(top))


def best_columns(source: Gathered, block: ScoredBlock) -> tuple[npt.NDArray[np.intp], npt.NDArray[np.bool_]]:
    """Return the columns of each cooperative's best three suggestions, -1 for none, and which are open.

    Open are business offers that are neither blocked nor running already, as in one cooperative's advice.
    """
    blocked = block.eligibility.status == STATUSES.index("blocked")
    is_open = np.broadcast_to(source.context.ranked, blocked.shape) & ~blocked & ~block.eligibility.held
    rows, columns, ranks = ranked(scores_of(block, _OBJECTIVE), is_open, _TOP)
    found = _nobody(len(blocked))
    found[rows, ranks - 1] = columns
    return found, is_open


def _nobody(count: int) -> npt.NDArray[np.intp]:
    return np.full((count, _TOP), _NOBODY, dtype=np.intp)


def _status_names(block: ScoredBlock, best: npt.NDArray[np.intp]) -> npt.NDArray[np.object_]:
    names = np.array(STATUSES, dtype=object)
    codes = block.eligibility.status[np.arange(len(best)), np.maximum(best, 0)]
    return np.where(best == _NOBODY, NO_STATUS, names[codes])


def _blocks(source: Gathered, cooperatives: pd.DataFrame) -> Iterator[ScoredBlock]:
    for start in range(0, len(cooperatives), _BLOCK_ROWS):
        rows = cooperatives.iloc[start : start + _BLOCK_ROWS].reset_index(drop=True)
        yield score_block(source.context, rows, source.areas)

"""Ranked cooperatives for one offer."""

from collections.abc import Iterator

import numpy as np
import pandas as pd

from models.ranking.ranker import ranked
from models.requirements.eligibility import STATUSES
from models.scoring.block import ScoredBlock, score_block
from recommender.advice.records import Suggestion
from recommender.advice.rows import RowMaker, scores_of
from recommender.gathering import Gathered

__all__ = ["mirror"]

_BLOCK_ROWS = 256
_BLOCKED = STATUSES.index("blocked")


def mirror(
    source: Gathered, offer_id: str, maker: RowMaker, *, top: int | None, blocked: bool = False
) -> list[Suggestion]:
    """Rank all cooperatives for one offer, ties by cooperative id.

    Two passes, so that memory stays flat however many cooperatives there are: scores first, then the words
    of those that are shown.

    Parameters
    ----------
    source : Gathered
    offer_id : str
        One of the context's offers.
    maker : RowMaker
    top : int or None
        At most so many; ``None`` gives all.
    blocked : bool
        Whether to list blocked pairs and those that run already.
    """
    column = source.context.offer_ids.index(offer_id)
    scores, allowed = [], []
    for _, block in _blocks(source, source.cooperatives, keep=False):
        eligibility = block.eligibility
        scores.append(scores_of(block, maker.objective)[:, column])
        is_open = (eligibility.status[:, column] != _BLOCKED) & ~eligibility.held[:, column]
        allowed.append(is_open | blocked)
    if not scores:
        return []
    line = np.concatenate(scores).reshape(1, -1)
    mask = np.concatenate(allowed).reshape(1, -1)
    _, chosen, ranks = ranked(line, mask, line.shape[1] if top is None else top)
    shown = source.cooperatives.iloc[chosen].reset_index(drop=True)
    found = []
    for start, block in _blocks(source, shown, keep=True):
        rows = maker.of(block)
        found += [
            rows.suggestion(row, column, int(ranks[start + row])) for row in range(len(block.cooperatives))
        ]
    return found


def _blocks(source: Gathered, cooperatives: pd.DataFrame, *, keep: bool) -> Iterator[tuple[int, ScoredBlock]]:
    for start in range(0, len(cooperatives), _BLOCK_ROWS):
        rows = cooperatives.iloc[start : start + _BLOCK_ROWS].reset_index(drop=True)
        yield start, score_block(source.context, rows, source.areas, keep=keep)

"""Ranked offers for cooperatives, block by block."""

from collections.abc import Iterator, Sequence

import numpy as np
import pandas as pd

from models.explain.asking import questions
from models.ranking.ranker import ranked
from models.requirements.eligibility import STATUSES
from models.scoring.block import ScoredBlock, score_block
from recommender.advice.records import Advice, MissingFact
from recommender.advice.rows import RowMaker
from recommender.gathering import Gathered, rule_fields

__all__ = ["advice_blocks", "missing_facts"]

_BLOCK_ROWS = 256
_QUESTIONS = 3
_ASKED_OFFERS = 5
_BLOCKED = STATUSES.index("blocked")


def advice_blocks(
    source: Gathered,
    cooperatives: pd.DataFrame,
    maker: RowMaker,
    *,
    top: int | None,
    blocked: bool = False,
) -> Iterator[Advice]:
    """Yield the advice of each cooperative in the order of the frame, in flat memory.

    Parameters
    ----------
    source : Gathered
    cooperatives : DataFrame of shape (n_cooperatives, n_columns)
        Rows of ``source.cooperatives``.
    maker : RowMaker
    top : int or None
        At most so many suggestions each; ``None`` gives all.
    blocked : bool
        Whether to list every business offer, blocked and running ones included.
    """
    for start in range(0, len(cooperatives), _BLOCK_ROWS):
        rows = cooperatives.iloc[start : start + _BLOCK_ROWS].reset_index(drop=True)
        block = score_block(source.context, rows, source.areas, keep=True)
        yield from _block_advice(source, block, maker, top=top, blocked=blocked)


def _block_advice(
    source: Gathered, block: ScoredBlock, maker: RowMaker, *, top: int | None, blocked: bool
) -> Iterator[Advice]:
    business = np.broadcast_to(source.context.ranked, block.eligibility.status.shape)
    held = block.eligibility.held
    open_now = business & (block.eligibility.status != _BLOCKED) & ~held
    rows = maker.of(block)
    shown = _by_row(rows.scores, business if blocked else open_now, top)
    running = _by_row(rows.scores, business & held & (not blocked), None)
    support = _by_row(rows.scores, ~business & (not blocked), None)
    names = block.cooperatives[["cooperative_id", "name", "data_source"]].to_dict("records")
    for row, cooperative in enumerate(names):
        asked = shown[row][0][:_ASKED_OFFERS]
        yield Advice(
            cooperative_id=str(cooperative["cooperative_id"]),
            cooperative_name=str(cooperative["name"]),
            at=source.at,
            objective=maker.objective,
            suggestions=tuple(rows.many(row, *shown[row])),
            running=tuple(rows.many(row, *running[row])),
            support=tuple(rows.many(row, *support[row])),
            questions=missing_facts(source, block, row, asked, _QUESTIONS),
            data_source=cooperative["data_source"],
            model_version=maker.run.model_version,
            recommendation_id=maker.run.recommendation_id,
        )


def _by_row(scores: np.ndarray, allowed: np.ndarray, top: int | None) -> list[tuple[list[int], list[int]]]:
    """Rank every row; one pair of columns and ranks for each."""
    rows, columns, ranks = ranked(scores, allowed, scores.shape[1] if top is None else top)
    cuts = np.searchsorted(rows, np.arange(1, len(scores)))
    return [
        (of_row.tolist(), places.tolist())
        for of_row, places in zip(np.split(columns, cuts), np.split(ranks, cuts), strict=True)
    ]


def missing_facts(
    source: Gathered, block: ScoredBlock, row: int, columns: Sequence[int], most: int
) -> tuple[MissingFact, ...]:
    """Return the unknown fields worth asking for, with their labels.

    Parameters
    ----------
    source : Gathered
    block : ScoredBlock
        Scored with ``keep``.
    row : int
    columns : sequence of int
        Positions of the offers asked about.
    most : int
    """
    fields = rule_fields()
    found = []
    for question in questions(source.context, block, row, columns, most):
        column = fields.get(question.field)
        found.append(
            MissingFact(
                question.field,
                column.label_id if column else question.field,
                column.label_en if column else question.field,
                question.swing_logit,
                question.rules,
            )
        )
    return tuple(found)

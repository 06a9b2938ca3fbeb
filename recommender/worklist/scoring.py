"""Every cooperative scored once: signs of obstacles, changes with what they open, what to ask."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd

from features.profile.place import district_code
from models.barriers.changes import Change, Room, changes_for
from models.barriers.signs import Sign, open_pairs, signs_of
from models.barriers.unlocking import Unlocked, unlocked_by
from models.premises.plan import PremisesPlan
from models.ranking.ranker import ranked
from models.requirements.eligibility import STATUSES
from models.scoring.block import ScoredBlock, score_block
from recommender.advice.records import MissingFact
from recommender.advice.rows import scores_of
from recommender.advice.suggesting import missing_facts
from recommender.gathering import Gathered

__all__ = ["Finding", "findings_of"]

_OBJECTIVE = "balanced"
_ASKED_OFFERS = 5
_QUESTIONS = 3
_ELIGIBLE = STATUSES.index("eligible")


@dataclass(frozen=True, slots=True)
class Finding:
    """What was found out about one cooperative, by positions of offers.

    ``changes`` come with what they open, the best first; ``ready`` are eligible offers that take no money
    of its own, best ranked first; ``margin`` is the likely margin of every offer, NaN unknown.
    """

    signs: tuple[Sign, ...]
    changes: tuple[tuple[Change, Unlocked], ...]
    ready: tuple[int, ...]
    margin: np.ndarray
    questions: tuple[MissingFact, ...]


def findings_of(
    source: Gathered, cooperatives: pd.DataFrame, plan: PremisesPlan, area_m2_of: Mapping[str, float]
) -> list[Finding]:
    """Return one finding per row.

    Parameters
    ----------
    source : Gathered
    cooperatives : DataFrame of shape (n_cooperatives, n_columns)
        Rows of ``source.cooperatives``.
    plan : PremisesPlan
        Which asset each could be given.
    area_m2_of : mapping of asset_id to square metres
    """
    context = source.context
    if cooperatives.empty or not context.offer_ids:
        return [Finding((), (), (), np.empty(0), ()) for _ in range(len(cooperatives))]
    block = score_block(context, cooperatives, source.areas, keep=True)
    districts = [district_code(code) for code in cooperatives["area_code"]]
    is_open = open_pairs(block.eligibility, context.ranked)
    rooms = {
        one.cooperative_id: Room(one.asset_id, area_m2_of[one.asset_id])
        for one in (*plan.given, *plan.could_use)
    }
    pairs: list[tuple[int, Change]] = []
    rows = cooperatives.to_dict("records")
    for row, stated in enumerate(rows):
        found = changes_for(
            context.book,
            block.eligibility,
            row,
            np.flatnonzero(is_open[row]).tolist(),
            {str(name): value for name, value in stated.items()},
            room=rooms.get(str(stated["cooperative_id"])),
            mentoring=_mentoring(source, block, row),
        )
        pairs += [(row, change) for change in found]
    unlocked = unlocked_by(context, cooperatives, districts, block.eligibility, pairs)
    of_row: dict[int, list[tuple[Change, Unlocked]]] = {}
    for (row, change), effect in zip(pairs, unlocked, strict=True):
        of_row.setdefault(row, []).append((change, effect))
    return [
        _finding(source, block, row, is_open, of_row.get(row, []), stated["barriers"])
        for row, stated in enumerate(rows)
    ]


def _finding(
    source: Gathered,
    block: ScoredBlock,
    row: int,
    is_open: np.ndarray,
    changes: list[tuple[Change, Unlocked]],
    stated: object,
) -> Finding:
    context = source.context
    scores = scores_of(block, _OBJECTIVE)[row : row + 1]
    _, order, _ = ranked(scores, is_open[row : row + 1], len(context.offer_ids))
    best = [int(column) for column in order]
    useful = [(change, effect) for change, effect in changes if effect.eased]
    return Finding(
        signs=signs_of(
            context.book,
            block.eligibility,
            context.ranked,
            row,
            stated if isinstance(stated, tuple) else None,
        ),
        changes=tuple(sorted(useful, key=_worth)),
        ready=tuple(
            column
            for column in best
            if block.eligibility.status[row, column] == _ELIGIBLE and _takes_no_money(source, column)
        ),
        margin=block.margin.likely[row],
        questions=missing_facts(source, block, row, best[:_ASKED_OFFERS], _QUESTIONS),
    )


def _worth(pair: tuple[Change, Unlocked]) -> tuple[float | str, ...]:
    """Order changes: what opens, clears and eases most, then what costs and takes least, unknown last."""
    change, effect = pair
    return (
        -len(effect.opened),
        -len(effect.cleared),
        -len(effect.eased),
        np.inf if change.cost_idr is None else change.cost_idr,
        np.inf if change.days is None else change.days,
        len(change.supposed),
        change.kind,
        change.key,
        str(sorted(change.supposed.items(), key=str)),
    )


def _takes_no_money(source: Gathered, column: int) -> bool:
    offer = source.context.offers.iloc[column]
    return bool(offer["capital_need_idr"] == 0 or offer["funding"] in {"third_party", "none"})


def _mentoring(source: Gathered, block: ScoredBlock, row: int) -> str | None:
    """Return the first mentoring offer that has room for this cooperative and that it does not have yet."""
    context, eligibility = source.context, block.eligibility
    has_place = ~context.ranked & ~context.book.invalid & ~eligibility.full[row] & ~eligibility.held[row]
    columns = np.flatnonzero(has_place)
    return context.offer_ids[int(columns[0])] if len(columns) else None

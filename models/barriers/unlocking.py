"""How many offers each change opens, found by answering the rules anew with its values supposed."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from models.barriers.changes import Change
from models.requirements.eligibility import STATUSES, EligibilityBlock, eligibility_block
from models.scoring.context import ScoringContext

__all__ = ["Unlocked", "unlocked_by"]

_ELIGIBLE, _UNKNOWN = STATUSES.index("eligible"), STATUSES.index("unknown")
_NEEDS_STEPS = STATUSES.index("needs_steps")


@dataclass(frozen=True, slots=True)
class Unlocked:
    """What one change does to the offers that need steps; positions of offers.

    ``opened`` become eligible; ``cleared`` have nothing against them any more, only things to check;
    ``eased`` have fewer failed mandatory rules than before, the opened and cleared ones included.
    """

    opened: tuple[int, ...]
    cleared: tuple[int, ...]
    eased: tuple[int, ...]


def unlocked_by(
    context: ScoringContext,
    cooperatives: pd.DataFrame,
    districts: Sequence[str | None],
    now: EligibilityBlock,
    changes: Sequence[tuple[int, Change]],
) -> list[Unlocked]:
    """Answer every rule for every change at once.

    Parameters
    ----------
    context : ScoringContext
    cooperatives : DataFrame of shape (n_cooperatives, n_columns)
    districts : sequence of str or None, length n_cooperatives
    now : EligibilityBlock
        Of these cooperatives as they are.
    changes : sequence of (row, Change)

    Returns
    -------
    list of Unlocked
        One per change, in order.
    """
    if not changes:
        return []
    rows = [row for row, _ in changes]
    supposed = _supposed(cooperatives, changes)
    then = eligibility_block(
        context.book, supposed, [districts[row] for row in rows], context.offer_ids, context.places
    )
    needed = (now.status[rows] == _NEEDS_STEPS) & context.ranked[None, :] & ~now.held[rows]
    opened = needed & (then.status == _ELIGIBLE)
    cleared = needed & (then.status == _UNKNOWN)
    eased = needed & (then.failed < now.failed[rows])
    return [
        Unlocked(_places(opened[place]), _places(cleared[place]), _places(eased[place]))
        for place in range(len(changes))
    ]


def _places(marks: np.ndarray) -> tuple[int, ...]:
    return tuple(np.flatnonzero(marks).tolist())


def _supposed(cooperatives: pd.DataFrame, changes: Sequence[tuple[int, Change]]) -> pd.DataFrame:
    frame = cooperatives.iloc[[row for row, _ in changes]].reset_index(drop=True)
    fields = sorted({field for _, change in changes for field in change.supposed if field in frame})
    for field in fields:
        values = frame[field].to_numpy(copy=True)
        for place, (_, change) in enumerate(changes):
            if field in change.supposed:
                values[place] = change.supposed[field]
        frame[field] = pd.Series(values, dtype=values.dtype)
    return frame

"""What would raise the probability of one pair, and by how much."""

from dataclasses import dataclass

import numpy as np

from models.belief.chance import chance_of
from models.scoring.block import ScoredBlock
from models.scoring.context import ScoringContext
from models.scoring.learned import learned_logit

__all__ = ["Raise", "what_raises"]

# Only what a cooperative, its advisor or its board can change; nobody moves a depot.
_CHANGEABLE = frozenset(
    {
        "capital_coverage_ratio",
        "shop_coverage_ratio",
        "store_coverage_ratio",
        "premises_level",
        "infrastructure_share",
        "skill_gap_levels",
        "board_skill_level",
        "training_hours",
        "member_count",
        "interest_score",
        "documents_ready_share",
        "rules_met_share",
    }
)
# How far a criterion can be brought in half a year, in its unit.
_REACHABLE = {
    "capital_coverage_ratio": 1.0,
    "shop_coverage_ratio": 1.0,
    "store_coverage_ratio": 1.0,
    "premises_level": 0.55,
    "infrastructure_share": 1.0,
    "skill_gap_levels": 0.0,
    "board_skill_level": 2.0,
    "training_hours": 40.0,
    "member_count": 150.0,
    "interest_score": 1.0,
    "documents_ready_share": 1.0,
    "rules_met_share": 1.0,
}
# Below this a gain, in logits, is nothing.
_WORTH_SAYING = 1e-3


@dataclass(frozen=True, slots=True)
class Raise:
    """One change of one criterion, all else equal: from, to, and the probability before and after.

    ``value_now`` is ``None`` while it is unknown.
    """

    criterion: str
    value_now: float | None
    value_then: float
    probability_now: float
    probability_then: float


def what_raises(
    context: ScoringContext, block: ScoredBlock, row: int, column: int, most: int = 3
) -> tuple[Raise, ...]:
    """Return the changes that would help most, the largest first.

    Parameters
    ----------
    context : ScoringContext
    block : ScoredBlock
        Scored with ``keep``.
    row, column : int
    most : int
        At most so many.
    """
    logit = float(block.chance.logit[row, column])
    chance = float(block.chance.probability[row, column])
    believed = float(block.prior.logit[row, column])
    district = str(block.placed["district_code"].iloc[row])
    found = []
    for belief in context.beliefs.criteria:
        name = belief.criterion
        mask = context.applicable.get(name)
        if name not in _CHANGEABLE or (mask is not None and not mask[column]):
            continue
        values = block.stated[name]
        now = float(values[row, min(column, values.shape[1] - 1)])
        change = float(belief.curve(np.array(_REACHABLE[name]))) - float(
            block.prior.contributions[name][row, column]
        )
        then = learned_logit(
            context, block.stated, district, (row, column), believed + change, {name: _REACHABLE[name]}
        )
        if then - logit > _WORTH_SAYING:
            known = None if np.isnan(now) else now
            found.append(Raise(name, known, _REACHABLE[name], chance, float(chance_of(np.array(then)))))
    found.sort(key=lambda change: (-change.probability_then, change.criterion))
    return tuple(found[:most])

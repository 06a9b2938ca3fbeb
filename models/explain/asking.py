"""Which unknown fact matters most for one pair, or for a whole list."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from features.pairs.catalogue import pair_features
from models.requirements.rules import Rule
from models.scoring.block import ScoredBlock
from models.scoring.context import ScoringContext

__all__ = ["Question", "questions"]


@dataclass(frozen=True, slots=True)
class Question:
    """An unknown field and how much knowing it could move the answer.

    ``swing_logit`` is the standard deviation, in logits, that the field's ignorance puts into the
    probability, averaged over the offers asked about; ``rules`` counts the mandatory rules it would decide.
    """

    field: str
    swing_logit: float
    rules: int


def questions(
    context: ScoringContext, block: ScoredBlock, row: int, columns: Sequence[int], most: int = 3
) -> tuple[Question, ...]:
    """Return the unknown fields of one cooperative that matter most for some offers.

    A criterion's doubt is shared equally by its unknown fields.

    Parameters
    ----------
    context : ScoringContext
    block : ScoredBlock
        Scored with ``keep``.
    row : int
    columns : sequence of int
        Positions of the offers asked about; empty gives no question.
    most : int
    """
    if not columns:
        return ()
    stated = block.cooperatives.iloc[row]
    swing: dict[str, float] = {}
    rules: dict[str, int] = {}
    for column in columns:
        for name, spread in block.chance.spread.items():
            fields = [field for field in _fields(context, name, column) if _unknown(stated, field)]
            for field in fields:
                share = float(spread[row, column]) / len(fields) / len(columns)
                swing[field] = swing.get(field, 0.0) + share
        for field in _rule_fields(context.book.rules[column], stated):
            rules[field] = rules.get(field, 0) + 1
    for field in rules:
        swing.setdefault(field, 0.0)
    asked = [Question(field, size, rules.get(field, 0)) for field, size in swing.items()]
    asked = [question for question in asked if question.swing_logit > 0 or question.rules > 0]
    # A rule decides whether an offer is open at all: one weighs as much as a tenth of a logit.
    asked.sort(key=lambda found: (-(found.swing_logit + 0.1 * found.rules / len(columns)), found.field))
    return tuple(asked[:most])


def _fields(context: ScoringContext, criterion: str, column: int) -> tuple[str, ...]:
    if criterion in {"rules_met_share", "days_to_open"}:
        rules = context.book.rules[column]
        return tuple(dict.fromkeys(rule.condition.field for rule in rules if rule.must))
    inputs = pair_features()[criterion].inputs
    named = {
        "(demand_field)": context.stated.demand_fields[column],
        "(competition_field)": context.stated.competition_fields[column],
    }
    fields = [named.get(field, field) for field in inputs]
    if criterion == "matching_member_count":
        fields = list(context.stated.sector[column].member_fields)
    return tuple(field for field in fields if field)


def _rule_fields(rules: Sequence[Rule], stated: pd.Series) -> list[str]:
    wanted = {rule.condition.field for rule in rules if rule.must}
    return sorted(field for field in wanted if _unknown(stated, field))


def _unknown(stated: pd.Series, field: str) -> bool:
    if field not in stated.index:
        return True
    value = stated[field]
    return value is None or value is pd.NaT or (isinstance(value, float) and bool(np.isnan(value)))

"""Everything about one pair: rules, contributions, score, what would raise it, what to ask."""

from collections.abc import Mapping

import numpy as np
import pandas as pd

from features.cells.format import format_cell
from features.frame_cells import day_of
from features.pairs.catalogue import pair_features
from features.schema.loader import Column
from models.explain.formula import score_formula
from models.explain.raising import what_raises
from models.explain.reasons import needs_none
from models.explain.terms import term_labels
from models.explain.texts import Language
from models.explain.wording import value_in_words
from models.ranking.objectives import ScoreInputs, balanced_parts
from models.requirements.steps import RuleAnswer, rule_answers
from models.scoring.block import ScoredBlock, score_block
from recommender.advice.records import Contribution, Explanation, Raising, RuleFinding
from recommender.advice.rows import RowMaker
from recommender.advice.suggesting import missing_facts
from recommender.gathering import Gathered, rule_fields

__all__ = ["explain_pair", "rule_findings"]


# What recorded outcomes say is no assumption.
_BASES = {"offer": "fact", "district": "fact"}


def explain_pair(
    source: Gathered, cooperative: pd.DataFrame, offer_id: str, maker: RowMaker, rank: int
) -> Explanation:
    """Explain one pair.

    Parameters
    ----------
    source : Gathered
    cooperative : DataFrame of shape (1, n_columns)
        Its row of ``source.cooperatives``.
    offer_id : str
        One of the context's offers.
    maker : RowMaker
    rank : int
        Its place in the cooperative's full list; 0 when it is not ranked.
    """
    context = source.context
    column = context.offer_ids.index(offer_id)
    block = score_block(context, cooperative.reset_index(drop=True), source.areas, keep=True)
    suggestion = maker.of(block).suggestion(0, column, rank)
    answers = rule_answers(context.book, block.eligibility, 0, column)
    return Explanation(
        suggestion=suggestion,
        at=source.at,
        objective=maker.objective,
        logit=float(block.chance.logit[0, column]),
        rules=rule_findings(answers, block.cooperatives.iloc[0], maker.language),
        contributions=_contributions(source, block, column),
        score_formula=score_formula(maker.objective, maker.language),
        score_parts=_score_parts(block, column, maker.objective),
        raising=_raising(source, block, column),
        missing=missing_facts(source, block, 0, [column], most=5),
    )


def rule_findings(
    answers: tuple[RuleAnswer, ...], stated: pd.Series, language: Language
) -> tuple[RuleFinding, ...]:
    """Write out how one cooperative stands to the rules of one offer.

    Parameters
    ----------
    answers : tuple of RuleAnswer
    stated : Series
        The cooperative's values as of the day.
    language : {'id', 'en'}
        Of the words.
    """
    fields = rule_fields()
    return tuple(_finding(found, stated, fields, language) for found in answers)


def _finding(
    found: RuleAnswer, stated: pd.Series, fields: Mapping[str, Column], language: Language
) -> RuleFinding:
    condition = found.rule.condition
    column, actual = fields.get(condition.field), _actual(stated, condition.field, fields)
    return RuleFinding(
        rule_id=found.rule.rule_id,
        label=found.rule.label,
        field=condition.field,
        operator=condition.operator,
        required=found.rule.stated_value,
        required_words=value_in_words(column, found.rule.stated_value, language),
        actual=actual,
        actual_words=None if actual is None else value_in_words(column, actual, language),
        answer=found.answer,
        must=found.rule.must,
        basis=found.rule.basis,
        source=found.rule.source,
        actual_source=stated["data_source"],
        actual_on=day_of(stated["observed_on"]),
    )


def _actual(stated: pd.Series, field: str, fields: Mapping[str, Column]) -> str | None:
    column = fields.get(field)
    if column is None or field not in stated.index:
        return None
    value = stated[field]
    if value is None or (isinstance(value, float) and np.isnan(value)):
        return None
    if column.kind == "yes_no":
        return format_cell(column, bool(value))
    if column.is_numeric and column.kind != "decimal":
        return format_cell(column, int(value))
    return format_cell(column, value)


def _contributions(source: Gathered, block: ScoredBlock, column: int) -> tuple[Contribution, ...]:
    beliefs = {belief.criterion: belief for belief in source.beliefs.criteria}
    found = []
    for term, values in block.chance.contributions.items():
        belief, feature = beliefs.get(term), pair_features().get(term)
        spared = needs_none(source.context, term, column)
        labels = term_labels(term)
        found.append(
            Contribution(
                term=term,
                label_id=labels[0],
                label_en=labels[1],
                unit=feature.unit if feature else "",
                value=_cell(block.stated[term], column) if feature and not spared else None,
                not_needed=spared,
                contribution_logit=float(values[0, column]),
                doubt_logit=float(block.chance.spread[term][0, column]) if feature else 0.0,
                basis=belief.basis if belief else _BASES.get(term, "assumption"),
                source=belief.source if belief else "",
            )
        )
    return tuple(found)


def _raising(source: Gathered, block: ScoredBlock, column: int) -> tuple[Raising, ...]:
    found = []
    for change in what_raises(source.context, block, 0, column):
        feature = pair_features()[change.criterion]
        found.append(
            Raising(
                change.criterion,
                feature.label_id,
                feature.label_en,
                feature.unit,
                change.value_now,
                change.value_then,
                change.probability_then,
            )
        )
    return tuple(found)


def _score_parts(block: ScoredBlock, column: int, objective: str) -> dict[str, float]:
    inputs = ScoreInputs(
        probability=block.inputs.probability[:1, column],
        margin_idr_per_month=block.inputs.margin_idr_per_month[:1, column],
        jobs_count=block.inputs.jobs_count[:1, column],
        rules_met_share=block.inputs.rules_met_share[:1, column],
        days_to_open=block.inputs.days_to_open[:1, column],
    )
    if objective == "balanced":
        return {name: float(part[0]) for name, part in balanced_parts(inputs).items()}
    probability = float(inputs.probability[0])
    if objective == "margin":
        return {"p": probability, "margin": _zero(inputs.margin_idr_per_month[0])}
    if objective == "jobs":
        return {"p": probability, "jobs": _zero(inputs.jobs_count[0])}
    return {"p": probability}


def _cell(values: np.ndarray, column: int) -> float | None:
    value = float(values[0, min(column, values.shape[1] - 1)])
    return None if np.isnan(value) else value


def _zero(value: float) -> float:
    return 0.0 if np.isnan(value) else float(value)

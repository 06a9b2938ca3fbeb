"""Every rule of every offer for one cooperative, without ranking anything."""

import datetime as dt
from dataclasses import dataclass

from models.explain.texts import Language
from models.requirements.steps import rule_answers
from models.scoring.block import score_block
from recommender.advice.explaining import rule_findings
from recommender.advice.records import RuleFinding, Suggestion
from recommender.advice.rows import RowMaker
from recommender.advice.runs import advice_run
from recommender.directory import found_cooperative
from recommender.gathering import Gathered

__all__ = ["PairRules", "pair_rules"]


@dataclass(frozen=True, slots=True)
class PairRules:
    """One pair with the answer to each of its rules; ``pair.rank`` is 0, for nothing is ranked."""

    pair: Suggestion
    rules: tuple[RuleFinding, ...]


def pair_rules(
    source: Gathered, cooperative_id: str, *, language: Language, made_at: dt.datetime
) -> list[PairRules]:
    """Answer every rule of every offer, mentoring included, by offer id.

    Parameters
    ----------
    source : Gathered
    cooperative_id : str
    language : {'id', 'en'}
    made_at : datetime
        This moment, with its time zone.

    Raises
    ------
    NotFoundError
        When there is no such cooperative.
    """
    cooperative = found_cooperative(source, cooperative_id)
    if not source.context.offer_ids:
        return []
    run = advice_run(source, "success", author="-", made_at=made_at)
    maker = RowMaker(source, run, "success", language)
    block = score_block(source.context, cooperative, source.areas, keep=True)
    rows = maker.of(block)
    stated = block.cooperatives.iloc[0]
    return [
        PairRules(
            pair=rows.suggestion(0, column, 0),
            rules=rule_findings(
                rule_answers(source.context.book, block.eligibility, 0, column), stated, language
            ),
        )
        for column in range(len(source.context.offer_ids))
    ]

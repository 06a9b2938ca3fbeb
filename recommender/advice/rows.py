"""Scored blocks to suggestion rows."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from features.frame_cells import number_of
from models.economics.margin import MARGIN_BASES
from models.explain.reasons import pair_reasons
from models.explain.texts import Language
from models.ranking.objectives import score
from models.requirements.eligibility import STATUSES, EligibilityBlock
from models.requirements.steps import application_window, rule_answers, steps_of
from models.scoring.block import ScoredBlock
from models.scoring.context import ScoringContext
from models.scoring.learned import evidence_of
from recommender.advice.records import StepRecord, Suggestion
from recommender.gathering import Gathered
from recommender.store.records import AdviceRun

__all__ = ["BlockRows", "RowMaker", "scores_of"]

_BLOCKED = {
    "id": {
        "invalid": "Terhalang: model bisnis ini di luar masa berlakunya.",
        "full": "Terhalang: kuotanya sudah penuh.",
        "unremedied": "Terhalang: syarat wajib tidak terpenuhi dan tidak dapat dipenuhi: {labels}.",
    },
    "en": {
        "invalid": "Blocked: this offer is outside its period of validity.",
        "full": "Blocked: its quota is full.",
        "unremedied": "Blocked: a mandatory rule is not met and cannot be: {labels}.",
    },
}

_NOTHING_PARTICULAR = {
    "id": "Belum ada data khusus; ini perkiraan umum untuk jenis usaha ini.",
    "en": "No particular data yet; this is a general estimate for this kind of business.",
}


def scores_of(block: ScoredBlock, objective: str) -> np.ndarray:
    """Return what the ranking sorts by; shape (n_cooperatives, n_offers)."""
    shape = block.chance.logit.shape
    return np.broadcast_to(score(objective, block.inputs), shape)


@dataclass(frozen=True, slots=True)
class RowMaker:
    """Makes the rows of one run in one language.

    Attributes
    ----------
    source : Gathered
    run : AdviceRun
    objective : str
    language : {'id', 'en'}
    """

    source: Gathered
    run: AdviceRun
    objective: str
    language: Language

    def of(self, block: ScoredBlock) -> "BlockRows":
        """Prepare a block scored with ``keep`` for writing out pairs."""
        return BlockRows(self, block)


class BlockRows:
    """Writes out pairs of one block.

    Parameters
    ----------
    maker : RowMaker
    block : ScoredBlock
        Scored with ``keep``.
    """

    def __init__(self, maker: RowMaker, block: ScoredBlock) -> None:
        self._maker = maker
        self._block = block
        context = maker.source.context
        self.scores = scores_of(block, maker.objective)
        self._probability = block.chance.probability
        self._lower, self._upper = block.chance.lower, block.chance.upper
        self._evidence = evidence_of(context.learned)
        self._after = (block.after_steps or block.chance).probability
        self._cooperatives = block.cooperatives[["cooperative_id", "name", "data_source"]].to_dict("records")
        self._offers = context.offers.to_dict("records")
        partners = maker.source.partners
        self._partner_names = dict(zip(partners["partner_id"], partners["name"], strict=True))
        self._windows = [
            application_window(starts, ends, context.at)
            for starts, ends in zip(context.offers["apply_from"], context.offers["apply_to"], strict=True)
        ]

    def many(self, row: int, columns: Sequence[int], ranks: Sequence[int]) -> list[Suggestion]:
        """Write out several pairs of one cooperative."""
        return [
            self.suggestion(row, int(column), int(rank)) for column, rank in zip(columns, ranks, strict=True)
        ]

    def suggestion(self, row: int, column: int, rank: int) -> Suggestion:
        """Write out one pair; ``rank`` 0 means that it is not ranked."""
        maker, block = self._maker, self._block
        offer, cooperative = self._offers[column], self._cooperatives[row]
        pros, cons = self._reasons(row, column)
        offer_id = str(offer["offer_id"])
        return Suggestion(
            cooperative_id=str(cooperative["cooperative_id"]),
            cooperative_name=str(cooperative["name"]),
            rank=rank,
            offer_id=offer_id,
            offer_title=str(offer["title"]),
            partner_name=str(self._partner_names.get(offer["partner_id"], offer["partner_id"])),
            sector=str(offer["sector"]),
            status=STATUSES[block.eligibility.status[row, column]],
            success_probability=float(self._probability[row, column]),
            lower=float(self._lower[row, column]),
            upper=float(self._upper[row, column]),
            evidence=self._evidence,
            after_steps=float(self._after[row, column]),
            expected_margin_idr=number_of(block.margin.likely[row, column]),
            margin_low_idr=number_of(block.margin.low[row, column]),
            margin_high_idr=number_of(block.margin.high[row, column]),
            margin_basis=MARGIN_BASES[block.margin.basis[row, column]],
            jobs_count=number_of(offer["jobs_count"]),
            score=float(self.scores[row, column]),
            pros=pros,
            cons=cons,
            steps=self._steps(row, column),
            places_left=maker.source.context.places.left_in_city.get(offer_id),
            is_running=bool(block.eligibility.held[row, column]),
            data_source=cooperative["data_source"],
            model_version=maker.run.model_version,
            recommendation_id=maker.run.recommendation_id,
        )

    def _reasons(self, row: int, column: int) -> tuple[tuple[str, ...], tuple[str, ...]]:
        context, language = self._maker.source.context, self._maker.language
        reasons = pair_reasons(context, self._block, row, column, language)
        blocks = _why_blocked(context, self._block.eligibility, row, column, language)
        return reasons.pro or (_NOTHING_PARTICULAR[language],), (*blocks, *reasons.con)

    def _steps(self, row: int, column: int) -> tuple[StepRecord, ...]:
        answers = rule_answers(self._maker.source.context.book, self._block.eligibility, row, column)
        return tuple(
            StepRecord(
                step.kind,
                step.rule_id,
                step.label,
                step.remedy,
                step.cost_idr,
                step.days,
                step.basis,
                step.source,
            )
            for step in steps_of(answers, self._windows[column])
        )


def _why_blocked(
    context: ScoringContext, eligibility: EligibilityBlock, row: int, column: int, language: Language
) -> tuple[str, ...]:
    texts, found = _BLOCKED[language], []
    if context.book.invalid[column]:
        found.append(texts["invalid"])
    if eligibility.full[row, column]:
        found.append(texts["full"])
    if eligibility.unremedied[row, column]:
        labels = [
            answer.rule.label
            for answer in rule_answers(context.book, eligibility, row, column)
            if answer.answer == "failed" and answer.rule.must and not answer.rule.remedy
        ]
        found.append(texts["unremedied"].format(labels="; ".join(labels)))
    return tuple(found)

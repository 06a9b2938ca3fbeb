"""Every version with what is known of it: how it came about, whether it answers, what is wrong with it."""

from dataclasses import dataclass
from typing import Any, Literal

from recommender.errors import RefusedError
from recommender.registry.manifest import TrainingFacts
from recommender.registry.opening import read_sealed
from recommender.registry.standing import Standing, standing
from recommender.store.model_records import Promotion
from recommender.store.reading import Reads

__all__ = ["ModelLine", "VersionStatus", "model_lines"]

VersionStatus = Literal["active", "promoted", "registered", "refused"]
"""Answers now; did once; never did; is not whole."""


@dataclass(frozen=True, slots=True)
class ModelLine:
    """One version.

    Attributes
    ----------
    version : str
    status : {'active', 'promoted', 'registered', 'refused'}
    facts : TrainingFacts or None
        How it came about; ``None`` for the experts' prior and for what cannot be read.
    promotion : Promotion or None
        The newest that leads to it.
    fault_id, fault_en : str or None
        Why it is refused, in two languages.
    """

    version: str
    status: VersionStatus
    facts: TrainingFacts | None = None
    promotion: Promotion | None = None
    fault_id: str | None = None
    fault_en: str | None = None

    def record(self) -> dict[str, Any]:
        """Return it as one flat record of plain values; ``None`` is unknown or does not apply."""
        facts, promotion = self.facts, self.promotion
        figures = {} if facts is None else facts.figures
        return {
            "version": self.version,
            "status": self.status,
            "trained_at": facts and facts.trained_at.isoformat(),
            "at": facts and facts.at.isoformat(),
            "trained_by": facts and facts.author,
            "outcome_count": facts and facts.outcome_count,
            "passed": facts and facts.passed,
            "log_loss": figures.get("log_loss_candidate"),
            "log_loss_prior": figures.get("log_loss_prior"),
            "log_loss_active": figures.get("log_loss_active"),
            "ndcg5": figures.get("ndcg5_candidate"),
            "ece": figures.get("ece_candidate"),
            "snapshot_sha256": facts and facts.snapshot_sha256,
            "code_version": facts and facts.code_version,
            "promoted_at": promotion and promotion.made_at.isoformat(),
            "promoted_by": promotion and promotion.author,
            "why": promotion and promotion.why,
            "fault_id": self.fault_id,
            "fault_en": self.fault_en,
        }


def model_lines(store: Reads, prior_version: str) -> list[ModelLine]:
    """Return every version, newest first, the experts' prior last.

    Parameters
    ----------
    store : Reads
    prior_version : str
        How the prior is named.
    """
    now = standing(store)
    newest = {one.to_version: one for one in store.promotion_log().promotions}
    lines = [_line(store, version, now, newest.get(version)) for version in reversed(store.model_versions())]
    status: VersionStatus = "active" if now.version is None else "promoted"
    return [*lines, ModelLine(prior_version, status, promotion=newest.get(None))]


def _line(store: Reads, version: str, now: Standing, promotion: Promotion | None) -> ModelLine:
    for refused in now.refused:
        if refused.version == version:
            told = refused.message_id, refused.message_en
            return ModelLine(version, "refused", None, promotion, *told)
    stored = store.stored_model(version)
    try:
        # a row that went between two questions has nothing to tell
        facts = None if stored is None else read_sealed(stored).facts
    except RefusedError as error:
        return ModelLine(version, "refused", None, promotion, error.message_id, error.message_en)
    if version == now.version:
        return ModelLine(version, "active", facts, promotion)
    return ModelLine(version, "registered" if promotion is None else "promoted", facts, promotion)

"""Which model answers and why: its standing, its judgement, what it makes of the beliefs, its history."""

import datetime as dt
import math
from dataclasses import dataclass

from features.pairs.catalogue import pair_features
from models.belief.beliefs import packaged_beliefs
from models.explain.departures import Departure, departures
from recommender.registry.standing import Standing, standing
from recommender.store.model_records import Promotion
from recommender.store.reading import Reads
from recommender.training.model_judgement import JudgedRound, judged_rounds
from recommender.training.prospects import Prospects
from recommender.training.review_desk import OutcomeRecord
from recommender.training.versions import ModelLine, model_lines

__all__ = ["BeliefLine", "ModelReport", "ModelStanding", "belief_lines", "model_standing"]


@dataclass(frozen=True, slots=True)
class BeliefLine:
    """What became of one belief; the logits are changes from ``low`` to ``high`` of the criterion.

    Attributes
    ----------
    found : Departure
        Of the evaluation against the model that answers.
    unit : str
        Of ``low`` and ``high``.
    is_contradicted : bool
        Whether outcomes surely say otherwise.
    confidence : float
        How sure it is that learned and believed differ, 0 ... 1.
    """

    found: Departure
    unit: str
    is_contradicted: bool
    confidence: float


@dataclass(frozen=True, slots=True)
class ModelStanding:
    """Who answers, and what is on record of it.

    Attributes
    ----------
    now : Standing
    active : ModelLine
        The version that answers; the experts' prior is one, too.
    since : Promotion or None
        The decision by which it answers; ``None`` for the prior from the beginning, and where what was
        decided cannot be kept to.
    rounds : tuple of JudgedRound
        Its evaluation on the day of its training.
    lines : tuple of ModelLine
        All versions, newest first, the prior last.
    changes : tuple of Promotion
        All promotions and rollbacks that can be trusted, newest first.
    """

    now: Standing
    active: ModelLine
    since: Promotion | None
    rounds: tuple[JudgedRound, ...]
    lines: tuple[ModelLine, ...]
    changes: tuple[Promotion, ...]


@dataclass(frozen=True, slots=True)
class ModelReport:
    """The standing with what rests on outcomes; ``None`` where that could not be worked out."""

    at: dt.date
    standing: ModelStanding
    beliefs: tuple[BeliefLine, ...] | None
    prospects: Prospects | None


def model_standing(store: Reads, prior_version: str) -> ModelStanding:
    """Return who answers and how it came about; a version that cannot be read is among them as refused.

    Parameters
    ----------
    store : Reads
        A snapshot of a store: several tables have to fit each other.
    prior_version : str
        How the experts' prior is named.
    """
    now, lines, log = standing(store), model_lines(store, prior_version), store.promotion_log()
    active = next(one for one in lines if one.version == (now.version or prior_version))
    last = log.promotions[-1] if log.promotions and log.broken_at is None else None
    return ModelStanding(
        now=now,
        active=active,
        since=last if last is not None and last.to_version == now.version else None,
        rounds=() if active.facts is None else judged_rounds(active.facts.figures),
        lines=tuple(lines),
        changes=tuple(reversed(log.promotions)),
    )


def belief_lines(now: Standing, record: OutcomeRecord) -> tuple[BeliefLine, ...]:
    """Return what the model that answers makes of each belief, the surest differences first.

    Parameters
    ----------
    now : Standing
    record : OutcomeRecord
        Of the day that the model was trained for; empty where the prior answers.
    """
    if now.served is None:
        return ()
    found = departures(now.served.model, packaged_beliefs(), record.outcomes.pairs)
    return tuple(_line(one) for one in found)


def _line(found: Departure) -> BeliefLine:
    apart = abs(found.learned_logit - found.believed_logit) / found.sd_logit
    return BeliefLine(
        found=found,
        unit=pair_features()[found.criterion].unit,
        is_contradicted=found.verdict != "as_believed",
        confidence=math.erf(apart / math.sqrt(2.0)),
    )

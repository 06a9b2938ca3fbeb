"""What advice is made of, as frozen records."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

__all__ = [
    "Advice",
    "Contribution",
    "Explanation",
    "MissingFact",
    "Raising",
    "RuleFinding",
    "StepRecord",
    "Suggestion",
]


@dataclass(frozen=True, slots=True)
class StepRecord:
    """One thing to do for a pair.

    ``kind`` is ``do`` (a rule failed), ``check`` (not known yet) or ``wait`` (an application window).
    ``label`` and ``remedy`` are as the department wrote them; ``cost_idr`` (rupiah) and ``days`` are
    ``None`` when unknown; ``basis`` is ``fact`` or ``assumption``.
    """

    kind: str
    rule_id: str
    label: str
    remedy: str
    cost_idr: int | None
    days: int | None
    basis: str | None
    source: str | None


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One pair as advised.

    Attributes
    ----------
    rank : int
        From 1 within the cooperative (or, in a mirror list, within the offer).
    status : str
        ``eligible``, ``unknown``, ``needs_steps`` or ``blocked``.
    success_probability, lower, upper : float
        In (0, 1); ``lower ... upper`` is the 80 % interval.
    evidence : str
        ``prior``, ``few`` or ``data``.
    after_steps : float
        The probability with every failed mandatory rule met.
    expected_margin_idr, margin_low_idr, margin_high_idr : float or None
        Rupiah a month; ``None`` where the offer states too little.
    margin_basis : str
        ``known``, ``assumed``, ``estimated`` (an unknown field read at its usual value) or ``unknown``.
    jobs_count : float or None
    score : float
        What the ranking sorts by under the objective.
    pros, cons : tuple of str
        Sentences in the language asked for.
    steps : tuple of StepRecord
    places_left : int or None
        Places left under the city quota; ``None`` without a quota.
    is_running : bool
        The cooperative holds a place of this offer already.
    data_source : str or None
        Where the cooperative's profile comes from; ``contoh`` marks example data.
    """

    cooperative_id: str
    cooperative_name: str
    rank: int
    offer_id: str
    offer_title: str
    partner_name: str
    sector: str
    status: str
    success_probability: float
    lower: float
    upper: float
    evidence: str
    after_steps: float
    expected_margin_idr: float | None
    margin_low_idr: float | None
    margin_high_idr: float | None
    margin_basis: str
    jobs_count: float | None
    score: float
    pros: tuple[str, ...]
    cons: tuple[str, ...]
    steps: tuple[StepRecord, ...]
    places_left: int | None
    is_running: bool
    data_source: str | None
    model_version: str
    recommendation_id: str


@dataclass(frozen=True, slots=True)
class MissingFact:
    """An unknown field, how much it could move the answer, and how many mandatory rules it decides.

    ``swing_logit`` is a standard deviation in logits; labels are those of the field's column.
    """

    field: str
    label_id: str
    label_en: str
    swing_logit: float
    rules: int


@dataclass(frozen=True, slots=True)
class Advice:
    """Ranked suggestions for one cooperative, with what runs already and what to ask first."""

    cooperative_id: str
    cooperative_name: str
    at: dt.date
    objective: str
    suggestions: tuple[Suggestion, ...]
    running: tuple[Suggestion, ...]
    support: tuple[Suggestion, ...]
    questions: tuple[MissingFact, ...]
    data_source: str | None
    model_version: str
    recommendation_id: str


@dataclass(frozen=True, slots=True)
class RuleFinding:
    """One rule of the offer and how the cooperative stands to it.

    ``answer`` is ``met``, ``failed`` or ``unknown``; ``actual`` is the stated value as text, ``None`` when
    unknown, with its own source and day. ``required_words`` and ``actual_words`` say the same in the language
    asked for.
    """

    rule_id: str
    label: str
    field: str
    operator: str
    required: str
    required_words: str
    actual: str | None
    actual_words: str | None
    answer: str
    must: bool
    basis: str | None
    source: str | None
    actual_source: str | None
    actual_on: dt.date | None


@dataclass(frozen=True, slots=True)
class Contribution:
    """One term of the logit; all terms sum to it exactly.

    ``value`` is the feature's stated value in its unit, ``None`` when unknown (then the typical value
    stands in and ``doubt_logit`` says how much that could change) or when the offer needs none of it, which
    ``not_needed`` tells apart.
    """

    term: str
    label_id: str
    label_en: str
    unit: str
    value: float | None
    not_needed: bool
    contribution_logit: float
    doubt_logit: float
    basis: str
    source: str


@dataclass(frozen=True, slots=True)
class Raising:
    """One change that would raise the probability, all else equal; ``value_now`` is ``None`` if unknown."""

    criterion: str
    label_id: str
    label_en: str
    unit: str
    value_now: float | None
    value_then: float
    probability_then: float


@dataclass(frozen=True, slots=True)
class Explanation:
    """Everything about one pair: rules, contributions, score, what would raise it, what to ask."""

    suggestion: Suggestion
    at: dt.date
    objective: str
    logit: float
    rules: tuple[RuleFinding, ...]
    contributions: tuple[Contribution, ...]
    score_formula: str
    score_parts: Mapping[str, float]
    raising: tuple[Raising, ...]
    missing: tuple[MissingFact, ...]

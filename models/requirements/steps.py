"""What is missing for one pair, in the order of applying, with cost and days."""

import datetime as dt
from dataclasses import dataclass

from features.frame_cells import day_of
from features.profile.documents import BASE_DOCUMENTS
from models.requirements.eligibility import EligibilityBlock, RuleBook
from models.requirements.rules import Rule
from models.requirements.truth import FAILED, MET

__all__ = [
    "RuleAnswer",
    "Step",
    "Window",
    "application_window",
    "applying_place",
    "rule_answers",
    "steps_of",
]

# The order of applying at Simkopdes: papers, then people, then room and equipment, then the rest.
_ORDER = (
    *BASE_DOCUMENTS,
    "kbli_codes",
    "member_count",
    "board_count",
    "board_skill_level",
    "training_hours",
    "specialists",
    "premises_status",
    "shop_area_m2",
    "store_area_m2",
    "store_capacity_t",
    "power_va",
    "has_internet",
    "road_access",
)


@dataclass(frozen=True, slots=True)
class RuleAnswer:
    """One rule and how the cooperative stands to it: ``met``, ``failed`` or ``unknown``."""

    rule: Rule
    answer: str


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to do.

    ``kind`` is ``do`` (a failed rule), ``check`` (an unknown one) or ``wait`` (an application window).
    Cost in rupiah and days are ``None`` when unknown.
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
class Window:
    """The application window of an offer; ``state`` is ``open``, ``next`` or ``unannounced``."""

    state: str
    opens_on: dt.date | None
    closes_on: dt.date | None


def rule_answers(
    book: RuleBook, eligibility: EligibilityBlock, row: int, column: int
) -> tuple[RuleAnswer, ...]:
    """Return every rule of one pair with its answer, in the order of applying."""
    answers = []
    for rule, place in zip(book.rules[column], book.columns[column], strict=True):
        truth = int(eligibility.truth[row, place])
        answer = "met" if truth == MET else "failed" if truth == FAILED else "unknown"
        answers.append(RuleAnswer(rule, answer))
    return tuple(
        sorted(answers, key=lambda found: (applying_place(found.rule.condition.field), found.rule.rule_id))
    )


def steps_of(answers: tuple[RuleAnswer, ...], window: Window) -> tuple[Step, ...]:
    """Return what is left to do: failed mandatory rules first, then what to check, then the window.

    Parameters
    ----------
    answers : tuple of RuleAnswer
        From ``rule_answers``.
    window : Window
    """
    must = [found for found in answers if found.rule.must]
    failed = [_step(found.rule, "do") for found in must if found.answer == "failed"]
    unknown = [_step(found.rule, "check") for found in must if found.answer == "unknown"]
    waiting = [] if window.state == "open" else [_waiting(window)]
    return (*failed, *unknown, *waiting)


def application_window(apply_from: object, apply_to: object, at: dt.date) -> Window:
    """Read an offer's application window on one day; without any dates it is open.

    Parameters
    ----------
    apply_from, apply_to : Timestamp or None
        Cells of the offers' frame; unknown is an open end.
    at : date
    """
    opens_on, closes_on = day_of(apply_from), day_of(apply_to)
    if opens_on is not None and at < opens_on:
        return Window("next", opens_on, closes_on)
    if closes_on is not None and at > closes_on:
        return Window("unannounced", opens_on, closes_on)
    return Window("open", opens_on, closes_on)


def _step(rule: Rule, kind: str) -> Step:
    return Step(
        kind,
        rule.rule_id,
        rule.label,
        rule.remedy,
        rule.remedy_cost_idr,
        rule.remedy_days,
        rule.basis,
        rule.source,
    )


def _waiting(window: Window) -> Step:
    label = window.opens_on.isoformat() if window.state == "next" and window.opens_on else ""
    return Step("wait", "apply-window", label, "", 0, None, None, None)


def applying_place(field: str) -> int:
    """Return where a field comes in the order of applying; fields that it does not name come last.

    Examples
    --------
    >>> applying_place("has_deed") < applying_place("member_count") < applying_place("has_scales")
    True
    """
    return _ORDER.index(field) if field in _ORDER else len(_ORDER)

"""What a plan tells, as frozen records; texts are pairs, Indonesian first, English second."""

import datetime as dt
from dataclasses import dataclass

from recommender.allocations.settings import AllocationSettings, Hold

__all__ = [
    "Allocation",
    "AllocationState",
    "Assignment",
    "Change",
    "Comparison",
    "Contest",
    "Dial",
    "DialPoint",
    "HeldPair",
    "NextInLine",
    "QuotaLine",
    "Said",
    "Unserved",
    "WaitingLine",
    "WhyNot",
]

Said = tuple[str, str]
"""The same sentence in Indonesian and in English."""


@dataclass(frozen=True, slots=True)
class Assignment:
    """One pair of the plan.

    Attributes
    ----------
    value : float
        In the objective's own unit: points, probability, rupiah a month, jobs.
    change : {'new', 'kept'}
        Against the plan before; ``new`` where there is none.
    hold : Hold or None
        The lock that put it in.
    """

    cooperative_id: str
    cooperative_name: str
    district: str | None
    offer_id: str
    offer_title: str
    partner_name: str
    status: str
    success_probability: float
    lower: float
    upper: float
    value: float
    change: str
    reason: Said
    hold: Hold | None = None


@dataclass(frozen=True, slots=True)
class HeldPair:
    """A place that is kept back for a cooperative and given to nobody."""

    cooperative_id: str
    cooperative_name: str
    offer_id: str
    offer_title: str
    hold: Hold


@dataclass(frozen=True, slots=True)
class QuotaLine:
    """One quota: of an offer in the city, or in one district.

    Attributes
    ----------
    quota, taken, given, left : int
        What the partner allows; places taken before the plan; given or kept back by it; still free.
    wanted : int
        Cooperatives that have the offer among their first choices, before any plan.
    price : float or None
        What one more place adds to the plan, solved again with it; 0 where places are free; ``None`` where
        it was not reckoned.
    price_bound : float or None
        No more than this, from the prices of a plan that may split pairs; a bound, not the price.
    """

    offer_id: str
    offer_title: str
    district: str | None
    quota: int
    taken: int
    given: int
    left: int
    wanted: int
    price: float | None
    price_bound: float | None
    says: Said

    @property
    def is_full(self) -> bool:
        """Whether no place is left."""
        return self.left <= 0


@dataclass(frozen=True, slots=True)
class WaitingLine:
    """One cooperative on the waiting list of an offer; ``position`` counts from 1.

    ``gain`` is what a free place adds to the plan if it goes to it and nobody else moves; ``gives_up`` are
    its own offers that it would leave for it.
    """

    offer_id: str
    offer_title: str
    position: int
    cooperative_id: str
    cooperative_name: str
    district: str | None
    gain: float
    gives_up: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Unserved:
    """A cooperative that gets nothing, and why."""

    cooperative_id: str
    cooperative_name: str
    district: str | None
    says: Said


@dataclass(frozen=True, slots=True)
class Change:
    """One difference between two plans: ``kept``, ``new`` or ``dropped``."""

    kind: str
    cooperative_id: str
    cooperative_name: str
    offer_id: str
    offer_title: str
    value_before: float | None
    value_after: float | None


@dataclass(frozen=True, slots=True)
class Contest:
    """How contested an offer is before any plan; ``places`` is ``None`` where nothing limits it."""

    offer_id: str
    offer_title: str
    wanted: int
    places: int | None
    says: Said


@dataclass(frozen=True, slots=True)
class Allocation:
    """A plan with everything that explains it.

    Attributes
    ----------
    allocation_id : str
        A hash of its content.
    state : str
        ``draft`` (a dry run), ``solved``, ``no_solution``, ``failed``, ``published`` or ``withdrawn``.
    status : str
        ``optimal``, ``near_optimal`` (within ``gap``, proved) or ``no_solution``.
    total_value : float
        In ``unit``; the price of changes is not in it.
    bound : float
        No plan is worth more, with the price of changes counted.
    minimums : tuple of Said
        What each minimum that just holds costs. ``revision_id``, ``model_version``: what it rests on.
    """

    allocation_id: str
    state: str
    at: dt.date
    settings: AllocationSettings
    status: str
    total_value: float
    unit: str
    bound: float
    gap: float
    assignments: tuple[Assignment, ...]
    held: tuple[HeldPair, ...]
    quotas: tuple[QuotaLine, ...]
    waiting: tuple[WaitingLine, ...]
    unserved: tuple[Unserved, ...]
    changes: tuple[Change, ...]
    relaxations: tuple[Said, ...]
    warnings: tuple[Said, ...]
    cooperative_count: int
    revision_id: int
    model_version: str
    previous_id: str | None = None
    minimums: tuple[Said, ...] = ()


@dataclass(frozen=True, slots=True)
class AllocationState:
    """One line of the list of plans.

    Attributes
    ----------
    state : str
        As in ``Allocation``; ``why`` is the reason that was given for it.
    at, objective, status, total_value, unit, pair_count, cooperative_count
        What the plan says; ``status`` is ``damaged`` and the rest unknown where it cannot be read.
    """

    allocation_id: str
    state: str
    made_at: dt.datetime
    author: str
    at: dt.date | None = None
    objective: str | None = None
    status: str = "damaged"
    total_value: float | None = None
    unit: str | None = None
    pair_count: int | None = None
    cooperative_count: int | None = None
    why: str | None = None


@dataclass(frozen=True, slots=True)
class WhyNot:
    """Why a pair is not in a plan.

    Attributes
    ----------
    in_plan : bool
        It is in it after all; then ``reasons`` say why.
    reasons : tuple of Said
        The main one first.
    shortfall : float or None
        By how much the best plan with this pair is worth less; ``None`` where no plan can hold it.
    holders : tuple of Assignment
        Who has the places instead, the weakest first.
    would_change : tuple of Change
        What the best plan with this pair changes.
    """

    cooperative_id: str
    offer_id: str
    in_plan: bool
    reasons: tuple[Said, ...]
    shortfall: float | None
    holders: tuple[Assignment, ...] = ()
    would_change: tuple[Change, ...] = ()


@dataclass(frozen=True, slots=True)
class NextInLine:
    """Who comes next for a place that was given up, under what is left."""

    offer_id: str
    offer_title: str
    freed_by: str
    candidates: tuple[WaitingLine, ...]
    says: Said


@dataclass(frozen=True, slots=True)
class DialPoint:
    """What one setting of a dial brings; values are ``None`` where no plan is possible.

    ``is_present`` marks the setting that the plan was made with.
    """

    setting: str
    is_present: bool
    total_value: float | None
    served_count: int | None
    least_in_district: int | None
    change_count: int | None


@dataclass(frozen=True, slots=True)
class Dial:
    """One setting of fairness or stability, and what it costs."""

    name: str
    label: Said
    points: tuple[DialPoint, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two plans side by side; totals compare where their units are the same."""

    before_id: str
    after_id: str
    total_before: float
    total_after: float
    unit_before: str
    unit_after: str
    changes: tuple[Change, ...]

"""A plan as its page shows it: by cooperative, by quota, by waiting list, by district."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from recommender.allocations.records import (
    Allocation,
    Assignment,
    Change,
    HeldPair,
    QuotaLine,
    Unserved,
    WaitingLine,
)

__all__ = [
    "CHANGES",
    "MOST_ROWS",
    "CooperativeRow",
    "DistrictRow",
    "OfferQuotas",
    "PlanFilters",
    "PlanView",
    "plan_view",
]

Line = TypeVar("Line", Assignment, Change, HeldPair, WaitingLine)

CHANGES = ("kept", "new", "dropped")
"""What a filter may ask for."""
MOST_ROWS = 500
"""A page shows at most so many cooperatives; the workbook holds all."""


@dataclass(frozen=True, slots=True)
class PlanFilters:
    """What of a plan is shown; empty is all."""

    district: str = ""
    offer_id: str = ""
    change: str = ""


@dataclass(frozen=True, slots=True)
class CooperativeRow:
    """What the plan says of one cooperative; ``unserved`` is ``None`` where it gets something."""

    cooperative_id: str
    name: str
    district: str | None
    given: tuple[Assignment, ...]
    held: tuple[HeldPair, ...]
    dropped: tuple[Change, ...]
    waits: tuple[WaitingLine, ...]
    unserved: Unserved | None

    def fits(self, filters: PlanFilters) -> bool:
        """Whether the filters let it through."""
        if filters.district and self.district != filters.district:
            return False
        pairs = {(one.offer_id, one.change) for one in self.given}
        pairs |= {(one.offer_id, "dropped") for one in self.dropped}
        if filters.change:
            pairs = {one for one in pairs if one[1] == filters.change}
        elif filters.offer_id:
            # who waits for an offer, or has a place kept back, is asked about as well
            pairs |= {(line.offer_id, "") for line in self.waits} | {(one.offer_id, "") for one in self.held}
        if filters.offer_id:
            pairs = {one for one in pairs if one[0] == filters.offer_id}
        return bool(pairs) or not (filters.offer_id or filters.change)


@dataclass(frozen=True, slots=True)
class OfferQuotas:
    """The quotas of one offer, the city's first, and who waits for it."""

    offer_id: str
    title: str
    lines: tuple[QuotaLine, ...]
    waiting: tuple[WaitingLine, ...]

    @property
    def is_full(self) -> bool:
        """Whether any of them has no place left."""
        return any(one.is_full for one in self.lines)

    @property
    def is_idle(self) -> bool:
        """Whether nobody has a place, gets one or wants one."""
        return not self.is_full and not any(one.taken or one.given or one.wanted for one in self.lines)


@dataclass(frozen=True, slots=True)
class DistrictRow:
    """What one district gets: cooperatives with something and without, and pairs."""

    district: str | None
    served_count: int
    unserved_count: int
    pair_count: int


@dataclass(frozen=True, slots=True)
class PlanView:
    """Everything a plan's page shows.

    Attributes
    ----------
    rows : tuple of CooperativeRow
        Those that the filters let through, at most ``MOST_ROWS``.
    fitting_count : int
        How many they let through.
    expected_count : float
        Sum of the chances of all pairs: so many may be expected to succeed.
    """

    plan: Allocation
    filters: PlanFilters
    rows: tuple[CooperativeRow, ...]
    fitting_count: int
    served_count: int
    expected_count: float
    districts: tuple[DistrictRow, ...]
    offers: tuple[tuple[str, str], ...]
    quotas: tuple[OfferQuotas, ...]
    change_counts: Mapping[str, int]

    @property
    def waiting(self) -> tuple[OfferQuotas, ...]:
        """The offers that somebody waits for, most waited for first."""
        found = [one for one in self.quotas if one.waiting]
        return tuple(sorted(found, key=lambda one: (-len(one.waiting), one.title)))

    @property
    def full_count(self) -> int:
        """How many offers have no place left somewhere."""
        return sum(one.is_full for one in self.quotas)


def plan_view(plan: Allocation, filters: PlanFilters, districts: Mapping[str, str | None]) -> PlanView:
    """Arrange a plan for its page; filters that name nothing of it let nothing through.

    Parameters
    ----------
    plan : Allocation
    filters : PlanFilters
    districts : mapping of cooperative_id to str or None
        Where a plan does not say in which district a cooperative lies.
    """
    every = _rows(plan, districts)
    fitting = [row for row in every if row.fits(filters)]
    titles = {change.offer_id: change.offer_title for change in plan.changes}
    titles |= {line.offer_id: line.offer_title for line in plan.waiting}
    titles |= {one.offer_id: one.offer_title for one in plan.assignments}
    return PlanView(
        plan=plan,
        filters=filters,
        rows=tuple(fitting[:MOST_ROWS]),
        fitting_count=len(fitting),
        served_count=sum(bool(row.given) for row in every),
        expected_count=sum(one.success_probability for one in plan.assignments),
        districts=_districts(every),
        offers=tuple(sorted(titles.items(), key=lambda one: (one[1].casefold(), one[0]))),
        quotas=_quotas(plan),
        change_counts=Counter(one.kind for one in plan.changes),
    )


def _rows(plan: Allocation, districts: Mapping[str, str | None]) -> list[CooperativeRow]:
    """Return a row for each cooperative that the plan speaks of, by district, name and id."""
    names = {one.cooperative_id: one.cooperative_name for one in plan.held}
    names |= {change.cooperative_id: change.cooperative_name for change in plan.changes}
    known = {one: (name, districts.get(one)) for one, name in names.items()}
    known |= {line.cooperative_id: (line.cooperative_name, line.district) for line in plan.waiting}
    known |= {left.cooperative_id: (left.cooperative_name, left.district) for left in plan.unserved}
    known |= {pair.cooperative_id: (pair.cooperative_name, pair.district) for pair in plan.assignments}
    given = _by_cooperative(plan.assignments)
    held_of = _by_cooperative(plan.held)
    dropped = _by_cooperative(one for one in plan.changes if one.kind == "dropped")
    waits = _by_cooperative(plan.waiting)
    unserved = {one.cooperative_id: one for one in plan.unserved}
    rows = [
        CooperativeRow(
            cooperative_id=one,
            name=name,
            district=district,
            given=given.get(one, ()),
            held=held_of.get(one, ()),
            dropped=dropped.get(one, ()),
            waits=tuple(sorted(waits.get(one, ()), key=lambda line: (line.position, line.offer_id))),
            unserved=unserved.get(one),
        )
        for one, (name, district) in known.items()
    ]
    return sorted(rows, key=lambda row: (row.district or "\uffff", row.name.casefold(), row.cooperative_id))


def _by_cooperative(lines: Iterable[Line]) -> dict[str, tuple[Line, ...]]:
    found: dict[str, list[Line]] = defaultdict(list)
    for line in lines:
        found[line.cooperative_id].append(line)
    return {one: tuple(parts) for one, parts in found.items()}


def _quotas(plan: Allocation) -> tuple[OfferQuotas, ...]:
    """Group the quotas by offer, those of the city first; full offers first, then by title."""
    lines: dict[str, list[QuotaLine]] = defaultdict(list)
    for line in plan.quotas:
        lines[line.offer_id].append(line)
    waiting: dict[str, list[WaitingLine]] = defaultdict(list)
    for one in plan.waiting:
        waiting[one.offer_id].append(one)
    titles = {wait.offer_id: wait.offer_title for wait in plan.waiting}
    titles |= {line.offer_id: line.offer_title for line in plan.quotas}
    found = [
        OfferQuotas(
            offer_id=offer_id,
            title=title,
            lines=tuple(
                sorted(lines[offer_id], key=lambda one: (one.district is not None, one.district or ""))
            ),
            waiting=tuple(sorted(waiting[offer_id], key=lambda one: one.position)),
        )
        for offer_id, title in titles.items()
    ]
    return tuple(sorted(found, key=lambda one: (not one.is_full, one.title.casefold(), one.offer_id)))


def _districts(rows: Iterable[CooperativeRow]) -> tuple[DistrictRow, ...]:
    """Count what each district gets."""
    found: dict[str | None, list[CooperativeRow]] = defaultdict(list)
    for row in rows:
        found[row.district].append(row)
    return tuple(
        DistrictRow(
            district=district,
            served_count=sum(bool(row.given) for row in inside),
            unserved_count=sum(row.unserved is not None for row in inside),
            pair_count=sum(len(row.given) for row in inside),
        )
        for district, inside in found.items()
    )

"""What the overview is made of, as frozen records."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from recommender.advice.records import StepRecord, Suggestion
from recommender.mapping import MapShape

__all__ = ["AreaCell", "Facet", "Filters", "Line", "Need", "OverviewMap", "OverviewPage"]


@dataclass(frozen=True, slots=True)
class Filters:
    """What a list is narrowed to; an empty text is no filter.

    Attributes
    ----------
    q : str
        Part of a name, an area's name, an id or an area code.
    district : str
        A district's name, case ignored.
    stage : str
        One of ``roster.STAGE_GROUPS``.
    status : str
        Of the best suggestion, or ``none``.
    offer : str
        An offer among the best three.
    is_ready : bool
        Only cooperatives with an eligible suggestion.
    need : str
        ``old_data`` or ``documents``.
    """

    q: str = ""
    district: str = ""
    stage: str = ""
    status: str = ""
    offer: str = ""
    is_ready: bool = False
    need: str = ""

    @property
    def needs_standings(self) -> bool:
        """Whether a filter asks for suggestions."""
        return bool(self.status or self.offer or self.is_ready)


@dataclass(frozen=True, slots=True)
class Line:
    """One cooperative as the overview shows it.

    ``documents_known_yes`` of ``documents_total`` are there, ``documents_unknown`` are not known;
    ``oldest_on`` is the day of its oldest value, ``None`` when unknown; ``oldest_days`` its age.
    """

    cooperative_id: str
    name: str
    area_code: str | None
    area_name: str | None
    district: str | None
    stage: int | None
    member_count: int | None
    documents_known_yes: int
    documents_unknown: int
    documents_total: int
    best: Suggestion | None
    data_source: str | None
    oldest_on: dt.date | None
    oldest_days: int | None

    @property
    def status(self) -> str:
        """Of the best suggestion; ``none`` when there is none."""
        return self.best.status if self.best else "none"

    @property
    def next_step(self) -> StepRecord | None:
        """The first thing to do for the best suggestion."""
        return self.best.steps[0] if self.best and self.best.steps else None


@dataclass(frozen=True, slots=True)
class Facet:
    """One choice of a filter and how many cooperatives it would leave; ``None`` when not counted."""

    key: str
    label: str
    count: int | None


@dataclass(frozen=True, slots=True)
class Need:
    """One thing that needs action: its kind, how many, and the offer it is about, if one."""

    kind: str
    count: int
    offer_id: str | None = None
    title: str | None = None
    on: dt.date | None = None


@dataclass(frozen=True, slots=True)
class OverviewPage:
    """One page of the list.

    ``is_wide`` says that there are too many cooperatives to know every status: filters that need it wait for
    a district; ``is_unanswered`` that such a filter was asked for all the same and was left out.
    """

    at: dt.date
    total: int
    matched: int
    page: int
    page_count: int
    lines: Sequence[Line]
    facets: Mapping[str, Sequence[Facet]]
    needs: Sequence[Need]
    is_wide: bool
    is_unanswered: bool
    ready_count: int | None
    has_examples: bool


@dataclass(frozen=True, slots=True)
class AreaCell:
    """One area on the map with the standing of its cooperatives.

    ``status`` is that of the best placed among those that match (or among all, when none does); ``only_id``
    names the cooperative when there is exactly one.
    """

    shape: MapShape
    code: str
    name: str
    district: str | None
    status: str
    count: int
    matched: int
    only_id: str | None


@dataclass(frozen=True, slots=True)
class OverviewMap:
    """The map: its height when it is 100 wide, its cells by district and name, and the districts' labels."""

    height: float
    cells: Sequence[AreaCell]
    labels: Mapping[str, tuple[float, float]]
    has_outlines: bool
    unplaced_count: int
    status_counts: Mapping[str, int]

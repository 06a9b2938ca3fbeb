"""What worklists are made of, as frozen records."""

import datetime as dt
from dataclasses import dataclass

__all__ = [
    "Barrier",
    "Evidence",
    "Intervention",
    "NamedOffer",
    "Question",
    "WorkRow",
    "Worklist",
    "Worklists",
]


@dataclass(frozen=True, slots=True)
class Evidence:
    """One sentence with the value it rests on; ``value`` is in words, ``None`` where none is known.

    ``offer_count`` says in how many offers the field's rules fail, or cannot be answered.
    """

    field: str
    label: str
    value: str | None
    offer_count: int
    source: str | None
    observed_on: dt.date | None
    sentence: str


@dataclass(frozen=True, slots=True)
class Barrier:
    """One obstacle.

    ``barrier`` is ``capital``, ``place``, ``skill``, ``permit``, ``supply``, ``members`` or ``other``;
    ``strength`` is ``stated``, ``likely``, ``possible`` or ``unknown``. ``unknown_fields`` are labels of what
    was never recorded, which is no obstacle.
    """

    barrier: str
    strength: str
    failing_count: int
    open_count: int
    evidence: tuple[Evidence, ...]
    unknown_fields: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NamedOffer:
    """An offer by id and title."""

    offer_id: str
    title: str


@dataclass(frozen=True, slots=True)
class Intervention:
    """One thing to do.

    Attributes
    ----------
    kind : str
        ``document``, ``training``, ``people``, ``place``, ``capital``, ``members``, ``supply``, ``asset``,
        ``mentoring`` or ``zero_capital`` (an offer that is ready now and takes no money of its own).
    key : str
        The field, asset or offer.
    text : str
        What to do, in words.
    opened : tuple of NamedOffer
        Offers that change from needing steps to eligible; for ``zero_capital`` the offer that is ready.
    cleared : tuple of NamedOffer
        Offers with nothing against them any more, only things to check.
    eased_count : int
        Offers with fewer failed rules than before.
    cost_idr, days : int or None
        By the rules' remedies; ``None`` is unknown.
    margin_idr_per_month : int or None
        The best expected margin among the opened offers.
    is_assumed : bool
        The effect rests on an assumption of this system rather than on a rule's remedy.
    """

    kind: str
    key: str
    text: str
    opened: tuple[NamedOffer, ...]
    cleared: tuple[NamedOffer, ...]
    eased_count: int
    cost_idr: int | None
    days: int | None
    margin_idr_per_month: int | None
    is_assumed: bool


@dataclass(frozen=True, slots=True)
class Question:
    """One of the three things to ask."""

    field: str
    label: str


@dataclass(frozen=True, slots=True)
class WorkRow:
    """One cooperative on a list; ``intervention`` is ``None`` where nothing known would move anything."""

    cooperative_id: str
    cooperative_name: str
    area_name: str | None
    district: str | None
    stage: int | None
    data_source: str | None
    barriers: tuple[Barrier, ...]
    intervention: Intervention | None
    further: tuple[Intervention, ...]
    questions: tuple[Question, ...]


@dataclass(frozen=True, slots=True)
class Worklist:
    """One advisor's list, numbered from 1: what moves most comes first.

    ``way_km`` is the length of the chain from neighbour to neighbour; unknown places are not counted.
    """

    number: int
    districts: tuple[str, ...]
    way_km: float
    rows: tuple[WorkRow, ...]


@dataclass(frozen=True, slots=True)
class Worklists:
    """All lists of a day; ``running_count`` cooperatives run a business already and stand on none."""

    at: dt.date
    size: int
    district: str | None
    districts: tuple[str, ...]
    running_count: int
    lists: tuple[Worklist, ...]

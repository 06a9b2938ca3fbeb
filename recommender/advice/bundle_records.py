"""What a bundle is made of, as frozen records."""

import datetime as dt
from dataclasses import dataclass

from recommender.advice.records import Suggestion

__all__ = [
    "JOBS_TARGET",
    "MOST_OFFERS",
    "Bundle",
    "BundledOffer",
    "LeftOutOffer",
    "SharedLimit",
    "UsefulAddition",
]

MOST_OFFERS = 5
"""So many offers a board may begin with; an assumption of this system, and an option of every door."""
JOBS_TARGET = 2.0
"""The city's target of new workers for each cooperative (February 2026)."""


@dataclass(frozen=True, slots=True)
class BundledOffer:
    """One offer of a bundle and what it takes; areas in square metres, ``None`` unknown."""

    suggestion: Suggestion
    shop_area_m2: float | None
    store_area_m2: float | None
    capital_idr: float | None
    expected_value_idr: int


@dataclass(frozen=True, slots=True)
class SharedLimit:
    """One thing that the offers share.

    Attributes
    ----------
    resource : str
        ``shop_area_m2``, ``store_area_m2``, ``capital_idr`` or ``people_count``.
    have : float or None
        What there is for new offers; ``None`` is unknown, and then it does not limit: it has to be checked.
    running : float
        What offers that run already take of the room; it is not in ``have``.
    loan_idr : float
        The part of ``have`` that schemes open today would lend; 0 for everything but capital.
    needed : float or None
        What the bundle takes; ``None`` when the need of one of its offers is unknown.
    """

    resource: str
    have: float | None
    running: float
    loan_idr: float
    needed: float | None


@dataclass(frozen=True, slots=True)
class LeftOutOffer:
    """One offer that is not in the bundle, and why, as a code and in words."""

    offer_id: str
    offer_title: str
    status: str
    code: str
    sentence: str


@dataclass(frozen=True, slots=True)
class UsefulAddition:
    """The smallest addition to one resource that would make a better bundle, and what would change.

    ``reaches_target`` says that with it the work aimed at is reached; the rupiah may then be fewer.
    """

    resource: str
    amount: float
    gain_idr: int
    gain_jobs: float
    reaches_target: bool
    comes_in: tuple[str, ...]
    goes_out: tuple[str, ...]
    sentence: str


@dataclass(frozen=True, slots=True)
class Bundle:
    """The best set of offers for one cooperative.

    Attributes
    ----------
    offers : tuple of BundledOffer
        Most expected value first.
    certain : tuple of str
        Ids of the best set that needs nothing of what is unknown; equal to ``offers`` where nothing is.
    expected_value_idr : int
        Sum over the offers of probability times margin a month; an uncertain margin counts at its low end.
    margin_idr, margin_low_idr, margin_high_idr : float
        A month if all of them run; low and high let all go wrong, or right, together.
    is_margin_assumed : bool
        Whether one of the margins rests on an assumption or an estimate.
    jobs_count : float
    jobs_target : float
        A set that gives so much work comes before any that does not.
    capital_idr : float or None
    own_funds_idr : float or None
        ``None`` unknown.
    loan_needed_idr : float or None
        What of the capital own funds do not cover; never more than open schemes lend. ``None`` unknown.
    most : int or None
        The largest number of offers to begin with.
    """

    cooperative_id: str
    cooperative_name: str
    at: dt.date
    offers: tuple[BundledOffer, ...]
    certain: tuple[str, ...]
    expected_value_idr: int
    margin_idr: float
    margin_low_idr: float
    margin_high_idr: float
    is_margin_assumed: bool
    jobs_count: float
    jobs_target: float
    capital_idr: float | None
    own_funds_idr: float | None
    loan_needed_idr: float | None
    most: int | None
    limits: tuple[SharedLimit, ...]
    left_out: tuple[LeftOutOffer, ...]
    additions: tuple[UsefulAddition, ...]
    running: tuple[str, ...]
    data_source: str | None
    model_version: str
    recommendation_id: str

    @property
    def unknown_limits(self) -> tuple[str, ...]:
        """Resources of which it is not known how much there is, and of which the bundle needs some."""
        return tuple(one.resource for one in self.limits if one.have is None and one.needed != 0)

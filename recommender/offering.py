"""Use case: how open each offer is on a day: places, application window, validity."""

import datetime as dt
from dataclasses import dataclass

from features.frame_cells import day_of
from models.requirements.steps import application_window
from recommender.gathering import Gathered

__all__ = ["OfferOpening", "offer_openings"]


@dataclass(frozen=True, slots=True)
class OfferOpening:
    """How open one offer is.

    Attributes
    ----------
    places_left : int or None
        Under the city quota, never below 0; ``None`` without a quota.
    window : str
        ``open``, ``next`` (not yet open) or ``unannounced`` (closed, no date known).
    opens_on, closes_on : date or None
        Ends of the application window; ``None`` where no end is stated.
    validity : str
        ``current``, ``future`` or ``past``.
    """

    places_left: int | None
    window: str
    opens_on: dt.date | None
    closes_on: dt.date | None
    validity: str


def offer_openings(source: Gathered) -> dict[str, OfferOpening]:
    """Return for each offer, by id, how open it is on the day of ``source``."""
    left = source.context.places.left_in_city
    found = {}
    for row in source.context.offers.to_dict("records"):
        window = application_window(row["apply_from"], row["apply_to"], source.at)
        places = left.get(row["offer_id"])
        found[str(row["offer_id"])] = OfferOpening(
            places_left=None if places is None else max(places, 0),
            window=window.state,
            opens_on=window.opens_on,
            closes_on=window.closes_on,
            validity=_validity(day_of(row["valid_from"]), day_of(row["valid_to"]), source.at),
        )
    return found


def _validity(starts_on: dt.date | None, ends_on: dt.date | None, at: dt.date) -> str:
    if starts_on is not None and at < starts_on:
        return "future"
    if ends_on is not None and at > ends_on:
        return "past"
    return "current"

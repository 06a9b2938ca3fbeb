"""What a decision about one place rests on: the pair's own events, who holds one, who has one kept back."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from features.frame_cells import text_of
from models.requirements.places import FREEING_KINDS, TAKING_KINDS, PlaceRow, holders_among
from recommender.allocations import accepting_sentences
from recommender.allocations.holds import counts_on
from recommender.allocations.place_events import PlaceEvent
from recommender.store.reading import Reads
from recommender.store.values import Value

__all__ = ["PairStanding", "pair_standing", "stored_day"]

_EVENT_COLUMNS = ("cooperative_id", "offer_id", "event_id", "occurred_on", "kind")
_COOPERATIVE_COLUMNS = ("cooperative_id", "name", "area_code")
_OFFER_COLUMNS = (
    "offer_id",
    "title",
    "city_quota",
    "district_quota",
    "exclusive_group",
    "min_spacing_km",
    "valid_from",
    "valid_to",
)


@dataclass(frozen=True, slots=True)
class PairStanding:
    """One cooperative and one offer on one day.

    Attributes
    ----------
    cooperative, offer : mapping of str to Value
        What is needed of the rows.
    at : date
    holders : frozenset of str
        Cooperatives that hold a place of the offer.
    hold_kinds : mapping of str to str
        What was decided beforehand for each cooperative and counts on the day.
    events : tuple of PlaceEvent
        The pair's own, oldest first; several on one day in the order in which they count.
    runs_with : str or None
        Another offer of the same exclusive group that the cooperative holds, by its title.
    """

    cooperative: Mapping[str, Value]
    offer: Mapping[str, Value]
    at: dt.date
    holders: frozenset[str]
    hold_kinds: Mapping[str, str]
    events: tuple[PlaceEvent, ...]
    runs_with: str | None

    @property
    def cooperative_id(self) -> str:
        """The cooperative."""
        return str(self.cooperative["cooperative_id"])

    @property
    def offer_id(self) -> str:
        """The offer."""
        return str(self.offer["offer_id"])

    @property
    def names(self) -> tuple[str, str]:
        """What cooperative and offer are called."""
        return (
            text_of(self.cooperative["name"]) or self.cooperative_id,
            text_of(self.offer["title"]) or self.offer_id,
        )

    @property
    def is_holder(self) -> bool:
        """Whether the pair holds a place."""
        return self.cooperative_id in self.holders

    @property
    def kept(self) -> frozenset[str]:
        """Other cooperatives for which a place is kept back that they do not hold yet."""
        held = {one for one, kind in self.hold_kinds.items() if kind == "held"}
        return frozenset(held - self.holders - {self.cooperative_id})


def pair_standing(reads: Reads, cooperative_id: str, offer_id: str, at: dt.date) -> PairStanding:
    """Read what concerns one pair, and no more: other writers may be waiting.

    Raises
    ------
    NotFoundError
        When there is no such offer or cooperative.
    """
    offers = reads.rows("offers", _OFFER_COLUMNS, ("offer_id", [offer_id]))
    cooperatives = reads.rows("cooperatives", _COOPERATIVE_COLUMNS, ("cooperative_id", [cooperative_id]))
    if not offers:
        raise accepting_sentences.offer_unknown(offer_id)
    if not cooperatives:
        raise accepting_sentences.cooperative_unknown(cooperative_id)
    offer = dict(zip(_OFFER_COLUMNS, offers[0], strict=True))
    events = _events(reads, ("offer_id", [offer_id]))
    group = text_of(offer["exclusive_group"])
    return PairStanding(
        cooperative=dict(zip(_COOPERATIVE_COLUMNS, cooperatives[0], strict=True)),
        offer=offer,
        at=at,
        holders=frozenset(one for one, _ in holders_among(events, at)),
        hold_kinds=_hold_kinds(reads, offer_id, at),
        events=_own_events(events, cooperative_id, at),
        runs_with=None if group is None else _runs_with(reads, group, (cooperative_id, offer_id), at),
    )


def _events(reads: Reads, where_in: tuple[str, list[str]]) -> list[PlaceRow]:
    rows = reads.rows("events", _EVENT_COLUMNS, where_in)
    return [
        (str(cooperative_id), str(offer_id), str(event_id), day, str(kind))
        for cooperative_id, offer_id, event_id, day, kind in rows
        if isinstance(day, dt.date)
    ]


def _own_events(events: list[PlaceRow], cooperative_id: str, at: dt.date) -> tuple[PlaceEvent, ...]:
    own = sorted(
        (day, event_id, kind)
        for owner, _, event_id, day, kind in events
        if owner == cooperative_id and kind in TAKING_KINDS | FREEING_KINDS and day <= at
    )
    return tuple(PlaceEvent(event_id, kind, day) for day, event_id, kind in own)


def _hold_kinds(reads: Reads, offer_id: str, at: dt.date) -> dict[str, str]:
    rows = reads.rows("holds", ("cooperative_id", "kind", "set_on", "expires_on"), ("offer_id", [offer_id]))
    return {
        str(one): str(kind)
        for one, kind, set_on, expires_on in rows
        if counts_on(stored_day(set_on), stored_day(expires_on), at)
    }


def stored_day(value: Value) -> dt.date | None:
    """Return a day as the store gives it, ``None`` where it is blank."""
    return value if isinstance(value, dt.date) else None


def _runs_with(reads: Reads, group: str, pair: tuple[str, str], at: dt.date) -> str | None:
    cooperative_id, offer_id = pair
    offers = reads.rows("offers", ("offer_id", "title"), ("exclusive_group", [group]))
    titles = {str(one): text_of(title) or str(one) for one, title in offers}
    held = holders_among(_events(reads, ("cooperative_id", [cooperative_id])), at)
    others = sorted(one for _, one in held if one in titles and one != offer_id)
    return titles[others[0]] if others else None

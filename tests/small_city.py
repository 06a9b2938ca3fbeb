"""A small city with offers, on both engines, and ways to accept their places and give them up."""

import datetime as dt

import pytest

from recommender.allocations.accepting import accept_place
from recommender.allocations.releasing import Leaving, release_place
from recommender.store.opening import create_store

__all__ = ["MADE_AT", "accept", "city_store", "event", "offer", "plan", "put", "release", "state_of"]

MADE_AT = dt.datetime(2026, 3, 1, 2, 30, tzinfo=dt.UTC)
"""The first of March in Jakarta."""

AREAS = (
    ("36.73.01.1001", "Serang", "Serang", -6.1, 106.15),
    ("36.73.01.1002", "Cipare", "Serang", -6.1, 106.151),
    ("36.73.04.1001", "Curug", "Curug", -6.2, 106.2),
)
OWNERS = (("K1", 0), ("K2", 0), ("K3", 1), ("K4", 2), ("K5", 2))


@pytest.fixture
def city_store(store_url):
    """Five cooperatives in two districts, one partner."""
    with create_store(store_url) as store:
        with store.revision(author="dinas", source="test", made_at=MADE_AT) as revision:
            columns = ("code", "name", "district", "latitude_deg", "longitude_deg")
            revision.upsert("areas", [dict(zip(columns, area, strict=True)) for area in AREAS])
            revision.upsert("partners", [{"partner_id": "bulog", "name": "Bulog"}])
            revision.upsert(
                "cooperatives",
                [
                    {"cooperative_id": one, "name": f"KKMP {one}", "area_code": AREAS[area][0]}
                    for one, area in OWNERS
                ],
            )
        yield store


@pytest.fixture
def put(city_store):
    """Write rows of one table."""

    def _put(table, *rows):
        with city_store.revision(author="dinas", source="test", made_at=MADE_AT) as revision:
            revision.upsert(table, rows)

    return _put


@pytest.fixture
def offer(put):
    """Write an offer; nothing limits it unless said."""

    def _offer(offer_id="rpk", **values):
        given = {"offer_id": offer_id, "partner_id": "bulog", "title": offer_id.upper(), "sector": "staples"}
        put("offers", {**given, **values})

    return _offer


@pytest.fixture
def event(put):
    """Write an event as an import would."""

    def _event(cooperative_id, kind, day=dt.date(2026, 2, 1), offer_id="rpk", event_id=None):
        put(
            "events",
            {
                "event_id": event_id or f"kejadian-{cooperative_id}-{kind}-{day}",
                "cooperative_id": cooperative_id,
                "offer_id": offer_id,
                "occurred_on": day,
                "kind": kind,
            },
        )

    return _event


@pytest.fixture
def accept(city_store):
    """Accept a place, by default of ``rpk`` on the first of March."""

    def _accept(cooperative_id, offer_id="rpk", *, made_at=MADE_AT, **more):
        return accept_place(city_store, cooperative_id, offer_id, author="Ani", made_at=made_at, **more)

    return _accept


@pytest.fixture
def release(city_store):
    """Give a place up, by default of ``rpk`` on the first of March."""

    def _release(cooperative_id, kind="declined", offer_id="rpk", *, made_at=MADE_AT, plan=None, **more):
        return release_place(
            city_store,
            cooperative_id,
            offer_id,
            Leaving(kind, **more),
            allocation_id=plan,
            author="Budi",
            made_at=made_at,
        )

    return _release


@pytest.fixture
def plan(city_store):
    """A plan that holds."""
    made = city_store.register_allocation(b"a", "solved", author="Ani", made_at=MADE_AT).allocation_id
    city_store.publish_allocation(made, after=1, author="Ani", why=None, made_at=MADE_AT)
    return made


@pytest.fixture
def state_of(city_store):
    """Everything that an attempt could have changed."""

    def _state_of():
        return city_store.head(), city_store.newest_allocation_entry(), city_store.count("events")

    return _state_of

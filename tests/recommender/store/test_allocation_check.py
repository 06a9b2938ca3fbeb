"""The check finds plans that were changed behind the store's back."""

from datetime import UTC, datetime

import pytest
from sqlalchemy import create_engine, text

from recommender.store.allocation_seal import allocation_name, allocation_seal
from recommender.store.place import place_of

MADE_AT = datetime(2026, 3, 1, 2, 30, tzinfo=UTC)
THEN, LATER = "2026-03-01T02:30:00.000000Z", "2026-03-02T02:30:00.000000Z"


@pytest.fixture(name="change")
def _change(store, store_url):
    """Register two plans, publish the first, then change columns of it behind the store's back."""
    names = [
        store.register_allocation(content, "solved", author="Ani", made_at=MADE_AT).allocation_id
        for content in (b"a", b"b")
    ]
    store.publish_allocation(names[0], after=2, author="Ani", why=None, made_at=MADE_AT)
    assert [] == store.check()
    engine = create_engine(place_of(store_url).url)

    def change(**values):
        with engine.begin() as connection:
            if not values:
                connection.execute(text("DELETE FROM allocations"))
            for column, value in values.items():
                statement = text(f"UPDATE allocations SET {column} = :value WHERE allocation_id = :name")
                connection.execute(statement, {"value": value, "name": names[0]})
        return [finding.code for finding in store.check()]

    yield change
    engine.dispose()


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({"content": b"c"}, ["damaged_allocation"]),
        ({"content": b""}, ["damaged_allocation"]),
        ({"content": b"c", "seal": allocation_seal(THEN, "Ani", b"c")}, ["damaged_allocation"]),
        ({"seal": bytes(32)}, ["damaged_allocation"]),
        ({"author": "Budi"}, ["damaged_allocation"]),
        ({"made_at": LATER}, ["damaged_allocation"]),
        ({"made_at": "kemarin", "seal": allocation_seal("kemarin", "Ani", b"a")}, ["damaged_allocation"]),
        ({"made_at": "2026-03-01", "seal": allocation_seal("2026-03-01", "Ani", b"a")},
         ["damaged_allocation"]),
        ({"author": "Budi", "seal": allocation_seal(THEN, "Budi", b"a")}, ["exchanged_allocation"]),
        ({"made_at": LATER, "seal": allocation_seal(LATER, "Ani", b"a")}, ["exchanged_allocation"]),
        ({"allocation_id": "rencana-x"}, ["damaged_allocation", "lost_allocation"]),
        ({"allocation_id": allocation_name(b"c")}, ["damaged_allocation", "lost_allocation"]),
        ({}, ["lost_allocation", "lost_allocation"]),
    ],
)  # fmt: skip
def test_a_changed_plan_is_found(change, values, expected):
    """Its content, seal, author, time and name; with a seal that was made to fit, too."""
    assert sorted(expected) == sorted(change(**values))


def test_a_finding_names_the_plan_and_the_remedy(change, store):
    """In both languages."""
    change(author="Budi")
    (finding,) = store.check()
    assert allocation_name(b"a") in finding.message_id
    assert "backup" in finding.message_en

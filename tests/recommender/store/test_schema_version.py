"""The migrated tables are those the contract's columns ask for, and the way goes both ways."""

from datetime import UTC, datetime

import pandas as pd
import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import create_engine, inspect

from recommender.errors import StoreVersionError
from recommender.store.engine import make_engine
from recommender.store.import_records import ImportedFile
from recommender.store.opening import create_store, open_store
from recommender.store.place import place_of
from recommender.store.schema_version import VERSION_TABLE, known_versions, migrate, version_fault
from recommender.store.store import Store
from recommender.store.tables import database_tables

STAMP = {"author": "dinas", "source": "form", "made_at": datetime(2026, 3, 1, 2, 30, tzinfo=UTC)}


@pytest.fixture(name="engine")
def _engine(empty_url, tmp_path):
    """An engine for migrating an empty place."""
    (tmp_path / "data").mkdir()
    engine = make_engine(place_of(empty_url), migrating=True)
    yield engine
    engine.dispose()


def differences(engine):
    """What Alembic would still change."""
    with engine.connect() as connection:
        options = {"version_table": VERSION_TABLE, "compare_type": True}
        context = MigrationContext.configure(connection, opts=options)
        return compare_metadata(context, database_tables())


def test_migrations_lead_to_the_tables_of_the_contract(engine):
    """A changed column without a migration fails here."""
    migrate(engine)
    assert [] == differences(engine)


def test_the_comparison_sees_a_difference(engine):
    """The test above can fail: a dropped table is noticed."""
    migrate(engine)
    with engine.begin() as connection:
        connection.exec_driver_sql("DROP TABLE events_versions")
    assert differences(engine)


def test_the_way_up_down_and_up_again(engine):
    """Nothing but the version table is left at the bottom."""
    migrate(engine)
    migrate(engine, "base")
    assert [VERSION_TABLE] == inspect(engine).get_table_names()
    migrate(engine)
    assert [] == differences(engine)


def test_an_older_store_is_told_apart_from_a_newer_one():
    """Both messages name both versions and the remedy."""
    older = version_fault("x.db", "0001", ("0001", "0002"))
    newer = version_fault("x.db", "0009", ("0001", "0002"))
    assert None is version_fault("x.db", "0002", ("0001", "0002"))
    assert isinstance(older, StoreVersionError)
    assert isinstance(newer, StoreVersionError)
    for message in (older.message_id, older.message_en):
        assert all(word in message for word in ("0001", "0002", "sanding init", "x.db"))
    for message in (newer.message_id, newer.message_en):
        assert all(word in message for word in ("0009", "0002", "x.db"))


@pytest.mark.parametrize("use", [open_store, create_store])
def test_a_newer_store_is_refused_and_left_alone(store_url, use):
    """By opening and by init alike."""
    engine = create_engine(place_of(store_url).url)
    with engine.begin() as connection:
        connection.exec_driver_sql(f"UPDATE {VERSION_TABLE} SET version_num = '9999'")
    with pytest.raises(StoreVersionError, match="9999"):
        use(store_url)
    with engine.connect() as connection:
        query = f"SELECT version_num FROM {VERSION_TABLE}"
        assert "9999" == connection.exec_driver_sql(query).scalar_one()
    engine.dispose()


def test_versions_are_in_order():
    """The list of what this program knows ends in what it writes."""
    assert sorted(known_versions()) == list(known_versions())


def test_a_store_of_version_0006_keeps_everything_on_the_way_up_and_down(engine, empty_url):
    """Plans and pairs decided beforehand are forgotten on the way down; what was accepted is an event."""
    migrate(engine, "0006")
    with create_store(empty_url) as store:
        with store.revision(**STAMP) as revision:
            revision.upsert("areas", [{"code": "1", "name": "A", "district": "D"}])
            revision.upsert("cooperatives", [{"cooperative_id": "K1", "area_code": "1"}])
            revision.upsert("partners", [{"partner_id": "P", "name": "P"}])
            revision.upsert("offers", [{"offer_id": "O", "partner_id": "P"}])
            pair = {"cooperative_id": "K1", "offer_id": "O"}
            revision.upsert("holds", [{**pair, "kind": "locked", "reason": "sudah dijanjikan"}])
            revision.upsert("events", [{**pair, "event_id": "e", "kind": "approved"}])
        store.register_allocation(b"a", "solved", author="dinas", made_at=STAMP["made_at"])
        assert [] == store.check()
    migrate(engine, "0006")
    names = set(inspect(engine).get_table_names())
    assert set() == names & {"holds", "holds_versions", "allocations", "allocation_log"}
    with create_store(empty_url) as store:
        assert (0, 1, [], 0) == (
            store.count("holds"),
            store.count("events"),
            store.allocations(),
            store.newest_allocation_entry(),
        )
    assert [] == differences(engine)


@pytest.fixture(name="rows")
def _rows():
    """Rows of a store that version 0002 made: one changed, one that refers to another."""
    area = {"code": "1", "name": "Serang", "district": "Serang"}
    return [
        ("areas", area),
        ("areas", {**area, "population_count": 7}),
        ("cooperatives", {"cooperative_id": "K1", "area_code": "1", "vehicles": ("motor",)}),
    ]


def test_a_store_of_version_0002_is_opened_after_an_upgrade_only(engine, empty_url, rows):
    """Nothing is lost on the way up, its rows can be imported over and undone, nor on the way down."""
    migrate(engine, "0002")
    old = Store(engine, place_of(empty_url))
    for table, row in rows:
        with old.revision(**STAMP) as revision:
            revision.upsert(table, [row])
    head, before = old.head(), {table: old.frame(table, as_of=2) for table in ("areas", "cooperatives")}
    with pytest.raises(StoreVersionError, match="0002") as caught:
        open_store(empty_url)
    assert "sanding init" in caught.value.message_id
    with create_store(empty_url) as store:
        assert (head, [], []) == (store.head(), store.imports(), store.check())
        with store.revision(**STAMP) as revision:
            counts = revision.upsert("areas", [{"code": "1", "name": "B"}, {"code": "2", "name": "C"}])
            told = (2, counts.new, counts.changed, counts.same, 0)
            revision.record_import(ImportedFile("areas", "areas.csv", "0" * 64, "dinas", *told))
        store.remember_headers("dinas", "areas", {"kode": "code"}, STAMP["made_at"])
        store.undo_import(author="dinas", made_at=STAMP["made_at"])
        assert [] == store.check()
        newest = store.head()
    migrate(engine, "0002")
    assert newest == old.head()
    for table, frame in before.items():
        pd.testing.assert_frame_equal(frame, old.frame(table, as_of=2))
    assert ["Serang"] == old.frame("areas")["name"].tolist()
    assert [] == [name for name in inspect(engine).get_table_names() if name in {"imports", "header_memory"}]
    migrate(engine)
    assert [] == differences(engine)

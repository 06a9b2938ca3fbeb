"""The log says what became of plans and places, and no row of it can be changed or lost unseen."""

from datetime import UTC, datetime

import pytest
from sqlalchemy import create_engine, text

from recommender.errors import RefusedError
from recommender.store.allocation_records import PairNote, Wanted
from recommender.store.place import place_of

MADE_AT = datetime(2026, 3, 1, 2, 30, tzinfo=UTC)


STATEMENTS = [
    ("UPDATE allocation_log SET why = 'x' WHERE number = 4", 4),
    ("UPDATE allocation_log SET why = NULL WHERE number = 2", 2),
    ("UPDATE allocation_log SET author = 'x' WHERE number = 1", 1),
    ("UPDATE allocation_log SET made_at = 'kemarin' WHERE number = 3", 3),
    ("UPDATE allocation_log SET made_at = '2026-03-02T02:30:00.000000Z' WHERE number = 5", 5),
    ("UPDATE allocation_log SET allocation_id = 'x' WHERE number = 2", 2),
    ("UPDATE allocation_log SET allocation_id = NULL WHERE number = 3", 3),
    ("UPDATE allocation_log SET cooperative_id = 'K2' WHERE number = 4", 4),
    ("UPDATE allocation_log SET offer_id = 'beras' WHERE number = 4", 4),
    ("UPDATE allocation_log SET kind = 'x' WHERE number = 2", 2),
    ("UPDATE allocation_log SET kind = 'withdrawn' WHERE number = 2", 2),
    ("UPDATE allocation_log SET digest = 'x' WHERE number = 1", 1),
    ("DELETE FROM allocation_log WHERE number = 2", 2),
    ("DELETE FROM allocation_log WHERE number = 1", 1),
    ("UPDATE allocation_log SET number = 7 WHERE number = 6", 6),
]


@pytest.fixture(name="note")
def _note(store):
    """Write one row about a pair."""

    def note(kind, cooperative_id="K1", plan=None, why=None):
        notes = (PairNote(kind, cooperative_id, "rpk", plan, why),)
        (entry,) = store.revision_if(
            lambda _reads: Wanted(notes=notes), author="Ani", source="form", made_at=MADE_AT
        ).entries
        return entry

    return note


@pytest.fixture(name="plan")
def _plan(store, note):
    """A plan that holds, and what became of two of its places: rows 1 to 6."""
    plan = store.register_allocation(b"a", "solved", author="Ani", made_at=MADE_AT).allocation_id
    store.publish_allocation(plan, after=1, author="Ani", why="rapat", made_at=MADE_AT)
    note("offered", "K1", plan)
    note("accepted", "K1", plan, "sudah rapat")
    note("offered", "K2", plan)
    note("released", "K2")
    return plan


@pytest.fixture(name="tamper")
def _tamper(store_url):
    engine = create_engine(place_of(store_url).url)

    def run(statement):
        with engine.begin() as connection:
            connection.execute(text(statement))

    yield run
    engine.dispose()


def test_an_empty_log_says_nothing(store):
    """Nothing was ever planned."""
    log = store.allocation_log()
    assert ((), 0, None) == (log.entries, log.newest, log.broken_at)
    assert (0, None, ()) == (
        store.newest_allocation_entry(),
        store.published_allocation_id(),
        store.pair_entries("K1", "rpk"),
    )


def test_the_log_has_every_step_in_its_order(store, plan):
    """Of all plans, of one plan, of one pair."""
    entries = store.allocation_log().entries
    kinds = ["solved", "published", "offered", "accepted", "offered", "released"]
    assert (list(range(1, 7)), kinds) == ([one.number for one in entries], [one.kind for one in entries])
    of_plan = store.allocation_log(plan)
    assert (entries[:5], 6, None) == (of_plan.entries, of_plan.newest, of_plan.broken_at)
    assert entries[2:4] == store.pair_entries("K1", "rpk")
    assert ("sudah rapat", "Ani", MADE_AT) == (entries[3].why, entries[3].author, entries[3].made_at)
    assert ((), plan) == (store.pair_entries("K1", "beras"), store.published_allocation_id())
    with store.snapshot() as snapshot:
        assert entries == snapshot.allocation_log().entries


@pytest.mark.usefixtures("plan")
@pytest.mark.parametrize(
    ("engine_name", "statement", "broken_at"),
    [
        *(("sqlite", *one) for one in STATEMENTS),
        *(pytest.param("postgresql", *one, marks=pytest.mark.postgres) for one in STATEMENTS[::5]),
    ],
    indirect=["engine_name"],
)
def test_a_row_that_was_changed_and_all_after_it_do_not_count(store, tamper, statement, broken_at):
    """What stood before still holds; no plan may be published after it, and the check says where."""
    tamper(statement)
    log = store.allocation_log()
    assert (broken_at, broken_at - 1, broken_at - 1) == (log.broken_at, log.newest, len(log.entries))
    assert "broken_allocation_log" in [finding.code for finding in store.check()]
    with pytest.raises(RefusedError, match=f"nomor {broken_at} "):
        store.register_allocation(b"b", "solved", author="Ani", made_at=MADE_AT)


@pytest.mark.usefixtures("plan")
@pytest.mark.parametrize(
    ("statement", "says"),
    [
        ("UPDATE allocation_log SET allocation_id = 'x' WHERE number = 2", "nomor 2 "),
        ("UPDATE allocation_log SET digest = 'x' WHERE number = 1", "nomor 2 "),
        ("DELETE FROM allocation_log WHERE number = 1", "nomor 2 "),
        ("DELETE FROM allocation_log WHERE number = 4", "nomor 3 "),
    ],
)
def test_which_plan_holds_is_not_told_by_a_row_that_was_changed(store, tamper, statement, says):
    """Nor past a row that is missing, which might have withdrawn it."""
    tamper(statement)
    with pytest.raises(RefusedError, match=says):
        store.published_allocation_id()


@pytest.mark.usefixtures("plan")
@pytest.mark.parametrize("column", ["cooperative_id", "why", "author", "digest"])
def test_nothing_follows_a_newest_row_that_was_changed(note, store, tamper, column):
    """Whatever is written about places; nothing is lost of what stands."""
    tamper(f"UPDATE allocation_log SET {column} = 'x' WHERE number = 6")
    with pytest.raises(RefusedError, match="nomor 6 "):
        note("offered")
    assert 6 == store.newest_allocation_entry()


@pytest.mark.usefixtures("plan")
def test_what_is_said_of_a_pair_is_not_told_by_a_row_that_was_changed(store, tamper):
    """The other pair's rows are as they were."""
    tamper("UPDATE allocation_log SET why = 'x' WHERE number = 4")
    with pytest.raises(RefusedError, match="nomor 4 "):
        store.pair_entries("K1", "rpk")
    tamper("UPDATE allocation_log SET digest = 'x' WHERE number = 6")
    with pytest.raises(RefusedError, match="nomor 6 "):
        store.pair_entries("K2", "rpk")


@pytest.mark.usefixtures("plan")
def test_bytes_in_the_place_of_a_text_are_found(store, tamper, engine_name):
    """Only SQLite keeps what does not fit."""
    if engine_name == "postgresql":
        pytest.skip("PostgreSQL refuses it")
    tamper("UPDATE allocation_log SET why = x'00ff' WHERE number = 4")
    assert 4 == store.allocation_log().broken_at


def test_letters_that_no_database_takes_are_marked(note, store):
    """What people type may hold them."""
    assert "a\ufffdb" == note("offered", why="a\x00b").why
    assert None is store.allocation_log().broken_at

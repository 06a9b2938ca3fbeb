"""A plan stands in the store as it was registered, and is never read when it is damaged or too large."""

from datetime import UTC, datetime, timedelta
from hashlib import sha256

import pytest
from sqlalchemy import create_engine, text

from recommender.errors import RefusedError
from recommender.store import allocation_writing, allocations
from recommender.store.allocation_seal import allocation_name, allocation_seal
from recommender.store.place import place_of

MADE_AT = datetime(2026, 3, 1, 2, 30, tzinfo=UTC)


@pytest.fixture(name="register")
def _register(store):
    """Register a plan."""

    def register(content=b"a", kind="solved", author="Ani", made_at=MADE_AT):
        return store.register_allocation(content, kind, author=author, made_at=made_at)

    return register


@pytest.fixture(name="tamper")
def _tamper(store_url):
    engine = create_engine(place_of(store_url).url)

    def run(statement, **values):
        with engine.begin() as connection:
            connection.execute(text(statement), values)

    yield run
    engine.dispose()


def states(store):
    """Names and states as they are listed."""
    return [(one.allocation_id, one.state) for one in store.allocations()]


def test_a_plan_is_kept_as_it_came(store, register):
    """Bytes, author, time and seal; its name is made from the content alone."""
    content = bytes(range(256))
    kept = register(content)
    assert kept == store.allocation(kept.allocation_id)
    assert (content, "Ani", MADE_AT) == (kept.content, kept.author, kept.made_at)
    assert f"rencana-{sha256(content).hexdigest()[:12]}" == kept.allocation_id
    assert allocation_seal("2026-03-01T02:30:00.000000Z", "Ani", content) == kept.seal
    assert None is store.allocation("rencana-000000000000")
    with store.snapshot() as snapshot:
        assert kept == snapshot.allocation(kept.allocation_id)


@pytest.mark.parametrize("kind", ["draft", "solved", "no_solution", "failed"])
def test_the_same_content_again_changes_nothing(store, register, kind):
    """Whoever plans again and whenever: the author who was first stays, and so does the state."""
    first = register(kind=kind)
    number = store.newest_allocation_entry()
    again = register(kind=kind, author="Budi", made_at=MADE_AT + timedelta(1))
    assert first == again
    assert ([(first.allocation_id, kind)], number) == (states(store), store.newest_allocation_entry())
    assert (kind != "draft") == number


@pytest.mark.parametrize("later", ["draft", "failed"])
def test_a_plan_with_an_outcome_keeps_it(store, register, later):
    """A plan is solved once."""
    first = register()
    assert first == register(kind=later, author="Budi")
    assert [(first.allocation_id, "solved")] == states(store)


def test_a_draft_gives_way_to_its_outcome(store, register):
    """Then it was made by whoever solved it."""
    register(kind="draft")
    solved = register(author="Budi", made_at=MADE_AT + timedelta(1))
    assert ("Budi", MADE_AT + timedelta(1)) == (solved.author, solved.made_at)
    assert ([(solved.allocation_id, "solved")], []) == (states(store), store.check())


def test_plans_are_listed_newest_first(store, register):
    """Ties by name, without reading any content."""
    for days, content in zip((1, 2, 2), (b"c", b"a", b"b"), strict=True):
        register(content, made_at=MADE_AT + timedelta(days))
    newest = sorted([allocation_name(b"a"), allocation_name(b"b")])
    assert [*newest, allocation_name(b"c")] == [name for name, _ in states(store)]


@pytest.mark.parametrize("engine_name", ["sqlite"], indirect=True)
@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("content", b"b"),
        ("content", b""),
        ("author", "Budi"),
        ("made_at", "2026-03-02T02:30:00.000000Z"),
        ("made_at", "2026-03-01T02:30:00.000000+00:00"),
        ("made_at", "kemarin"),
        ("seal", bytes(32)),
        ("seal", b""),
    ],
)
def test_a_damaged_plan_is_refused_until_it_is_planned_again(store, register, tamper, column, value):
    """Every column is under the seal; the same content brings back the very same plan, its author too."""
    whole = register()
    tamper(f"UPDATE allocations SET {column} = :value", value=value)
    with pytest.raises(RefusedError, match="rusak dan tidak dipakai"):
        store.allocation(whole.allocation_id)
    assert "damaged_allocation" in [finding.code for finding in store.check()]
    assert whole == register(author="Cici", made_at=MADE_AT + timedelta(3))
    assert ([], whole) == (store.check(), store.allocation(whole.allocation_id))
    assert [(whole.allocation_id, "solved")] == states(store)


def test_a_plan_under_another_name_is_refused(store, register, tamper):
    """Its name has to follow from its content."""
    register()
    tamper("UPDATE allocations SET allocation_id = 'rencana-x'")
    with pytest.raises(RefusedError, match="rencana-x"):
        store.allocation("rencana-x")


def test_a_lost_plan_comes_back_as_it_was(store, register, tamper):
    """Registered again, it has its first author."""
    whole = register()
    tamper("DELETE FROM allocations")
    assert (None, []) == (store.allocation(whole.allocation_id), states(store))
    assert whole == register(author="Cici")
    assert [] == store.check()


def test_a_plan_whose_time_cannot_be_read_is_not_listed(store, register, tamper):
    """The others are."""
    register()
    other = register(b"b")
    tamper(f"UPDATE allocations SET made_at = 'x' WHERE allocation_id = '{allocation_name(b'a')}'")
    assert [(other.allocation_id, "solved")] == states(store)


def test_a_plan_that_is_too_large_is_neither_written_nor_read(store, register, monkeypatch):
    """What was put there behind the store's back is not even fetched."""
    kept = register(b"abcdef")
    for module in (allocations, allocation_writing):
        monkeypatch.setattr(module, "MOST_CONTENT_BYTES", 5)
    with pytest.raises(RefusedError, match="rusak"):
        store.allocation(kept.allocation_id)
    with pytest.raises(RefusedError, match="terlalu besar"):
        register(b"ghijkl")
    assert [kept.allocation_id] == [name for name, _ in states(store)]


def test_letters_that_no_database_takes_are_marked(store, register):
    """What people type may hold them."""
    assert "a\ufffdb" == register(author="a\x00b").author
    assert [] == store.check()

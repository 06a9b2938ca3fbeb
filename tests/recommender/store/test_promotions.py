"""The log says who put which model to work, and no row of it can be changed or lost unseen."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime

import pytest
from sqlalchemy import create_engine, text

from recommender.errors import NotFoundError, RefusedError
from recommender.store.place import place_of
from tests.recommender.store.test_models import manifest_of

MADE_AT = datetime(2026, 3, 1, 2, 30, tzinfo=UTC)


@pytest.fixture(name="versions")
def _versions(store):
    """Two registered versions."""
    return [
        store.register_model(manifest_of(payload), payload, made_at=MADE_AT).version
        for payload in (b"a", b"b")
    ]


@pytest.fixture(name="promote")
def _promote(store):
    """Promote a version after whatever stands."""

    def promote(version, kind="promote", why="lebih baik"):
        after = store.newest_promotion()
        return store.promote_model(version, kind, after=after, author="Ani", why=why, made_at=MADE_AT)

    return promote


@pytest.fixture(name="tamper")
def _tamper(store_url):
    engine = create_engine(place_of(store_url).url)

    def run(statement):
        with engine.begin() as connection:
            connection.execute(text(statement))

    yield run
    engine.dispose()


def test_the_log_has_who_when_why_from_and_to(store, versions, promote):
    """And the seal of what it leads to."""
    first, second = versions
    written = [promote(first), promote(second), promote(None, "rollback", "salah")]
    log = store.promotion_log()
    assert (tuple(written), None) == (log.promotions, log.broken_at)
    ways = [(one.number, one.kind, one.from_version, one.to_version) for one in log.promotions]
    expected = [
        (1, "promote", None, first),
        (2, "promote", first, second),
        (3, "rollback", second, None),
    ]
    assert expected == ways
    assert ("Ani", "salah", MADE_AT) == (written[2].author, written[2].why, written[2].made_at)
    assert [store.stored_model(first).seal.hex(), None] == [written[0].seal, written[2].seal]
    assert (3, None) == (log.newest, log.target)
    assert [] == store.check()


def test_an_empty_log_leads_to_the_prior(store):
    """Nothing was ever promoted."""
    log = store.promotion_log()
    assert ((), None, 0, None) == (log.promotions, log.broken_at, log.newest, log.target)
    assert 0 == store.newest_promotion()


def test_an_unknown_version_is_not_promoted(store, versions, promote):
    """Nothing is written."""
    with pytest.raises(NotFoundError, match="sanding models list"):
        promote("fit-000000000000")
    assert (2, 0) == (len(versions), store.newest_promotion())


def test_of_two_who_decide_at_once_one_is_told(store, versions):
    """Both saw the same log; only one may go on from there."""

    def decide(version):
        try:
            store.promote_model(version, "promote", after=0, author="x", why="y", made_at=MADE_AT)
        except RefusedError:
            return False
        return True

    with ThreadPoolExecutor(8) as threads:
        done = list(threads.map(decide, versions * 4))
    assert (1, 1) == (sum(done), store.newest_promotion())


@pytest.mark.parametrize(
    ("statement", "broken_at"),
    [
        ("UPDATE promotions SET why = 'x' WHERE number = 2", 2),
        ("UPDATE promotions SET author = 'x' WHERE number = 1", 1),
        ("UPDATE promotions SET made_at = 'kemarin' WHERE number = 3", 3),
        ("UPDATE promotions SET to_version = 'x' WHERE number = 2", 2),
        ("UPDATE promotions SET seal = 'x' WHERE number = 2", 2),
        ("UPDATE promotions SET kind = 'x' WHERE number = 2", 2),
        ("UPDATE promotions SET digest = 'x' WHERE number = 1", 1),
        ("DELETE FROM promotions WHERE number = 2", 2),
        ("DELETE FROM promotions WHERE number = 1", 1),
        ("UPDATE promotions SET number = 7 WHERE number = 3", 3),
    ],
)
def test_a_row_that_was_changed_and_all_after_it_do_not_count(
    store, versions, promote, tamper, statement, broken_at
):
    """What stood before still holds; nothing may be written after it, and the check says where."""
    for version in (*versions, versions[0]):
        promote(version)
    tamper(statement)
    log = store.promotion_log()
    assert (broken_at, broken_at - 1) == (log.broken_at, log.newest)
    assert ["broken_promotions"] == [finding.code for finding in store.check()]
    with pytest.raises(RefusedError, match=f"nomor {broken_at} "):
        promote(versions[1])


def test_letters_that_no_database_takes_are_marked(promote, versions, store):
    """What people type may hold them."""
    assert "a\ufffdb" == promote(versions[0], why="a\x00b").why
    assert None is store.promotion_log().broken_at

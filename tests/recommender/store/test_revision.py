"""A revision writes all of its rows or none, and says what became of them."""

import contextlib
from datetime import UTC, datetime

import pytest

from recommender.errors import RefusedError
from recommender.store.opening import create_store
from recommender.store.records import Counts, Difference

MADE_AT = datetime(2026, 3, 1, 2, 30, tzinfo=UTC)
STAMP = {"author": "dinas", "source": "koperasi.xlsx", "made_at": MADE_AT}


def areas(count, name="A"):
    """Rows of areas with different codes."""
    return [{"code": f"{number:05}", "name": name, "district": "D"} for number in range(count)]


def test_the_same_rows_twice_change_nothing(store, write):
    """Neither a row nor a revision is added."""
    assert Counts(new=1200) == write("areas", *areas(1200))
    head = store.head()
    assert Counts(same=1200) == write("areas", *areas(1200))
    assert (head, 1) == (store.head(), len(store.history("areas", "00000")))


def test_only_what_is_given_changes(store, cooperative, write):
    """An absent column stays, None makes unknown, a stated empty list is a value."""
    write("cooperatives", {"cooperative_id": "K1", "member_count": 5, "vehicles": ("motor",)})
    assert Counts(changed=1) == write("cooperatives", {"cooperative_id": "K1", "vehicles": ()})
    assert Counts(changed=1) == write("cooperatives", {"cooperative_id": "K1", "member_count": None})
    values = store.row("cooperatives", "K1").values
    assert (cooperative["name"], None, ()) == (
        values["name"],
        values["member_count"],
        values["vehicles"],
    )


def test_a_key_that_comes_twice_meets_its_first_row(store, write):
    """The later row adds to the earlier one, in the same revision."""
    first = {"code": "1", "name": "A", "district": "D"}
    assert Counts(1, 1, 1) == write("areas", first, {"code": "1", "source": "BPS"}, first)
    assert {**first, "source": "BPS"}.items() <= store.row("areas", "1").values.items()
    assert [] == store.check()


@pytest.mark.usefixtures("cooperative")
def test_an_exception_undoes_everything(store):
    """Whatever was written before it in the same revision."""
    head = store.head()

    def fail():
        with store.revision(**STAMP) as revision:
            revision.upsert("areas", areas(700))
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert (head, 1) == (store.head(), store.count("areas"))
    assert [] == store.check()


def test_a_bad_row_undoes_the_rows_before_it(store):
    """Also when the caller swallows the refusal: half an import is never kept."""
    rows = [*areas(700), {"code": "x", "name": 1}]

    def swallow():
        with store.revision(**STAMP) as revision, contextlib.suppress(RefusedError):
            revision.upsert("areas", rows)

    with pytest.raises(RefusedError, match="Sebagian baris ditolak"):
        swallow()
    assert (0, 0) == (store.head().revision_id, store.count("areas"))


@pytest.mark.parametrize(
    ("table", "row", "message"),
    [
        ("areas", {"name": "A"}, "code"),
        ("areas", {"code": None}, "code"),
        ("areas", {"code": "1", "nama": "A"}, "nama"),
        ("facts", {"cooperative_id": "K1"}, "field"),
        ("cooperatives", {"cooperative_id": "K1", "area_code": "never"}, "refers to"),
    ],
)
def test_a_row_that_does_not_fit_is_refused(store, table, row, message):
    """Keys are needed, columns must be known, what is referred to must be there."""
    with pytest.raises(RefusedError, match=message), store.revision(**STAMP) as revision:
        revision.upsert(table, [row])
    assert (0, 0) == (store.head().revision_id, store.count(table))


def test_a_dry_run_tells_and_writes_nothing(store, cooperative):
    """Counts and differences as they would be."""
    head = store.head()
    rows = [{"cooperative_id": "K1", "vehicles": ("motor",), "name": cooperative["name"]}]
    with store.revision(**STAMP, dry_run=True) as revision:
        assert Counts(changed=1) == revision.upsert("cooperatives", rows)
        assert Counts(new=1) == revision.upsert("areas", [{"code": "1", "name": "A"}])
    assert [
        Difference("cooperatives", ("K1",), "vehicles", None, ("motor",)),
        Difference("areas", ("1",), "code", None, "1"),
        Difference("areas", ("1",), "name", None, "A"),
    ] == revision.differences
    assert (head, 1) == (store.head(), store.count("areas"))


def test_a_long_dry_run_lists_only_the_first_differences(store):
    """All are counted."""
    with store.revision(**STAMP, dry_run=True) as revision:
        revision.upsert("areas", areas(400))
    assert (1000, 1200) == (len(revision.differences), revision.difference_count)


@pytest.mark.usefixtures("cooperative")
def test_history_tells_who_when_and_from_where(store, write):
    """Each version with its own revision."""
    later = datetime(2026, 4, 1, tzinfo=UTC)
    write("cooperatives", {"cooperative_id": "K1", "member_count": 7}, author="bu Ani", made_at=later)
    old, new = store.history("cooperatives", ("K1",))
    assert (1, "dinas", "test.csv", MADE_AT, None) == (
        old.version,
        old.author,
        old.source,
        old.made_at,
        old.values["member_count"],
    )
    assert (2, "bu Ani", "test.csv", later, 7) == (
        new.version,
        new.author,
        new.source,
        new.made_at,
        new.values["member_count"],
    )
    assert [] == store.history("cooperatives", "never")


def test_equal_content_gives_equal_digests(store, tmp_path):
    """Whoever writes it when and in which order of rows, on whichever engine."""
    with create_store(f"sqlite:///{tmp_path / 'other.db'}") as other:
        for one, rows, author in ((store, areas(9), "a"), (other, areas(9)[::-1], "b")):
            for name in ("A", "B"):
                stamp = {"author": author, "source": author, "made_at": datetime.now(UTC)}
                with one.revision(**stamp) as revision:
                    revision.upsert("areas", [{**row, "name": name} for row in rows])
        assert (2, store.head().digest) == (other.head().revision_id, other.head().digest)
        with other.revision(**STAMP) as revision:
            revision.upsert("areas", areas(1, name="C"))
        assert store.head().digest != other.head().digest


@pytest.mark.usefixtures("cooperative")
def test_a_revision_sees_its_own_rows(store):
    """What it reads nobody else can change before it ends."""
    with store.revision(**STAMP) as revision:
        revision.upsert("cooperatives", [{"cooperative_id": "K1", "member_count": 3}])
        assert 3 == revision.current("cooperatives", "K1").values["member_count"]
        assert store.row("cooperatives", "K1").values["member_count"] is None
        assert revision.current("cooperatives", "never") is None

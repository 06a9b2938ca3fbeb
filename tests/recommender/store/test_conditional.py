"""A decision sees exactly what it then changes, and all that it wants is written or nothing."""

import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime

import pytest

from recommender.errors import NotFoundError, RefusedError
from recommender.store.allocation_records import PairNote, Wanted
from recommender.store.opening import open_store

MADE_AT = datetime(2026, 3, 1, 2, 30, tzinfo=UTC)
STAMP = {"author": "Ani", "source": "form", "made_at": MADE_AT}
NOTE = PairNote("offered", "K1", "rpk")


def area(number):
    """A row of an area."""
    return {"code": str(number), "name": "A", "district": "D"}


def test_rows_and_notes_are_written_together(store):
    """One revision with author, source and time; its versions and digest as any other's."""
    done = store.revision_if(lambda _reads: Wanted({"areas": [area(1)]}, [NOTE]), **STAMP, note="catatan")
    assert 1 == done.revision_id == store.head().revision_id
    assert store.allocation_log().entries == done.entries
    version = store.row("areas", "1")
    assert ("Ani", "form", MADE_AT, "catatan") == (
        version.author,
        version.source,
        version.made_at,
        version.note,
    )
    assert [] == store.check()


def test_what_is_wanted_of_nothing_leaves_no_trace(store, write):
    """Nothing wanted, or a row that stands there already."""
    write("areas", area(1))
    before = store.head()
    for wanted in (Wanted(), Wanted({"areas": [area(1)]})):
        done = store.revision_if(lambda _reads, wanted=wanted: wanted, **STAMP)
        assert (None, ()) == (done.revision_id, done.entries)
    assert (before, 0) == (store.head(), store.newest_allocation_entry())


def test_a_note_alone_is_written(store, write):
    """No revision is spent on it."""
    write("areas", area(1))
    done = store.revision_if(lambda _reads: Wanted({"areas": [area(1)]}, [NOTE, NOTE]), **STAMP)
    assert (None, [1, 2]) == (done.revision_id, [one.number for one in done.entries])
    assert (1, 2) == (store.head().revision_id, store.newest_allocation_entry())


@pytest.mark.parametrize(
    ("wanted", "error"),
    [
        (Wanted({"areas": [area(1)]}, [PairNote("offered", "K1", "rpk", "rencana-x")]), NotFoundError),
        (Wanted({"areas": [area(1)], "cooperatives": [{"name": "x"}]}, [NOTE]), RefusedError),
        (Wanted({"areas": [area(1)], "wilayah": [area(2)]}, [NOTE]), NotFoundError),
    ],
)
def test_one_part_that_does_not_fit_undoes_the_others(store, wanted, error):
    """A plan that is not there, a row without its key, a table that does not exist."""
    with pytest.raises(error):
        store.revision_if(lambda _reads: wanted, **STAMP)
    assert (0, 0, 0) == (store.head().revision_id, store.count("areas"), store.newest_allocation_entry())


def test_a_refusal_reaches_whoever_asked(store):
    """And nothing is written."""

    def decide(_reads):
        raise RefusedError("tidak", "no")

    with pytest.raises(RefusedError, match="tidak"):
        store.revision_if(decide, **STAMP)
    assert 0 == store.head().revision_id


def test_the_decision_sees_what_was_written_before_it(store, write):
    """By rows, frames, heads and the log, as any reading."""
    write("areas", area(1), area(2))
    seen = []

    def decide(reads):
        seen.append((reads.count("areas"), reads.head().revision_id, reads.newest_allocation_entry()))
        seen.append(reads.rows("areas", ("name", "code"), ("code", ["2"])))
        return Wanted()

    store.revision_if(decide, **STAMP)
    assert [(2, 1, 0), [("A", "2")]] == seen


def test_nobody_writes_between_the_look_and_the_deed(store, store_url):
    """Eight at once count and add one, each with a store of its own: no number is given twice."""
    together = threading.Barrier(8)

    def add_next(_worker):
        def decide(reads):
            return Wanted({"areas": [area(reads.count("areas"))]})

        with open_store(store_url) as own:
            together.wait()
            return [own.revision_if(decide, **STAMP).revision_id for _ in range(3)]

    with ThreadPoolExecutor(8) as threads:
        revisions = sorted(one for many in threads.map(add_next, range(8)) for one in many)
    assert list(range(1, 25)) == revisions
    assert sorted(str(number) for number in range(24)) == [key for (key,) in store.keys("areas")]
    assert [] == store.check()

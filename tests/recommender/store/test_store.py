"""The store under many readers and writers, and under the knife."""

import random
import subprocess
import sys
import textwrap
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from recommender.errors import StoreError
from recommender.store.engine import journal_mode_for, sqlite_driver
from recommender.store.opening import create_store, open_store
from recommender.store.records import AdviceRun, Counts

MADE_AT = datetime(2026, 3, 1, 2, 30, tzinfo=UTC)
STAMP = {"author": "dinas", "source": "form", "made_at": MADE_AT}
RUN = AdviceRun(
    recommendation_id="r1",
    made_at=datetime(2026, 3, 1, 9, 30, tzinfo=timezone(timedelta(hours=7))),
    at_date=date(2026, 3, 1),
    author="dinas",
    objective="balanced",
    model_version="prior-1",
    data_digest="a",
    revision_id=0,
    catalog_digest="b",
    code_version="0.1.0",
)
WRITER = """
    import sys
    from datetime import UTC, datetime
    from recommender.store.opening import open_store

    store = open_store(sys.argv[1])
    number = store.count("areas")
    while True:
        rows = [{"code": f"{number:06}-{part}", "name": "A", "district": "D"} for part in range(3)]
        with store.revision(author="a", source="b", made_at=datetime.now(UTC)) as revision:
            revision.upsert("areas", rows)
        sys.stdout.write(f"{number:06}\\n")
        sys.stdout.flush()
        number += 1
"""


@pytest.mark.usefixtures("cooperative")
@pytest.mark.slow
def test_threads_that_read_change_and_write_lose_nothing(store, write):
    """Eight threads, fifty times each: no lock is reported, no step is lost."""
    write("cooperatives", {"cooperative_id": "K1", "member_count": 0})

    def add_fifty(thread):
        for step in range(50):
            with store.revision(**STAMP) as revision:
                count = revision.current("cooperatives", "K1").values["member_count"]
                row = {"cooperative_id": "K1", "member_count": count + 1}
                revision.upsert("cooperatives", [row])
                revision.upsert("areas", [{"code": f"{thread}-{step}", "name": "A", "district": "D"}])
            store.frame("cooperatives")

    with ThreadPoolExecutor(8) as threads:
        list(threads.map(add_fifty, range(8)))
    assert 400 == store.row("cooperatives", "K1").values["member_count"]
    assert (401, 402) == (store.count("areas"), len(store.history("cooperatives", "K1")))
    assert [] == store.check()


@pytest.mark.usefixtures("cooperative")
def test_reading_does_not_wait_for_a_writer(store, store_url):
    """A second process may even open the store meanwhile; it sees what was committed."""
    with store.revision(**STAMP) as revision:
        revision.upsert("cooperatives", [{"cooperative_id": "K1", "member_count": 5}])
        started = time.monotonic()
        with open_store(store_url) as other:
            assert (1, 2) == (other.count("cooperatives"), other.head().revision_id)
            assert [] == other.check()
        assert time.monotonic() - started < 3


@pytest.mark.usefixtures("cooperative")
def test_a_snapshot_stays_as_it_is(store, engine_name):
    """What is committed after its first read is not seen inside."""
    if engine_name == "sqlite" and journal_mode_for(sqlite_driver().sqlite_version_info) != "WAL":
        pytest.skip("with the rollback journal a writer waits for the snapshot")
    with store.snapshot() as snapshot:
        assert 2 == snapshot.head().revision_id
        with ThreadPoolExecutor(1) as thread:
            thread.submit(_add_members, store).result()
        assert 2 == snapshot.head().revision_id
        assert snapshot.frame("cooperatives")["member_count"].isna().all()
    assert 3 == store.head().revision_id


def _add_members(store):
    with store.revision(**STAMP) as revision:
        revision.upsert("cooperatives", [{"cooperative_id": "K1", "member_count": 5}])


@pytest.mark.slow
def test_a_writer_in_another_process_is_waited_for_and_then_named(store_url, store):
    """After some seconds the second writer is told to come back, in both languages."""
    writer = textwrap.dedent(
        """
        import sys
        from datetime import UTC, datetime
        from recommender.store.opening import open_store

        with open_store(sys.argv[1]) as store:
            with store.revision(author="a", source="b", made_at=datetime.now(UTC)) as revision:
                revision.upsert("areas", [{"code": "1", "name": "A", "district": "D"}])
                print("writing", flush=True)
                sys.stdin.read()
        """
    )
    command = [sys.executable, "-c", writer, store_url]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert b"writing\n" == process.stdout.readline()
        started = time.monotonic()
        with pytest.raises(StoreError) as caught, store.revision(**STAMP):
            pass
        assert 4 < time.monotonic() - started < 7
        assert "proses lain" in caught.value.message_id
        assert "another process" in caught.value.message_en
        process.stdin.close()
        assert 0 == process.wait(timeout=20)
    assert 1 == store.count("areas")


@pytest.mark.slow
def test_killing_the_writer_loses_nothing_that_was_acknowledged(sqlite_url):
    """Ten times: what was acknowledged is there, whole; the rest is not there at all."""
    chance = random.Random(20260301)  # noqa: S311 - only when to kill
    acknowledged = []
    for _ in range(10):
        command = [sys.executable, "-c", textwrap.dedent(WRITER), sqlite_url]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
            acknowledged.append(process.stdout.readline())
            time.sleep(chance.uniform(0.01, 0.15))
            process.kill()
            acknowledged += process.stdout.readlines()
        with open_store(sqlite_url) as store:
            assert [] == store.check()
            codes = {code for (code,) in store.keys("areas")}
            expected = {f"{one.strip()}-{part}" for one in acknowledged for part in range(3)}
            assert expected <= codes
            assert 0 == len(codes) % 3


def test_a_run_is_recorded_once(store):
    """What was recorded first stays."""
    store.record_run(RUN)
    store.record_run(AdviceRun(**{**{n: getattr(RUN, n) for n in RUN.__slots__}, "author": "x"}))
    assert (RUN, None) == (store.run("r1"), store.run("r2"))


@pytest.mark.usefixtures("cooperative")
def test_keys_and_counts(store, write):
    """Keys are the values of the key columns, dates as dates, sorted."""
    fact = {"cooperative_id": "K1", "field": "has_scales", "value": "ya"}
    assert Counts(new=2) == write("facts", {**fact, "observed_on": date(2026, 1, 2)}, fact)
    assert [("K1", "has_scales", None), ("K1", "has_scales", date(2026, 1, 2))] == store.keys("facts")
    assert (2, 0) == (store.count("facts"), store.count("events"))


def test_two_stores_on_one_file_queue_in_one_process(sqlite_url):
    """The lock belongs to the place, not to the object."""
    with create_store(sqlite_url) as one, open_store(sqlite_url) as two:

        def add_twenty(store):
            for number in range(20):
                with store.revision(**STAMP) as revision:
                    revision.upsert("areas", [{"code": f"{id(store)}-{number}", "name": "A"}])

        with ThreadPoolExecutor(2) as threads:
            list(threads.map(add_twenty, (one, two)))
        assert (40, 40) == (one.count("areas"), two.head().revision_id)

"""Two who undo at once, and an undo that is cut off in the middle."""

import random
import subprocess
import sys
import textwrap
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from threading import Barrier

import pytest

from recommender.errors import RefusedError
from recommender.store import store as store_module
from recommender.store.import_records import ImportedFile
from recommender.store.opening import create_store, open_store

MADE_AT = datetime(2026, 3, 1, 2, 30, tzinfo=UTC)
STAMP = {"author": "dinas", "source": "form", "made_at": MADE_AT}
UNDOER = """
    import sys
    from datetime import UTC, datetime
    from recommender.store.opening import open_store

    store = open_store(sys.argv[1])
    sys.stdout.write("undoing\\n")
    sys.stdout.flush()
    store.undo_import(author="a", made_at=datetime.now(UTC))
    sys.stdout.write("undone\\n")
    sys.stdout.flush()
    sys.stdin.read()
"""


def areas(count, name="A"):
    """Rows of areas with different codes."""
    return [{"code": f"{number:05}", "name": name, "district": "D"} for number in range(count)]


def undo_together(stores):
    """Let each store undo its newest import at the same moment; what became of each."""
    together = Barrier(len(stores))

    def undo_newest(store):
        together.wait()
        try:
            return store.undo_import(author="bu Ani", made_at=MADE_AT).imported.revision_id
        except RefusedError as error:
            return error.message_en

    with ThreadPoolExecutor(len(stores)) as threads:
        return list(threads.map(undo_newest, stores))


def test_of_two_who_undo_at_once_one_wins(store, store_url, take_in, monkeypatch):
    """The other is told; the import before it is not undone by accident."""
    older, newer = take_in("areas", *areas(3)), take_in("areas", *areas(3, name="B"))
    # both have read which import is the newest before either may write
    asked = Barrier(2)
    found = store_module.newest_to_undo

    def ask(connection):
        newest = found(connection)
        asked.wait()
        return newest

    monkeypatch.setattr(store_module, "newest_to_undo", ask)
    with open_store(store_url) as other:
        results = undo_together([store, other])
    assert newer in results
    (told,) = [one for one in results if one != newer]
    assert "undone already by revision 3" in told
    assert [(newer, 3), (older, None)] == [(one.revision_id, one.undone_by) for one in store.imports()]
    assert ({"A"}, []) == (set(store.frame("areas")["name"]), store.check())


@pytest.mark.slow
def test_killing_an_undo_leaves_all_of_it_or_nothing(sqlite_url):
    """Five times: what was acknowledged is there; what was not can be done again."""
    chance = random.Random(20260301)  # noqa: S311 - only when to kill
    answers = set()
    with create_store(sqlite_url) as store, store.revision(**STAMP) as revision:
        revision.upsert("areas", areas(1_000))
    for number in range(5):
        with open_store(sqlite_url) as store:
            before, head = store.frame("areas"), store.head().revision_id
            with store.revision(**STAMP) as revision:
                counts = revision.upsert("areas", areas(2_000, name=f"B{number}"))
                told = (2_000, counts.new, counts.changed, counts.same, 0)
                revision.record_import(ImportedFile("areas", "f.csv", "0" * 64, "", *told))
            imported = store.frame("areas")
        command = [sys.executable, "-c", textwrap.dedent(UNDOER), sqlite_url]
        pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
        with subprocess.Popen(command, **pipes) as process:
            assert "undoing\n" == process.stdout.readline()
            time.sleep(chance.uniform(0.02, 0.3) if number else 0)
            process.kill()
            acknowledged = process.stdout.readlines()
        with open_store(sqlite_url) as store:
            assert [] == store.check()
            is_undone = store.head().revision_id == head + 2
            answers.add(is_undone)
            assert is_undone or not acknowledged
            assert (head + 2 if is_undone else None) == store.imports()[0].undone_by
            assert (before if is_undone else imported).equals(store.frame("areas"))
            if not is_undone:
                store.undo_import(author="a", made_at=MADE_AT)
            assert before.equals(store.frame("areas"))
    assert False in answers

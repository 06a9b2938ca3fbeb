"""Each way in which a place can be wrong has its own answer, in two languages, with a remedy."""

import random
import shutil
import sqlite3
import subprocess
import traceback
from datetime import UTC, datetime

import pytest

from recommender.errors import (
    RecommenderError,
    StoreDamagedError,
    StoreError,
    StoreMissingError,
    StoreReadOnlyError,
)
from recommender.store.opening import create_store, open_store

MADE_AT = datetime(2026, 3, 1, tzinfo=UTC)
DRIVER_WORDS = ("sqlalchemy", "sqlite3", "psycopg", "Traceback", "OperationalError")


def refusal(use, url):
    """The error of a call, after a look at its words."""
    with pytest.raises(RecommenderError) as caught:
        use(url)
    for message in (caught.value.message_id, caught.value.message_en):
        assert not any(word in message for word in DRIVER_WORDS)
    return caught.value


def test_init_makes_a_store_and_opens_it_again(empty_url):
    """Folders are made; the second time everything is still there."""
    with create_store(empty_url) as store:
        with store.revision(author="a", source="b", made_at=MADE_AT) as revision:
            revision.upsert("areas", [{"code": "1", "name": "A", "district": "D"}])
        digest = store.head().digest
    for use in (create_store, open_store):
        with use(empty_url) as store:
            assert (1, digest) == (store.count("areas"), store.head().digest)


def test_no_store_is_said_to_be_missing(empty_url):
    """Opening makes neither a file nor a folder."""
    error = refusal(open_store, empty_url)
    assert StoreMissingError is type(error)
    assert "sanding init" in error.message_id
    assert "sanding init" in error.message_en


@pytest.mark.parametrize("content", [b"", None])
def test_an_empty_file_or_a_missing_folder_is_a_missing_store(tmp_path, content):
    """Nothing is made by looking."""
    path = tmp_path / "sanding.db" if content is not None else tmp_path / "no" / "sanding.db"
    if content is not None:
        path.write_bytes(content)
    error = refusal(open_store, f"sqlite:///{path}")
    assert StoreMissingError is type(error)
    assert str(path) in error.message_id
    assert content is not None or not path.parent.exists()


@pytest.mark.parametrize("use", [open_store, create_store])
def test_a_folder_in_the_files_place_is_named(tmp_path, use):
    """Neither way in touches it."""
    error = refusal(use, f"sqlite:///{tmp_path}")
    assert (StoreReadOnlyError, True) == (type(error), str(tmp_path) in error.message_en)


@pytest.mark.parametrize("use", [open_store, create_store])
def test_a_file_in_the_folders_place_is_named(tmp_path, use):
    """A parent that is a file can hold no store."""
    (tmp_path / "file").write_text("x")
    assert StoreReadOnlyError is type(refusal(use, f"sqlite:///{tmp_path / 'file' / 'sanding.db'}"))


@pytest.mark.parametrize("use", [open_store, create_store])
def test_another_kind_of_file_is_left_as_it_is(tmp_path, use):
    """A sheet given by mistake is not overwritten."""
    path = tmp_path / "koperasi.csv"
    path.write_text("cooperative_id,name\n" * 50)
    error = refusal(use, f"sqlite:///{path}")
    assert (StoreDamagedError, "cooperative_id,name\n" * 50) == (type(error), path.read_text())
    assert "cadangan" in error.message_id


def test_another_programs_database_is_left_as_it_is(tmp_path):
    """Opening misses a store in it, init refuses to add one."""
    path = tmp_path / "other.db"
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE bookmarks (url TEXT)")
    connection.commit()
    connection.close()
    assert StoreMissingError is type(refusal(open_store, f"sqlite:///{path}"))
    assert StoreDamagedError is type(refusal(create_store, f"sqlite:///{path}"))
    connection = sqlite3.connect(path)
    assert [("bookmarks",)] == connection.execute("SELECT name FROM sqlite_master").fetchall()
    connection.close()


@pytest.mark.slow
def test_damaged_files_never_end_in_a_traceback(sqlite_url, tmp_path):
    """A flipped byte is found, harmless, or answered by the tree; a cut file is damaged."""
    with create_store(sqlite_url) as store:
        rows = [{"code": f"{n:04}", "name": "A" * 50, "district": "D"} for n in range(300)]
        with store.revision(author="a", source="b", made_at=MADE_AT) as revision:
            revision.upsert("areas", rows)
    whole = (tmp_path / "sanding.db").read_bytes()
    chance = random.Random(20260301)  # noqa: S311 - only where to flip
    answers = set()
    for number in range(40):
        content = bytearray(whole)
        content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
        (tmp_path / f"{number}.db").write_bytes(content)
        try:
            with open_store(f"sqlite:///{tmp_path / f'{number}.db'}") as store:
                store.check()
                store.frame("areas")
        except RecommenderError as error:
            answers.add(error.code)
    assert {"store_damaged"} <= answers <= {"store_damaged", "store", "store_missing"}
    (tmp_path / "cut.db").write_bytes(whole[: len(whole) // 2])
    assert StoreDamagedError is type(refusal(open_store, f"sqlite:///{tmp_path / 'cut.db'}"))


@pytest.fixture(name="small_disk")
def _small_disk(tmp_path):
    """A folder on a file system of its own, of 2 MiB; skips where none may be mounted."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=2m", "none", str(folder)]
    if not shutil.which("mount") or subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("no file system may be mounted here")
    yield folder
    subprocess.run(["umount", "-l", str(folder)], check=True)


@pytest.mark.parametrize("use", [open_store, create_store])
def test_a_read_only_disk_is_named(small_disk, use):
    """Whatever the file's own permissions say, and whoever runs it."""
    url = f"sqlite:///{small_disk / 'sanding.db'}"
    create_store(url).close()
    subprocess.run(["mount", "-o", "remount,ro", str(small_disk)], check=True)
    error = refusal(use, url)
    assert (StoreReadOnlyError, True) == (type(error), str(small_disk) in error.message_id)
    assert StoreReadOnlyError is type(refusal(create_store, f"sqlite:///{small_disk / 'n' / 's.db'}"))


def test_a_full_disk_loses_nothing_and_recovers(small_disk):
    """The refused revision leaves no trace; with room again the same store goes on."""
    with create_store(f"sqlite:///{small_disk / 'sanding.db'}") as store:

        def add(code):
            rows = [{"code": code, "name": "A" * 20_000, "district": "D"}]
            with store.revision(author="a", source="b", made_at=MADE_AT) as revision:
                revision.upsert("areas", rows)

        def fill():
            for code in range(1000):
                add(f"{code}")

        with pytest.raises(StoreError, match="Ruang penyimpanan"):
            fill()
        kept = store.count("areas")
        assert kept == store.head().revision_id > 0
        subprocess.run(["mount", "-o", "remount,size=8m", str(small_disk)], check=True)
        add("more")
        assert (kept + 1, []) == (store.count("areas"), store.check())


def test_a_server_that_does_not_answer_is_named_without_the_password():
    """Neither the messages nor the traceback show it."""
    url = "postgresql://dinas:rahasia-sekali@127.0.0.1:9/sanding"
    for use in (open_store, create_store):
        error = refusal(use, url)
        assert "rahasia-sekali" not in "".join(traceback.format_exception(error))
        assert "127.0.0.1:9/sanding" in error.message_id
        assert "SANDING_DATABASE_URL" in error.message_en


@pytest.mark.postgres
def test_a_missing_database_is_named(server_url):
    """The server is there, the database is not."""
    url = server_url.replace("/postgres?", "/never?")
    assert "never" in refusal(open_store, url).message_id

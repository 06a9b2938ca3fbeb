"""Which file made which revision is on record, and can be asked by the file."""

from datetime import UTC, datetime, timedelta
from hashlib import sha256

import pytest

from recommender.errors import NotFoundError
from recommender.store.import_records import ImportedFile, ImportRecord

MADE_AT = datetime(2026, 3, 1, 2, 30, tzinfo=UTC)
STAMP = {"author": "dinas", "source": "areas.csv", "made_at": MADE_AT}
DIGEST = sha256(b"areas.csv").hexdigest()
FILE = ImportedFile(
    table_name="areas",
    file_name="areas.csv",
    file_digest=DIGEST,
    sender="Kecamatan Serang",
    row_count=3,
    new_count=2,
    changed_count=0,
    same_count=0,
    refused_count=1,
)


def areas(count):
    """Rows of areas with different codes."""
    return [{"code": f"{number:02}", "name": "A", "district": "D"} for number in range(count)]


def test_an_import_is_on_record(store):
    """With its file and counts as told, and author and time of its revision."""
    with store.revision(**STAMP) as revision:
        revision.upsert("areas", areas(2))
        revision.record_import(FILE)
        assert [] == store.imports()
    expected = ImportRecord(
        **{name: getattr(FILE, name) for name in ImportedFile.__slots__},
        revision_id=1,
        made_at=MADE_AT,
        author="dinas",
        undone_by=None,
    )
    assert [expected] == store.imports()
    assert expected == store.import_of("areas", DIGEST)


def test_only_what_came_from_a_file_is_an_import(store, write, take_in):
    """Newest first, at most as many as asked for."""
    write("areas", *areas(1))
    revisions = [take_in("areas", *areas(count), file=f"{count}.csv") for count in (2, 3, 4)]
    assert [2, 3, 4] == revisions
    assert [4, 3, 2] == [one.revision_id for one in store.imports()]
    assert ["4.csv", "3.csv"] == [one.file_name for one in store.imports(2)]


def test_what_changes_nothing_leaves_no_record(store, take_in):
    """The same file again, a dry run, a revision that fails."""
    take_in("areas", *areas(2))
    take_in("areas", *areas(2), file="again.csv")
    with store.revision(**STAMP, dry_run=True) as revision:
        revision.upsert("areas", areas(3))
        revision.record_import(FILE)

    def fail():
        with store.revision(**STAMP) as revision:
            revision.upsert("areas", areas(3))
            revision.record_import(FILE)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert ["koperasi.csv"] == [one.file_name for one in store.imports()]
    assert (1, 2) == (store.head().revision_id, store.count("areas"))


def test_a_file_is_known_by_its_content_and_its_table(store, take_in, undo):
    """As long as its import stands; the newest counts."""
    later = MADE_AT + timedelta(days=3)
    digest = sha256(b"koperasi.csv").hexdigest()
    first = take_in("areas", *areas(1))
    second = take_in("areas", *areas(2), made_at=later)
    assert (second, later) == (
        store.import_of("areas", digest).revision_id,
        store.import_of("areas", digest).made_at,
    )
    assert (None, None) == (store.import_of("partners", digest), store.import_of("areas", DIGEST))
    undo()
    assert first == store.import_of("areas", digest).revision_id
    undo()
    assert store.import_of("areas", digest) is None
    third = take_in("areas", *areas(1))
    assert third == store.import_of("areas", digest).revision_id


def test_a_table_that_is_not_there_is_refused(store):
    """And the revision with it."""
    strange = ImportedFile(
        **{**{n: getattr(FILE, n) for n in ImportedFile.__slots__}, "table_name": "koperasi"}
    )

    def take_in_strange():
        with store.revision(**STAMP) as revision:
            revision.upsert("areas", areas(1))
            revision.record_import(strange)

    with pytest.raises(NotFoundError, match="koperasi"):
        take_in_strange()
    assert (0, []) == (store.count("areas"), store.imports())


def test_names_that_no_database_takes_are_made_readable(store, take_in):
    """A file name of another encoding, a hidden character: marked, not a traceback."""
    take_in("areas", *areas(1), file="koper\udce4si\x00.csv", author="bu\x00 Ani")
    (found,) = store.imports()
    assert ("koper\ufffdsi\ufffd.csv", "bu\ufffd Ani") == (found.file_name, found.author)
    assert "koper\ufffdsi\ufffd.csv" == store.row("areas", "00").source

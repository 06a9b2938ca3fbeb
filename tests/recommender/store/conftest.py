"""Stores to test with, on both engines, and ways to write into them."""

from datetime import UTC, datetime
from hashlib import sha256

import pytest

from recommender.store.import_records import ImportedFile
from recommender.store.opening import create_store
from tests.homes import empty_store_at

MADE_AT = datetime(2026, 3, 1, 2, 30, tzinfo=UTC)
UNDONE_AT = datetime(2026, 3, 2, 2, 30, tzinfo=UTC)
AREA = {"code": "36.73.01.1001", "name": "Serang", "district": "Serang"}
COOPERATIVE = {"cooperative_id": "K1", "name": "KKMP Serang", "area_code": "36.73.01.1001"}


@pytest.fixture
def store(store_url):
    """An empty store."""
    with create_store(store_url) as store:
        yield store


@pytest.fixture
def write(store):
    """Write rows in one revision and return the counts."""

    def _write(table, *rows, made_at=MADE_AT, author="dinas", source="test.csv"):
        with store.revision(author=author, source=source, made_at=made_at) as revision:
            return revision.upsert(table, rows)

    return _write


@pytest.fixture
def take_in(store):
    """Write rows as an import that is put on record; return the number of its revision."""

    def _take_in(table, *rows, file="koperasi.csv", author="dinas", made_at=MADE_AT):
        with store.revision(author=author, source=file, made_at=made_at) as revision:
            counts = revision.upsert(table, rows)
            revision.record_import(
                ImportedFile(
                    table_name=table,
                    file_name=file,
                    file_digest=sha256(file.encode(errors="surrogatepass")).hexdigest(),
                    sender="Dinas Koperasi",
                    row_count=len(rows),
                    new_count=counts.new,
                    changed_count=counts.changed,
                    same_count=counts.same,
                    refused_count=0,
                )
            )
        return revision.revision_id

    return _take_in


@pytest.fixture
def undo(store):
    """Undo an import and return the report."""

    def _undo(revision_id=None, **options):
        return store.undo_import(revision_id, author="bu Ani", made_at=UNDONE_AT, **options)

    return _undo


@pytest.fixture
def cooperative(write):
    """A store with one area and one cooperative in it."""
    write("areas", AREA)
    write("cooperatives", COOPERATIVE)
    return COOPERATIVE


@pytest.fixture
def sqlite_url(tmp_path):
    """A place that holds an empty SQLite store, for what only files do."""
    return empty_store_at(tmp_path / "sanding.db")

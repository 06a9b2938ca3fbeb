"""Which version the tables have, and the way to the newest."""

from collections.abc import Sequence
from functools import cache

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, inspect, text

from recommender.errors import StoreVersionError
from recommender.store import sentences
from recommender.store.engine import WRITING
from recommender.store.tables import database_tables

__all__ = [
    "VERSION_TABLE",
    "has_foreign_tables",
    "known_versions",
    "migrate",
    "stored_version",
    "version_fault",
]

VERSION_TABLE = "store_version"
"""Holds the version of the tables; a name of our own, as a database may be shared."""


@cache
def known_versions() -> tuple[str, ...]:
    """Return the versions this program knows, oldest first.

    Examples
    --------
    >>> known_versions()[0]
    '0001'
    """
    script = ScriptDirectory.from_config(_config())
    return tuple(revision.revision for revision in script.walk_revisions())[::-1]


def stored_version(connection: Connection) -> str | None:
    """Return the version of the tables, or ``None`` when there are none."""
    context = MigrationContext.configure(connection, opts={"version_table": VERSION_TABLE})
    return context.get_current_revision()


def version_fault(label: str, stored: str, known: Sequence[str]) -> StoreVersionError | None:
    """Say why tables of a version cannot be used, or ``None`` when they can.

    Examples
    --------
    >>> version_fault("sanding.db", "0002", ["0001", "0002"]) is None
    True
    >>> version_fault("sanding.db", "0001", ["0001", "0002"]).message_en[-38:]
    'then run `sanding init` to upgrade it.'
    """
    if stored == known[-1]:
        return None
    if stored in known:
        return sentences.older(label, stored, known[-1])
    return sentences.newer(label, stored, known[-1])


def has_foreign_tables(connection: Connection) -> bool:
    """Whether a database without our version holds tables that are not ours to touch.

    In a SQLite file that is any table; in a PostgreSQL database only one with a name of ours.
    """
    there = set(inspect(connection).get_table_names())
    if connection.dialect.name == "sqlite":
        return bool(there - {VERSION_TABLE})
    return bool(there & database_tables().tables.keys())


def migrate(engine: Engine, version: str = "head") -> None:
    """Bring the tables to a version; all steps in one transaction.

    Parameters
    ----------
    engine : sqlalchemy.Engine
        Made for migrating (``make_engine(place, migrating=True)``).
    version : str
        A version to go up or down to; ``base`` leaves no tables.
    """
    with engine.connect() as connection:
        connection.execution_options(**{WRITING: True})
        with connection.begin():
            if connection.dialect.name == "postgresql":
                # the transaction's end frees it; a second `init` meanwhile waits here
                connection.execute(text("SELECT pg_advisory_xact_lock(3673)"))
            stored = stored_version(connection)
            goes_down = version == "base" or (
                stored in known_versions() and version != "head" and version < str(stored)
            )
            step = command.downgrade if goes_down else command.upgrade
            step(_config(connection), version)


def _config(connection: Connection | None = None) -> Config:
    config = Config()
    config.set_main_option("script_location", "recommender.store:migrations")
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    config.attributes["version_table"] = VERSION_TABLE
    return config

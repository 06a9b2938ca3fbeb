"""Connections are set up so that an acknowledged write is on the disk."""

import pytest
from sqlalchemy import text

from recommender.store.engine import journal_mode_for, make_engine, sqlite_driver
from recommender.store.place import place_of


@pytest.mark.parametrize(
    ("version", "expected"),
    [
        ((3, 7, 0), "DELETE"),
        ((3, 40, 1), "DELETE"),
        ((3, 51, 2), "DELETE"),
        ((3, 51, 3), "WAL"),
        ((3, 52, 0), "WAL"),
        ((4, 0, 0), "WAL"),
    ],
)
def test_only_a_safe_library_uses_the_write_ahead_log(version, expected):
    """Versions 3.7.0 to 3.51.2 can corrupt a database in WAL mode."""
    assert expected == journal_mode_for(version)


@pytest.mark.parametrize(("migrating", "references"), [(False, 1), (True, 0)])
def test_a_sqlite_connection_is_durable_and_patient(sqlite_url, migrating, references):
    """FULL is 2; references are enforced except while tables are rebuilt."""
    engine = make_engine(place_of(sqlite_url), migrating=migrating)
    names = ("journal_mode", "synchronous", "foreign_keys", "busy_timeout")
    with engine.connect() as connection:
        actual = [connection.execute(text(f"PRAGMA {name}")).scalar_one() for name in names]
    engine.dispose()
    mode = journal_mode_for(sqlite_driver().sqlite_version_info).lower()
    assert [mode, 2, references, 5000] == actual

"""Has another connection written since? Asked in microseconds, without a query."""

import threading
from typing import Any

from recommender.store.engine import sqlite_driver
from recommender.store.place import place_of

__all__ = ["Pulse"]

_PATIENCE_SECONDS = 0.05


class Pulse:
    """A number that is the same as long as nothing was committed to a SQLite store by anybody.

    A connection of its own asks for SQLite's ``data_version``, which every commit of every other connection
    changes, in this process or another. Safe to share between threads.

    Parameters
    ----------
    url : str
        As for ``open_store``.

    Raises
    ------
    StoreError
        When it is no database address.
    """

    def __init__(self, url: str) -> None:
        self._path = place_of(url).path
        self._lock = threading.Lock()
        self._connection: Any = None

    def beat(self) -> int | None:
        """Return the number; ``None`` when it cannot be told (PostgreSQL), and the store must be asked."""
        if self._path is None:
            return None
        driver = sqlite_driver()
        with self._lock:
            try:
                if self._connection is None:
                    self._connection = driver.connect(
                        f"{self._path.resolve().as_uri()}?mode=rw",
                        uri=True,
                        isolation_level=None,
                        check_same_thread=False,
                        timeout=_PATIENCE_SECONDS,
                    )
                return int(self._connection.execute("PRAGMA data_version").fetchone()[0])
            except driver.Error:
                return None

    def close(self) -> None:
        """Close the connection; the next beat opens a new one."""
        with self._lock:
            if self._connection is not None:
                self._connection.close()
                self._connection = None

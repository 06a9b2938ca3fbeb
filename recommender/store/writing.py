"""One writer at a time: within the process by a lock, between processes by the database's own."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection, Engine, text

from recommender.store import sentences
from recommender.store.engine import WRITING
from recommender.store.place import Place
from recommender.store.translation import translated_errors

__all__ = ["writing"]

_WAIT_SECONDS = 30.0
_LOCKS: dict[str, threading.Lock] = {}


@contextmanager
def writing(engine: Engine, place: Place) -> Iterator[Connection]:
    """Give a connection inside the one writing transaction; commit at the end, or roll back.

    The caller may roll the transaction back itself; then nothing is committed.

    Raises
    ------
    StoreError
        When another writer does not finish in time, or the store cannot be written.
    """
    # by address, not by engine: two stores opened on one file in one process share the lock
    address = str(place.path.resolve()) if place.path else place.url.render_as_string()
    lock = _LOCKS.setdefault(address, threading.Lock())
    if not lock.acquire(timeout=_WAIT_SECONDS):
        raise sentences.busy(place.label)
    try:
        with translated_errors(place), engine.connect() as connection:
            connection.execution_options(**{WRITING: True})
            with connection.begin():
                if place.path is None:
                    connection.execute(text("SET LOCAL lock_timeout = '5s'"))
                    connection.execute(text("LOCK TABLE revisions IN EXCLUSIVE MODE"))
                yield connection
    finally:
        lock.release()

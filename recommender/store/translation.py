"""A driver's errors to the project's own tree, so that no door ever meets a driver."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError, IntegrityError, SQLAlchemyError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError

from recommender.errors import RecommenderError, StoreError
from recommender.store import sentences
from recommender.store.place import Place

__all__ = ["is_busy", "translated_errors"]

# SQLite's names of errors and PostgreSQL's SQLSTATEs
_BUSY = ("SQLITE_BUSY", "SQLITE_LOCKED", "55P03", "40001", "40P01")
_SENTENCES: dict[tuple[str, ...], Callable[[str], StoreError]] = {
    _BUSY: sentences.busy,
    ("SQLITE_READONLY", "SQLITE_CANTOPEN", "SQLITE_PERM", "25006", "42501"): sentences.not_writable,
    ("SQLITE_NOTADB", "SQLITE_CORRUPT", "XX001", "XX002"): sentences.damaged,
    ("SQLITE_FULL", "53100"): sentences.disk_full,
}


@contextmanager
def translated_errors(place: Place) -> Iterator[None]:
    """Turn what SQLAlchemy and the drivers raise inside into errors of the project's tree.

    Raises
    ------
    RefusedError
        When a row refers to a record that is not there.
    StoreReadOnlyError, StoreDamagedError, StoreError
        By what the driver says; the message names the place, never the driver.
    """
    try:
        yield
    except PoolTimeoutError as error:
        raise sentences.busy(place.label) from error
    except DBAPIError as error:
        raise _translation(error, place) from error
    except SQLAlchemyError as error:
        raise sentences.unusable(place.label) from error


def is_busy(error: DBAPIError) -> bool:
    """Whether the error only says that another connection is writing."""
    return _code(error).startswith(_BUSY)


def _code(error: DBAPIError) -> str:
    """Return SQLite's name of the error or PostgreSQL's SQLSTATE; blank when there is none."""
    cause = error.orig
    return getattr(cause, "sqlite_errorname", None) or getattr(cause, "sqlstate", None) or ""


def _translation(error: DBAPIError, place: Place) -> RecommenderError:
    code = _code(error)
    if isinstance(error, IntegrityError):
        return sentences.reference_missing()
    for codes, sentence in _SENTENCES.items():
        if code.startswith(codes):
            return sentence(place.label)
    # PostgreSQL gives no code when no connection came about, 08… and 57… when it was cut,
    # 28… and 3D000 when it refuses the user or has no such database
    if place.path is None and (not code or code[:2] in {"08", "28", "57"} or code == "3D000"):
        return sentences.unreachable(place.label)
    return sentences.unusable(place.label)

"""Learned models as rows: what is there, and what is added; only a damaged one gives way."""

from datetime import datetime

from sqlalchemy import Connection, Table, func, select

from recommender.store.instants import instant_text
from recommender.store.model_records import MOST_MANIFEST_BYTES, MOST_PAYLOAD_BYTES, StoredModel
from recommender.store.tables import database_tables

__all__ = ["add_model", "find_model", "fits", "model_versions", "remove_model"]


def model_versions(connection: Connection) -> list[str]:
    """Return every version, in the order in which they were registered, ties by version."""
    models = _table()
    return list(connection.scalars(select(models.c.version).order_by(models.c.made_at, models.c.version)))


def fits(manifest_bytes: int, payload_bytes: int) -> bool:
    """Tell whether a model is small enough to be read.

    Examples
    --------
    >>> fits(1000, 1_000_000), fits(1000, 10**9)
    (True, False)
    """
    return manifest_bytes <= MOST_MANIFEST_BYTES and payload_bytes <= MOST_PAYLOAD_BYTES


def find_model(connection: Connection, version: str) -> StoredModel | None:
    """Return a version as bytes, or ``None``; one that is too large comes with empty ones, unread."""
    models = _table()
    is_asked = models.c.version == version
    lengths = select(func.length(models.c.manifest), func.length(models.c.payload)).where(is_asked)
    sizes = connection.execute(lengths).one_or_none()
    if sizes is None:
        return None
    if not fits(*sizes):
        return StoredModel(version, b"", b"", b"")
    read = select(models.c.seal, models.c.manifest, models.c.payload).where(is_asked)
    return StoredModel(version, *map(_bytes_of, connection.execute(read).one()))


def add_model(connection: Connection, model: StoredModel, made_at: datetime) -> None:
    """Add a version that is not there; only inside a writing transaction."""
    values = {
        "version": model.version,
        "made_at": instant_text(made_at),
        "seal": model.seal,
        "manifest": model.manifest,
        "payload": model.payload,
    }
    connection.execute(_table().insert(), values)


def remove_model(connection: Connection, version: str) -> None:
    """Take a damaged version away; only inside a writing transaction."""
    models = _table()
    connection.execute(models.delete().where(models.c.version == version))


def _table() -> Table:
    return database_tables().tables["models"]


def _bytes_of(value: object) -> bytes:
    # SQLite keeps whatever was put there; a text in the place of bytes is a broken model, not a crash
    return value if isinstance(value, bytes) else str(value).encode()

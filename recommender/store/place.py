"""Where the store is: a SQLite file or a PostgreSQL database."""

from dataclasses import dataclass
from pathlib import Path

from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError

from recommender.errors import StoreError

__all__ = ["Place", "place_of"]


@dataclass(frozen=True, slots=True)
class Place:
    """Where a store is.

    Attributes
    ----------
    url : sqlalchemy.engine.URL
        With the driver that is used; may hold a password, so it is never shown.
    path : pathlib.Path or None
        The file of a SQLite store; ``None`` for PostgreSQL.
    label : str
        How the place is named to a user; never holds a password.
    """

    url: URL
    path: Path | None
    label: str


def place_of(url: str) -> Place:
    """Read a database URL.

    Parameters
    ----------
    url : str
        ``sqlite:///folder/file.db`` or ``postgresql://user@host:5432/database``.

    Raises
    ------
    StoreError
        When it is no URL, or of another kind of database, or names no file or database.

    Examples
    --------
    >>> place_of("postgresql://dinas:rahasia@db.kota/sanding").label
    'PostgreSQL db.kota:5432/sanding'
    """
    try:
        parsed = make_url(url)
    except (ArgumentError, ValueError):
        raise _unusable_url() from None  # the cause would show the URL with its password
    kind = parsed.get_backend_name()
    if kind == "sqlite" and parsed.database and parsed.database != ":memory:":
        path = Path(parsed.database)
        return Place(parsed.set(drivername="sqlite"), path, str(path))
    if kind in {"postgresql", "postgres"} and parsed.database:
        host = parsed.host or parsed.query.get("host") or "localhost"
        label = f"PostgreSQL {host}:{parsed.port or 5432}/{parsed.database}"
        return Place(parsed.set(drivername="postgresql+psycopg"), None, label)
    raise _unusable_url()


def _unusable_url() -> StoreError:
    return StoreError(
        "Alamat basis data tidak dapat dipakai. Isi SANDING_DATABASE_URL dengan "
        "sqlite:///folder/sanding.db atau postgresql://pengguna:sandi@server:5432/basisdata.",
        "The database address cannot be used. Set SANDING_DATABASE_URL to "
        "sqlite:///folder/sanding.db or postgresql://user:password@server:5432/database.",
    )

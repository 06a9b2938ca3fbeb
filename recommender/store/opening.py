"""The two ways to a store: make it (or bring it up to date), or open the one that is there."""

from recommender.store import sentences
from recommender.store.engine import make_engine
from recommender.store.place import Place, place_of
from recommender.store.probe import demand_database_file, demand_sound_pages, demand_writable
from recommender.store.schema_version import (
    has_foreign_tables,
    known_versions,
    migrate,
    stored_version,
    version_fault,
)
from recommender.store.store import Store
from recommender.store.translation import translated_errors

__all__ = ["create_store", "open_store"]


def create_store(url: str) -> Store:
    """Make a store, or open the one that is there; an older one is brought up to date.

    Parameters
    ----------
    url : str
        ``sqlite:///…/file.db`` (folders are made) or ``postgresql://…`` (the database must exist).

    Raises
    ------
    StoreVersionError
        When the store was made by a newer version.
    StoreReadOnlyError, StoreDamagedError, StoreError
        When the place cannot be written, holds something else, or cannot be reached.
    """
    place = place_of(url)
    _prepare_folder(place)
    engine = make_engine(place, migrating=True)
    with translated_errors(place):
        with engine.connect() as connection:
            stored = stored_version(connection)
            if stored is None and has_foreign_tables(connection):
                raise sentences.foreign(place.label)
        if stored is None or stored in known_versions()[:-1]:
            migrate(engine)
    return open_store(url)


def open_store(url: str) -> Store:
    """Open a store that is there.

    Parameters
    ----------
    url : str
        As for ``create_store``.

    Raises
    ------
    StoreMissingError
        When nothing is there.
    StoreVersionError
        When it was made by an older or newer version.
    StoreReadOnlyError, StoreDamagedError, StoreError
        When it cannot be written, is damaged, or cannot be reached.
    """
    place = place_of(url)
    demand_database_file(place)
    engine = make_engine(place)
    try:
        with translated_errors(place):
            with engine.connect() as connection:
                demand_sound_pages(connection, place)
                stored = stored_version(connection)
            if stored is None:
                raise sentences.missing(place.label)
            fault = version_fault(place.label, stored, known_versions())
            if fault is not None:
                raise fault
            demand_writable(engine, place)
    except BaseException:
        engine.dispose()
        raise
    return Store(engine, place)


def _prepare_folder(place: Place) -> None:
    if place.path is None:
        return
    try:
        place.path.parent.mkdir(parents=True, exist_ok=True)
        if place.path.exists() and place.path.stat().st_size:
            demand_database_file(place)
    except OSError as error:
        raise sentences.not_writable(place.label) from error

"""A store with the catalogue, and models that are learned once."""

import pytest
from sqlalchemy import create_engine, text

from recommender.registry.registering import register
from recommender.settings import Settings
from recommender.store.opening import open_store
from recommender.store.place import place_of
from tests.homes import sample_workspace
from tests.learned import NOW, make_facts, make_learned


@pytest.fixture(name="models", scope="package")
def _models():
    """Three models, each learned from more outcomes than the one before."""
    return [make_learned(count, seed=count) for count in (300, 400, 500)]


@pytest.fixture(name="url")
def _url(tmp_path):
    """The address of a store with the catalogue."""
    settings = Settings(home=tmp_path)
    sample_workspace(settings, sample="serang-kosong", clock=lambda: NOW).close()
    return settings.url


@pytest.fixture(name="store")
def _store(url):
    with open_store(url) as store:
        yield store


@pytest.fixture(name="registered")
def _registered(store, models):
    """The names of the three models, registered in this order."""
    return [register(store, model, make_facts(model), made_at=NOW).version for model in models]


@pytest.fixture(name="promote")
def _promote(store):
    def promote(version, kind="promote"):
        after = store.newest_promotion()
        return store.promote_model(version, kind, after=after, author="Ani", why="uji", made_at=NOW)

    return promote


@pytest.fixture(name="spoil")
def _spoil(url):
    """Change a column of a model behind the store's back."""
    engine = create_engine(place_of(url).url)

    def spoil(name, **values):
        with engine.begin() as connection:
            for column, value in values.items():
                statement = text(f"UPDATE models SET {column} = :value WHERE version = :version")
                connection.execute(statement, {"value": value, "version": name})

    yield spoil
    engine.dispose()

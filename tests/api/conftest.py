"""Running apps on three stores: the sample, the sample with public facts only, and an empty one."""

import datetime as dt

import pytest
from starlette.testclient import TestClient

from api.app import create_app
from recommender.settings import Settings
from tests.homes import sample_workspace

SAMPLES = {"serang": "serang", "kosong": "serang-kosong", "empty": None}
NOW = dt.datetime(2026, 11, 21, 3, 0, tzinfo=dt.UTC)


def clock():
    """21 November 2026 in Jakarta."""
    return NOW


@pytest.fixture(name="made", scope="session")
def _made(tmp_path_factory):
    """Settings of each store, made once; tests that write make their own."""
    found = {}
    for name, sample in SAMPLES.items():
        found[name] = Settings(home=tmp_path_factory.mktemp(name))
        sample_workspace(found[name], sample=sample, clock=clock).close()
    return found


@pytest.fixture(name="clients", scope="session")
def _clients(made):
    """A client for each store; faults of the server come back as answers."""
    apps = {name: create_app(settings, clock=clock) for name, settings in made.items()}
    clients = {name: TestClient(app, raise_server_exceptions=False) for name, app in apps.items()}
    for client in clients.values():
        client.__enter__()
    yield clients
    for client in clients.values():
        client.__exit__(None, None, None)


@pytest.fixture(name="client", scope="session")
def _client(clients):
    """A client on the sample."""
    return clients["serang"]


@pytest.fixture(name="own")
def _own(tmp_path):
    """Settings of a fresh store that a test may change."""
    settings = Settings(home=tmp_path)
    sample_workspace(settings, sample="serang", clock=clock).close()
    return settings


@pytest.fixture(name="app_clock", scope="session")
def _app_clock():
    return clock

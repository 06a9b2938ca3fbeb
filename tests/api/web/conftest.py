"""Clients that may write: on a copy of the sample, sending forms as a browser does."""

import pytest
from starlette.testclient import TestClient

from api.app import create_app
from recommender.settings import Settings
from tests.homes import sample_workspace
from tools.happenings import let_happen


@pytest.fixture(name="desk")
def _desk(own, app_clock):
    """A client on the copy."""
    with _client(own, app_clock) as client:
        yield client


@pytest.fixture(name="busy")
def _busy(tmp_path, app_clock):
    """A client on a sample with one run that is held and three events that wait."""
    settings = Settings(home=tmp_path / "busy")
    sample_workspace(settings, sample="serang", clock=app_clock, after=let_happen).close()
    with _client(settings, app_clock) as client:
        yield client


def _client(settings, clock):
    app = create_app(settings, clock=clock)
    return TestClient(app, headers={"Sec-Fetch-Site": "same-origin"}, raise_server_exceptions=False)

"""Clients that may write: on a copy of the sample, sending forms as a browser does."""

import shutil

import pytest
from starlette.testclient import TestClient

from api.app import create_app
from recommender.settings import Settings
from tests.homes import sample_workspace
from tools.happenings import let_happen


@pytest.fixture(name="copied")
def _copied(made, tmp_path):
    """Settings of a copy of the sample that a test may change."""
    home = shutil.copytree(made["serang"].home, tmp_path / "home")
    return made["serang"].model_copy(update={"home": home})


@pytest.fixture(name="desk")
def _desk(copied, app_clock):
    """A client on the copy."""
    with _client(copied, app_clock) as client:
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

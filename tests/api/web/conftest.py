"""A client that may write: on a copy of the sample, sending forms as a browser does."""

import shutil

import pytest
from starlette.testclient import TestClient

from api.app import create_app


@pytest.fixture(name="copied")
def _copied(made, tmp_path):
    """Settings of a copy of the sample that a test may change."""
    home = shutil.copytree(made["serang"].home, tmp_path / "home")
    return made["serang"].model_copy(update={"home": home})


@pytest.fixture(name="desk")
def _desk(copied, app_clock):
    """A client on the copy."""
    with TestClient(create_app(copied, clock=app_clock), raise_server_exceptions=False) as client:
        client.headers.update({"Sec-Fetch-Site": "same-origin"})
        yield client

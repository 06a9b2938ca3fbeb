"""Workspaces on a fixed clock: two to read, one to write into; places for stores on both engines."""

import datetime as dt

import pytest

from recommender.settings import Settings
from tests.homes import sample_workspace
from tests.stores import empty_url, engine_name, server_url, store_url, template

__all__ = ["empty_url", "engine_name", "server_url", "store_url", "template"]

NOW = dt.datetime(2026, 11, 21, 5, 0, tzinfo=dt.UTC)


def _made(home, sample):
    return sample_workspace(Settings(home=home), sample=sample, clock=lambda: NOW)


@pytest.fixture(name="read_serang", scope="package")
def _read_serang(tmp_path_factory):
    """The sample with example profiles; only read it."""
    with _made(tmp_path_factory.mktemp("serang"), "serang") as workspace:
        yield workspace


@pytest.fixture(name="read_kosong", scope="package")
def _read_kosong(tmp_path_factory):
    """The sample with public facts only; only read it."""
    with _made(tmp_path_factory.mktemp("kosong"), "serang-kosong") as workspace:
        yield workspace


@pytest.fixture(name="writable")
def _writable(tmp_path):
    """A sample of one's own."""
    with _made(tmp_path, "serang") as workspace:
        yield workspace

"""The two samples as workspaces on a fixed clock, made once."""

import datetime as dt

import pytest

from recommender.settings import Settings
from tests.homes import sample_workspace


def fixed_clock():
    """Return one moment: 21 November 2026, noon in Jakarta."""
    return dt.datetime(2026, 11, 21, 5, 0, tzinfo=dt.UTC)


@pytest.fixture(name="serang", scope="package")
def _serang(tmp_path_factory):
    """The sample with example profiles; only read it."""
    home = tmp_path_factory.mktemp("serang")
    with sample_workspace(Settings(home=home), sample="serang", clock=fixed_clock) as workspace:
        yield workspace


@pytest.fixture(name="kosong", scope="package")
def _kosong(tmp_path_factory):
    """The sample with public facts only; only read it."""
    home = tmp_path_factory.mktemp("kosong")
    with sample_workspace(Settings(home=home), sample="serang-kosong", clock=fixed_clock) as workspace:
        yield workspace


@pytest.fixture(name="own")
def _own(tmp_path):
    """A sample of one's own, to write into."""
    with sample_workspace(Settings(home=tmp_path), sample="serang", clock=fixed_clock) as workspace:
        yield workspace

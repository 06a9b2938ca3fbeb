"""A store with the city's cooperatives, and files that arrive as people make them."""

import datetime as dt
from dataclasses import dataclass

import pytest

from recommender.errors import ImportRefusedError
from recommender.importing import UPLOAD_LIMITS, Intake, import_file
from recommender.settings import Settings
from tests.homes import sample_workspace
from tests.stores import empty_url, engine_name, server_url, store_url, template

__all__ = ["empty_url", "engine_name", "server_url", "store_url", "template"]

NOW = dt.datetime(2026, 11, 21, 7, 30, tzinfo=dt.UTC)


@dataclass(frozen=True)
class Arrival:
    """What became of a file.

    Codes and sentences of its faults, or of its warnings where it was taken; new values by column; rows
    new, changed, same and passed over; the day on which it had come before.
    """

    codes: tuple = ()
    sentences: tuple = ()
    warnings: tuple = ()
    values: dict = None
    counts: tuple = ()
    before: dt.date = None


def _codes(faults):
    return tuple(sorted({one.code for one in faults}))


def _take(store, folder):
    """A function that imports bytes, or only tries to."""

    def take(content, *, name="kiriman.csv", table="cooperatives", dry_run=True):
        path = folder / name
        path.write_bytes(content)
        intake = Intake(table, path, "Ani", limits=UPLOAD_LIMITS)
        try:
            answer = import_file(store, intake, author="Ani", made_at=NOW, dry_run=dry_run)
        except ImportRefusedError as error:
            return Arrival(_codes(error.faults), tuple(one.message_id for one in error.faults))
        report, before = answer.report, answer.imported_before
        return Arrival(
            sentences=tuple(one.message_id for one in report.warnings),
            warnings=_codes(report.warnings),
            values={one.column: one.after for one in report.differences},
            counts=(report.new, report.changed, report.same, report.skipped_count),
            before=before and before.made_at.date(),
        )

    return take


@pytest.fixture(name="shared_store", scope="module")
def _shared_store(tmp_path_factory):
    """A store with the sample, on which imports are only tried."""
    home = tmp_path_factory.mktemp("drills")
    with sample_workspace(Settings(home=home), sample="serang", clock=lambda: NOW) as workspace:
        yield workspace.store


@pytest.fixture(name="arrive")
def _arrive(shared_store, tmp_path):
    """Try to import bytes; the store stays as it is."""
    return _take(shared_store, tmp_path)


@pytest.fixture(name="own")
def _own(tmp_path):
    """A store of the test's own, and a way to import into it."""
    with sample_workspace(Settings(home=tmp_path / "data"), sample="serang", clock=lambda: NOW) as workspace:
        yield workspace.store, _take(workspace.store, tmp_path)

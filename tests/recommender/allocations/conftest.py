"""A plan of the sample, made once, and ways to make others; a small city whose places are accepted."""

import pytest

from recommender.allocations.allocating import allocated
from recommender.allocations.names import names_of
from recommender.allocations.settings import AllocationSettings
from tests.small_city import accept, city_store, event, offer, plan, put, release, state_of

__all__ = ["accept", "city_store", "event", "offer", "plan", "put", "release", "state_of"]

UNYUR = "kkmp-3673011007"
TOKO = "toko-dikelola-mitra"


@pytest.fixture(name="planned", scope="session")
def _planned():
    """Make a plan of a workspace's day."""

    def planned(workspace, *holds, previous=None, **settings):
        return allocated(workspace.gathered(), AllocationSettings(**settings), holds, previous)

    return planned


@pytest.fixture(name="city", scope="package")
def _city(read_serang, planned):
    """The plan of the sample with the settings that nobody touched."""
    return planned(read_serang)


@pytest.fixture(name="names", scope="package")
def _names(read_serang):
    return names_of(read_serang.gathered())


@pytest.fixture(name="write")
def _write(writable):
    """Write rows of a table of one's own sample."""

    def write(table, *rows):
        with writable.store.revision(author="t", source="t", made_at=writable.now()) as revision:
            revision.upsert(table, list(rows))
        return writable

    return write

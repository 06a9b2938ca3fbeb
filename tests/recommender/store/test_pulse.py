"""A pulse is the same as long as nobody writes."""

import datetime as dt

import pytest

from recommender.errors import StoreError
from recommender.store.opening import create_store
from recommender.store.pulse import Pulse

NOW = dt.datetime(2026, 11, 21, tzinfo=dt.UTC)


@pytest.fixture(name="url")
def _url(tmp_path):
    url = f"sqlite:///{tmp_path / 'a folder' / 'sanding.db'}"
    create_store(url).close()
    return url


def write(url, name):
    """Commit one row."""
    store = create_store(url)
    with store, store.revision(author="t", source="t", made_at=NOW) as revision:
        revision.upsert("partners", [{"partner_id": "p", "name": name}])


def test_it_changes_with_every_commit(url):
    """And not in between."""
    pulse = Pulse(url)
    seen = [pulse.beat()]
    for number in range(5):
        write(url, f"Mitra {number}")
        seen.append(pulse.beat())
        assert seen[-1] == pulse.beat()
    pulse.close()
    assert len(seen) == len(set(seen))


def test_it_goes_on_after_being_closed(url):
    """The next beat opens a new connection."""
    pulse = Pulse(url)
    assert pulse.beat() is not None
    pulse.close()
    assert pulse.beat() is not None
    pulse.close()


def test_without_a_file_there_is_none(tmp_path):
    """Nothing is made in passing."""
    missing = tmp_path / "none.db"
    pulse = Pulse(f"sqlite:///{missing}")
    assert None is pulse.beat()
    assert not missing.exists()


def test_postgresql_has_none():
    """The store itself must be asked."""
    assert None is Pulse("postgresql://user@localhost/sanding").beat()


def test_an_address_that_is_none_is_refused():
    """As everywhere in the store."""
    with pytest.raises(StoreError):
        Pulse("nonsense")

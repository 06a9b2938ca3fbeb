"""Practising retraining on simulated outcomes, in a store of its own."""

import datetime as dt

import pytest

from features.labels import pair_labels
from recommender.errors import RefusedError
from recommender.rehearsal import rehearse
from recommender.settings import Settings

NOW = dt.datetime(2026, 11, 20, 3, 0, tzinfo=dt.UTC)


def stage(folder, count=120, seed=3):
    """A rehearsal on a fixed day."""
    return rehearse(Settings(home=folder), outcome_count=count, seed=seed, clock=lambda: NOW)


@pytest.fixture(name="events", scope="module")
def _events(tmp_path_factory):
    """The simulated events."""
    with stage(tmp_path_factory.mktemp("latihan")) as workspace:
        return workspace.store.frame("events")


def test_every_pair_has_an_outcome_by_now(events):
    """One label each, of both kinds."""
    labels = pair_labels(events, dt.date(2026, 11, 20))
    assert len(labels) == 120
    assert {0.0, 1.0} == set(labels.values())


def test_every_event_says_that_it_is_not_real(events):
    """Whoever exports them must see it."""
    assert {"latihan, bukan hasil nyata"} == set(events["note"])


def test_the_same_seed_gives_the_same_outcomes(events, tmp_path):
    """And another seed others."""
    with stage(tmp_path / "same") as workspace:
        assert events.equals(workspace.store.frame("events"))
    with stage(tmp_path / "other", seed=4) as workspace:
        assert not events.equals(workspace.store.frame("events"))


def test_a_store_with_events_is_refused(tmp_path):
    """What is simulated never stands among what happened."""
    stage(tmp_path, count=5).close()
    with pytest.raises(RefusedError, match="folder lain"):
        stage(tmp_path, count=5)


@pytest.mark.slow
def test_no_more_outcomes_than_pairs(tmp_path):
    """A wish too large gets all there are."""
    with stage(tmp_path, count=10**6) as workspace:
        pairs = sum(len(table) for table in workspace.pair_tables())
        assert 2 * pairs == len(workspace.store.frame("events"))

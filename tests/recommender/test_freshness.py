"""The state changes with the store and with the day, and with nothing else."""

import datetime as dt

import pytest

from recommender.errors import StoreError
from recommender.freshness import Freshness
from recommender.registry.registering import register
from recommender.settings import Settings
from recommender.workspace import init_workspace, open_workspace
from tests.learned import NOW, make_facts, make_learned


@pytest.fixture(name="settings")
def _settings(tmp_path):
    settings = Settings(home=tmp_path)
    init_workspace(settings, sample="serang").close()
    return settings


def rename(settings, name):
    """Write through a workspace of its own."""
    with open_workspace(settings) as workspace:
        made_at = workspace.now()
        with workspace.store.revision(author="t", source="t", made_at=made_at) as revision:
            revision.upsert("cooperatives", [{"cooperative_id": "kkmp-3673011007", "name": name}])


def test_every_write_is_seen_at_once(settings):
    """From another workspace and from the same one, however fast they follow each other."""
    with open_workspace(settings) as workspace, Freshness(workspace, settings.url) as freshness:
        for number in range(20):
            rename(settings, f"Nama {number}")
            assert workspace.store.head().revision_id == freshness.state()[0]


def test_reading_and_recorded_runs_change_nothing(settings):
    """A run of advice is put on record without a new revision."""
    with open_workspace(settings) as workspace, Freshness(workspace, settings.url) as freshness:
        before = freshness.state()
        workspace.suggest("kkmp-3673011007")
        assert before == freshness.state()


def test_the_day_is_part_of_the_state(settings):
    """Midnight in Jakarta."""
    now = [dt.datetime(2026, 11, 21, 16, 59, tzinfo=dt.UTC)]
    with (
        open_workspace(settings, clock=lambda: now[0]) as workspace,
        Freshness(workspace, settings.url) as freshness,
    ):
        before = freshness.state()
        now[0] += dt.timedelta(minutes=1)
        after = freshness.state()
    assert (*before[:3], dt.date(2026, 11, 21)) == before
    assert (*before[:3], dt.date(2026, 11, 22)) == after


def test_a_promotion_is_seen_at_once(settings):
    """No answer of the model before is given again."""
    with open_workspace(settings) as workspace, Freshness(workspace, settings.url) as freshness:
        before = freshness.state()
        model = make_learned(300)
        version = register(workspace.store, model, make_facts(model), made_at=NOW).version
        workspace.promote_model(version)
        assert (before[0], 1, *before[2:]) == freshness.state()


def test_a_plan_that_is_published_is_seen_at_once(settings):
    """Keeping it, too."""
    with open_workspace(settings) as workspace, Freshness(workspace, settings.url) as freshness:
        states = [freshness.state()]
        plan = workspace.solve_allocation()
        states.append(freshness.state())
        workspace.publish_allocation(plan.allocation_id)
        states.append(freshness.state())
    assert [0, 1, 2] == [state[2] for state in states]


def test_a_store_that_is_gone_is_an_error(settings):
    """Nothing is answered from memory about a store that cannot be read."""
    with open_workspace(settings) as workspace, Freshness(workspace, settings.url) as freshness:
        workspace.close()
        for path in settings.home.iterdir():
            path.unlink()
        settings.home.joinpath("sanding.db").write_bytes(b"no database" * 100)
        with pytest.raises(StoreError):
            freshness.state()

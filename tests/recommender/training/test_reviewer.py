"""Counts for the front page, and answers from memory while they hold."""

import datetime as dt

import pytest

from recommender.settings import Settings
from recommender.training import reviewer
from recommender.training.review_records import ReviewCounts
from tests.homes import sample_workspace
from tests.learned import NOW
from tools.happenings import let_happen, story


@pytest.fixture(name="workspace")
def _workspace(tmp_path):
    with sample_workspace(Settings(home=tmp_path), sample="serang", clock=lambda: NOW) as workspace:
        yield workspace


def test_without_events_nothing_is_worked_out(workspace, monkeypatch):
    """The front page pays nothing for it."""
    monkeypatch.setattr(workspace, "outcome_record", None)
    assert ReviewCounts(0, 0) == workspace.review_counts()


def test_too_few_successes_are_no_run(workspace, monkeypatch):
    """Nor do they cost anything; what waits is counted."""
    rows = story("x", ("kkmp-3673011007", "token-pln"), dt.date(2025, 1, 1), opens=True)
    rows += story(
        "y", ("kkmp-3673011008", "token-pln"), dt.date(2026, 9, 1), opens=True, by="kkmp-3673011008"
    )
    with workspace.store.revision(author="t", source="t", made_at=NOW) as revision:
        revision.upsert("events", rows)
    monkeypatch.setattr(workspace, "outcome_record", None)
    assert ReviewCounts(2, 0) == workspace.review_counts()
    assert ReviewCounts(1, 0) == workspace.review_counts(dt.date(2026, 9, 5))


def test_runs_are_counted_unless_there_are_very_many_outcomes(workspace, monkeypatch):
    """Then nobody knows how many, and it is not said to be none."""
    let_happen(workspace)
    assert ReviewCounts(3, 1) == workspace.review_counts()
    monkeypatch.setattr(reviewer, "MOST_COUNTED", 20)
    assert ReviewCounts(3, None) == workspace.review_counts()


def test_the_record_is_read_again_only_when_something_was_written(workspace):
    """One reading serves the desk, the list and the counts."""
    let_happen(workspace)
    first = workspace.outcome_record()
    assert first is workspace.outcome_record()
    assert 13 == len(workspace.events_to_review())
    workspace.review_events(["w000"], "counted", author="Ani")
    assert first is not workspace.outcome_record()
    assert 12 == len(workspace.events_to_review())

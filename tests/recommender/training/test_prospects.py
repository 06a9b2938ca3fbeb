"""What can be learned from, what is on its way, and when the next outcome counts."""

import datetime as dt

import pytest

from recommender.settings import Settings
from recommender.training.prospects import prospects_of
from tests.homes import sample_workspace
from tests.learned import NOW
from tools.happenings import let_happen, story

FIRST = dt.date(2026, 6, 1)


@pytest.fixture(name="workspace")
def _workspace(tmp_path):
    with sample_workspace(Settings(home=tmp_path), sample="serang", clock=lambda: NOW) as workspace:
        yield workspace


def put(workspace, *rows):
    """Write events as the department."""
    with workspace.store.revision(author="dinas", source="uji", made_at=NOW) as revision:
        revision.upsert("events", list(rows))


def test_nothing_has_begun(workspace):
    """No day is promised."""
    found = prospects_of(workspace.outcome_record())
    assert (0, 0, None) == (found.outcome_count, found.pending_count, found.next_on)


def test_the_next_outcome_counts_270_days_after_its_first_event(workspace):
    """Of several pairs the earliest; on that very day it counts."""
    put(workspace, *story("a", ("kkmp-3673011007", "token-pln"), FIRST + dt.timedelta(days=9), opens=True))
    put(workspace, *story("b", ("kkmp-3673011008", "token-pln"), FIRST, opens=False))
    found = prospects_of(workspace.outcome_record())
    assert (0, 2, FIRST + dt.timedelta(days=270)) == (found.outcome_count, found.pending_count, found.next_on)
    on_that_day = prospects_of(workspace.outcome_record(found.next_on))
    assert (1, 1) == (on_that_day.outcome_count, on_that_day.pending_count)


def test_mentoring_and_what_waits_are_not_on_their_way(workspace):
    """Support is never ranked; a cooperative's own word does not count yet."""
    offers = workspace.store.frame("offers")
    support = min(offers["offer_id"][offers["sector"] == "mentoring"])
    put(workspace, *story("a", ("kkmp-3673011007", support), FIRST, opens=True))
    put(workspace, *story("b", ("kkmp-3673011008", "token-pln"), FIRST, opens=True, by="kkmp-3673011008"))
    found = prospects_of(workspace.outcome_record())
    assert (0, 2) == (found.pending_count, found.waiting_count)


def test_what_is_held_or_struck_is_counted(workspace):
    """None of it is learned from."""
    let_happen(workspace)
    workspace.review_events(["w000"], "struck", "salah", author="Ani")
    found = prospects_of(workspace.outcome_record())
    assert (20, 0, 20) == (found.outcome_count, found.success_count, found.cooperative_count)
    assert (2, 10, 1) == (found.waiting_count, found.held_count, found.struck_count)

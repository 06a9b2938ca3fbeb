"""What lies on the department's desk, with names in the place of ids."""

import datetime as dt

import pytest

from recommender.settings import Settings
from tests.homes import sample_workspace
from tests.learned import NOW
from tools.happenings import OFFER, let_happen


@pytest.fixture(name="workspace")
def _workspace(tmp_path):
    with sample_workspace(Settings(home=tmp_path), sample="serang", clock=lambda: NOW) as workspace:
        let_happen(workspace)
        yield workspace


def test_a_run_is_a_case_with_its_events_accounts_and_days(workspace):
    """By day; the id is made of the events."""
    desk = workspace.review_desk()
    (case,) = desk.held
    assert (OFFER, "RPK dan beras SPHP", 10) == (case.run.offer_id, case.offer_title, case.day_count)
    assert sorted(one.occurred_on for one in case.events) == [one.occurred_on for one in case.events]
    assert set(case.run.event_ids) == {one.event_id for one in case.events}
    assert (10, ("akun-1", "akun-2")) == (case.run.trial_count, case.run.accounts)
    assert 0 < case.run.expected_count < 5
    assert case is desk.case(case.case_id)
    assert desk.case("none") is None
    workspace.review_events([case.events[0].event_id], "counted", author="Ani")
    (smaller,) = workspace.review_desk().held
    assert (9, True) == (len(smaller.events), smaller.case_id != case.case_id)


def test_single_events_have_names_and_come_by_day(workspace):
    """Who recorded them is named where the account is a cooperative's."""
    desk = workspace.review_desk()
    assert ["w000", "w001", "w002"] == [one.event_id for one in desk.waiting]
    first = desk.waiting[0]
    assert first.cooperative_name == first.recorder_name
    assert ("introduced", dt.date(2026, 10, 1), None) == (first.kind, first.occurred_on, first.review)
    assert {"token-pln", OFFER} == set(desk.offers)
    assert sorted(desk.offers.values(), key=str.casefold) == list(desk.offers.values())


def test_what_was_found_comes_latest_first(tmp_path):
    """Ties by id."""
    days = [NOW]
    with sample_workspace(Settings(home=tmp_path), sample="serang", clock=lambda: days[-1]) as workspace:
        let_happen(workspace)
        workspace.review_events(["w001", "w000"], "counted", author="Ani")
        days.append(NOW + dt.timedelta(days=1))
        workspace.review_events(["w002"], "struck", "salah", author="Budi")
        past = workspace.review_desk().past
    assert ["w002", "w000", "w001"] == [one.event_id for one in past]
    assert ("struck", "salah", "Budi") == (
        past[0].review.verdict, past[0].review.reason, past[0].review.recorded_by,
    )  # fmt: skip


def test_an_event_of_nobody_keeps_its_ids(workspace):
    """An offer whose import was taken back is named by its id; the page must not fail for it."""
    record = workspace.outcome_record()
    offers = record.outcomes.history.catalogue.offers
    offers.loc[offers["offer_id"] == "token-pln", "title"] = None
    titles = [one.offer_title for one in workspace.review_desk().waiting if one.offer_id == "token-pln"]
    assert [None, None] == titles
    assert "token-pln" == workspace.review_desk().offers["token-pln"]


def test_events_under_review_come_with_their_state(workspace):
    """By day, whatever became of them; unknown ids are left out."""
    found = workspace.events_under_review(["w002", "nobody", "e00-a", "w000"])
    assert ["e00-a", "w000", "w002"] == [one.event_id for one in found]
    assert {"1.0"} == set(found.values())

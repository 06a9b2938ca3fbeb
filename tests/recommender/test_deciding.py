"""Decisions of the members: recorded once, checked, and apart from the advice."""

import datetime as dt
from dataclasses import replace

import pytest

from recommender.deciding import Decision, decisions_of, faults_of, record_decision
from recommender.errors import NotFoundError, RefusedError

UNYUR = "kkmp-3673011007"
MEETING = Decision(
    UNYUR,
    dt.date(2026, 10, 4),
    ("token-pln", "agen-umrah"),
    present_count=40,
    votes_for_count=30,
    votes_against_count=6,
    votes_abstained_count=4,
    minutes_number="BA-07/2026",
)


def recorded(workspace, decision):
    """Record a decision and return its id."""
    return record_decision(
        workspace.store, decision, workspace.gathered(), author="Ani", made_at=workspace.now()
    )


def test_a_decision_is_kept_whole_and_the_same_again_changes_nothing(writable):
    """Offers, votes, minutes, who recorded it."""
    first = recorded(writable, MEETING)
    before = writable.store.head().revision_id
    assert first == recorded(writable, MEETING)
    (kept,) = decisions_of(writable.store, UNYUR)
    assert replace(MEETING, recorded_by="Ani") == kept
    assert 1 == len(writable.store.frame("decisions"))
    assert before <= writable.store.head().revision_id
    assert [] == writable.check()


def test_advice_does_not_change_by_a_decision_nor_a_decision_by_advice(writable):
    """They stand beside each other."""
    before = [(one.offer_id, one.score) for one in writable.suggest(UNYUR).suggestions]
    recorded(writable, MEETING)
    assert before == [(one.offer_id, one.score) for one in writable.suggest(UNYUR).suggestions]
    assert MEETING.offer_ids == decisions_of(writable.store, UNYUR)[0].offer_ids


def test_the_newest_decision_comes_first_and_no_other_cooperatives(writable):
    """By the day of the meeting."""
    for day in (3, 20, 11):
        recorded(writable, replace(MEETING, decided_on=dt.date(2026, 9, day)))
    recorded(writable, replace(MEETING, cooperative_id="kkmp-3673011001"))
    assert [20, 11, 3] == [one.decided_on.day for one in decisions_of(writable.store, UNYUR)]


def test_nothing_chosen_and_unknown_votes_are_a_decision_too(writable):
    """Unknown stays unknown."""
    recorded(writable, Decision(UNYUR, dt.date(2026, 10, 4), ()))
    (kept,) = decisions_of(writable.store, UNYUR)
    assert ((), None, None) == (kept.offer_ids, kept.votes_for_count, kept.present_count)


@pytest.mark.parametrize(
    ("change", "part"),
    [
        ({"decided_on": dt.date(2031, 1, 1)}, "decided_on"),
        ({"decided_on": dt.date(2024, 12, 31)}, "decided_on"),
        ({"offer_ids": ("tidak-ada",)}, "offer_ids"),
        ({"offer_ids": ("lpg-pangkalan", "lpg-sub-pangkalan")}, "offer_ids"),
        ({"votes_for_count": 31}, "present_count"),
        ({"votes_against_count": -1}, "votes_against_count"),
        ({"minutes_number": "x" * 501}, "minutes_number"),
        ({"minutes_number": "BA\x07"}, "minutes_number"),
        ({"note": "\u202eterbalik"}, "note"),
        ({"note": "nol\x00"}, "note"),
        ({"votes_for_count": 2_000_000, "present_count": None}, "votes_for_count"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_recorded(change, part, writable):
    """Each with the part it is about, in two languages."""
    wrong = replace(MEETING, **change)
    (fault,) = faults_of(wrong, writable.gathered())
    assert part == fault.part
    assert fault.message_id
    assert fault.message_en
    with pytest.raises(RefusedError):
        recorded(writable, wrong)
    assert [] == decisions_of(writable.store, UNYUR)


def test_bounds_are_in(writable):
    """The first day of the programme, today, and as many votes as people."""
    for day in (dt.date(2025, 1, 1), writable.today()):
        assert [] == faults_of(replace(MEETING, decided_on=day), writable.gathered())


def test_a_cooperative_that_is_not_there_is_not_found(writable):
    """As everywhere."""
    with pytest.raises(NotFoundError):
        faults_of(replace(MEETING, cooperative_id="nobody"), writable.gathered())


def test_a_decision_that_came_in_a_sheet_keeps_its_own_id(writable):
    """Whatever is corrected in it later."""
    row = {"decision_id": "BA-1", "cooperative_id": UNYUR, "decided_on": dt.date(2026, 9, 1)}
    for note in ("satu", "dua"):
        with writable.store.revision(author="t", source="t", made_at=writable.now()) as revision:
            revision.upsert("decisions", [{**row, "note": note}])
        (kept,) = decisions_of(writable.store, UNYUR)
        assert ("BA-1", note) == (kept.decision_id, kept.note)

"""A correction is recorded with its source and day, at once in force, and nothing is lost."""

import datetime as dt

import pytest

from recommender.correcting import Draft, correct_fact, read_correction
from recommender.past_values import past_values, state_of
from recommender.stating import statable_field

UNYUR = "kkmp-3673011007"
TODAY = dt.date(2026, 11, 21)


def corrected(workspace, field, value, day="2026-11-21", state=None):
    """Correct one field; give the state only to pretend that it is an old one."""
    found, faults = read_correction(field, Draft(value, "kunjungan", day), today=TODAY, language="id")
    assert [] == faults
    now = state_of(past_values(workspace.store, UNYUR, found.column))
    return correct_fact(
        workspace.store,
        UNYUR,
        found,
        state=now if state is None else state,
        author="Ani",
        made_at=workspace.now(),
    )


def held(workspace, field):
    """The value that advice uses."""
    return workspace.gathered().cooperatives.set_index("cooperative_id").loc[UNYUR, field]


@pytest.mark.parametrize("day", ["2026-11-21", "2026-11-01", "2026-10-31"])
def test_a_correction_holds_at_once(day, writable):
    """Also one of the very day the row speaks of."""
    assert corrected(writable, "member_count", "1.250", day)
    assert 1250 == held(writable, "member_count")
    assert [] == writable.check()


def test_an_older_value_is_recorded_but_does_not_hold(writable):
    """The newer observation stays in force."""
    assert corrected(writable, "member_count", "90", "2026-01-05")
    assert 182 == held(writable, "member_count")
    assert 90 in [one.value for one in past_values(writable.store, UNYUR, statable_field("member_count"))]


def test_the_history_keeps_every_value(writable):
    """With source, author and time, the newest first, each once."""
    corrected(writable, "member_count", "200", "2026-10-31")
    corrected(writable, "member_count", "210")
    corrected(writable, "member_count", "215")
    found = past_values(writable.store, UNYUR, statable_field("member_count"))
    assert [215, 210, 200, 182] == [one.value for one in found]
    assert ["Ani", "Ani", "Ani", "sanding init"] == [one.author for one in found]
    assert ["kunjungan", "kunjungan", "kunjungan", "contoh"] == [one.source for one in found]


def test_a_field_can_be_made_unknown(writable):
    """Neither zero nor no; what stood there stays in the history."""
    corrected(writable, "member_count", "200")
    assert corrected(writable, "member_count", "hapus")
    assert held(writable, "member_count") != held(writable, "member_count")
    values = [one.value for one in past_values(writable.store, UNYUR, statable_field("member_count"))]
    assert values[0] is None
    assert {200, 182} <= set(values)
    assert [] == writable.check()


def test_a_fact_that_no_column_holds(writable):
    """Recorded and in force like any other."""
    assert corrected(writable, "has_scales", "ya")
    assert 1.0 == held(writable, "has_scales")
    assert corrected(writable, "has_scales", "hapus")
    assert held(writable, "has_scales") != held(writable, "has_scales")


def test_a_field_that_changed_meanwhile_is_left_alone(writable):
    """The second of two who opened the same form does not overwrite the first unseen."""
    state = state_of(past_values(writable.store, UNYUR, statable_field("member_count")))
    assert corrected(writable, "member_count", "200", state=state)
    head = writable.store.head()
    assert not corrected(writable, "member_count", "300", state=state)
    assert head == writable.store.head()
    assert 200 == held(writable, "member_count")
    assert corrected(writable, "board_count", "7")


def test_the_same_value_again_changes_nothing(writable):
    """Sent twice by mistake, recorded once."""
    corrected(writable, "member_count", "200")
    head = writable.store.head()
    corrected(writable, "member_count", "200")
    assert head == writable.store.head()


@pytest.mark.parametrize(
    ("draft", "parts"),
    [
        (Draft("banyak", "buku", "2026-11-21"), ["value"]),
        (Draft("5", " ", "2026-11-21"), ["source"]),
        (Draft("5", "x" * 300, "2026-11-21"), ["source"]),
        (Draft("5", "-", "2026-11-21"), ["source"]),
        (Draft("5", "buku", "2026-11-22"), ["observed_on"]),
        (Draft("5", "buku", ""), ["observed_on"]),
        (Draft("5", "buku", "kemarin"), ["observed_on"]),
        (Draft("", "", ""), ["value", "source", "observed_on"]),
    ],
)
def test_every_fault_of_a_draft_is_named(draft, parts):
    """In both languages, all at once."""
    found, faults = read_correction("member_count", draft, today=TODAY, language="id")
    assert found is None
    assert parts == [one.part for one in faults]
    assert all(one.message_id and one.message_en for one in faults)

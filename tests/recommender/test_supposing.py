"""What-if answers like the real thing and leaves nothing behind."""

import pandas as pd
import pytest

from recommender.correcting import Draft, correct_fact, read_correction
from recommender.past_values import past_values, state_of
from recommender.supposing import suppose, supposed_row

UNYUR = "kkmp-3673011007"


def shifts(workspace, values):
    """Supposed under the default objective."""
    return suppose(
        workspace.gathered(), UNYUR, values, objective="balanced", language="id", made_at=workspace.now()
    )


@pytest.mark.slow
def test_supposing_writes_nothing(writable):
    """Neither a value nor a run of advice."""
    head = writable.store.head()
    found = shifts(writable, {"own_capital_idr": 50_000_000, "has_business_number": True})
    assert any(one.is_changed for one in found)
    assert head == writable.store.head()
    assert [] == writable.check()


def test_before_is_the_list_as_it_is(read_serang):
    """And without a supposition nothing changes."""
    real = [one.offer_id for one in read_serang.suggest(UNYUR).suggestions]
    found = shifts(read_serang, {})
    assert real == [one.offer_id for one in found]
    assert not any(one.is_changed for one in found)
    changed = shifts(read_serang, {"own_capital_idr": 900_000_000})
    assert real == [one.offer_id for one in sorted(changed, key=lambda one: one.before.rank)]


def test_what_was_supposed_is_what_comes_true(writable):
    """Recording the value gives the list that was foreseen."""
    foreseen = [
        (one.after.offer_id, one.after.success_probability)
        for one in shifts(writable, {"member_count": 1250})
    ]
    draft = Draft("1250", "buku", "2026-11-21")
    found, _ = read_correction("member_count", draft, today=writable.today(), language="id")
    state = state_of(past_values(writable.store, UNYUR, found.column))
    correct_fact(writable.store, UNYUR, found, state=state, author="local", made_at=writable.now())
    real = writable.suggest(UNYUR).suggestions
    assert foreseen == [(one.offer_id, one.success_probability) for one in real]


@pytest.mark.parametrize(
    ("field", "value"),
    [("member_count", 5), ("member_count", None), ("has_deed", False), ("premises_status", "owned")],
)
def test_a_row_is_copied_not_changed(field, value, read_serang):
    """The frame in memory is shared; the copy keeps its kind."""
    frame = read_serang.gathered().cooperatives
    row = frame[frame["cooperative_id"] == UNYUR].reset_index(drop=True)
    before = row.copy()
    found = supposed_row(row, {field: value})
    pd.testing.assert_frame_equal(before, row)
    assert row[field].dtype == found[field].dtype
    assert [None if value is None else value] == [None if pd.isna(one) else one for one in found[field]]


def test_an_offer_that_falls_away_comes_last(read_serang):
    """It is said to be gone, not hidden."""
    found = shifts(read_serang, {"has_legal_entity": False, "member_count": 0})
    gone = [place for place, one in enumerate(found) if one.after is None]
    assert gone == list(range(len(found) - len(gone), len(found)))
    assert {one.offer_id for one in found} >= {one.offer_id for one in read_serang.suggest(UNYUR).suggestions}

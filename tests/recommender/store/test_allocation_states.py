"""The log makes a state of each plan; rows that speak of places change none."""

from datetime import UTC, datetime, timedelta
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recommender.store.allocation_records import AllocationEntry, AllocationKind
from recommender.store.allocation_states import plan_lines, states_of

MADE_AT = datetime(2026, 3, 1, 2, 30, tzinfo=UTC)
OF_PLACES = {"released", "offered", "accepted"}


def entry(number, kind, plan, why=None):
    """A row of the log, one hour after the row before."""
    return AllocationEntry(number, MADE_AT + timedelta(hours=number), "Ani", kind, plan, None, None, why)


@pytest.mark.parametrize("kind", sorted(set(get_args(AllocationKind)) - OF_PLACES))
def test_every_other_kind_is_a_state(kind):
    """And its row says since when."""
    only = entry(1, kind, "p")
    assert {"p": (kind, only)} == states_of([only])


@given(
    st.lists(
        st.tuples(st.sampled_from(get_args(AllocationKind)), st.sampled_from([None, "p", "q"])), max_size=12
    )
)
def test_the_last_row_that_is_no_place_counts(rows):
    """Against a walk from the end."""
    entries = [entry(number, kind, plan) for number, (kind, plan) in enumerate(rows, start=1)]
    expected = {}
    for plan in ("p", "q"):
        for one in reversed(entries):
            if one.allocation_id == plan and one.kind not in OF_PLACES:
                expected[plan] = (one.kind, one)
                break
    assert expected == states_of(entries)


def test_a_plan_without_a_row_is_a_draft():
    """Since it was made; the others since their row, with its reason."""
    stamps = [("q", MADE_AT, "Budi"), ("p", MADE_AT, "Ani")]
    entries = [entry(1, "solved", "p"), entry(2, "published", "p", "rapat"), entry(3, "accepted", "p")]
    draft, published = plan_lines(stamps, entries)
    assert ("q", "draft", MADE_AT, None) == (draft.allocation_id, draft.state, draft.since, draft.why)
    expected = ("p", "published", MADE_AT + timedelta(hours=2), "rapat")
    assert expected == (published.allocation_id, published.state, published.since, published.why)
    assert ("Budi", "Ani") == (draft.author, published.author)

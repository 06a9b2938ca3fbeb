"""Which holds count on a day, and which pairs were given up lately."""

import datetime as dt

import pytest

from recommender.allocations.holds import counted_holds, given_up_lately
from recommender.allocations.settings import Hold
from tests.builders import make_events, make_frame

AT = dt.date(2026, 3, 1)


def stored(**given):
    """Make rows of the table of holds."""
    named = {"cooperative_id": lambda row: f"k{row + 1}", "offer_id": lambda _row: "o1"}
    return make_frame("holds", given, named | {"kind": lambda _row: "locked", "reason": lambda _row: "rapat"})


def test_holds_of_the_store_count_from_their_day_to_their_last():
    """Both days included; without days always."""
    frame = stored(
        set_on=[None, "2026-03-01", "2026-03-02", None, None],
        expires_on=[None, None, None, "2026-03-01", "2026-02-28"],
    )
    assert ["k1", "k2", "k4"] == [one.cooperative_id for one in counted_holds(frame, (), AT)]


def test_a_hold_given_for_the_plan_replaces_the_stores():
    """Of the same pair; a later one an earlier one; an expired one does not count at all."""
    given = (
        Hold("k1", "o1", "forbidden"),
        Hold("k1", "o1", "held", "ganti"),
        Hold("k2", "o1", "locked", expires_on=dt.date(2026, 1, 1)),
        Hold("k3", "o2"),
    )
    found = counted_holds(stored(kind=["locked", "locked"]), given, AT)
    assert [("k1", "held", "ganti"), ("k3", "locked", None)] == [
        (one.cooperative_id, one.kind, one.reason) for one in found
    ]


@pytest.mark.parametrize(
    ("kinds", "is_given_up"),
    [
        (("declined",), True),
        (("refused",), True),
        (("approved", "stopped"), True),
        (("declined", "approved"), False),
        (("introduced", "interested"), False),
        (("declined", "applied"), True),
    ],
)
def test_the_last_word_about_a_place_counts(kinds, is_given_up):
    """What is neither takes nor frees a place says nothing."""
    days = [f"2026-02-{10 + place}" for place in range(len(kinds))]
    frame = make_events(kind=list(kinds), occurred_on=days, event_id=[f"e{n}" for n in range(len(kinds))])
    assert is_given_up == (("k1", "o1") in given_up_lately(frame, AT))


@pytest.mark.parametrize(
    ("day", "is_given_up"), [("2026-03-01", True), ("2026-03-02", False), ("2025-09-02", False)]
)
def test_a_refusal_counts_for_half_a_year(day, is_given_up):
    """And not before its day."""
    assert is_given_up == bool(given_up_lately(make_events(kind=["declined"], occurred_on=[day]), AT))

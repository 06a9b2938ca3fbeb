"""A new event of a pair counts after those that are there, whatever their names."""

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from models.requirements.places import FREEING_KINDS, TAKING_KINDS
from recommender.allocations.place_events import PlaceEvent, event_row, next_event_id, plan_of
from recommender.store.allocation_records import AllocationEntry

TODAY = dt.date(2026, 3, 1)
PAIR = ("K1", "rpk")
NAMES = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=8)
KINDS = st.sampled_from(sorted(TAKING_KINDS | FREEING_KINDS))
DAYS = st.sampled_from([TODAY - dt.timedelta(1), TODAY])


@given(
    st.lists(st.builds(PlaceEvent, NAMES, KINDS, DAYS), max_size=5, unique_by=lambda one: one.event_id), KINDS
)
def test_each_new_event_sorts_last_of_its_day(events, kind):
    """Four in a row, after any that were imported."""
    there = sorted(events, key=lambda one: (one.occurred_on, one.event_id))
    for _ in range(4):
        name = next_event_id(there, PAIR, kind, TODAY)
        assert name not in {one.event_id for one in there if one.occurred_on == TODAY}
        there.append(PlaceEvent(name, kind, TODAY))
        assert there == sorted(there, key=lambda one: (one.occurred_on, one.event_id))


def test_the_name_follows_from_the_content():
    """The same again, the same name; another pair, kind or day, another name."""
    names = {
        next_event_id([], PAIR, "approved", TODAY),
        next_event_id([], PAIR, "approved", TODAY),
        next_event_id([], ("K2", "rpk"), "approved", TODAY),
        next_event_id([], PAIR, "declined", TODAY),
        next_event_id([], PAIR, "approved", TODAY + dt.timedelta(1)),
    }
    assert 4 == len(names)
    assert all(name.startswith("alokasi-00001-") for name in names)
    assert max(names) < "kejadian-"


def test_an_event_is_a_row_of_its_table():
    """Who recorded it, and what was said."""
    row = event_row(PlaceEvent("e", "approved", TODAY), PAIR, "Ani", None)
    assert ("e", "K1", "rpk", TODAY, "approved", "Ani", None) == (
        row["event_id"],
        row["cooperative_id"],
        row["offer_id"],
        row["occurred_on"],
        row["kind"],
        row["recorded_by"],
        row["note"],
    )


def test_the_plan_of_a_place_is_that_of_the_acceptance_that_stands():
    """Given up, it is no plan's any more; an offer does not count."""

    def entries(*kinds):
        moment = dt.datetime(2026, 3, 1, tzinfo=dt.UTC)
        return [
            AllocationEntry(number, moment, "Ani", kind, f"p{number}", *PAIR, None)
            for number, kind in enumerate(kinds)
        ]

    assert None is plan_of(())
    assert "p0" == plan_of(entries("accepted", "offered"))
    assert None is plan_of(entries("accepted", "released", "offered"))
    assert "p2" == plan_of(entries("accepted", "released", "accepted"))

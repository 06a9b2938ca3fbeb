"""A few rows as plain values say what a frame of them says."""

from datetime import date

import pytest

from recommender.errors import NotFoundError, RefusedError


@pytest.fixture(name="events")
def _events(write, cooperative):
    """Three events of two offers."""
    write("partners", {"partner_id": "P", "name": "P"})
    for offer_id in ("beras", "rpk"):
        write("offers", {"offer_id": offer_id, "partner_id": "P", "title": offer_id, "sector": "staples"})
    common = {"cooperative_id": cooperative["cooperative_id"], "kind": "introduced"}
    for number, offer_id in enumerate(("rpk", "beras", "rpk")):
        write(
            "events",
            {
                **common,
                "event_id": f"e{number}",
                "offer_id": offer_id,
                "occurred_on": date(2026, 1, 1 + number),
            },
        )


@pytest.mark.usefixtures("events")
def test_rows_hold_typed_values_in_the_order_asked_for(store):
    """Days as days, unknown as None; sorted by key."""
    rows = store.rows("events", ("occurred_on", "event_id", "revenue_idr"), ("offer_id", ["rpk"]))
    assert [(date(2026, 1, 1), "e0", None), (date(2026, 1, 3), "e2", None)] == rows
    frame = store.frame("events", columns=("event_id",), where_in=("offer_id", ["rpk", "beras"]))
    keys = store.rows("events", ("event_id",), ("offer_id", ["beras", "rpk"]))
    assert [(one,) for one in frame["event_id"]] == keys
    assert [] == store.rows("events", ("event_id",), ("offer_id", []))


@pytest.mark.usefixtures("events")
def test_lists_and_yes_or_no_come_as_they_were_given(store, write):
    """As ``row`` gives them."""
    write("cooperatives", {"cooperative_id": "K1", "vehicles": ("motor",), "has_deed": False})
    rows = store.rows("cooperatives", ("has_deed", "vehicles"), ("cooperative_id", ["K1"]))
    assert [(False, ("motor",))] == rows


def test_a_column_that_is_not_there_is_named(store):
    """Whether it is asked for or chosen by; a number cannot be chosen by."""
    with pytest.raises(NotFoundError, match="tahun"):
        store.rows("events", ("tahun",), ("offer_id", ["rpk"]))
    with pytest.raises(NotFoundError, match="tahun"):
        store.rows("events", ("event_id",), ("tahun", ["2026"]))
    with pytest.raises(RefusedError, match="revenue_idr"):
        store.rows("events", ("event_id",), ("revenue_idr", ["1"]))

"""What two plans have in common and what not."""

import pytest

from recommender.allocations.changes import changes_between, pairs_of
from recommender.allocations.names import Names

NAMES = Names({"k1": "Satu"}, {"o1": "Toko"}, {}, {})


def test_changes_are_kept_new_and_dropped():
    """By cooperative and offer, with both values."""
    found = changes_between(
        {("k1", "o1"): 1.0, ("k2", "o1"): 2.0}, {("k1", "o1"): 1.5, ("k1", "o2"): 3.0}, NAMES
    )
    assert [
        ("kept", "k1", "o1", 1.0, 1.5),
        ("new", "k1", "o2", None, 3.0),
        ("dropped", "k2", "o1", 2.0, None),
    ] == [(one.kind, one.cooperative_id, one.offer_id, one.value_before, one.value_after) for one in found]


def test_pairs_carry_their_value(city):
    """By cooperative and offer."""
    found = pairs_of(city.allocation.assignments)
    assert sum(found.values()) == pytest.approx(city.allocation.total_value)

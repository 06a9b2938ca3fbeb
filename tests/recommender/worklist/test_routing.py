"""Neighbours stand on one list, and each list is one advisor's work."""

import math
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recommender.worklist.routing import FEWEST, MOST, Stop, chained, parts_of, way_km


@pytest.mark.parametrize("size", range(FEWEST, MOST + 1))
def test_lists_are_even_and_fit_one_advisor(size):
    """Nobody is lost; from seven on, no list is too short or too long."""
    for count in [*range(140), 1000]:
        parts = parts_of(count, size)
        assert count == sum(parts)
        if count >= FEWEST:
            assert FEWEST <= min(parts) <= max(parts) <= MOST
            assert max(parts) - min(parts) <= 1
        # more than asked for stand on a list only where another would have fewer than seven
        if count and max(parts) > size:
            assert count // (len(parts) + 1) < FEWEST


STOPS = st.lists(
    st.tuples(
        st.sampled_from(["Curug", "Serang", ""]),
        st.sampled_from([-6.1, -6.11, -6.2, math.nan]),
        st.sampled_from([106.1, 106.15, 106.2, math.nan]),
    ),
    max_size=9,
).map(lambda rows: [Stop(f"k{place}", *row) for place, row in enumerate(rows)])


@given(STOPS, st.randoms(use_true_random=False))
def test_the_order_of_the_rows_changes_nothing(stops, shuffler: random.Random):
    """Everybody once, district by district, whatever came first."""
    found = chained(stops)
    assert sorted(stops, key=str) == sorted(found, key=str)
    assert [str(one) for one in found] == [str(one) for one in chained(shuffler.sample(stops, len(stops)))]
    districts = [one.district for one in found]
    assert sorted(districts, key=lambda name: (not name, name)) == districts


def test_the_chain_goes_to_the_nearest_that_is_left():
    """And on into the next district where it is nearest."""
    stops = [
        Stop("k1", "Curug", -6.1, 106.1),
        Stop("k2", "Curug", -6.1, 106.3),
        Stop("k3", "Curug", -6.1, 106.2),
        Stop("k4", "Serang", -6.1, 106.9),
        Stop("k5", "Serang", -6.1, 106.4),
        Stop("k6", "Curug", math.nan, 106.2),
    ]
    assert ["k1", "k3", "k2", "k6", "k5", "k4"] == [one.cooperative_id for one in chained(stops)]


def test_the_way_passes_over_unknown_places():
    """One stop has none."""
    here, there = Stop("k1", "", 0.0, 0.0), Stop("k2", "", 0.0, 1.0)
    assert 0.0 == way_km([here])
    assert 111.2 == round(way_km([here, Stop("k3", "", math.nan, 0.5), there]), 1)

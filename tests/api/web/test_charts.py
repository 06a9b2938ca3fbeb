"""Drawings stay inside their frame, and distances to scale."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.web.charts import signed_bars, spread_points

NUMBERS = st.floats(-50, 50)
PLACES = st.dictionaries(
    st.text(min_size=1, max_size=3), st.tuples(st.floats(-11, 6), st.floats(95, 141)), max_size=20
)


@given(st.lists(NUMBERS, max_size=30))
def test_bars_stay_inside_and_meet_the_middle(values):
    """Positive ones begin in the middle, negative ones end there."""
    for value, bar in zip(values, signed_bars(values), strict=True):
        assert -0.01 <= bar.left <= bar.left + bar.width <= 100.01
        middle = bar.left + bar.width if value < 0 else bar.left
        assert middle == pytest.approx(50, abs=0.02)


@given(PLACES)
def test_points_stay_inside_north_up(places):
    """Every place has its point, in the frame; the northernmost is on top."""
    frame = spread_points(places)
    assert set(places) == set(frame.points)
    for x, y in frame.points.values():
        assert 0 <= x <= 100
        assert 0 <= y <= frame.height + 0.1
    if places:
        north = max(places, key=lambda key: places[key][0])
        assert frame.points[north][1] == min(y for _, y in frame.points.values())

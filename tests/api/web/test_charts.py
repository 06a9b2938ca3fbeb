"""Bars stay inside their drawing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.web.charts import signed_bars

NUMBERS = st.floats(-50, 50)


@given(st.lists(NUMBERS, max_size=30))
def test_bars_stay_inside_and_meet_the_middle(values):
    """Positive ones begin in the middle, negative ones end there."""
    for value, bar in zip(values, signed_bars(values), strict=True):
        assert -0.01 <= bar.left <= bar.left + bar.width <= 100.01
        middle = bar.left + bar.width if value < 0 else bar.left
        assert middle == pytest.approx(50, abs=0.02)

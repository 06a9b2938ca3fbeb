"""Moments are written so that they sort."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recommender.errors import RefusedError
from recommender.store.instants import instant_of, instant_text

ZONES = st.sampled_from([UTC, timezone(timedelta(hours=7)), timezone(timedelta(hours=-3, minutes=-30))])
MOMENTS = st.datetimes(datetime(1000, 1, 3), datetime(9999, 12, 30), timezones=ZONES)  # noqa: DTZ001 - Hypothesis adds the zone


@given(MOMENTS, MOMENTS)
def test_later_moments_sort_later_and_come_back(left, right):
    """Whatever their zones."""
    assert (left < right) == (instant_text(left) < instant_text(right))
    assert left == instant_of(instant_text(left))


def test_a_moment_without_a_zone_is_refused():
    """It could be any of three hours within Indonesia alone."""
    with pytest.raises(RefusedError, match="zona waktu"):
        instant_text(datetime(2026, 1, 1))  # noqa: DTZ001 - what is tested

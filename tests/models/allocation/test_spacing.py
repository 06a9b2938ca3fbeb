"""Conflicts of spacing, against every two cooperatives measured one by one."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from features.pairs.place import haversine_km
from models.allocation.spacing import near_points, spacing_conflicts


@given(st.integers(0, 10_000))
def test_conflicts_are_all_two_that_stand_too_near(seed):
    """Of those that want the offer and whose place is known."""
    rng = np.random.default_rng(seed)
    n = int(rng.integers(0, 12))
    latitude, longitude = -6.1 + rng.random(n) / 50, 106.15 + rng.random(n) / 50
    latitude[rng.random(n) < 0.2] = np.nan
    wants = rng.random((n, 3)) < 0.7
    spacing = {0: 0.5, 2: 1.0}
    expected = [
        [column, first, second]
        for column, least_km in spacing.items()
        for first in range(n)
        for second in range(first + 1, n)
        if wants[first, column]
        and wants[second, column]
        # a place that is not known is NaN, and near to nothing
        and haversine_km(
            *(
                np.array([one])
                for one in (latitude[first], longitude[first], latitude[second], longitude[second])
            )
        )[0]
        < least_km
    ]
    assert expected == spacing_conflicts(latitude, longitude, spacing, wants).tolist()


@pytest.mark.parametrize("least_km", [0.0, 1e-12])
def test_no_spacing_is_no_conflict(least_km):
    """Two in one place may both have it."""
    at = np.array([-6.1, -6.1]), np.array([106.1, 106.1])
    assert [[], []] == [one.tolist() for one in near_points(*at, *at, least_km)]


def test_nothing_to_measure():
    """No points, no neighbours."""
    nothing = np.zeros(0)
    assert [] == near_points(nothing, nothing, nothing, nothing, 1.0)
    assert (0, 3) == spacing_conflicts(nothing, nothing, {}, np.zeros((0, 2), dtype=bool)).shape

"""The measurement of hard city plans runs, in small, and both sides agree."""

import numpy as np

from models.allocation.checking import violations
from models.allocation.exact import best_plan
from tools.bench.jobs.city_plan import hard_city, plan_city

SIZE = (14, 12, 3)


def test_both_sides_are_timed_on_the_same_cities():
    """Another objective on one side would raise."""
    result = plan_city(SIZE, cap_seconds=20.0)
    assert result.ours_seconds > 0
    assert result.floor_seconds > 0
    assert "stopped after 20 s" in result.note


def test_a_seed_is_always_the_same_city():
    """And another seed another one."""
    first, again, other = hard_city(1, *SIZE), hard_city(1, *SIZE), hard_city(2, *SIZE)
    assert np.array_equal(first.value, again.value)
    assert not np.array_equal(first.value, other.value)
    assert [] == violations(first, best_plan(first).chosen(first))

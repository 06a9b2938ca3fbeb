"""Quotas under a plan, against counting pair by pair."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.allocation.fullness import given_counts, quota_uses
from models.allocation.plan import plan_of
from models.allocation.problem import HELD, UNLIMITED
from tests.models.allocation.instances import free_problem, random_problem


@given(st.integers(0, 10_000))
def test_uses_are_what_counting_finds(seed):
    """Every quota that is set and no other, held pairs counted as given."""
    rng = np.random.default_rng(seed)
    problem = random_problem(rng)
    plan = plan_of(problem, rng.random(problem.value.shape) < 0.5)
    taken = plan.chosen(problem) | (problem.state == HELD)
    n, m = problem.value.shape
    expected = {}
    for column in range(m):
        if problem.quotas.city_left[column] < UNLIMITED:
            count = sum(bool(taken[row, column]) for row in range(n))
            expected[problem.offer_ids[column], None] = (problem.quotas.city_left[column], count)
        for place, district in enumerate(problem.districts):
            if problem.quotas.district_left[place, column] < UNLIMITED:
                rows = [row for row in range(n) if problem.district_of[row] == place]
                count = sum(bool(taken[row, column]) for row in rows)
                left = problem.quotas.district_left[place, column]
                expected[problem.offer_ids[column], district] = (left, count)
    found = quota_uses(problem, plan)
    assert expected == {(one.offer_id, one.district): (one.left_before, one.given) for one in found}
    assert sorted(expected, key=lambda key: (key[0], key[1] or "")) == [
        (one.offer_id, one.district) for one in found
    ]


@pytest.mark.parametrize(("places", "left", "is_full"), [(0, -2, True), (2, 0, True), (3, 1, False)])
def test_full_is_nothing_left(places, left, is_full):
    """More given than there are is full as well."""
    problem = free_problem(np.ones((2, 1), dtype=np.int64))
    problem = replace(problem, quotas=replace(problem.quotas, city_left=np.array([places])))
    (use,) = quota_uses(problem, plan_of(problem, np.ones((2, 1), dtype=bool)))
    assert (left, is_full) == (use.left, use.is_full)


def test_a_cooperative_in_no_known_district_counts_in_the_city_alone():
    """Its pair is in no district's count."""
    problem = free_problem(np.ones((3, 2), dtype=np.int64), district_of=np.array([0, -1, 1]))
    in_city, inside = given_counts(problem, np.array([[1, 0], [1, 1], [0, 1]], dtype=bool))
    assert [2, 2] == in_city.tolist()
    assert [[1, 0], [0, 1]] == inside.tolist()

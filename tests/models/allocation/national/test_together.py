"""What is said to fail together has no plan, and by counts never asks for more than is needed."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.allocation.national.impossible import impossible
from models.allocation.national.remaining import remaining
from models.allocation.national.together import failing_together
from models.allocation.relaxing import smallest_relaxation
from tests.models.allocation.instances import best_by_trying, free_problem, random_problem


@settings(max_examples=120)
@given(st.integers(0, 10**6))
def test_what_is_named_rules_every_plan_out(seed):
    """Against every set of pairs; where a limit fails by itself that comes first."""
    problem = random_problem(np.random.default_rng(seed), most_pairs=8)
    part = remaining(problem)
    if not impossible(part) and failing_together(part):
        assert best_by_trying(problem) is None


@pytest.mark.slow
def test_floors_give_way_by_the_fewest_units():
    """Against the exact smallest change, where only counts are limited: as many units, floors first."""
    told = 0
    for seed in range(60):
        rng = np.random.default_rng(seed)
        problem = free_problem(np.ones((6, 3), dtype=np.int64))
        problem.rooms.most[:] = rng.integers(0, 3, 6)
        problem.quotas.city_minimum[:] = rng.integers(0, 5, 3)
        problem.fairness.district_minimum[:] = rng.integers(0, 5, len(problem.districts))
        problem.quotas.city_left[:] = rng.integers(2, 6, 3)
        part = remaining(problem)
        if impossible(part):
            continue
        found = failing_together(part)
        if best_by_trying(problem) is not None:
            assert not found
            continue
        told += 1
        assert sum(one.amount for one in found) == sum(one.amount for one in smallest_relaxation(problem))
    assert told


def test_without_minimums_nothing_fails():
    """There is always the empty plan."""
    assert () == failing_together(remaining(free_problem(np.ones((2, 2), dtype=np.int64))))

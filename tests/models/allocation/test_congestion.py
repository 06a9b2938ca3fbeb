"""Contests before any plan, against sorting each cooperative's offers."""

import math
import time
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.allocation.congestion import Contest, contests, first_choices
from models.allocation.problem import CLOSED, UNLIMITED
from tests.models.allocation.instances import free_problem, random_problem


@given(st.integers(0, 10_000), st.integers(0, 5), st.integers(1, 5))
def test_first_choices_are_the_first_of_the_sorted(seed, first, block):
    """Of what may be chosen and is worth something; whatever the size of a block."""
    problem = random_problem(np.random.default_rng(seed))
    found = first_choices(problem, first, block)
    for row in range(len(problem.cooperative_ids)):
        wishes = [
            (-int(problem.value[row, column]), name, column)
            for column, name in enumerate(problem.offer_ids)
            if problem.state[row, column] != CLOSED and problem.value[row, column] > 0
        ]
        assert {column for *_, column in sorted(wishes)[:first]} == set(np.flatnonzero(found[row]).tolist())


@given(st.integers(0, 10_000), st.integers(1, 3))
def test_contests_count_wishes_for_each_quota(seed, first):
    """Every offer in the city; in a district where it has a quota."""
    problem = random_problem(np.random.default_rng(seed))
    wanted = first_choices(problem, first)
    expected = []
    for column in sorted(range(len(problem.offer_ids)), key=problem.offer_ids.__getitem__):
        left = int(problem.quotas.city_left[column])
        places = None if left == UNLIMITED else left
        expected.append(Contest(problem.offer_ids[column], None, int(wanted[:, column].sum()), places))
        for place, district in enumerate(problem.districts):
            left = int(problem.quotas.district_left[place, column])
            if left < UNLIMITED:
                count = int(wanted[problem.district_of == place, column].sum())
                expected.append(Contest(problem.offer_ids[column], district, count, left))
    assert tuple(expected) == contests(problem, first)


@given(st.integers(0, 10_000))
def test_the_order_of_the_input_does_not_matter(seed):
    """Ties are broken by id."""
    problem = random_problem(np.random.default_rng(seed))
    tied = replace(problem, value=np.minimum(problem.value, 3))
    assert contests(tied, 2) == contests(tied.sorted(), 2)


@pytest.mark.parametrize(
    ("wanted", "places", "ratio"), [(6, 3, 2.0), (0, 0, 0.0), (2, 0, math.inf), (9, None, None)]
)
def test_the_ratio_is_wishes_for_each_place(wanted, places, ratio):
    """Infinite without a place, unknown without a limit."""
    assert ratio == Contest("o", None, wanted, places).ratio


def test_a_whole_nation_takes_seconds():
    """83,000 cooperatives and 200 offers; the values of one block at a time are copied."""
    value = np.random.default_rng(0).integers(-50, 100, (83_000, 200), dtype=np.int32)
    problem = free_problem(value)
    started = time.process_time()
    found = contests(problem, 3)
    assert time.process_time() - started < 15
    assert 3 * 83_000 == sum(one.wanted for one in found)

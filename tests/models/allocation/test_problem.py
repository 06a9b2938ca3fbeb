"""A problem refuses parts that do not fit, sorts without changing what it says, and knows what fits."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.allocation.problem import UNKNOWN, Stability
from models.errors import AllocationError
from tests.models.allocation.instances import best_by_trying, free_problem, random_problem


@given(st.integers(0, 10_000))
def test_sorting_changes_neither_names_nor_the_best_objective(seed):
    """Values follow their names, and what is sorted stays as it is."""
    problem = random_problem(np.random.default_rng(seed), most_pairs=6)
    ordered = problem.sorted()
    assert list(ordered.cooperative_ids) == sorted(problem.cooperative_ids)
    assert list(ordered.offer_ids) == sorted(problem.offer_ids)
    for row, name in enumerate(problem.cooperative_ids):
        for column, offer in enumerate(problem.offer_ids):
            there = ordered.cooperative_ids.index(name), ordered.offer_ids.index(offer)
            assert problem.value[row, column] == ordered.value[there]
            assert problem.state[row, column] == ordered.state[there]
    assert best_by_trying(problem) == best_by_trying(ordered)
    assert np.array_equal(ordered.sorted().quotas.apart, ordered.quotas.apart)


def test_an_unknown_district_stays_unknown():
    """-1 is no position to renumber."""
    problem = free_problem(np.ones((3, 1), dtype=np.int64), districts=("z", "a"))
    problem = replace(problem, district_of=np.array([-1, 0, 1]))
    assert [-1, 1, 0] == problem.sorted().district_of.tolist()


def test_unknown_uses_fit_only_what_is_not_limited():
    """Unknown is not zero; an unknown room does not limit."""
    problem = free_problem(np.ones((2, 2), dtype=np.int64))
    rooms = replace(problem.rooms, uses=np.array([[UNKNOWN], [4]]), have=np.array([[UNKNOWN], [4]]))
    assert [[True, True], [False, True]] == replace(problem, rooms=rooms).can_hold().tolist()


def test_a_pair_of_the_plan_before_adds_its_price():
    """In the objective, not in the value."""
    problem = free_problem(np.array([[5, 7]]), stability=Stability(np.array([[True, False]]), 3))
    assert [[8, 7]] == problem.objective().tolist()


@pytest.mark.parametrize("part", ["value", "state"])
def test_parts_of_another_shape_are_refused(part):
    """The message names the part."""
    with pytest.raises(AllocationError, match=part):
        replace(free_problem(np.ones((2, 2), dtype=np.int64)), **{part: np.ones((2, 3), dtype=np.int8)})

"""A plan says what it is worth and what is proved of it."""

from dataclasses import replace

import numpy as np
import pytest

from models.allocation.plan import plan_of
from models.allocation.problem import CLOSED, HELD, LOCKED, OPEN, Stability
from tests.models.allocation.instances import free_problem


def test_pairs_held_back_and_closed_ones_are_not_given():
    """Whatever is marked."""
    problem = free_problem(np.array([[1, 2], [4, 8]]))
    problem = replace(problem, state=np.array([[OPEN, HELD], [LOCKED, CLOSED]], dtype=np.int8))
    plan = plan_of(problem, np.ones((2, 2), dtype=np.bool_))
    assert ([[0, 0], [1, 0]], 5, 5) == (plan.pairs.tolist(), plan.total_value, plan.objective)
    assert [[True, False], [True, False]] == plan.chosen(problem).tolist()


def test_what_is_given_up_costs_its_price_in_the_objective_alone():
    """Once for each pair of the plan before."""
    problem = free_problem(np.array([[10, 20]]), stability=Stability(np.array([[True, True]]), 3))
    plan = plan_of(problem, np.array([[False, True]]))
    assert (20, 17) == (plan.total_value, plan.objective)


@pytest.mark.parametrize(
    ("bound", "status", "gap"),
    [(None, "optimal", 0.0), (8, "optimal", 0.0), (10, "near_optimal", 0.2), (7, "optimal", 0.0)],
)
def test_the_gap_is_the_distance_to_the_bound(bound, status, gap):
    """None without one; a bound below the plan is none."""
    plan = plan_of(free_problem(np.array([[8]])), np.array([[True]]), bound=bound)
    assert (status, gap) == (plan.status, pytest.approx(gap))

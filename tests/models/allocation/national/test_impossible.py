"""Limits that fail by themselves are truly impossible, and a plan that there is hides none."""

from dataclasses import replace

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from models.allocation.national.impossible import impossible
from models.allocation.national.remaining import remaining
from models.allocation.problem import HELD, LOCKED
from tests.models.allocation.instances import best_by_trying, free_problem, random_problem


@settings(max_examples=80)
@given(st.integers(0, 10**6))
def test_what_is_named_rules_every_plan_out(seed):
    """Against every set of pairs."""
    problem = random_problem(np.random.default_rng(seed), most_pairs=8)
    if impossible(remaining(problem)):
        assert best_by_trying(problem) is None


def test_each_kind_is_named_with_its_amount():
    """Locks beyond limits, minimums beyond what is left."""
    free = free_problem(np.ones((4, 2), dtype=np.int64))
    state = free.state.copy()
    state[:3, 0] = LOCKED
    state[3, 0] = HELD
    quotas, fairness, rooms = free.quotas, free.fairness, free.rooms
    cases = {
        ("city_quota", "o000", None, None, 3): replace(
            free, state=state, quotas=replace(quotas, city_left=np.array([1, 9]))
        ),
        ("district_quota", "o000", "d1", None, 1): replace(
            free, state=state, quotas=replace(quotas, district_left=np.array([[9, 9], [1, 9]]))
        ),
        ("most", None, None, "k002", 1): replace(
            free, state=state, rooms=replace(rooms, most=np.array([1, 1, 0, 1]))
        ),
        ("city_budget", None, None, None, 8): replace(
            free, state=state, fairness=replace(fairness, cost_idr=np.array([3, 0]), city_budget_idr=4)
        ),
        ("district_budget", None, "d0", None, 1): replace(
            free,
            state=state,
            fairness=replace(fairness, cost_idr=np.array([3, 0]), district_budget_idr=np.array([5, 99])),
        ),
        ("district_minimum", None, "d0", None, 1): replace(
            free, fairness=replace(fairness, district_minimum=np.array([5, 0]))
        ),
        ("locked", "o000", None, "k001", 1): replace(
            free, state=state, quotas=replace(quotas, apart=np.array([[0, 0, 1]]))
        ),
        ("held", "o000", None, "k003", 1): replace(
            free, state=state, quotas=replace(quotas, apart=np.array([[0, 2, 3]]))
        ),
    }
    for expected, problem in cases.items():
        found = impossible(remaining(problem))
        told = {(one.kind, one.offer_id, one.district, one.cooperative_id, one.amount) for one in found}
        assert expected in told

"""Dials of fairness, against every set of pairs tried at each position."""

from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.allocation.dials import dial_positions
from models.allocation.exact import best_plan
from models.allocation.problem import HELD, Stability
from tests.models.allocation.instances import best_by_trying, free_problem, random_problem

LEAST = [("district_minimum", one) for one in range(4)]
MOST = [("most", one) for one in range(1, 5)]
EACH = [("one_each", 0), ("one_each", 1)]
PRICES = [("change_price", one) for one in (0, 1, 3, 9)]


def turned(problem, name, setting):
    """The problem with one setting, written out."""
    if name == "district_minimum":
        fairness = replace(problem.fairness, district_minimum=np.array([setting, setting]))
        return replace(problem, fairness=fairness)
    if name == "one_each":
        return replace(problem, fairness=replace(problem.fairness, one_each=setting == 1))
    if name == "most":
        most = np.full(len(problem.cooperative_ids), setting)
        return replace(problem, rooms=replace(problem.rooms, most=most))
    return replace(problem, stability=Stability(problem.stability.previous, setting))


@pytest.mark.slow
@settings(max_examples=25)
@given(st.integers(0, 100_000), st.sampled_from([LEAST, MOST, EACH]))
def test_each_position_has_the_best_of_all_sets(seed, settings_tried):
    """Or says that there is none."""
    problem = random_problem(np.random.default_rng(seed), most_pairs=7)
    for one in dial_positions(problem, settings_tried):
        assert best_by_trying(turned(problem, one.name, one.setting)) == one.objective
        figures = one.total_value, one.served_count, one.least_in_district, one.change_count
        assert (one.objective is None) == (None in figures) == (set(figures) == {None})


@settings(max_examples=20)
@given(st.integers(0, 10_000))
@pytest.mark.slow
def test_the_figures_are_those_of_the_plan(seed):
    """Counted pair by pair, places kept back included; changes are pairs given up."""
    rng = np.random.default_rng(seed)
    problem = random_problem(rng)
    problem = replace(problem, stability=Stability(rng.random(problem.value.shape) < 0.4, 2))
    for one in dial_positions(problem, [*LEAST[:2], *MOST[:2], *EACH, *PRICES]):
        again = turned(problem, one.name, one.setting)
        plan = best_plan(again)
        if plan.status == "no_solution":
            assert one.objective is None
            continue
        given_pairs = plan.chosen(again)
        taken = given_pairs | (again.state == HELD)
        inside = [taken[again.district_of == place].sum() for place in (0, 1)]
        dropped = (problem.stability.previous & ~given_pairs).sum()
        assert (plan.objective, plan.total_value, taken.any(axis=1).sum(), min(inside), dropped) == (
            one.objective,
            one.total_value,
            one.served_count,
            one.least_in_district,
            one.change_count,
        )


@settings(max_examples=40)
@given(st.integers(0, 10_000))
@pytest.mark.slow
def test_more_demands_never_add_to_a_plan(seed):
    """A higher floor, one for each, fewer for each; a higher price never means more changes."""
    rng = np.random.default_rng(seed)
    problem = random_problem(rng)
    problem = replace(problem, stability=Stability(rng.random(problem.value.shape) < 0.4, 2))
    for tightening in (LEAST, EACH, MOST[::-1]):
        worth = [one.objective for one in dial_positions(problem, tightening)]
        # none is less than anything
        bare = [float("-inf") if one is None else one for one in worth]
        assert all(first >= second for first, second in pairwise(bare))
    count = [one.change_count for one in dial_positions(problem, PRICES)]
    assert None in count or all(first >= second for first, second in pairwise(count))


@pytest.mark.parametrize(
    ("settings_tried", "present"), [(LEAST, 0), (MOST, 2), (EACH, 0), ([("change_price", 0)], 0)]
)
def test_the_present_position_is_marked_and_is_the_plan_itself(settings_tried, present):
    """And no other."""
    problem = free_problem(np.array([[5, 3, 1], [4, 4, 4]]))
    problem = replace(problem, rooms=replace(problem.rooms, most=np.array([2, 2])))
    found = dial_positions(problem, settings_tried)
    assert [present] == [one.setting for one in found if one.is_present]
    assert {best_plan(problem).total_value} == {one.total_value for one in found if one.is_present}

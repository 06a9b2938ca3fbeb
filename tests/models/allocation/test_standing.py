"""Single changes in a plan, against every one tried and checked as a whole."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.allocation.exact import best_plan
from models.allocation.problem import OPEN
from models.allocation.standing import Standing
from tests.models.allocation.instances import random_problem
from tests.models.allocation.single_changes import amounts, changes, with_a_place


def plans(seed):
    """A problem with its best plan, and with the same plan less one pair at random."""
    rng = np.random.default_rng(seed)
    problem = random_problem(rng)
    plan = best_plan(problem)
    if plan.status == "no_solution":
        return
    marks = plan.chosen(problem)
    yield problem, marks
    if len(plan.pairs):
        less = marks.copy()
        less[tuple(plan.pairs[rng.integers(len(plan.pairs))])] = False
        yield problem, less


def open_pairs(problem, marks):
    """Pairs that may be chosen and are not."""
    return np.argwhere((problem.state == OPEN) & ~marks).tolist()


@pytest.mark.slow
@given(st.integers(0, 10_000), st.booleans())
def test_the_best_change_is_the_best_of_all_tried(seed, one_more):
    """Under every limit that the plan keeps, with a place more or without."""
    for problem, marks in plans(seed):
        standing = Standing(problem, marks)
        for row, column in open_pairs(problem, marks):
            wider = with_a_place(problem, marks, row, column) if one_more else problem
            tried = [(-gain, len(left), left) for gain, _, left in changes(wider, marks, row, column)]
            best = min((one for one in tried if one[0] < 0), default=None)
            found = standing.best_change(row, column, one_more=one_more)
            told = found and (
                -found[0],
                len(found[1]),
                tuple(sorted(problem.offer_ids[one] for one in found[1])),
            )
            assert best == told


@pytest.mark.slow
@given(st.integers(0, 10_000))
def test_without_minimums_nothing_else_may_break(seed):
    """A change that minimums alone forbid is found when they are left out, and they are named."""
    for problem, marks in plans(seed):
        standing = Standing(problem, marks)
        for row, column in open_pairs(problem, marks):
            free = standing.best_change(row, column, minimums=False)
            if free is None or standing.best_change(row, column) == free:
                continue
            after = marks.copy()
            after[row, list(free[1])] = False
            after[row, column] = True
            before = amounts(problem, marks)
            worse = {
                limit for limit, amount in amounts(problem, after).items() if amount > before.get(limit, 0)
            }
            assert {"city_minimum", "district_minimum"} >= {kind for kind, _ in worse}
            assert worse
            assert standing.needed(row, free[1])


@pytest.mark.parametrize("seed", range(40))
def test_full_is_no_place_in_the_city_or_the_district(seed):
    """A pair more would break one of the two quotas, and only then."""
    for problem, marks in plans(seed):
        standing = Standing(problem, marks)
        for row, column in open_pairs(problem, marks):
            after = marks.copy()
            after[row, column] = True
            new = amounts(problem, after).keys() - amounts(problem, marks).keys()
            assert standing.is_full(row, column) == bool(
                {"city_quota", "district_quota"} & {kind for kind, _ in new}
            )
            assert bool(standing.near(row, column)) == ("apart" in {kind for kind, _ in new})
            budgets = tuple(kind in {one for one, _ in new} for kind in ("city_budget", "district_budget"))
            assert standing.over_budget(row, column) == budgets

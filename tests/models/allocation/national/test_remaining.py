"""What locked and held pairs leave: against the checker, pair by pair."""

import numpy as np
import pytest

from models.allocation.checking import violations
from models.allocation.national.remaining import remaining, usable_pairs
from models.allocation.problem import OPEN
from tests.models.allocation.crowds import crowd
from tests.models.allocation.instances import free_problem, random_problem

MINIMUMS = {"city_minimum", "district_minimum", "one_each"}
BUDGETS = {"city_budget", "district_budget"}


@pytest.mark.parametrize("seed", range(40))
def test_usable_pairs_are_those_that_break_nothing_beside_the_fixed_ones(seed):
    """Of limits other than budgets, which are counted as pairs are taken."""
    problem = random_problem(np.random.default_rng(seed))
    part = remaining(problem)
    fixed = part.taken
    ours = MINIMUMS | BUDGETS
    if [one for one in violations(problem, fixed) if one.kind not in ours]:
        return
    expected = np.zeros_like(fixed)
    for row, column in np.argwhere(problem.state == OPEN):
        marks = fixed.copy()
        marks[row, column] = True
        expected[row, column] = not [one for one in violations(problem, marks) if one.kind not in ours]
    assert expected.tolist() == part.usable.tolist()
    rows = np.arange(len(part.most))[::2]
    assert usable_pairs(part, rows).tolist() == part.usable[rows].tolist()


def test_gains_hold_the_price_of_giving_up_the_plan_before():
    """By rows, by offer, and as a sum of some pairs."""
    problem = next(one for one in map(crowd, range(20)) if one.stability is not None)
    part = remaining(problem)
    gain = part.gain(slice(None))
    assert gain.tolist() == problem.objective().tolist()
    assert gain[:, 3].tolist() == part.gain((slice(None), 3)).tolist()
    rows, columns = np.nonzero(problem.stability.previous)
    assert (problem.value[rows, columns].sum(), gain[rows, columns].sum()) == part.worth(rows, columns)


def test_unlimited_stays_unlimited():
    """Pairs taken from it leave it as it is."""
    problem = free_problem(np.ones((3, 2), dtype=np.int64))
    problem.state[0, 0] = 2
    part = remaining(problem)
    assert part.city_left.tolist() == problem.quotas.city_left.tolist()
    assert part.fixed_gain == 1

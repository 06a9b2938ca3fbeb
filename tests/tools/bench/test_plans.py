"""Plans to measure on are the same for the same seed, and their limits bind."""

import numpy as np
import pytest

from models.allocation.solving import solved
from tools.bench.plans import made_plan, with_floors


def test_a_seed_gives_the_same_problem_again():
    """Values, quotas and districts."""
    one, same, other = made_plan(50, 6, 3), made_plan(50, 6, 3), made_plan(50, 6, 3, seed=1)
    assert one.value.tobytes() == same.value.tobytes() != other.value.tobytes()
    assert with_floors(one).quotas.district_left.tolist() == with_floors(same).quotas.district_left.tolist()


@pytest.mark.slow
def test_quotas_meet_a_third_of_the_demand_and_floors_cost_something():
    """About 35 % of three each; with floors and budgets the plan is worth less."""
    problem = made_plan(300, 8, 4)
    assert abs(problem.quotas.city_left.sum() / 900 - 0.35) < 0.01
    assert 0 < problem.value.min() <= problem.value.max() < 1_000_000
    limited = with_floors(problem)
    assert solved(limited).objective < solved(problem).objective
    assert (limited.fairness.district_minimum > 0).all()
    assert np.isfinite(limited.fairness.district_budget_idr).all()

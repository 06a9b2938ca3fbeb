"""Small problems are solved exactly, large ones by prices."""

import pytest

from models.allocation.solving import EXACT_PAIRS, solved
from tests.models.allocation.crowds import crowd


def test_a_city_is_proved_and_a_nation_is_within_its_gap():
    """The limit is in pairs that are not closed."""
    problem = crowd(1, limits=False)
    assert EXACT_PAIRS >= 67 * 60
    exact, priced = solved(problem), solved(problem, exact_pairs=100)
    assert "optimal" == exact.status
    assert priced.objective <= exact.objective <= priced.bound


@pytest.mark.parametrize("exact_pairs", [0, 10**6])
def test_both_ways_say_no_in_the_same_words(exact_pairs):
    """A minimum that nobody can serve."""
    problem = crowd(1, limits=False)
    problem.quotas.city_minimum[0] = 1000
    plan = solved(problem, exact_pairs=exact_pairs)
    assert "no_solution" == plan.status
    assert {"city_minimum"} <= {one.kind for one in plan.relaxations}

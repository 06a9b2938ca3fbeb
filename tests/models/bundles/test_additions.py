"""The smallest addition that changes the advice."""

from models.bundles.additions import smallest_addition
from models.bundles.solver import best_set


def test_the_addition_is_the_smallest_that_raises_the_worth(problems):
    """One less raises nothing; with it the set is the one told; none is told where none would."""
    found = 0
    for problem in problems:
        now = problem.worth(best_set(problem))
        for place, limit in enumerate(problem.limits):
            addition = smallest_addition(problem, place)
            if limit is None:
                assert addition is None
            elif addition is None:
                most = sum(item.uses[place] or 0 for item in problem.items)
                largest = problem.with_limit(place, limit + most)
                assert now == largest.worth(best_set(largest))
            else:
                found += 1
                less, enough = (problem.with_limit(place, limit + addition.amount - one) for one in (1, 0))
                assert now == less.worth(best_set(less))
                assert now < addition.worth
                assert addition.items == best_set(enough)
    assert found > 100

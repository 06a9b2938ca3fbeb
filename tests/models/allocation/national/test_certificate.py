"""The bound holds at any prices, good or bad."""

from itertools import combinations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.allocation.national.certificate import best_own, certified, prove_again
from models.allocation.national.limits import priced_limits
from models.allocation.national.remaining import remaining
from tests.models.allocation.crowds import crowd
from tests.models.allocation.instances import best_by_trying, random_problem


@settings(max_examples=60)
@given(st.integers(0, 10**6), st.sampled_from([0.0, 0.3, 3.0, 100.0]))
def test_no_plan_is_above_the_bound_at_any_prices(seed, size):
    """Against every set of pairs; prices drawn at random."""
    rng = np.random.default_rng(seed)
    problem = random_problem(rng, most_pairs=8)
    best = best_by_trying(problem)
    if best is None:
        return
    part = remaining(problem)
    limits = priced_limits(part)
    prices = rng.exponential(size, len(limits.level)) if size else np.zeros(len(limits.level))
    assert best <= certified(part, limits, prices).bound


@settings(max_examples=60)
@given(st.integers(0, 10**6))
def test_the_best_own_set_is_the_best_of_all_sets(seed):
    """At most so many, at most one of a group."""
    rng = np.random.default_rng(seed)
    surplus = rng.integers(-5, 10, (4, 5))
    most, group_of = rng.integers(0, 4, 4), rng.integers(-1, 2, 5)
    expected = []
    for row, limit in zip(surplus, most, strict=True):
        sums = [
            row[list(chosen)].sum()
            for count in range(limit + 1)
            for chosen in combinations(range(5), count)
            if all(sum(group_of[one] == group for one in chosen) <= 1 for group in (0, 1))
        ]
        expected.append(max(sums))
    assert expected == best_own(surplus.copy(), most, group_of).tolist()


@pytest.mark.parametrize("largest", [10, 10**6, 10**13])
def test_blocks_and_widths_of_numbers_change_nothing(largest):
    """Narrow and wide integers give the bound that Python's own give."""
    problem = crowd(3, n=20, m=5, limits=False, largest=largest)
    part = remaining(problem)
    limits = priced_limits(part)
    prices = np.random.default_rng(0).random(len(limits.level)) * largest
    found = certified(part, limits, prices, block_rows=3)
    assert found.bound == certified(part, limits, prices).bound
    whole = [round(float(price) * 2**found.shift) for price in prices]
    total = sum(p * int(q) for p, q in zip(whole, part.city_left[limits.city], strict=True))
    paid = dict(zip(limits.city.tolist(), whole, strict=True))
    for row, most in zip(part.gain(slice(None)).tolist(), part.most, strict=True):
        left = sorted(((g << found.shift) - paid.get(j, 0) for j, g in enumerate(row)), reverse=True)
        total += sum(max(one, 0) for one in left[: int(most)])
    assert found.bound == total >> found.shift


def test_a_row_proved_again_is_as_if_proved_at_once():
    """After its values have changed."""
    problem = crowd(2, n=12, m=4)
    part = remaining(problem)
    limits = priced_limits(part)
    prices = np.full(len(limits.level), 1000.0)
    found = certified(part, limits, prices)
    problem.value[3] = problem.value[4]
    prove_again(found, part, np.array([3]))
    assert found.own.tolist() == certified(part, limits, prices).own.tolist()

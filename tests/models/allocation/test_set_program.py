"""Sets, prices and bounds: every set there is, and a bound that no prices can make wrong."""

from itertools import combinations

import numpy as np
import pytest

from models.allocation.by_sets import OWN_KINDS, best_by_sets
from models.allocation.own_sets import own_sets
from models.allocation.problem import HELD, LOCKED
from models.allocation.rows_of_limits import limit_rows, pair_list
from models.allocation.set_program import SetProgram
from tests.models.allocation.instances import best_by_trying, random_problem


def parts(seed):
    """A problem with its pairs, rows and sets."""
    problem = random_problem(np.random.default_rng(seed), most_pairs=8).sorted()
    pairs = pair_list(problem)
    rows = limit_rows(problem, pairs)
    not_empty = np.zeros(len(problem.cooperative_ids), dtype=np.bool_)
    not_empty[[row.row for row in rows if row.kind == "one_each"]] = True
    return problem, pairs, rows, own_sets(problem, pairs, not_empty, 10_000)


@pytest.mark.parametrize("seed", range(60))
def test_the_sets_are_those_that_keep_a_cooperatives_own_limits(seed):
    """Every subset of its pairs is tried on its own rows; none are told where one has no set."""
    _, pairs, rows, sets = parts(seed)
    own = [row for row in rows if row.kind in OWN_KINDS]
    expected, empty = set(), False
    for row in np.unique(pairs.rows):
        numbers = np.flatnonzero(pairs.rows == row)
        mine = [one for one in own if one.row == row]
        subsets = [
            chosen for size in range(len(numbers) + 1) for chosen in combinations(numbers.tolist(), size)
        ]
        fine = {(int(row), chosen) for chosen in subsets if all(kept(one, chosen) for one in mine)}
        empty = empty or not fine
        expected |= fine
    if empty:
        assert sets is None
        return
    owners = np.unique(pairs.rows)[sets.owner]
    found = [
        (int(owner), tuple(sorted(one for one in members if one >= 0)))
        for owner, members in zip(owners, sets.pairs.tolist(), strict=True)
    ]
    assert len(set(found)) == len(found)
    assert expected == set(found)


def kept(row, chosen):
    """Whether some pairs keep one row."""
    total = int(row.weights[np.isin(row.members, chosen)].sum())
    return total <= row.limit if row.sense == "<=" else total >= row.limit


@pytest.mark.parametrize("seed", range(60))
def test_any_prices_bound_every_plan(seed):
    """Random ones too: in whole numbers, without the solver."""
    problem, pairs, rows, sets = parts(seed)
    best = best_by_trying(problem)
    if best is None or sets is None or not len(sets.first):
        return
    start = (
        0 if problem.stability is None else problem.stability.previous.sum() * problem.stability.change_price
    )
    program = SetProgram(pairs.gain, sets, [row for row in rows if row.kind not in OWN_KINDS])
    rng = np.random.default_rng(seed)
    for _ in range(20):
        prices = rng.integers(0, 10 << program.shift, program.n_shared)
        assert program.bound(prices, program.reduced(prices)) >= (best + int(start)) << program.shift


def test_by_sets_alone_is_the_best_of_all_sets_of_pairs():
    """Where it tells; it does so nearly always, with locks and places kept back as well."""
    told = possible = fixed = 0
    for seed in range(100):
        problem, pairs, rows, _ = parts(seed)
        best, answer = best_by_trying(problem), best_by_sets(problem, pairs, rows)
        possible += best is not None
        if answer is None:
            continue
        start = 0
        if problem.stability is not None:
            start = int(problem.stability.previous.sum()) * problem.stability.change_price
        told += 1
        fixed += bool(np.isin(problem.state, (LOCKED, HELD)).any())
        assert best == answer.bound - start == int(pairs.gain @ answer.values.astype(np.int64)) - start
    assert told >= 0.8 * possible
    assert fixed

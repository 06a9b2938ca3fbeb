"""Rows of a program forbid what counting forbids, and nothing else."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from models.allocation.checking import violations
from models.allocation.problem import CLOSED
from models.allocation.rows_of_limits import limit_rows, pair_list
from tests.models.allocation.instances import random_problem


@given(st.integers(0, 10_000), st.floats(0, 1))
def test_a_row_is_broken_exactly_where_a_limit_is(seed, share):
    """Of the same kinds, on any choice of pairs that may be chosen, locks and places kept back included."""
    rng = np.random.default_rng(seed)
    problem = random_problem(rng, most_pairs=16)
    pairs = pair_list(problem)
    rows = limit_rows(problem, pairs)
    taken = rng.random(len(pairs.rows)) < share
    fixed = [int(row.members[0]) for row in rows if row.kind in {"locked", "held"}]
    taken[fixed] = True
    marks = np.zeros(problem.value.shape, dtype=np.bool_)
    marks[pairs.rows[taken], pairs.columns[taken]] = True
    broken = set()
    for row in rows:
        total = int(row.weights @ taken[row.members])
        if total > row.limit if row.sense == "<=" else total < row.limit:
            broken.add(row.kind)
    assert {one.kind for one in violations(problem, marks)} == broken


@given(st.integers(0, 10_000))
def test_pairs_are_numbered_by_cooperative_and_offer(seed):
    """None of them is closed; each is found by its place."""
    problem = random_problem(np.random.default_rng(seed), most_pairs=16)
    pairs = pair_list(problem)
    places = list(zip(pairs.rows.tolist(), pairs.columns.tolist(), strict=True))
    assert sorted(set(places)) == places
    assert (problem.state[pairs.rows, pairs.columns] != CLOSED).all()
    assert np.array_equal(np.arange(len(places)), pairs.number[pairs.rows, pairs.columns])
    assert len(places) == np.count_nonzero(pairs.number >= 0)

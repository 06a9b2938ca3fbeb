"""Differences of two plans, as sets of pairs."""

from dataclasses import replace

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from models.allocation.comparing import (
    by_cooperative,
    by_offer,
    difference_of,
    moved_pairs,
    pair_values,
)
from models.allocation.plan import plan_of
from tests.models.allocation.instances import free_problem, random_problem

PLANS = st.dictionaries(st.tuples(st.sampled_from("abcd"), st.sampled_from("wxyz")), st.integers(-5, 9))


@given(PLANS, PLANS)
def test_every_pair_is_in_exactly_one_part(before, after):
    """With its values in both, and totals that are those of the plans."""
    found = difference_of(before, after)
    parts = [{(one.cooperative_id, one.offer_id) for one in part} for part in (found.kept, found.new)]
    dropped = {(one.cooperative_id, one.offer_id) for one in found.dropped}
    assert before.keys() & after.keys() == parts[0]
    assert after.keys() - before.keys() == parts[1]
    assert before.keys() - after.keys() == dropped
    for one in (*found.kept, *found.new, *found.dropped):
        pair = one.cooperative_id, one.offer_id
        assert (before.get(pair), after.get(pair)) == (one.value_before, one.value_after)
    assert (sum(before.values()), sum(after.values())) == (found.value_before, found.value_after)


@given(PLANS, PLANS)
def test_turning_time_round_swaps_new_and_dropped(before, after):
    """And leaves what is kept."""
    there, back = difference_of(before, after), difference_of(after, before)
    for one, other in ((there.new, back.dropped), (there.dropped, back.new), (there.kept, back.kept)):
        assert [(c.cooperative_id, c.offer_id, c.value_before, c.value_after) for c in one] == [
            (c.cooperative_id, c.offer_id, c.value_after, c.value_before) for c in other
        ]


@given(PLANS, PLANS)
def test_groups_hold_every_change_once(before, after):
    """By cooperative and by offer, in the order of ids."""
    found = difference_of(before, after)
    changes = [*found.kept, *found.new, *found.dropped]
    for grouped, key, other in (
        (by_cooperative(changes), "cooperative_id", "offer_id"),
        (by_offer(changes), "offer_id", "cooperative_id"),
    ):
        assert sorted({getattr(one, key) for one in changes}) == list(grouped)
        assert len(changes) == sum(map(len, grouped.values()))
        for name, group in grouped.items():
            assert {name} == {getattr(one, key) for one in group}
            assert sorted(getattr(one, other) for one in group) == [getattr(one, other) for one in group]


def test_plans_of_different_problems_compare_by_id():
    """A cooperative in another row, an offer that is gone."""
    problem = random_problem(np.random.default_rng(4))
    ordered = problem.sorted()
    marks = np.ones(problem.value.shape, dtype=bool)
    same = difference_of(
        pair_values(problem, plan_of(problem, marks)), pair_values(ordered, plan_of(ordered, marks))
    )
    assert () == same.new == same.dropped
    assert same.value_before == same.value_after
    assert len(same.kept) == len(plan_of(problem, marks).pairs)


def test_pairs_that_move_between_two_plans_of_one_problem():
    """Those that enter, then those that leave."""
    problem = replace(
        free_problem(np.ones((3, 3), dtype=np.int64)),
        cooperative_ids=("b", "a", "c"),
        offer_ids=("y", "x", "z"),
    )
    before, after = np.zeros((3, 3), dtype=bool), np.zeros((3, 3), dtype=bool)
    before[0, 0] = before[1, 1] = after[1, 1] = after[1, 0] = after[2, 2] = True
    moved = moved_pairs(problem, plan_of(problem, before), plan_of(problem, after))
    assert ((("a", "y"), ("c", "z")), (("b", "y"),)) == moved

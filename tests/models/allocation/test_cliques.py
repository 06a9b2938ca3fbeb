"""Conflicts among many forbid exactly the conflicts between two."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from models.allocation.cliques import cliques

EDGES = st.sets(st.tuples(st.integers(0, 8), st.integers(0, 8)).filter(lambda one: one[0] < one[1]))


@given(EDGES)
def test_every_conflict_is_covered_and_no_other(edges):
    """Pairs within the sets are the edges."""
    found = {pair for one in cliques(sorted(edges)) for pair in combinations(one, 2)}
    assert edges == found


@given(EDGES, st.randoms(use_true_random=False))
def test_the_order_and_direction_of_conflicts_do_not_matter(edges, random):
    """Same sets, same order."""
    shuffled = [one if random.random() < 0.5 else one[::-1] for one in sorted(edges)]
    random.shuffle(shuffled)
    assert cliques(sorted(edges)) == cliques(shuffled)


def test_without_conflicts_there_are_no_sets():
    """And three that are all joined are one."""
    assert [] == cliques([])
    assert [(1, 2, 3)] == cliques([(1, 2), (1, 3), (2, 3)])

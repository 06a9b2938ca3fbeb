"""The assignment is the best one, and the one that its rule of ties names."""

from itertools import permutations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import array_shapes, arrays

from models.premises.assignment import NOBODY, best_assignment

GRIDS = arrays(
    np.int64,
    array_shapes(min_dims=2, max_dims=2, min_side=1, max_side=4),
    elements=st.sampled_from([-1, -1, 0, 1, 2, 3, 700, 3_000_000]),
)


def every_assignment(distance_m):
    """All ways to give each row a column of its own or none."""
    rows, columns = distance_m.shape
    choices = set(permutations([*range(columns), *[NOBODY] * rows], rows))
    return [
        found
        for found in sorted(choices)
        if all(column == NOBODY or distance_m[row, column] >= 0 for row, column in enumerate(found))
    ]


def by_brute_force(distance_m):
    """Most served, then the least metres, then the earliest columns row by row."""

    def worth(found):
        served = [(row, column) for row, column in enumerate(found) if column != NOBODY]
        last = distance_m.shape[1]
        metres = sum(int(distance_m[pair]) for pair in served)
        return -len(served), metres, [last if column == NOBODY else column for column in found]

    return list(min(every_assignment(distance_m), key=worth))


@given(GRIDS)
def test_it_is_the_one_that_trying_everything_finds(distance_m):
    """Count, then metres, then order: on every small grid."""
    assert by_brute_force(distance_m) == best_assignment(distance_m).tolist()


def test_one_more_served_is_worth_any_way():
    """The near pair is given up when two far ones serve two."""
    distance_m = np.array([[1, 900_000], [800_000, -1]])
    assert [1, 0] == best_assignment(distance_m).tolist()


def test_nothing_allowed_serves_nobody():
    """An empty grid and a forbidden one."""
    assert [NOBODY] == best_assignment(np.array([[-1]])).tolist()
    assert [] == best_assignment(np.empty((0, 3), dtype=np.int64)).tolist()
    assert [NOBODY, NOBODY] == best_assignment(np.empty((2, 0), dtype=np.int64)).tolist()

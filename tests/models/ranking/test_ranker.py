"""The best n of each row in a stable order."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.ranking.ranker import ranked


def order(scores, allowed=None, top=99):
    """Columns of each row, best first."""
    values = np.array(scores, dtype=float)
    marks = np.ones(values.shape, dtype=bool) if allowed is None else np.array(allowed)
    rows, columns, ranks = ranked(values, marks, top)
    found = [[] for _ in values]
    for row, column, rank in zip(rows, columns, ranks, strict=True):
        found[row].append(int(column))
        assert rank == len(found[row])
    return found


@pytest.mark.parametrize(
    ("scores", "expected"),
    [
        ([0.1, 0.9, 0.5], [1, 2, 0]),
        ([0.5, 0.5, 0.5], [0, 1, 2]),
        ([0.5, 0.5 + 1e-15, 0.4], [0, 1, 2]),
        ([0.5, 0.5 + 1e-9, 0.4], [1, 0, 2]),
        ([1e6, 1e6 + 1e-9], [0, 1]),
        ([-2.0, -1.0, 0.0], [2, 1, 0]),
        ([np.nan, 0.1, np.nan], [1, 0, 2]),
        ([0.0, -0.0], [0, 1]),
    ],
)
def test_higher_goes_first_and_ties_keep_the_columns_order(scores, expected):
    """The last bit decides nothing; a score that is not there comes last."""
    assert [expected] == order([scores])


def test_only_allowed_columns_are_ranked():
    """Ranks count those alone."""
    assert [[2, 0], []] == order([[0.1, 0.9, 0.5]] * 2, [[True, False, True], [False] * 3])


def test_an_allowed_column_without_score_goes_before_one_that_is_not_allowed():
    """It is the only one that may be shown."""
    assert [[1]] == order([[0.9, np.nan]], [[False, True]], top=1)


@pytest.mark.parametrize("top", [0, 1, 2, 5])
def test_at_most_so_many(top):
    """The best of them."""
    assert [[1, 2, 0][:top]] == order([[0.1, 0.9, 0.5]], top=top)


def test_nothing_to_rank_gives_nothing():
    """No column, no row."""
    assert [[], []] == order(np.empty((2, 0)), np.empty((2, 0), dtype=bool))


@given(st.permutations(range(6)), st.permutations(range(4)), st.integers(0, 2**16))
def test_the_order_of_rows_and_columns_does_not_matter(columns, rows, seed):
    """Without ties the same pairs come out in the same order, wherever they stood."""
    draw = np.random.default_rng(seed)
    scores = draw.permutation(24).reshape(4, 6) / 24
    allowed = draw.uniform(size=(4, 6)) < 0.8
    shuffled = order(scores[np.ix_(rows, columns)], allowed[np.ix_(rows, columns)], top=3)
    plain = order(scores, allowed, top=3)
    assert [plain[row] for row in rows] == [[columns[place] for place in found] for found in shuffled]

"""One integer program: proved, read back in whole units, against every point tried."""

from itertools import product

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from models.allocation.program import maximised
from models.allocation.rows_of_limits import LimitRow


def row(sense, weights, limit):
    """One row over all variables."""
    return LimitRow("test", sense, np.arange(len(weights)), np.array(weights, dtype=np.int64), limit)


@given(st.integers(0, 100_000))
def test_the_answer_is_the_best_point(seed):
    """Rows of either sense, with weights of thousands; none where no point keeps them."""
    rng = np.random.default_rng(seed)
    gain = rng.integers(-(10**9), 10**10, 5)
    rows = [row("<=", rng.integers(1, 9, 5) * 1000, int(rng.integers(0, 20_000))) for _ in range(2)]
    rows.append(row(">=", np.ones(5), int(rng.integers(0, 4))))
    points = np.array(list(product((0, 1), repeat=5)))
    sums = points @ np.array([one.weights for one in rows]).T
    fine = (sums[:, :2] <= [one.limit for one in rows[:2]]).all(axis=1) & (sums[:, 2] >= rows[2].limit)
    found = maximised(gain, rows)
    if not fine.any():
        assert found is None
        return
    best = int((points @ gain)[fine].max())
    assert best == found.bound == int(gain @ found.values.astype(np.int64))


def test_with_nothing_to_choose_only_a_duty_is_impossible():
    """Limits of nothing are kept."""
    nothing = np.zeros(0, dtype=np.int64)
    assert 0 == maximised(nothing, [row("<=", [], 0)]).bound
    assert maximised(nothing, [row(">=", [], 1)]) is None

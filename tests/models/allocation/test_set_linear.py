"""A linear program kept warm answers like one solved from the start."""

import numpy as np
import pytest
from scipy.optimize import linprog
from scipy.sparse import csc_array, eye_array, hstack

from models.allocation.set_linear import SetLinear

LARGEST = 20.0


def anew(worth, owner, used, limits, allowed):
    """Solve from the start by another solver."""
    n, k = len(worth), owner.max() + 1
    one_each = csc_array((np.ones(n), (owner, np.arange(n))), shape=(k, n))
    found = linprog(
        np.concatenate([-worth.astype(float), np.full(len(limits), 4 * LARGEST)]),
        A_ub=hstack([used, -eye_array(len(limits))]),
        b_ub=limits,
        A_eq=hstack([one_each, csc_array((k, len(limits)))]),
        b_eq=np.ones(k),
        bounds=[(0, None if one else 0) for one in [*allowed, *np.ones(len(limits), dtype=bool)]],
    )
    return None if found.x is None else -found.fun


@pytest.mark.parametrize("seed", range(25))
def test_sets_added_and_forbidden_change_what_they_should(seed):
    """Values and prices after each step; the prices prove the value."""
    rng = np.random.default_rng(seed)
    owner = np.concatenate([np.arange(6), rng.integers(0, 6, 20)])
    worth = rng.integers(0, 20, len(owner))
    used = csc_array(rng.integers(0, 3, (4, len(owner))).astype(np.int64))
    limits = rng.integers(2, 7, 4)
    linear = SetLinear(6, limits, LARGEST)
    linear.add(worth[:10], owner[:10], used[:, :10])
    linear.add(worth[10:], owner[10:], used[:, 10:])
    for _ in range(6):
        allowed = rng.random(len(owner)) < 0.8
        linear.allow(allowed)
        found, value = linear.solved(), anew(worth, owner, used, limits, allowed)
        if value is None:
            assert found is None
            continue
        assert found.value == pytest.approx(value)
        reduced = np.where(allowed, worth - used.T @ found.prices, -np.inf)
        best = [reduced[owner == one].max() for one in range(6)]
        assert found.prices @ limits + sum(best) == pytest.approx(value)
        over = np.maximum(used @ found.shares - limits, 0).sum()
        assert found.missed == pytest.approx(over)
        assert np.bincount(owner, weights=found.shares).tolist() == pytest.approx([1.0] * 6)
        assert (found.shares[~allowed] == 0).all()


def test_nothing_is_printed(capfd):
    """What commands print is theirs alone."""
    SetLinear(1, np.array([1]), LARGEST).solved()
    assert capfd.readouterr() == ("", "")

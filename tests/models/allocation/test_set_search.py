"""The search finds the best choice there is, and its bound holds wherever it is cut off."""

from dataclasses import replace
from itertools import product

import numpy as np
import pytest
from scipy.sparse import csc_array

from models.allocation.set_search import NearSets, searched

LITTLE = -(10**9)


def drawn(seed):
    """Some cooperatives with some sets each, and limits of which some bind, minimums among them."""
    rng = np.random.default_rng(seed)
    counts = rng.integers(1, 5, int(rng.integers(1, 6)))
    owner = np.repeat(np.arange(len(counts)), counts)
    used = rng.integers(0, 4, (int(rng.integers(0, 5)), len(owner))) * rng.choice([-1, 1, 1])
    limits = np.floor(used.sum(axis=1) / counts.mean() * rng.uniform(0.6, 1.2)).astype(np.int64)
    step = int(rng.choice([1, 10]))
    worth = rng.integers(0, 9, len(owner)) * step
    return NearSets(worth, owner, csc_array(used.astype(np.int64)), limits, 20, 2.0**61)


def best_by_trying(near):
    """The worth of the best choice; ``None`` where none keeps all limits."""
    used, best = near.used.toarray(), None
    own = [np.flatnonzero(near.owner == one) for one in range(near.owner.max() + 1)]
    for choice in product(*own):
        sets = list(choice)
        if (used[:, sets].sum(axis=1) <= near.limits).all():
            worth = int(near.worth[sets].sum())
            best = worth if best is None else max(best, worth)
    return best


@pytest.mark.parametrize("seed", range(150))
def test_the_best_choice_is_that_of_trying_all(seed):
    """And proved; the choice keeps all limits."""
    near = drawn(seed)
    best, found = best_by_trying(near), searched(near, LITTLE, 10_000)
    if best is None:
        assert found.sets is None
        return
    assert (best, best) == (int(near.worth[found.sets].sum()), found.bound)
    assert near.owner[found.sets].tolist() == list(range(near.owner.max() + 1))
    assert (near.used.toarray()[:, found.sets].sum(axis=1) <= near.limits).all()


@pytest.mark.parametrize("seed", range(40))
def test_what_is_worth_less_than_asked_is_not_told(seed):
    """The best itself is told when just that is asked for."""
    near = drawn(seed)
    best = best_by_trying(near)
    if best is None:
        return
    assert searched(near, best + 1, 10_000).sets is None
    assert best == int(near.worth[searched(near, best, 10_000).sets].sum())


@pytest.mark.parametrize("nodes", [0, 1, 2, 5])
def test_a_search_cut_off_has_a_bound_that_holds(nodes):
    """Nothing found yet, or something: no choice is worth more than the bound."""
    for seed in range(60):
        near = drawn(seed)
        best, found = best_by_trying(near), searched(near, LITTLE, nodes)
        assert found.nodes <= nodes
        if best is not None:
            assert found.bound >= best


def test_prices_too_large_to_add_up_are_no_proof():
    """The search gives up rather than let a sum wrap around."""
    near = next(
        near for near in map(drawn, range(50)) if best_by_trying(near) is not None and len(near.limits)
    )
    assert searched(replace(near, limits=near.limits - 10**6, largest_sum=1.0), LITTLE, 100) is None

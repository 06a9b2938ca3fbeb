"""Random problems, and the answer by trying every set."""

from itertools import combinations

import numpy as np
import pytest

from models.bundles.problem import BundleProblem, Item


def drawn_problem(seed):
    """A problem of up to nine offers; some needs and limits unknown, values that tie, groups."""
    random = np.random.default_rng(seed)
    count = int(random.integers(0, 10))
    items = []
    for number in range(count):
        uses = tuple(
            None if random.random() < 0.05 else int(random.choice([0, 0, 1, 2, 3, 5, 8]))
            for _place in range(4)
        )
        group = None if random.random() < 0.6 else str(random.choice(["g", "h"]))
        value = int(random.integers(-2, 12))
        items.append(Item(f"o{number}", value, uses, int(random.choice([0, 50, 100, 200])), group))
    limits = tuple(None if random.random() < 0.25 else int(random.integers(0, 15)) for _place in range(4))
    most = None if random.random() < 0.3 else int(random.integers(1, 6))
    return BundleProblem(tuple(items), limits, most, int(random.choice([0, 100, 200])))


def every_set(problem):
    """All sets of worthwhile items that fit."""
    items = [item for item in problem.items if item.value > 0]
    return [
        chosen
        for size in range(len(items) + 1)
        for chosen in combinations(items, size)
        if problem.fits(chosen)
    ]


@pytest.fixture(name="problems", scope="session")
def _problems():
    """Five hundred of them."""
    return [drawn_problem(seed) for seed in range(500)]


@pytest.fixture(name="every_set")
def _every_set():
    """``every_set`` for tests."""
    return every_set

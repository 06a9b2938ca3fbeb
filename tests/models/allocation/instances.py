"""Small random plans with every kind of limit, and every set of pairs tried on them."""

from dataclasses import replace
from itertools import product

import numpy as np

from models.allocation.checking import violations
from models.allocation.problem import (
    CLOSED,
    HELD,
    LOCKED,
    OPEN,
    UNKNOWN,
    UNLIMITED,
    AllocationProblem,
    Fairness,
    Quotas,
    Rooms,
    Stability,
)

__all__ = ["best_by_trying", "free_problem", "objective_of", "random_problem"]


def free_problem(value: np.ndarray, **changes: object) -> AllocationProblem:
    """Return a problem without any limit; what is named replaces a part."""
    n, m = value.shape
    problem = AllocationProblem(
        cooperative_ids=tuple(f"k{row:03}" for row in range(n)),
        offer_ids=tuple(f"o{column:03}" for column in range(m)),
        districts=("d0", "d1"),
        district_of=np.arange(n) % 2,
        value=value,
        state=np.full((n, m), OPEN, dtype=np.int8),
        quotas=Quotas(
            city_left=np.full(m, UNLIMITED),
            district_left=np.full((2, m), UNLIMITED),
            city_minimum=np.zeros(m, dtype=np.int64),
            apart=np.zeros((0, 3), dtype=np.int64),
        ),
        rooms=Rooms(
            most=np.full(n, m, dtype=np.int64),
            uses=np.zeros((m, 1), dtype=np.int64),
            have=np.full((n, 1), UNKNOWN),
            group_of=np.full(m, -1),
        ),
        fairness=Fairness(
            district_minimum=np.zeros(2, dtype=np.int64),
            one_each=False,
            cost_idr=np.zeros(m, dtype=np.int64),
            city_budget_idr=UNLIMITED,
            district_budget_idr=np.full(2, UNLIMITED),
        ),
    )
    return replace(problem, **changes)


def random_problem(rng: np.random.Generator, *, most_pairs: int = 12) -> AllocationProblem:
    """Draw one problem in which any kind of limit may bind."""
    n, m = int(rng.integers(2, 5)), int(rng.integers(2, 5))
    state = rng.choice([CLOSED, OPEN, LOCKED, HELD], size=(n, m), p=[0.2, 0.7, 0.06, 0.04]).astype(np.int8)
    extra = np.flatnonzero(state.ravel() != CLOSED)[most_pairs:]
    state.ravel()[extra] = CLOSED

    def some(values: np.ndarray, share: float, otherwise: int) -> np.ndarray:
        return np.where(rng.random(values.shape) < share, values, otherwise)

    edges = [(c, a, b) for c in range(m) for a in range(n) for b in range(a) if rng.random() < 0.15]
    stability = None
    if rng.random() < 0.4:
        stability = Stability(rng.random((n, m)) < 0.3, int(rng.integers(0, 5)))
    return AllocationProblem(
        cooperative_ids=tuple(f"k{one}" for one in rng.permutation(n)),
        offer_ids=tuple(f"o{one}" for one in rng.permutation(m)),
        districts=("d0", "d1"),
        district_of=rng.integers(-1, 2, n),
        value=rng.integers(-2, 12, (n, m)),
        state=state,
        quotas=Quotas(
            city_left=some(rng.integers(0, 4, m), 0.5, UNLIMITED),
            district_left=some(rng.integers(0, 3, (2, m)), 0.3, UNLIMITED),
            city_minimum=some(rng.integers(1, 3, m), 0.15, 0),
            apart=np.array(edges, dtype=np.int64).reshape(-1, 3),
        ),
        rooms=Rooms(
            most=rng.integers(1, 4, n),
            uses=some(rng.integers(0, 6, (m, 2)), 0.9, UNKNOWN),
            have=some(rng.integers(2, 10, (n, 2)), 0.4, UNKNOWN),
            group_of=rng.integers(-1, 2, m),
        ),
        fairness=Fairness(
            district_minimum=some(rng.integers(1, 3, 2), 0.2, 0),
            one_each=bool(rng.random() < 0.2),
            cost_idr=rng.integers(0, 5, m) * 1000,
            city_budget_idr=int(rng.integers(3, 20)) * 1000 if rng.random() < 0.3 else UNLIMITED,
            district_budget_idr=some(rng.integers(2, 12, 2) * 1000, 0.2, UNLIMITED),
        ),
        stability=stability,
    )


def objective_of(problem: AllocationProblem, marks: np.ndarray) -> int:
    """Add up what a set of pairs is worth, less the price of what it gives up."""
    total = int(problem.value[marks & (problem.state != HELD)].sum())
    if problem.stability is not None:
        dropped = problem.stability.previous & ~(marks & (problem.state != HELD))
        total -= problem.stability.change_price * int(dropped.sum())
    return total


def best_by_trying(problem: AllocationProblem) -> int | None:
    """Try every set of pairs; return the largest objective, or ``None`` where nothing keeps all limits."""
    held = np.argwhere(problem.state == HELD)
    free = np.argwhere((problem.state == OPEN) | (problem.state == LOCKED))
    best: int | None = None
    for choice in product((False, True), repeat=len(free)):
        marks = np.zeros(problem.value.shape, dtype=np.bool_)
        marks[held[:, 0], held[:, 1]] = True
        marks[free[:, 0], free[:, 1]] = choice
        if not violations(problem, marks):
            found = objective_of(problem, marks)
            best = found if best is None else max(best, found)
    return best

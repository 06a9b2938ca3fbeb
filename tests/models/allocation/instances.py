"""Small random plans with every kind of limit, and every set of pairs tried on them."""

from dataclasses import replace
from itertools import product

import numpy as np

from models.allocation.checking import able
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
    state = rng.choice([CLOSED, OPEN, LOCKED, HELD], size=(n, m), p=[0.2, 0.74, 0.03, 0.03]).astype(np.int8)
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
            city_minimum=some(rng.integers(1, 3, m), 0.08, 0),
            apart=np.array(edges, dtype=np.int64).reshape(-1, 3),
        ),
        rooms=Rooms(
            most=rng.integers(1, 4, n),
            uses=some(rng.integers(0, 5, (m, 2)), 0.95, UNKNOWN),
            have=some(rng.integers(3, 10, (n, 2)), 0.4, UNKNOWN),
            group_of=rng.integers(-1, 2, m),
        ),
        fairness=Fairness(
            district_minimum=some(rng.integers(1, 3, 2), 0.12, 0),
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
    """Try every set of pairs; return the largest objective, or ``None`` where nothing keeps all limits.

    Written for all sets at once and from the words of the contract, without any code of the product.
    """
    n, m = problem.value.shape
    free = np.argwhere((problem.state == OPEN) | (problem.state == LOCKED))
    choices = np.array(list(product((False, True), repeat=len(free))), dtype=np.bool_).reshape(
        2 ** len(free), len(free)
    )
    sets = np.zeros((len(choices), n, m), dtype=np.bool_)
    sets[:, free[:, 0], free[:, 1]] = choices
    taken = sets | (problem.state == HELD)
    fine = (sets | (problem.state != LOCKED)).all(axis=(1, 2))
    fine &= _rooms_kept(problem, taken) & _quotas_kept(problem, taken) & _fairness_kept(problem, taken)
    if not fine.any():
        return None
    total = (sets * problem.value).sum(axis=(1, 2))
    if problem.stability is not None:
        dropped = (problem.stability.previous & ~sets).sum(axis=(1, 2))
        total = total - problem.stability.change_price * dropped
    return int(total[fine].max())


def _rooms_kept(problem: AllocationProblem, taken: np.ndarray) -> np.ndarray:
    rooms = problem.rooms
    fine = (taken.sum(axis=2) <= rooms.most).all(axis=1)
    for group in set(rooms.group_of.tolist()) - {-1}:
        fine &= (taken[:, :, rooms.group_of == group].sum(axis=2) <= 1).all(axis=1)
    for resource in range(rooms.uses.shape[1]):
        uses, have = rooms.uses[:, resource], rooms.have[:, resource]
        for row in np.flatnonzero(have != UNKNOWN):
            unsaid = taken[:, row][:, uses == UNKNOWN].any(axis=1)
            fine &= ~unsaid & (taken[:, row] @ np.where(uses == UNKNOWN, 0, uses) <= have[row])
    return fine


def _quotas_kept(problem: AllocationProblem, taken: np.ndarray) -> np.ndarray:
    quotas, in_city = problem.quotas, taken.sum(axis=1)
    fine = (in_city <= quotas.city_left).all(axis=1) & (in_city >= quotas.city_minimum).all(axis=1)
    for place in range(len(problem.districts)):
        inside = taken[:, problem.district_of == place].sum(axis=1)
        fine &= (inside <= quotas.district_left[place]).all(axis=1)
    for column, first, second in quotas.apart:
        fine &= ~(taken[:, first, column] & taken[:, second, column])
    return fine


def _fairness_kept(problem: AllocationProblem, taken: np.ndarray) -> np.ndarray:
    fairness = problem.fairness
    cost = taken @ fairness.cost_idr
    fine = cost.sum(axis=1) <= fairness.city_budget_idr
    for place in range(len(problem.districts)):
        inside = problem.district_of == place
        fine &= taken[:, inside].sum(axis=(1, 2)) >= fairness.district_minimum[place]
        fine &= cost[:, inside].sum(axis=1) <= fairness.district_budget_idr[place]
    if fairness.one_each:
        fine &= (taken.any(axis=2) | ~able(problem)).all(axis=1)
    return fine

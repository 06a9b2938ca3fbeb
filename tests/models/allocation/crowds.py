"""Random plans of some dozens of cooperatives, with every kind of limit binding somewhere."""

import numpy as np

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

__all__ = ["crowd"]


def crowd(
    seed: int, *, n: int = 60, m: int = 12, d: int = 4, limits: bool = True, largest: int = 1_000_000
) -> AllocationProblem:
    """Draw a problem; ``limits=False`` leaves only city quotas and at most three each."""
    rng = np.random.default_rng(seed)
    logit = rng.normal(0, 0.5, (n, 1)) + rng.normal(-0.5, 0.7, m) + rng.normal(0, 0.8, (n, m))
    value = np.round(largest / (1 + np.exp(-logit))).astype(np.int64)
    district_of = rng.integers(-1 if limits else 0, d, n)
    places = rng.lognormal(0, 0.5, m)
    city_left = np.maximum(np.round(places / places.sum() * n), 1).astype(np.int64)
    state = np.full((n, m), OPEN, dtype=np.int8)
    quotas = Quotas(city_left, np.full((d, m), UNLIMITED), np.zeros(m, dtype=np.int64), np.zeros((0, 3), int))
    rooms = Rooms(np.full(n, 3), np.zeros((m, 0), int), np.zeros((n, 0), int), np.full(m, -1))
    cost = rng.integers(5, 60, m) * 1_000_000
    fairness = Fairness(np.zeros(d, dtype=np.int64), False, cost, UNLIMITED, np.full(d, UNLIMITED))
    stability = None
    if limits:
        state = rng.choice([CLOSED, OPEN, LOCKED, HELD], (n, m), p=[0.3, 0.685, 0.01, 0.005]).astype(np.int8)
        state[(np.isin(state, (LOCKED, HELD)).cumsum(axis=1) > 1) & np.isin(state, (LOCKED, HELD))] = OPEN
        state[(np.isin(state, (LOCKED, HELD)).cumsum(axis=0) > 1) & np.isin(state, (LOCKED, HELD))] = OPEN
        edges = [(c, a, b) for c in range(m) for a in range(n) for b in range(a) if rng.random() < 0.01]
        size = np.bincount(district_of[district_of >= 0], minlength=d)
        share = size[:, None] / n * city_left
        quotas = Quotas(
            city_left=city_left,
            district_left=np.where(rng.random((d, m)) < 0.7, np.ceil(1.5 * share), UNLIMITED).astype(
                np.int64
            ),
            city_minimum=np.where(rng.random(m) < 0.2, np.minimum(city_left, 2), 0),
            apart=np.array(edges, dtype=np.int64).reshape(-1, 3),
        )
        rooms = Rooms(
            most=rng.integers(1, 4, n),
            uses=np.where(rng.random((m, 2)) < 0.95, rng.integers(0, 6, (m, 2)), UNKNOWN),
            have=np.where(rng.random((n, 2)) < 0.4, rng.integers(4, 12, (n, 2)), UNKNOWN),
            group_of=rng.integers(-1, 3, m),
        )
        fairness = Fairness(
            district_minimum=np.floor(0.6 * size).astype(np.int64),
            one_each=bool(rng.random() < 0.3),
            cost_idr=cost,
            city_budget_idr=int(0.9 * n * cost.mean()),
            district_budget_idr=np.where(
                rng.random(d) < 0.7, (1.1 * size * cost.mean()).astype(np.int64), UNLIMITED
            ),
        )
        if rng.random() < 0.5:
            stability = Stability(rng.random((n, m)) < 0.05, largest // 20)
    return AllocationProblem(
        cooperative_ids=tuple(f"k{one:05}" for one in rng.permutation(n)),
        offer_ids=tuple(f"o{one:03}" for one in rng.permutation(m)),
        districts=tuple(f"d{one:02}" for one in rng.permutation(d)),
        district_of=district_of,
        value=value,
        state=state,
        quotas=quotas,
        rooms=rooms,
        fairness=fairness,
        stability=stability,
    )

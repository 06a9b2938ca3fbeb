"""City-wide plans of any size to measure on: chances of success, quotas, floors and budgets, seeded."""

from dataclasses import replace

import numpy as np

from models.allocation.problem import (
    OPEN,
    UNKNOWN,
    UNLIMITED,
    AllocationProblem,
    Fairness,
    Quotas,
    Rooms,
)

__all__ = ["made_plan", "with_floors"]

_MILLION = 1_000_000
_MOST_EACH = 3
_SHARE_OF_DEMAND = 0.35
_BLOCK = 4096


def made_plan(
    n_cooperatives: int = 83_000, n_offers: int = 200, n_districts: int = 250, seed: int = 0
) -> AllocationProblem:
    """Draw a problem in which every pair may be chosen and city quotas meet about 35 % of the demand.

    A pair's value is a chance of success in millionths: an effect of the offer, of the district and of the
    cooperative, and noise, on the scale of logits. At most three offers each; no other limit.
    """
    rng = np.random.default_rng(seed)
    district_of = np.sort(rng.integers(0, n_districts, n_cooperatives))
    of_offer = rng.normal(-0.9, 0.7, n_offers)
    of_district = rng.normal(0, 0.5, n_districts)
    of_cooperative = of_district[district_of] + rng.normal(0, 0.4, n_cooperatives)
    value = np.empty((n_cooperatives, n_offers), dtype=np.int32)
    for start in range(0, n_cooperatives, _BLOCK):
        rows = slice(start, start + _BLOCK)
        logit = of_cooperative[rows, None] + of_offer + rng.normal(0, 0.8, (len(value[rows]), n_offers))
        value[rows] = np.round(_MILLION / (1 + np.exp(-logit)))
    wanted = rng.lognormal(0, 0.6, n_offers)
    places = _SHARE_OF_DEMAND * _MOST_EACH * n_cooperatives * wanted / wanted.sum()
    return AllocationProblem(
        cooperative_ids=tuple(f"k{row:06}" for row in range(n_cooperatives)),
        offer_ids=tuple(f"o{column:04}" for column in range(n_offers)),
        districts=tuple(f"d{place:04}" for place in range(n_districts)),
        district_of=district_of,
        value=value,
        state=np.full(value.shape, OPEN, dtype=np.int8),
        quotas=Quotas(
            city_left=np.maximum(np.round(places), 1).astype(np.int64),
            district_left=np.full((n_districts, n_offers), UNLIMITED),
            city_minimum=np.zeros(n_offers, dtype=np.int64),
            apart=np.zeros((0, 3), dtype=np.int64),
        ),
        rooms=Rooms(
            most=np.full(n_cooperatives, _MOST_EACH, dtype=np.int64),
            uses=np.zeros((n_offers, 0), dtype=np.int64),
            have=np.full((n_cooperatives, 0), UNKNOWN),
            group_of=np.full(n_offers, -1),
        ),
        fairness=Fairness(
            district_minimum=np.zeros(n_districts, dtype=np.int64),
            one_each=False,
            cost_idr=np.zeros(n_offers, dtype=np.int64),
            city_budget_idr=UNLIMITED,
            district_budget_idr=np.full(n_districts, UNLIMITED),
        ),
    )


def with_floors(problem: AllocationProblem, seed: int = 0) -> AllocationProblem:
    """Add what no flow in a network can follow: budgets of districts beside floors and quotas of districts.

    A district gets at least 80 % of the pairs that its size would give it, spends at most 110 % of what
    they cost on average, and takes at most twice its share of an offer, rounded up.
    """
    rng = np.random.default_rng([seed, 1])
    n_districts = len(problem.districts)
    size = np.bincount(problem.district_of, minlength=n_districts) / len(problem.cooperative_ids)
    places = problem.quotas.city_left
    cost = rng.integers(5, 60, len(places)) * _MILLION
    fair = size * int(places.sum())
    mean_cost = int((cost * places).sum()) / int(places.sum())
    return replace(
        problem,
        quotas=replace(
            problem.quotas, district_left=np.ceil(2 * size[:, None] * places[None, :]).astype(np.int64)
        ),
        fairness=replace(
            problem.fairness,
            district_minimum=np.floor(0.8 * fair).astype(np.int64),
            cost_idr=cost,
            district_budget_idr=np.round(1.1 * fair * mean_cost / _MILLION).astype(np.int64) * _MILLION,
        ),
    )

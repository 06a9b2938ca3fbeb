"""The store's day and the settings as a problem: which pairs may be chosen, under which limits."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from features.frame_cells import number_of, text_of, whole_of
from models.allocation.problem import (
    UNKNOWN,
    UNLIMITED,
    AllocationProblem,
    Fairness,
    Quotas,
    Rooms,
    Stability,
)
from models.allocation.spacing import spacing_conflicts
from models.bundles.means import NEEDS, whole_use
from models.bundles.problem import RESOURCES
from recommender.allocations.pair_states import PairStates, pair_states
from recommender.allocations.pair_values import UNITS, PairValues, ValueUnit, pair_values
from recommender.allocations.settings import AllocationSettings, Hold
from recommender.gathering import Gathered

__all__ = ["PlanInputs", "plan_inputs"]

Longs = npt.NDArray[np.int64]
Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class PlanInputs:
    """A problem with what is needed to speak of it.

    Attributes
    ----------
    problem : AllocationProblem
    values : PairValues
    states : PairStates
        Why pairs are closed, and the holds that count.
    unit : ValueUnit
    quota, taken : mapping of (offer_id, district_code or None) to int
        What partners allow, and the places taken before.
    district_names : mapping of district_code to str
    """

    problem: AllocationProblem
    values: PairValues
    states: PairStates
    unit: ValueUnit
    quota: Mapping[tuple[str, str | None], int]
    taken: Mapping[tuple[str, str | None], int]
    district_names: Mapping[str, str]


def plan_inputs(
    source: Gathered,
    settings: AllocationSettings,
    holds: Sequence[Hold],
    previous: Sequence[Pair],
    given_up: Collection[Pair] = (),
) -> PlanInputs:
    """Make the problem of one day.

    Parameters
    ----------
    source : Gathered
    settings : AllocationSettings
        Checked.
    holds : sequence of Hold
        Those that count on the day; one for each pair.
    previous : sequence of (cooperative_id, offer_id)
        Pairs of the plan before.
    given_up : collection of (cooperative_id, offer_id)
        Pairs that were given up or turned down lately; only a lock brings one back.

    Raises
    ------
    RefusedError
        When a lock, or a place kept back, is against a rule that nothing can change.
    NotFoundError
        When a hold names a cooperative or an offer that does not exist.
    """
    values = pair_values(source, settings.objective)
    states = pair_states(source, values, settings, holds, given_up)
    places = [text_of(one) for one in values.placed["district_code"]]
    districts = tuple(sorted({one for one in places if one is not None}))
    position = {code: number for number, code in enumerate(districts)}
    taken = _taken(source, dict(zip(values.placed["cooperative_id"], places, strict=True)))
    names = {
        code: text_of(name) or code
        for code, name in zip(places, values.placed["district"], strict=True)
        if code is not None
    }
    problem = AllocationProblem(
        cooperative_ids=tuple(values.placed["cooperative_id"]),
        offer_ids=source.context.offer_ids,
        districts=districts,
        district_of=np.array([-1 if one is None else position[one] for one in places], dtype=np.int64),
        value=values.value,
        state=states.state,
        quotas=_quotas(source, values, states, districts, taken),
        rooms=_rooms(source, values, settings),
        fairness=_fairness(source, settings, len(districts)),
        stability=_stability(source, values, settings, previous),
    )
    return PlanInputs(
        problem=problem,
        values=values,
        states=states,
        unit=UNITS[settings.objective],
        quota=_stated_quotas(source, districts),
        taken=taken,
        district_names=names,
    )


def _taken(source: Gathered, district_of: Mapping[str, str | None]) -> dict[tuple[str, str | None], int]:
    """Count the places taken, by offer in the city and by offer and district."""
    found: dict[tuple[str, str | None], int] = {}
    for cooperative_id, offer_id in source.context.places.holders:
        district = district_of.get(cooperative_id)
        for key in {(offer_id, None), (offer_id, district)}:
            found[key] = found.get(key, 0) + 1
    return found


def _stated_quotas(source: Gathered, districts: Sequence[str]) -> dict[tuple[str, str | None], int]:
    offers = source.context.offers
    found: dict[tuple[str, str | None], int] = {}
    for offer_id, quota in zip(offers["offer_id"], offers["city_quota"], strict=True):
        whole = whole_of(quota)
        if whole is not None:
            found[str(offer_id), None] = whole
    for offer_id, quota in source.context.places.district_quota.items():
        for district in districts:
            found[offer_id, district] = quota
    return found


def _quotas(
    source: Gathered,
    values: PairValues,
    states: PairStates,
    districts: Sequence[str],
    taken: Mapping[tuple[str, str | None], int],
) -> Quotas:
    offers, offer_ids = source.context.offers, source.context.offer_ids
    stated = _stated_quotas(source, districts)

    def left(offer_id: str, district: str | None) -> int:
        quota = stated.get((offer_id, district))
        return UNLIMITED if quota is None else max(quota - taken.get((offer_id, district), 0), 0)

    least = [whole_of(one) or 0 for one in offers["city_minimum"]]
    spacing = {
        column: km
        for column, one in enumerate(offers["min_spacing_km"])
        if (km := number_of(one)) is not None and km > 0
    }
    return Quotas(
        city_left=np.array([left(one, None) for one in offer_ids], dtype=np.int64),
        district_left=np.array(
            [[left(one, district) for one in offer_ids] for district in districts], dtype=np.int64
        ).reshape(len(districts), len(offer_ids)),
        city_minimum=np.array(
            [
                max(minimum - taken.get((offer_id, None), 0), 0)
                for offer_id, minimum in zip(offer_ids, least, strict=True)
            ],
            dtype=np.int64,
        ),
        apart=spacing_conflicts(
            values.placed["latitude_deg"].to_numpy(dtype=np.float64),
            values.placed["longitude_deg"].to_numpy(dtype=np.float64),
            spacing,
            states.state != 0,
        ),
    )


def _rooms(source: Gathered, values: PairValues, settings: AllocationSettings) -> Rooms:
    context = source.context
    uses = [
        [
            UNKNOWN if (one := whole_use(resource, float(need))) is None else one
            for need in context.stated.numbers[name][0]
        ]
        for name, resource in zip(NEEDS, RESOURCES, strict=True)
    ]
    groups = [text_of(one) for one in context.offers["exclusive_group"]]
    known = {name: number for number, name in enumerate(sorted({one for one in groups if one}))}
    return Rooms(
        most=np.full(len(values.placed), settings.max_per_cooperative, dtype=np.int64),
        uses=np.array(uses, dtype=np.int64).reshape(len(RESOURCES), len(groups)).T,
        have=values.have,
        group_of=np.array([known[one] if one else -1 for one in groups], dtype=np.int64),
    )


def _fairness(source: Gathered, settings: AllocationSettings, n_districts: int) -> Fairness:
    cost = [whole_of(one) or 0 for one in source.context.offers["capital_need_idr"]]
    city, district = settings.city_budget_idr, settings.district_budget_idr
    return Fairness(
        district_minimum=np.full(n_districts, settings.min_per_district, dtype=np.int64),
        one_each=settings.one_each,
        cost_idr=np.array(cost, dtype=np.int64),
        city_budget_idr=UNLIMITED if city is None else city,
        district_budget_idr=np.full(n_districts, UNLIMITED if district is None else district, dtype=np.int64),
    )


def _stability(
    source: Gathered, values: PairValues, settings: AllocationSettings, previous: Sequence[Pair]
) -> Stability | None:
    """Mark the pairs of the plan before; those that run by now are kept whatever this plan says."""
    if not previous:
        return None
    row_of = {one: row for row, one in enumerate(values.placed["cooperative_id"])}
    column_of = {one: column for column, one in enumerate(source.context.offer_ids)}
    marks = np.zeros(values.value.shape, dtype=np.bool_)
    for cooperative_id, offer_id in previous:
        if cooperative_id in row_of and offer_id in column_of:
            marks[row_of[cooperative_id], column_of[offer_id]] = True
    price = round(settings.change_price * UNITS[settings.objective].whole)
    return Stability(marks & ~values.held, price)

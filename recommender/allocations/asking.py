"""Questions to a plan: why not this pair, what each setting costs, how contested offers are."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

import numpy as np

from models.allocation.comparing import pair_values
from models.allocation.congestion import contests
from models.allocation.dials import DialName, DialPosition, dial_positions
from models.allocation.plan import AllocationPlan, plan_of
from models.allocation.problem import AllocationProblem
from models.allocation.solving import is_exact, solved
from models.allocation.why_not import Obstacle, why_not
from models.errors import ModelError
from recommender.allocations.changes import changes_between, pairs_of
from recommender.allocations.keeping import KeptPlan
from recommender.allocations.names import Names
from recommender.allocations.obstacle_words import obstacle_sentence
from recommender.allocations.pair_states import CAUSES
from recommender.allocations.problem_maker import plan_inputs
from recommender.allocations.records import Assignment, Change, Contest, Dial, DialPoint, Said, WhyNot
from recommender.allocations.settings import AllocationSettings
from recommender.allocations.telling import closed_sentence, contest_sentence
from recommender.errors import NotFoundError, RefusedError
from recommender.gathering import Gathered

__all__ = ["contests_of", "dials_of", "kept_solution", "why_not_of"]

_MOST_OFFERS = 3
_DIAL_LABELS: Mapping[DialName, Said] = MappingProxyType(
    {
        "district_minimum": ("Paling sedikit di tiap kecamatan", "At least in each district"),
        "one_each": ("Satu untuk tiap koperasi yang bisa", "One for every cooperative that can"),
        "most": ("Paling banyak tiap koperasi", "At most for each cooperative"),
        "change_price": ("Harga tiap perubahan", "Price of each change"),
    }
)


def kept_solution(kept: KeptPlan) -> tuple[AllocationProblem, AllocationPlan]:
    """Return the problem of a kept plan, and the plan as its solver gave it.

    Raises
    ------
    RefusedError
        When the plan was too large to be kept with its problem, or has no solution.
    """
    problem, allocation = kept.problem, kept.allocation
    if problem is None:
        raise RefusedError(
            "Rencana ini terlalu besar untuk ditanya satu per satu. Hitung rencana untuk satu daerah.",
            "This plan is too large to be asked about single pairs. Make a plan for one area.",
        )
    if allocation.status == "no_solution":
        raise RefusedError(
            "Rencana ini tidak punya penyelesaian. Longgarkan batas yang disebut padanya, lalu hitung lagi.",
            "This plan has no solution. Relax the limits it names and make it again.",
        )
    row_of = {one: row for row, one in enumerate(problem.cooperative_ids)}
    column_of = {one: column for column, one in enumerate(problem.offer_ids)}
    marks = np.zeros(problem.value.shape, dtype=np.bool_)
    for one in allocation.assignments:
        marks[row_of[one.cooperative_id], column_of[one.offer_id]] = True
    return problem, plan_of(problem, marks, bound=round(allocation.bound * kept.whole))


def why_not_of(kept: KeptPlan, names: Names, cooperative_id: str, offer_id: str) -> WhyNot:
    """Tell why a pair is not in a plan, and what it would cost to have it in.

    Raises
    ------
    NotFoundError
        When the plan knows no such cooperative or offer.
    RefusedError
        As in ``kept_solution``.
    """
    problem, plan = kept_solution(kept)
    if cooperative_id not in problem.cooperative_ids or offer_id not in problem.offer_ids:
        unknown = cooperative_id if cooperative_id not in problem.cooperative_ids else offer_id
        raise NotFoundError(
            f"Rencana ini tidak mengenal {unknown}. Periksa ID-nya.",
            f"This plan does not know {unknown}. Check the id.",
        )
    row, column = problem.cooperative_ids.index(cooperative_id), problem.offer_ids.index(offer_id)
    by_pair = {(one.cooperative_id, one.offer_id): one for one in kept.allocation.assignments}
    mine = by_pair.get((cooperative_id, offer_id))
    if mine is not None:
        return WhyNot(cooperative_id, offer_id, in_plan=True, reasons=(mine.reason,), shortfall=0.0)
    try:
        found = why_not(problem, plan, (row, column), solved)
    except ModelError as error:
        raise RefusedError(error.message_id, error.message_en) from error
    told = [_said(kept, names, one, (row, column)) for one in found.obstacles]
    holders = [
        by_pair[other, offer_id]
        for one in found.obstacles
        if one.kind in ("city_quota", "district_quota", "apart")
        for other in one.cooperatives
        if (other, offer_id) in by_pair
    ]
    changes: tuple[Change, ...] = ()
    if found.alternative is not None:
        worth = pair_values(problem, found.alternative)
        after = {pair: value / kept.whole for pair, value in worth.items()}
        both = changes_between(pairs_of(kept.allocation.assignments), after, names)
        changes = tuple(one for one in both if one.kind != "kept")
    return WhyNot(
        cooperative_id,
        offer_id,
        in_plan=False,
        reasons=tuple(told),
        shortfall=None if found.shortfall is None else found.shortfall / kept.whole,
        holders=tuple(dict.fromkeys(holders)),
        would_change=changes,
    )


def _said(kept: KeptPlan, names: Names, one: Obstacle, pair: tuple[int, int]) -> Said:
    problem, allocation = kept.problem, kept.allocation
    if one.kind in ("closed", "held") and problem is not None:
        ids = problem.cooperative_ids[pair[0]], problem.offer_ids[pair[1]]
        hold = next((h for h in allocation.settings.holds if (h.cooperative_id, h.offer_id) == ids), None)
        cause = "" if kept.cause is None else CAUSES[kept.cause[pair]]
        if one.kind == "closed" and cause:
            return closed_sentence(cause, hold)
    values: dict[str, Assignment] = {}
    if problem is not None:
        offer_id = problem.offer_ids[pair[1]]
        values = {a.cooperative_id: a for a in allocation.assignments if a.offer_id == offer_id}
    return obstacle_sentence(one, names, values, allocation.unit)


def dials_of(kept: KeptPlan) -> tuple[Dial, ...]:
    """Return what each setting of fairness would cost; errors as in ``kept_solution``."""
    problem, plan = kept_solution(kept)
    if is_exact(problem) and any(one.left == 0 and one.price is None for one in kept.allocation.quotas):
        raise RefusedError(
            "Rencana ini terlalu lama dihitung ulang untuk setiap setelan. "
            "Longgarkan anggaran kecamatan, lalu hitung lagi.",
            "This plan takes too long to be solved again for each setting. "
            "Relax the budgets of districts and make it again.",
        )
    settings = _positions(problem, plan, kept.whole)
    try:
        found = dial_positions(problem, settings, solved)
    except ModelError as error:
        raise RefusedError(error.message_id, error.message_en) from error
    names = dict.fromkeys(name for name, _ in settings)
    return tuple(
        Dial(name, _DIAL_LABELS[name], tuple(_point(one, kept.whole) for one in found if one.name == name))
        for name in names
    )


def _positions(
    problem: AllocationProblem, plan: AllocationPlan, whole: int
) -> Sequence[tuple[DialName, int]]:
    """Choose positions worth looking at: around what is set, and what is free."""
    given = plan.chosen(problem)
    inside = [int(given[problem.district_of == place].sum()) for place in range(len(problem.districts))]
    fewest, present = min(inside, default=0), int(problem.fairness.district_minimum.max(initial=0))
    least = sorted({0, present, fewest, fewest + 1, fewest + 2, fewest + 4})
    most = sorted({1, 2, 3, 4, 5, int(problem.rooms.most.max(initial=1))})
    found: list[tuple[DialName, int]] = [("district_minimum", one) for one in least]
    found += [("one_each", 0), ("one_each", 1)]
    found += [("most", one) for one in most]
    if problem.stability is not None and problem.stability.previous.any():
        typical = max(plan.total_value // max(len(plan.pairs), 1), whole)
        prices = {0, typical // 20, typical // 5, typical, problem.stability.change_price}
        found += [("change_price", one) for one in sorted(prices)]
    return found


def _point(one: DialPosition, whole: int) -> DialPoint:
    setting = f"{one.setting / whole:g}" if one.name == "change_price" else str(one.setting)
    return DialPoint(
        setting=setting,
        is_present=one.is_present,
        total_value=None if one.total_value is None else one.total_value / whole,
        served_count=one.served_count,
        least_in_district=one.least_in_district,
        change_count=one.change_count,
    )


def contests_of(source: Gathered, objective: str) -> tuple[Contest, ...]:
    """Return how contested each offer is before any plan, most contested first, ties by id.

    An offer is wanted by the cooperatives that have it among their first three.
    """
    inputs = plan_inputs(source, AllocationSettings(objective=objective), (), ())
    business = {
        offer_id
        for offer_id, is_ranked in zip(source.context.offer_ids, source.context.ranked, strict=True)
        if is_ranked
    }
    found = [
        Contest(
            one.offer_id,
            source.titles[one.offer_id],
            one.wanted,
            one.places,
            contest_sentence(one.wanted, one.places),
        )
        for one in contests(inputs.problem, _MOST_OFFERS)
        if one.district is None and one.offer_id in business
    ]
    return tuple(sorted(found, key=lambda one: (-_pressure(one), one.offer_id)))


def _pressure(one: Contest) -> float:
    """Order contested offers: wishes for each place, then those without a limit by wishes alone."""
    if one.places is None:
        return one.wanted / 1e6
    return one.wanted / max(one.places, 0.5)

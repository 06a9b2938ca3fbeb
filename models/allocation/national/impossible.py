"""Limits that fail by themselves, whatever else is given up."""

import numpy as np
import numpy.typing as npt

from models.allocation.checking import Violation, able, violations
from models.allocation.national.remaining import Remaining
from models.allocation.plan import Relaxation
from models.allocation.problem import HELD

__all__ = ["impossible"]

Longs = npt.NDArray[np.int64]


def impossible(part: Remaining) -> tuple[Relaxation, ...]:
    """Return by how much each limit has to give way that nothing can keep; empty proves nothing.

    Locked and held pairs may exceed a limit between them, and a minimum may ask for more than all other
    limits of the same offer, district or cooperative leave.
    """
    found = [_of_fixed(part, one) for one in _exceeded(part)]
    problem = part.problem
    cells, rooms = part.counts()
    offers = np.minimum(cells.sum(axis=0), part.city_left)
    for column in np.flatnonzero(part.city_least > offers):
        amount = int(part.city_least[column] - max(offers[column], 0))
        found.append(Relaxation("city_minimum", amount, offer_id=problem.offer_ids[column]))
    districts = np.minimum(rooms, np.minimum(cells, part.city_left).clip(min=0).sum(axis=1))
    for number in np.flatnonzero(part.district_least > districts):
        amount = int(part.district_least[number] - districts[number])
        found.append(Relaxation("district_minimum", amount, district=problem.districts[number]))
    if problem.fairness.one_each:
        alone = np.flatnonzero(able(problem) & ~part.taken.any(axis=1) & ~part.usable.any(axis=1))
        found += [Relaxation("one_each", 1, cooperative_id=problem.cooperative_ids[row]) for row in alone]
    return tuple(found)


def _exceeded(part: Remaining) -> list[Violation]:
    """Return the limits that locked and held pairs exceed by themselves."""
    problem = part.problem
    limits = (part.city_left, part.cell_left, part.most, part.district_budget_idr)
    if not part.taken.any() and all((one >= 0).all() for one in limits) and part.city_budget_idr >= 0:
        return []
    minimums = {"city_minimum", "district_minimum", "one_each"}
    return [one for one in violations(problem, part.taken) if one.kind not in minimums]


def _of_fixed(part: Remaining, broken: Violation) -> Relaxation:
    """Name what has to give way where locked and held pairs exceed a limit."""
    problem, kind, of = part.problem, broken.kind, broken.of
    match kind:
        case "most":
            return Relaxation("most", broken.amount, cooperative_id=of[0])
        case "city_quota":
            return Relaxation("city_quota", broken.amount, offer_id=of[0])
        case "district_quota":
            return Relaxation("district_quota", broken.amount, offer_id=of[1], district=of[0])
        case "city_budget":
            return Relaxation("city_budget", broken.amount)
        case "district_budget":
            return Relaxation("district_budget", broken.amount, district=of[0])
    # rooms, groups and spacing never give way: a pair has to be freed
    row = problem.cooperative_ids.index(of[2] if kind == "apart" else of[0])
    columns = np.flatnonzero(part.taken[row])
    column = problem.offer_ids.index(of[0]) if kind == "apart" else int(columns[-1])
    held = problem.state[row, column] == HELD
    return Relaxation(
        "held" if held else "locked",
        1,
        cooperative_id=problem.cooperative_ids[row],
        offer_id=problem.offer_ids[column],
    )

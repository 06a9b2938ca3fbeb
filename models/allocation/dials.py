"""Each setting of fairness as a dial: what every position of it costs."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

import numpy as np

from models.allocation.exact import best_plan
from models.allocation.plan import AllocationPlan
from models.allocation.problem import HELD, AllocationProblem, Stability

__all__ = ["DialName", "DialPosition", "dial_positions"]

DialName = Literal["district_minimum", "one_each", "most", "change_price"]


@dataclass(frozen=True, slots=True)
class DialPosition:
    """What one position of a dial brings.

    Attributes
    ----------
    name : str
    setting : int
        Pairs in each district at least; 0 or 1 for one each; offers for each; the price of a change.
    is_present : bool
        Whether the plan was made with it.
    objective, total_value : int or None
        With the price of changes counted, and without; ``None`` where no plan is possible, as all that
        follows.
    served_count : int or None
        Cooperatives that get something or have a place kept back.
    least_in_district : int or None
        Pairs in the district with the fewest.
    change_count : int or None
        Pairs of the plan before that are given up.
    """

    name: DialName
    setting: int
    is_present: bool
    objective: int | None
    total_value: int | None
    served_count: int | None
    least_in_district: int | None
    change_count: int | None


def dial_positions(
    problem: AllocationProblem,
    settings: Sequence[tuple[DialName, int]],
    solve: Callable[[AllocationProblem], AllocationPlan] = best_plan,
) -> tuple[DialPosition, ...]:
    """Solve the plan again for each position.

    Parameters
    ----------
    problem : AllocationProblem
    settings : sequence of (name, setting)
        Positions to try; ``change_price`` needs a plan before.
    solve : callable
    """
    return tuple(_position(problem, name, setting, solve) for name, setting in settings)


def _position(
    problem: AllocationProblem,
    name: DialName,
    setting: int,
    solve: Callable[[AllocationProblem], AllocationPlan],
) -> DialPosition:
    turned = _turned(problem, name, setting)
    plan = solve(turned)
    is_present = setting == _present(problem, name)
    if plan.status == "no_solution":
        return DialPosition(name, setting, is_present, None, None, None, None, None)
    given = plan.chosen(turned)
    taken = given | (turned.state == HELD)
    in_district = [int(taken[turned.district_of == place].sum()) for place in range(len(turned.districts))]
    previous = np.zeros_like(given) if turned.stability is None else turned.stability.previous
    return DialPosition(
        name,
        setting,
        is_present,
        plan.objective,
        plan.total_value,
        int(taken.any(axis=1).sum()),
        min(in_district, default=0),
        int((previous & ~given).sum()),
    )


def _present(problem: AllocationProblem, name: DialName) -> int:
    if name == "one_each":
        return int(problem.fairness.one_each)
    if name == "district_minimum":
        return int(problem.fairness.district_minimum.max(initial=0))
    if name == "most":
        return int(problem.rooms.most.max(initial=0))
    return 0 if problem.stability is None else problem.stability.change_price


def _turned(problem: AllocationProblem, name: DialName, setting: int) -> AllocationProblem:
    fairness = problem.fairness
    if name == "one_each":
        return replace(problem, fairness=replace(fairness, one_each=bool(setting)))
    if name == "district_minimum":
        least = np.full_like(fairness.district_minimum, setting)
        return replace(problem, fairness=replace(fairness, district_minimum=least))
    if name == "most":
        return replace(problem, rooms=replace(problem.rooms, most=np.full_like(problem.rooms.most, setting)))
    if problem.stability is None:
        return problem
    return replace(problem, stability=Stability(problem.stability.previous, setting))

"""What is told of a plan beside its pairs: quotas and their price, waiting lists, who gets nothing."""

from collections.abc import Callable, Mapping

import numpy as np

from models.allocation.congestion import first_choices
from models.allocation.fullness import QuotaUse, given_counts, quota_uses
from models.allocation.one_less import minimum_prices
from models.allocation.one_more import QuotaPrice, quota_prices
from models.allocation.plan import AllocationPlan
from models.allocation.problem import OPEN, AllocationProblem
from models.allocation.solving import is_exact
from models.allocation.waiting import Waiting, waiting_lists
from recommender.allocations.lines import PlanLines
from recommender.allocations.problem_maker import PlanInputs
from recommender.allocations.records import QuotaLine, Said, Unserved, WaitingLine
from recommender.allocations.telling import amount_of_value, minimum_sentence, quota_sentence

__all__ = ["minimum_sentences", "quota_lines", "unserved_lines", "waiting_line", "waiting_lines"]

# Beyond so many pairs a plan is not solved again for the price of each quota: it would take minutes.
_MOST_PAIRS_TO_PRICE = 20_000
# Nor where it took so many parts of a search tree to prove: each price would take as long again.
_MOST_NODES_TO_PRICE = 500
_MOST_WAITING = 100

Key = tuple[str, str | None]


def quota_lines(
    inputs: PlanInputs,
    plan: AllocationPlan,
    lines: PlanLines,
    solve: Callable[[AllocationProblem], AllocationPlan],
) -> tuple[QuotaLine, ...]:
    """Return every quota, full ones with what one more place would add; by offer and district."""
    problem = inputs.problem
    wanted = first_choices(problem, int(problem.rooms.most.max(initial=0)))
    in_city, inside = given_counts(problem, wanted)
    prices: Mapping[Key, QuotaPrice] = {}
    if _can_be_priced(problem, plan):
        prices = {(one.offer_id, one.district): one for one in quota_prices(problem, plan, solve)}
    found = []
    for one in quota_uses(problem, plan):
        column = lines.column_of[one.offer_id]
        place = None if one.district is None else problem.districts.index(one.district)
        count = in_city[column] if place is None else inside[place, column]
        found.append(_quota_line(inputs, lines, one, int(count), prices.get((one.offer_id, one.district))))
    return tuple(found)


def _quota_line(
    inputs: PlanInputs, lines: PlanLines, one: QuotaUse, wanted: int, price: QuotaPrice | None
) -> QuotaLine:
    unit, title = inputs.unit, lines.names.offer(one.offer_id)
    name = None if one.district is None else inputs.district_names[one.district]
    gain = 0.0 if not one.is_full else None if price is None else price.gain / unit.whole
    told = None if gain is None else amount_of_value(gain, unit.name)
    return QuotaLine(
        offer_id=one.offer_id,
        offer_title=title,
        district=name,
        quota=inputs.quota[one.offer_id, one.district],
        taken=inputs.taken.get((one.offer_id, one.district), 0),
        given=one.given,
        left=one.left,
        wanted=wanted,
        price=gain,
        price_bound=None if price is None else price.bound / unit.whole,
        says=quota_sentence(title, name, one.left, told),
    )


def minimum_sentences(
    inputs: PlanInputs,
    plan: AllocationPlan,
    lines: PlanLines,
    solve: Callable[[AllocationProblem], AllocationPlan],
) -> tuple[Said, ...]:
    """Say what each minimum that just holds costs, where it costs something; empty where that takes long."""
    if not _can_be_priced(inputs.problem, plan):
        return ()
    found = []
    for one in minimum_prices(inputs.problem, plan, solve):
        if one.gain == 0:
            continue
        if one.district is None:
            of = lines.names.offer(one.offer_id or "")
        else:
            of = inputs.district_names[one.district]
        found.append(minimum_sentence(of, amount_of_value(one.gain / inputs.unit.whole, inputs.unit.name)))
    return tuple(found)


def waiting_lines(inputs: PlanInputs, plan: AllocationPlan, lines: PlanLines) -> tuple[WaitingLine, ...]:
    """Return the waiting list of every full offer, in order; empty where there is no plan.

    Of a large plan, the first hundred of each list.
    """
    if plan.status == "no_solution":
        return ()
    first = None if _is_small(inputs.problem) else _MOST_WAITING
    return tuple(waiting_line(one, inputs, lines) for one in waiting_lists(inputs.problem, plan, first))


def _can_be_priced(problem: AllocationProblem, plan: AllocationPlan) -> bool:
    """Tell whether solving again is quick, and what it would tell is more than a gap."""
    return plan.status == "optimal" and plan.nodes <= _MOST_NODES_TO_PRICE and _is_small(problem)


def _is_small(problem: AllocationProblem) -> bool:
    return is_exact(problem, _MOST_PAIRS_TO_PRICE)


def waiting_line(one: Waiting, inputs: PlanInputs, lines: PlanLines) -> WaitingLine:
    """Return one line of a waiting list as a record."""
    return WaitingLine(
        offer_id=one.offer_id,
        offer_title=lines.names.offer(one.offer_id),
        position=one.position,
        cooperative_id=one.cooperative_id,
        cooperative_name=lines.names.cooperative(one.cooperative_id),
        district=lines.district_of(lines.row_of[one.cooperative_id]),
        gain=one.gain / inputs.unit.whole,
        gives_up=one.gives_up,
    )


def unserved_lines(
    inputs: PlanInputs, plan: AllocationPlan, lines: PlanLines, waiting: tuple[WaitingLine, ...]
) -> tuple[Unserved, ...]:
    """Return the cooperatives that get nothing, each with why."""
    if plan.status == "no_solution":
        return ()
    problem = inputs.problem
    place = {(one.cooperative_id, one.offer_id): one.position for one in waiting}
    found = []
    for row in lines.without_anything():
        cooperative_id = problem.cooperative_ids[row]
        wishes = [
            int(column) for column in np.flatnonzero((problem.state[row] == OPEN) & (problem.value[row] > 0))
        ]
        waits = [
            (lines.names.offer(problem.offer_ids[column]), number)
            for column in sorted(wishes, key=lambda column: -int(problem.value[row, column]))
            if (number := place.get((cooperative_id, problem.offer_ids[column]))) is not None
        ]
        if not wishes:
            says = (
                "Belum ada model bisnis yang terbuka baginya; lihat langkah yang masih kurang.",
                "No offer is open to it yet; see the steps that are still missing.",
            )
        elif waits:
            listed = [(f"{title} nomor {number}", f"{title} number {number}") for title, number in waits[:3]]
            says = (
                f"Tempat yang diminatinya terisi. Daftar tunggu: {', '.join(one[0] for one in listed)}.",
                f"The places it wants are taken. On the waiting list: {', '.join(one[1] for one in listed)}.",
            )
        else:
            says = (
                "Yang terbuka baginya tidak muat pada tempat, modal, jarak atau anggaran yang ada.",
                "What is open to it does not fit the room, capital, spacing or budget there is.",
            )
        found.append(
            Unserved(cooperative_id, lines.names.cooperative(cooperative_id), lines.district_of(row), says)
        )
    return tuple(found)

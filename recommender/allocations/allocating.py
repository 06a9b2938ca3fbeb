"""A problem to a plan with everything that explains it."""

from collections.abc import Collection, Sequence
from dataclasses import replace

from models.allocation.plan import AllocationPlan
from models.allocation.solving import solved
from models.errors import ModelError
from recommender.allocations.changes import changes_between, pairs_of
from recommender.allocations.explained import (
    minimum_sentences,
    quota_lines,
    unserved_lines,
    waiting_lines,
)
from recommender.allocations.keeping import KeptPlan
from recommender.allocations.lines import PlanLines
from recommender.allocations.names import Names, names_of
from recommender.allocations.problem_maker import PlanInputs, plan_inputs
from recommender.allocations.records import Allocation, Said
from recommender.allocations.settings import AllocationSettings, Hold
from recommender.allocations.telling import relaxation_sentence
from recommender.errors import RefusedError
from recommender.gathering import Gathered

__all__ = ["allocated"]


def allocated(
    source: Gathered,
    settings: AllocationSettings,
    holds: Sequence[Hold],
    previous: Allocation | None,
    given_up: Collection[tuple[str, str]] = (),
) -> KeptPlan:
    """Make a plan of one day.

    Parameters
    ----------
    source : Gathered
    settings : AllocationSettings
        Checked.
    holds : sequence of Hold
        Those that count; one for each pair.
    previous : Allocation or None
        The plan before.
    given_up : collection of (cooperative_id, offer_id)
        As ``given_up_lately`` finds them.

    Raises
    ------
    RefusedError
        When a lock is against a rule, or the solver gives up.
    NotFoundError
        When a hold names somebody who does not exist.
    """
    before = {} if previous is None else pairs_of(previous.assignments)
    # what runs by now was no choice of this plan, and is no change either
    before = {pair: value for pair, value in before.items() if pair not in source.context.places.holders}
    inputs = plan_inputs(source, settings, holds, list(before), given_up)
    names = names_of(source)
    try:
        plan = solved(inputs.problem)
        lines = PlanLines(inputs, plan, names)
        quotas = quota_lines(inputs, plan, lines, solved)
        waiting = waiting_lines(inputs, plan, lines)
        minimums = minimum_sentences(inputs, plan, lines, solved)
    except ModelError as error:
        raise RefusedError(error.message_id, error.message_en) from error
    assignments = lines.assignments()
    allocation = Allocation(
        allocation_id="",
        state="draft",
        at=source.at,
        settings=replace(settings, holds=inputs.states.holds),
        status=plan.status,
        total_value=plan.total_value / inputs.unit.whole,
        unit=inputs.unit.name,
        bound=plan.bound / inputs.unit.whole,
        gap=plan.gap,
        assignments=assignments,
        held=lines.held(),
        quotas=quotas,
        waiting=waiting,
        unserved=unserved_lines(inputs, plan, lines, waiting),
        changes=() if previous is None else changes_between(before, pairs_of(assignments), names),
        relaxations=_relaxations(inputs, plan, names),
        warnings=_warnings(source, inputs, settings),
        cooperative_count=len(inputs.problem.cooperative_ids),
        revision_id=source.head.revision_id,
        model_version=source.model_version,
        previous_id=None if previous is None else previous.allocation_id,
        minimums=minimums,
    )
    return KeptPlan(allocation, inputs.problem, inputs.states.cause, inputs.unit.whole)


def _relaxations(inputs: PlanInputs, plan: AllocationPlan, names: Names) -> tuple[Said, ...]:
    """Say which limits would have to give way, where no plan keeps them all."""
    known = {**names.cooperatives, **inputs.district_names}
    return tuple(relaxation_sentence(one, names.offers, known) for one in plan.relaxations)


def _warnings(source: Gathered, inputs: PlanInputs, settings: AllocationSettings) -> tuple[Said, ...]:
    """Name what the plan could not know."""
    found: list[Said] = []
    offers = source.context.offers
    if settings.city_budget_idr is not None or settings.district_budget_idr is not None:
        unknown = offers.loc[offers["capital_need_idr"].isna(), "title"]
        if len(unknown):
            listed = ", ".join(map(str, unknown))
            found.append(
                (
                    f"Modal belum diketahui dan dihitung 0 pada anggaran: {listed}.",
                    f"Capital is unknown and counts 0 in the budget: {listed}.",
                )
            )
    over = [
        (offer_id, quota, taken)
        for (offer_id, district), quota in sorted(inputs.quota.items(), key=str)
        if district is None and (taken := inputs.taken.get((offer_id, None), 0)) > quota
    ]
    titles = source.titles
    for offer_id, quota, taken in over:
        found.append(
            (
                f"{titles[offer_id]}: {taken} tempat terpakai, kuotanya {quota}. Periksa kejadiannya.",
                f"{titles[offer_id]}: {taken} places are taken of a quota of {quota}. Check its events.",
            )
        )
    if (inputs.problem.district_of < 0).any():
        found.append(
            (
                "Ada koperasi tanpa kecamatan; hanya kuota kota yang berlaku baginya.",
                "Some cooperatives are in no known district; the city's quota alone holds for them.",
            )
        )
    return tuple(found)

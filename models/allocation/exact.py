"""The best plan by integer programming, proved; the same plan whatever the order of the input."""

import numpy as np

from models.allocation.by_sets import OWN_KINDS, best_by_sets
from models.allocation.checking import violations
from models.allocation.plan import AllocationPlan, plan_of
from models.allocation.problem import AllocationProblem, in_given_order
from models.allocation.program import maximised
from models.allocation.relaxing import smallest_relaxation
from models.allocation.rows_of_limits import limit_rows, pair_list
from models.errors import AllocationError

__all__ = ["best_plan"]

# With few limits between them, cooperatives are small problems of their own, which a solver sees by itself.
_FEW_SHARED = 40


def best_plan(problem: AllocationProblem) -> AllocationPlan:
    """Return the plan with the largest objective.

    Parameters
    ----------
    problem : AllocationProblem
        Of city size: some thousands of pairs take below a second.

    Returns
    -------
    AllocationPlan
        ``optimal``, or ``no_solution`` with the smallest change of limits that would restore one; where
        budgets leave very many plans of nearly one worth, ``near_optimal``: the search is cut off.

    Raises
    ------
    AllocationError
        When the solver's answer does not keep every limit, or is not proved.
    """
    ordered = problem.sorted()
    pairs = pair_list(ordered)
    rows = limit_rows(ordered, pairs)
    answer = None
    if sum(row.kind not in OWN_KINDS for row in rows) > _FEW_SHARED:
        answer = best_by_sets(ordered, pairs, rows)
    if answer is None:
        answer = maximised(pairs.gain, rows)
    if answer is None:
        nothing = np.zeros((0, 2), dtype=np.int64)
        return AllocationPlan("no_solution", nothing, 0, 0, 0, smallest_relaxation(ordered))
    marks = np.zeros(ordered.value.shape, dtype=np.bool_)
    marks[pairs.rows, pairs.columns] = answer.values.astype(np.bool_)
    broken = violations(ordered, marks)
    if broken:
        raise AllocationError(
            f"Rencana yang dihitung melanggar batas: {broken[0]}.",
            f"The plan found breaks a limit: {broken[0]}.",
        )
    # the bound speaks of gains alone; giving up the whole plan before is where they start from
    start = 0
    if ordered.stability is not None:
        start = ordered.stability.change_price * int(np.count_nonzero(ordered.stability.previous))
    given = in_given_order(problem, ordered, marks)
    return plan_of(problem, given, bound=answer.bound - start, nodes=answer.nodes)

"""The plan of a problem of any size: exact where that is quick, by prices where it is not."""

import numpy as np

from models.allocation.exact import best_plan
from models.allocation.national.solver import priced_plan
from models.allocation.plan import AllocationPlan
from models.allocation.problem import CLOSED, AllocationProblem

__all__ = ["EXACT_PAIRS", "is_exact", "solved"]

EXACT_PAIRS = 20_000
"""A city's: so many pairs that are not closed are decided exactly, above that prices decide."""


def is_exact(problem: AllocationProblem, exact_pairs: int = EXACT_PAIRS) -> bool:
    """Tell whether a problem is small enough to be decided exactly."""
    return int(np.count_nonzero(problem.state != CLOSED)) <= exact_pairs


def solved(problem: AllocationProblem, *, exact_pairs: int = EXACT_PAIRS) -> AllocationPlan:
    """Return the best plan, proved, or above a size one within a proved gap of it.

    Parameters
    ----------
    problem : AllocationProblem
    exact_pairs : int
        The size, in pairs that are not closed.

    Returns
    -------
    AllocationPlan
        ``status`` says which: ``optimal``, ``near_optimal`` with its ``gap``, or ``no_solution``.

    Raises
    ------
    AllocationError
        When no plan was found though none is proved impossible, with what to do.
    """
    if is_exact(problem, exact_pairs):
        return best_plan(problem)
    return priced_plan(problem)

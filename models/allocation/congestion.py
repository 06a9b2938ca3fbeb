"""How contested an offer is in single rankings, before any plan."""

import numpy as np
import numpy.typing as npt

from models.allocation.problem import CLOSED, AllocationProblem

__all__ = ["first_choices"]


def first_choices(problem: AllocationProblem, first: int) -> npt.NDArray[np.bool_]:
    """Mark each cooperative's first choices by value, ties by the order of the offers.

    Parameters
    ----------
    problem : AllocationProblem
    first : int
        So many of each, as far as they may be chosen and are worth something.

    Returns
    -------
    ndarray of bool, shape (n_cooperatives, n_offers)
    """
    worth = np.where(problem.state == CLOSED, 0, np.maximum(problem.value, 0))
    order = np.argsort(-worth, axis=1, kind="stable")[:, : max(first, 0)]
    marks = np.zeros(problem.value.shape, dtype=np.bool_)
    np.put_along_axis(marks, order, np.take_along_axis(worth, order, axis=1) > 0, axis=1)
    return marks

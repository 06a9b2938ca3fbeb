"""Some choice of sets that keeps all limits, found by a solver's own search: it need not be the best."""

import math

import numpy as np
import numpy.typing as npt
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import csc_array

from models.allocation.set_search import NearSets

__all__ = ["some_choice"]

# Parts of its search tree: some seconds.
_MOST_NODES = 50


def some_choice(near: NearSets) -> npt.NDArray[np.int64] | None:
    """Return positions of sets, one for each cooperative, as good as few steps find them.

    Returns
    -------
    ndarray of int or None
        ``None`` where nothing was found.
    """
    size = math.gcd(*near.worth.tolist()) or 1
    ones, places = np.ones(len(near.worth)), np.arange(len(near.worth))
    constraints = [LinearConstraint(csc_array((ones, (near.owner, places))), 1, 1)]
    if len(near.limits):
        constraints.append(LinearConstraint(near.used.astype(np.float64), -np.inf, near.limits))
    found = milp(
        -near.worth / size,
        integrality=ones,
        bounds=Bounds(0, 1),
        constraints=constraints,
        # without presolve there is no way back from it, on which the solver may print to the terminal
        options={"mip_rel_gap": 0.0, "presolve": False, "node_limit": _MOST_NODES},
    )
    return None if found.x is None else np.flatnonzero(np.round(found.x))

"""One integer program handed to HiGHS: rows scaled to small whole numbers, the answer read back exactly."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import csr_array, diags_array, hstack

from models.allocation.rows_of_limits import LimitRow, stacked
from models.errors import AllocationError

__all__ = ["Answer", "Effort", "maximised"]

Floats = npt.NDArray[np.float64]

_INFEASIBLE = 2
_STOPPED_EARLY = 1
# A sum of whole numbers that HiGHS proved to within this is proved to the unit.
_ROUNDING = 0.5


@dataclass(frozen=True, slots=True)
class Answer:
    """The best point of a program.

    Attributes
    ----------
    values : ndarray, shape (n_variables,)
    bound : int
        Proved: no point has a larger objective.
    nodes : int
        Parts of the search tree it took.
    """

    values: Floats
    bound: int
    nodes: int = 0


@dataclass(frozen=True, slots=True)
class Effort:
    """Where the solver may stop before it has proved the best; neither depends on the machine's speed.

    Attributes
    ----------
    relative_gap : float
        The proved gap as a share of the objective that is good enough.
    most_nodes : int or None
        So many parts of the search tree are looked at.
    whole : bool
        Whether the answer has to be in whole numbers; without, shares of pairs are an answer too.
    presolve : bool
        Whether the program is made smaller first, which pays where it is large.
    """

    relative_gap: float = 0.0
    most_nodes: int | None = None
    whole: bool = True
    presolve: bool = True


# Without presolve there is no way back from it, on which the solver may print to the terminal; small programs
# do as well without.
_TO_THE_END = Effort(presolve=False)


def maximised(
    gain: npt.NDArray[np.int64],
    rows: Sequence[LimitRow],
    upper: npt.NDArray[np.float64] | None = None,
    slack: csr_array | None = None,
    effort: Effort = _TO_THE_END,
) -> Answer | None:
    """Maximise; ``None`` says that nothing keeps all rows.

    Parameters
    ----------
    gain : ndarray of int, shape (n_variables,)
        Pairs first, then slacks.
    rows : sequence of LimitRow
    upper : ndarray of shape (n_variables,), optional
        Of each variable; 1 by default.
    slack : sparse array of shape (n_rows, n_slacks), optional
        What each slack adds to each row, in the row's own units.
    effort : Effort
        Goes on to the proof by default.

    Raises
    ------
    AllocationError
        When the solver gives up, which whole numbers of this size should never make it do, or stops early
        with nothing in hand.
    """
    if not len(gain):
        feasible = all(row.limit <= 0 for row in rows if row.sense == ">=")
        return Answer(np.zeros(0), 0) if feasible else None
    options: dict[str, float] = {"mip_rel_gap": effort.relative_gap, "presolve": effort.presolve}
    if effort.most_nodes is not None:
        options["node_limit"] = effort.most_nodes
    size = math.gcd(*(int(one) for one in gain)) or 1
    found = milp(
        -(gain // size).astype(np.float64),
        integrality=np.full(len(gain), int(effort.whole)),
        bounds=Bounds(0, np.ones(len(gain)) if upper is None else upper),
        constraints=_constraints(rows, len(gain), slack),
        options=options,
    )
    if found.status == _INFEASIBLE:
        return None
    stopped = effort.most_nodes is not None and found.status == _STOPPED_EARLY
    if found.x is None or not (found.success or stopped):
        raise AllocationError(
            f"Penghitung rencana berhenti: {found.message}", f"The solver gave up: {found.message}"
        )
    if not effort.whole:
        return Answer(found.x, math.floor(-float(found.fun) + 1) * size)
    bound = math.floor(-float(found.mip_dual_bound) + _ROUNDING) * size
    return Answer(np.round(found.x), bound, int(found.mip_node_count or 0))


def _constraints(
    rows: Sequence[LimitRow], n_variables: int, slack: csr_array | None
) -> list[LinearConstraint]:
    if not rows:
        return []
    weights, members, ends = stacked(rows)
    scales = np.array([math.gcd(*map(int, row.weights)) or 1 for row in rows], dtype=np.float64)
    n_slacks = 0 if slack is None else slack.shape[1]
    matrix = csr_array(
        (weights / np.repeat(scales, np.diff(ends)), members, ends),
        shape=(len(rows), n_variables - n_slacks),
    )
    limits = np.array([row.limit for row in rows], dtype=np.float64)
    at_most = np.array([row.sense == "<=" for row in rows])
    if slack is None:
        # pairs alone sum to whole multiples of the scale, so that a limit may be cut down to one
        limits = np.where(at_most, np.floor(limits / scales), np.ceil(limits / scales))
    else:
        matrix = hstack([matrix, diags_array(1 / scales) @ slack], format="csr")
        limits = limits / scales
    lower = np.where(at_most, -np.inf, limits)
    higher = np.where(at_most, limits, np.inf)
    return [LinearConstraint(matrix, lower, higher)]

"""Shares of sets by a linear program kept warm: sets are added or forbidden, and little is solved again."""

from dataclasses import dataclass

import highspy
import numpy as np
import numpy.typing as npt
from scipy.sparse import csc_array

__all__ = ["SetLinear", "Shares"]

Floats = npt.NDArray[np.float64]
Longs = npt.NDArray[np.int64]

_PENALTY = 4.0


@dataclass(frozen=True, slots=True)
class Shares:
    """What a linear program found.

    Attributes
    ----------
    value : float
        Worth of the shares, less a penalty for what is missed.
    shares : ndarray, shape (n_sets,)
        Of each set; 0 to 1.
    prices : ndarray, shape (n_limits,)
        Of each limit; not negative.
    missed : float
        By how much limits are missed, added up.
    """

    value: float
    shares: Floats
    prices: Floats
    missed: float


class SetLinear:
    """One set for each cooperative in shares, limits kept or missed at a penalty.

    Parameters
    ----------
    n_owners : int
    limits : ndarray of int, shape (n_limits,)
        What sets may use up in all.
    largest_worth : float
        Of a set; a unit by which a limit is missed costs four times as much.
    """

    def __init__(self, n_owners: int, limits: Longs, largest_worth: float) -> None:
        n_limits, penalty = len(limits), _PENALTY * max(largest_worth, 1.0)
        solver = highspy.Highs()  # type: ignore[no-untyped-call]
        solver.silent()
        # one thread and the simplex method from where it stood: the same way on every machine
        for name, value in (("threads", 1), ("presolve", "off"), ("solver", "simplex")):
            solver.setOptionValue(name, value)
        problem = highspy.HighsLp()
        problem.num_col_, problem.num_row_ = n_limits, n_owners + n_limits
        problem.col_cost_ = np.full(n_limits, penalty)
        problem.col_lower_, problem.col_upper_ = np.zeros(n_limits), np.full(n_limits, np.inf)
        problem.row_lower_ = np.concatenate([np.ones(n_owners), np.full(n_limits, -np.inf)])
        problem.row_upper_ = np.concatenate([np.ones(n_owners), limits.astype(np.float64)])
        matrix = problem.a_matrix_
        matrix.format_ = highspy.MatrixFormat.kColwise
        matrix.start_ = np.arange(n_limits + 1, dtype=np.int32)
        matrix.index_ = (n_owners + np.arange(n_limits)).astype(np.int32)
        matrix.value_ = np.full(n_limits, -1.0)
        solver.passModel(problem)
        self._solver = solver
        self._n_owners, self._n_limits = n_owners, n_limits
        self._n_sets = 0

    def add(self, worth: Longs, owner: Longs, used: csc_array) -> None:
        """Add sets.

        Parameters
        ----------
        worth : ndarray of int, shape (n_added,)
        owner : ndarray of int, shape (n_added,)
            Whose set each is.
        used : sparse array of shape (n_limits, n_added)
            What each uses up of each limit.
        """
        count = len(worth)
        sizes = np.diff(used.indptr) + 1
        starts = np.concatenate([[0], np.cumsum(sizes)])
        index = np.empty(starts[-1], dtype=np.int32)
        value = np.ones(starts[-1])
        first = np.zeros(starts[-1], dtype=np.bool_)
        first[starts[:-1]] = True
        index[first] = owner
        index[~first] = self._n_owners + used.indices
        value[~first] = used.data
        self._solver.addCols(
            count,
            -worth.astype(np.float64),
            np.zeros(count),
            np.full(count, np.inf),
            len(index),
            starts[:-1].astype(np.int32),
            index,
            value,
        )
        self._n_sets += count

    def allow(self, allowed: npt.NDArray[np.bool_]) -> None:
        """Forbid the sets that are not marked; shape (n_sets,)."""
        columns = self._n_limits + np.arange(self._n_sets, dtype=np.int32)
        most = np.where(allowed, np.inf, 0.0)
        self._solver.changeColsBounds(self._n_sets, columns, np.zeros(self._n_sets), most)

    def solved(self) -> Shares | None:
        """Return the best shares; ``None`` where a cooperative has no set or the solver gives up."""
        solver = self._solver
        solver.run()
        if solver.getModelStatus() != highspy.HighsModelStatus.kOptimal:
            return None
        found = solver.getSolution()
        columns, duals = np.array(found.col_value), np.array(found.row_dual)
        return Shares(
            -float(solver.getInfo().objective_function_value),
            columns[self._n_limits :],
            np.maximum(-duals[self._n_owners :], 0.0),
            float(columns[: self._n_limits].sum()),
        )

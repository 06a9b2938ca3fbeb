"""A plan: the pairs chosen, what they are worth, and what is proved of it."""

from dataclasses import dataclass
from typing import Literal

import numpy as np
import numpy.typing as npt

from models.allocation.problem import LOCKED, OPEN, AllocationProblem

__all__ = ["AllocationPlan", "PlanStatus", "Relaxation", "RelaxationKind", "plan_of"]

PlanStatus = Literal["optimal", "near_optimal", "no_solution"]
RelaxationKind = Literal[
    "locked",
    "held",
    "most",
    "one_each",
    "city_minimum",
    "district_minimum",
    "city_quota",
    "district_quota",
    "city_budget",
    "district_budget",
]


@dataclass(frozen=True, slots=True)
class Relaxation:
    """One limit that would have to give way, and by how much.

    Attributes
    ----------
    kind : str
        Which limit.
    cooperative_id, offer_id, district : str or None
        Of what; ``None`` where the limit has no such part.
    amount : int
        Places, pairs or rupiah; 1 for a lock that would have to be lifted.
    """

    kind: RelaxationKind
    amount: int
    cooperative_id: str | None = None
    offer_id: str | None = None
    district: str | None = None


@dataclass(frozen=True, slots=True)
class AllocationPlan:
    """What a solver found.

    Attributes
    ----------
    status : str
        ``optimal`` is proved; ``near_optimal`` is within ``gap`` of the best, proved; ``no_solution`` is
        proved as well.
    pairs : ndarray of int, shape (n_pairs, 2)
        Row and column of every pair given, in that order; pairs held back are not among them.
    total_value : int
        Sum of their values.
    objective : int
        The same with the price of changes counted: what was made as large as possible.
    bound : int
        No plan has a larger objective.
    relaxations : tuple of Relaxation
        The smallest change of limits that makes a plan possible, where there is none.
    nodes : int
        Parts of the search tree that an exact search took: how hard the plan was to prove. 0 where none was
        needed or prices decided.
    """

    status: PlanStatus
    pairs: npt.NDArray[np.int64]
    total_value: int
    objective: int
    bound: int
    relaxations: tuple[Relaxation, ...] = ()
    nodes: int = 0

    @property
    def gap(self) -> float:
        """The bound's distance as a share of it; 0 where proved optimal."""
        return (
            0.0 if self.bound == self.objective else (self.bound - self.objective) / max(abs(self.bound), 1)
        )

    def chosen(self, problem: AllocationProblem) -> npt.NDArray[np.bool_]:
        """Mark the pairs given; shape (n_cooperatives, n_offers)."""
        marks = np.zeros(problem.value.shape, dtype=np.bool_)
        marks[self.pairs[:, 0], self.pairs[:, 1]] = True
        return marks


def plan_of(
    problem: AllocationProblem, marks: npt.NDArray[np.bool_], *, bound: int | None = None, nodes: int = 0
) -> AllocationPlan:
    """Make a plan of marked pairs.

    Parameters
    ----------
    problem : AllocationProblem
    marks : ndarray of bool, shape (n_cooperatives, n_offers)
        Pairs given; those that are neither open nor locked are left out.
    bound : int, optional
        Proved; without one the plan's own objective, which says that it is optimal.
    nodes : int
        What the search took.
    """
    given = marks & ((problem.state == OPEN) | (problem.state == LOCKED))
    pairs = np.argwhere(given)
    rows, columns = pairs.T
    total = int(problem.value[rows, columns].sum(dtype=np.int64))
    objective = total
    if problem.stability is not None:
        dropped = int(np.count_nonzero(problem.stability.previous & ~given))
        objective -= problem.stability.change_price * dropped
    proved = objective if bound is None else max(bound, objective)
    status: PlanStatus = "optimal" if proved == objective else "near_optimal"
    return AllocationPlan(status, pairs, total, objective, proved, nodes=nodes)

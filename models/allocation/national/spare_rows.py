"""A problem with empty rows at its end, for cooperatives that come later."""

from dataclasses import replace
from typing import TypeVar

import numpy as np
import numpy.typing as npt

from models.allocation.problem import CLOSED, UNKNOWN, AllocationProblem, Quotas, Stability

Scalar = TypeVar("Scalar", bound=np.generic)

__all__ = ["one_row", "trimmed", "with_spare_rows"]


def with_spare_rows(problem: AllocationProblem, count: int) -> AllocationProblem:
    """Return a copy with so many cooperatives more that can get nothing; its arrays may be written to."""
    quotas, stability = problem.quotas, problem.stability
    return replace(
        problem,
        cooperative_ids=problem.cooperative_ids + tuple(f"\N{DELETE}{one}" for one in range(count)),
        district_of=_longer(problem.district_of, count, -1),
        value=_longer(problem.value, count, 0),
        state=_longer(problem.state, count, CLOSED),
        quotas=replace(quotas, city_left=quotas.city_left.copy()),
        rooms=replace(
            problem.rooms,
            most=_longer(problem.rooms.most, count, 0),
            have=_longer(problem.rooms.have, count, UNKNOWN),
        ),
        stability=stability and Stability(_longer(stability.previous, count, 0), stability.change_price),
    )


def trimmed(problem: AllocationProblem, names: tuple[str, ...]) -> AllocationProblem:
    """Return a copy of the rows that bear a name."""
    rows = np.arange(len(names))
    return _some_rows(
        problem, rows, names, replace(problem.quotas, city_left=problem.quotas.city_left.copy())
    )


def one_row(problem: AllocationProblem, row: int) -> AllocationProblem:
    """Return the problem of one cooperative as if it stood alone."""
    quotas = replace(problem.quotas, apart=problem.quotas.apart[:0])
    return _some_rows(problem, np.array([row]), (problem.cooperative_ids[row],), quotas)


def _some_rows(
    problem: AllocationProblem, rows: npt.NDArray[np.int64], names: tuple[str, ...], quotas: Quotas
) -> AllocationProblem:
    stability = problem.stability
    return replace(
        problem,
        cooperative_ids=names,
        district_of=problem.district_of[rows],
        value=problem.value[rows],
        state=problem.state[rows],
        quotas=quotas,
        rooms=replace(problem.rooms, most=problem.rooms.most[rows], have=problem.rooms.have[rows]),
        stability=stability and Stability(stability.previous[rows], stability.change_price),
    )


def _longer(values: npt.NDArray[Scalar], count: int, last: int) -> npt.NDArray[Scalar]:
    end = np.full((count, *values.shape[1:]), last, dtype=values.dtype)
    return np.concatenate([values, end])

"""Three years of students and projects with few places: the proved optimum against two simpler ways."""

import os
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pandas as pd
from scipy.optimize import linear_sum_assignment

from models.allocation.checking import violations
from models.allocation.congestion import first_choices
from models.allocation.exact import best_plan
from models.allocation.problem import CLOSED, OPEN, UNLIMITED, AllocationProblem, Fairness, Quotas, Rooms
from tools.bench.report import Result

__all__ = ["FOLDER", "Outcome", "compared", "one_each", "place_students", "student_years"]

FOLDER = "SANDING_STUDENT_PROJECTS"
"""The variable that names the folder with a subfolder for each year."""

_MISSING = (
    f"{FOLDER} names no folder with data; get it from INFORMSJoC/2021.0058 on GitHub "
    "(doi 10.1287/ijoc.2022.1237.cd, MIT licence)"
)
# Preferences are shares; products of two are told apart to this part.
_WHOLE = 1_000_000
_DRAWS = 20

Longs = npt.NDArray[np.int64]
Marks = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What three ways of giving places are worth in one year.

    Attributes
    ----------
    best, greedy, alone : int
        The proved optimum; the pair worth most first; everyone going for its first choice, ties by id.
    alone_by_lot : float
        The same with ties between first choices drawn by lot, the mean of several draws: many students
        rate many projects alike, and the same id for all of them crowds one project.
    best_count, greedy_count, alone_count : int
        Students that get a place.
    ours_seconds, floor_seconds : float
        The optimum by the integer program, and by the assignment of students to single places.
    """

    best: int
    greedy: int
    alone: int
    alone_by_lot: float
    best_count: int
    greedy_count: int
    alone_count: int
    ours_seconds: float
    floor_seconds: float


def place_students() -> Result:
    """Print what each way is worth as a share of the optimum, for every year and both readings of value."""
    folder = os.environ.get(FOLDER)
    years = list(student_years(Path(folder))) if folder else []
    if not years:
        return Result("student projects: not measured", 0.0, 0.0, _MISSING)
    print(
        "\n| year | value is | students | projects | places | optimum | greedy | each for itself | by lot |"
    )
    print("|---|---|---:|---:|---:|---:|---:|---:|---:|")
    found = []
    for year, student, project, places in years:
        for reading, worth in (("student x project", student * project), ("student alone", student)):
            value = np.rint(worth.to_numpy() * _WHOLE).astype(np.int64)
            one = compared(one_each(value, places, list(worth.index), list(worth.columns)))
            found.append(one)
            shares = [
                f"{one.best / _WHOLE:,.2f}, proved ({one.best_count} placed)",
                f"{one.greedy / one.best:.2%} ({one.greedy_count})",
                f"{one.alone / one.best:.2%} ({one.alone_count})",
                f"{one.alone_by_lot / one.best:.2%}",
            ]
            sizes = f"{len(worth)} | {len(worth.columns)} | {places.sum()}"
            print(f"| {year} | {reading} | {sizes} | {' | '.join(shares)} |", flush=True)
    return Result(
        f"student projects, {len(years)} years",
        sum(one.ours_seconds for one in found),
        sum(one.floor_seconds for one in found),
        "the assignment problem of students and single places, solved by SciPy",
    )


def student_years(folder: Path) -> Iterator[tuple[str, pd.DataFrame, pd.DataFrame, Longs]]:
    """Yield each year: its name, preferences of students and of projects (0 to 1), places of each project.

    Parameters
    ----------
    folder : Path
        With a subfolder for each year; those without all three files are passed over.
    """
    for year in sorted(folder.glob("*")):
        files = [
            next(year.glob(f"{name}.csv*"), None) for name in ("student_preference", "project_preference")
        ]
        capacity = year / "project_capacity.csv"
        if None in files or not capacity.is_file():
            continue
        student, project = (_grid(path) for path in files if path is not None)
        places = pd.read_csv(capacity, index_col=0)["Capacity"]
        places.index = _names(places.index)
        project = project.loc[student.index, student.columns]
        yield year.name, student, project, places.loc[student.columns].to_numpy(dtype=np.int64)


def _grid(path: Path) -> pd.DataFrame:
    grid = pd.read_csv(path, index_col=0)
    grid.index, grid.columns = _names(grid.index), _names(grid.columns)
    return grid.fillna(0.0)


def _names(numbers: pd.Index) -> pd.Index:
    """Write numbers so that their order as text is that of the numbers."""
    return pd.Index([f"{int(float(one)):05}" for one in numbers])


def one_each(value: Longs, places: Longs, students: list[str], projects: list[str]) -> AllocationProblem:
    """Return the problem of giving each student one project at most, under the places of each.

    Parameters
    ----------
    value : ndarray of int, shape (n_students, n_projects)
        A pair of no worth cannot be chosen.
    places : ndarray of int, shape (n_projects,)
    students, projects : list of str
    """
    n, m = value.shape
    nothing = np.zeros(0, dtype=np.int64)
    return AllocationProblem(
        cooperative_ids=tuple(students),
        offer_ids=tuple(projects),
        districts=(),
        district_of=np.full(n, -1),
        value=value,
        state=np.where(value > 0, OPEN, CLOSED).astype(np.int8),
        quotas=Quotas(places, np.zeros((0, m), np.int64), np.zeros(m, np.int64), np.zeros((0, 3), np.int64)),
        rooms=Rooms(
            np.ones(n, np.int64), np.zeros((m, 0), np.int64), np.zeros((n, 0), np.int64), np.full(m, -1)
        ),
        fairness=Fairness(
            nothing,
            one_each=False,
            cost_idr=np.zeros(m, np.int64),
            city_budget_idr=UNLIMITED,
            district_budget_idr=nothing,
        ),
    )


def compared(problem: AllocationProblem) -> Outcome:
    """Give places in three ways; the optimum is found twice, by methods that have nothing in common.

    Raises
    ------
    RuntimeError
        When the two optima differ, or a way breaks a limit.
    """
    start = time.perf_counter()
    plan = best_plan(problem)
    between = time.perf_counter()
    floor = _assigned(problem)
    end = time.perf_counter()
    if plan.status != "optimal" or plan.total_value != floor:
        raise RuntimeError(f"the plan ({plan.status}, {plan.total_value}) is not the assignment ({floor})")
    greedy, alone = _greedy(problem), _each_for_itself(problem, first_choices(problem, 1))
    for marks in (greedy, alone):
        if violations(problem, marks):
            raise RuntimeError(f"a limit is broken: {violations(problem, marks)[0]}")
    return Outcome(
        plan.total_value,
        int(problem.value[greedy].sum()),
        int(problem.value[alone].sum()),
        _by_lot(problem),
        len(plan.pairs),
        int(greedy.sum()),
        int(alone.sum()),
        between - start,
        end - between,
    )


def _assigned(problem: AllocationProblem) -> int:
    """Return the optimum with every place as a column of its own."""
    single = np.repeat(problem.value, problem.quotas.city_left, axis=1)
    rows, columns = linear_sum_assignment(single, maximize=True)
    return int(single[rows, columns].sum())


def _by_worth(problem: AllocationProblem, wanted: Marks) -> list[tuple[int, int]]:
    """Return pairs, the one worth most first, ties by the student's and the project's id."""
    pairs = np.argwhere(wanted).tolist()
    names, offers = problem.cooperative_ids, problem.offer_ids
    return sorted(
        ((r, c) for r, c in pairs), key=lambda one: (-problem.value[one], names[one[0]], offers[one[1]])
    )


def _greedy(problem: AllocationProblem) -> Marks:
    """Give the pair worth most its place as long as both are free."""
    marks = np.zeros(problem.value.shape, dtype=np.bool_)
    left, free = problem.quotas.city_left.copy(), problem.rooms.most.copy()
    for row, column in _by_worth(problem, problem.state == OPEN):
        if left[column] > 0 and free[row] > 0:
            marks[row, column] = True
            left[column] -= 1
            free[row] -= 1
    return marks


def _each_for_itself(problem: AllocationProblem, wanted: Marks) -> Marks:
    """Give every project's places to those worth most among the ones whose first choice it is."""
    marks = np.zeros(problem.value.shape, dtype=np.bool_)
    left = problem.quotas.city_left.copy()
    for row, column in _by_worth(problem, wanted):
        if left[column] > 0:
            marks[row, column] = True
            left[column] -= 1
    return marks


def _by_lot(problem: AllocationProblem) -> float:
    """Return what everyone going for its first choice is worth on average, ties by lot."""
    # ties between projects go by id, so that ids are dealt out anew for each student on its own
    rng = np.random.default_rng(0)
    totals = []
    for _ in range(_DRAWS):
        tied = rng.permuted(np.tile(np.arange(len(problem.offer_ids)), (len(problem.value), 1)), axis=1)
        finer = problem.value * len(problem.offer_ids) + np.where(problem.value > 0, tied, 0)
        wanted = first_choices(replace(problem, value=finer), 1)
        totals.append(int(problem.value[_each_for_itself(problem, wanted)].sum()))
    return float(np.mean(totals))

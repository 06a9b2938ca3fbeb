"""Plans of national size, beside OR-tools' flow and HiGHS' interior point on the same instance."""

import json
import subprocess
import sys
from importlib.util import find_spec

from tools.bench.report import Result

__all__ = ["change_national", "change_with_floors", "plan_national", "plan_with_floors"]

_SIZE = (83_000, 200, 250)
_RUNS = 3
# The reference needs pairs chosen for it: all 16.6 million are more than memory holds.
_PRUNED_TO = 8
# Each side runs in a process of its own, so that its peak memory is its own.
_MEASURED = """
import json, re, sys, time
from pathlib import Path
import numpy as np
{imports}
from tools.bench.plans import made_plan, with_floors
def peak():
    return int(re.search(r"VmHWM:\\s+(\\d+)", Path("/proc/self/status").read_text())[1]) / 1024
size = tuple(json.loads(sys.argv[1]))
problem = made_plan(*size)
if {floors}:
    problem = with_floors(problem)
{before}
start = time.perf_counter()
{work}
print(json.dumps([time.perf_counter() - start, peak(), {told}]))
"""
_OURS_IMPORTS = "from models.allocation.national.solver import priced_plan"
_OURS = "plan = priced_plan(problem)"
_OURS_TOLD = "plan.gap, plan.objective"
_FLOW_IMPORTS = "from ortools.graph.python import min_cost_flow"
_FLOW = """
n, m = problem.value.shape
flow = min_cost_flow.SimpleMinCostFlow()
rows, columns = np.arange(n, dtype=np.int32), np.arange(n, n + m, dtype=np.int32)
add = flow.add_arcs_with_capacity_and_unit_cost
source, sink = n + m, n + m + 1
add(np.full(n, source, dtype=np.int32), rows, problem.rooms.most, np.zeros(n, dtype=np.int64))
cost = -problem.value.ravel().astype(np.int64)
add(np.repeat(rows, m), np.tile(columns, n), np.ones(n * m, dtype=np.int64), cost)
add(columns, np.full(m, sink, dtype=np.int32), problem.quotas.city_left, np.zeros(m, dtype=np.int64))
total = int(problem.rooms.most.sum())
add(*(np.array([one], dtype=np.int32) for one in (source, sink)), np.array([total]), np.array([0]))
flow.set_node_supply(source, total)
flow.set_node_supply(sink, -total)
assert flow.solve() == flow.OPTIMAL
"""
_FLOW_TOLD = "0.0, -flow.optimal_cost()"
_LP_IMPORTS = """
from scipy.optimize import linprog
from scipy.sparse import csr_array, vstack
from models.allocation.national.pricing import priced
from models.allocation.national.remaining import remaining
"""
# The pairs of the largest surplus at our prices, the best choice of pairs there is for the reference.
_LP_BEFORE = """
part = remaining(problem)
found = priced(part)
table = found.limits.table(found.prices)
n, m = problem.value.shape
place = problem.district_of
kept = np.empty((n, PRUNED), dtype=np.int64)
for first in range(0, n, 4096):
    rows = slice(first, first + 4096)
    surplus = problem.value[rows] - table[place[rows]]
    kept[rows] = np.argpartition(surplus, m - PRUNED, axis=1)[:, m - PRUNED:]
del part, found
rows, columns = np.repeat(np.arange(n), PRUNED), kept.ravel()
gain = problem.value[rows, columns] / 1e6
""".replace("PRUNED", str(_PRUNED_TO))
_LP = """
pairs, ones, d = np.arange(len(rows)), np.ones(len(rows)), len(problem.districts)
district, cost = place[rows], problem.fairness.cost_idr[columns] / 1e6
def limit(weights, of, count):
    return csr_array((weights, (of, pairs)), shape=(count, len(rows)))
matrix = vstack([
    limit(ones, rows, n), limit(ones, columns, m), limit(ones, district * m + columns, d * m),
    limit(cost, district, d), limit(-ones, district, d),
])
fairness, quotas = problem.fairness, problem.quotas
most = np.concatenate([
    problem.rooms.most, quotas.city_left, quotas.district_left.ravel(),
    fairness.district_budget_idr / 1e6, -fairness.district_minimum,
])
solved = linprog(-gain, A_ub=matrix, b_ub=most, bounds=(0, 1), method="highs-ipm")
assert solved.status == 0, solved.message
"""
_LP_TOLD = "0.0, -solved.fun * 1e6"
_WARM_IMPORTS = """
from models.allocation.national.solver import solved_by_prices
from models.allocation.national.warm import PricedPlan
"""
_WARM_BEFORE = """
warm = PricedPlan(solved_by_prices(problem))
rng = np.random.default_rng(0)
took = []
"""
_WARM = """
for number in range(20):
    row, column = int(rng.integers(size[0])), int(rng.integers(size[1]))
    values = np.roll(problem.value[row], 7)
    opened = np.ones(size[1], dtype=np.int8)
    name, offer = problem.cooperative_ids[row], problem.offer_ids[column]
    left = int(problem.quotas.city_left[column])
    for change in (
        lambda: warm.change_cooperative(name, values, opened),
        lambda: warm.add_cooperative(f"new{number}", problem.districts[0], values, opened, most=3),
        lambda: warm.change_quota(offer, left + 5),
        lambda: warm.change_quota(offer, left - 5),
    ):
        begun = time.perf_counter()
        plan = change()
        took.append(time.perf_counter() - begun)
begun = time.perf_counter()
certified = warm.certified_plan()
last = time.perf_counter() - begun
"""
_WARM_TOLD = (
    "float(np.median(took)), float(np.quantile(took, 0.95)), max(took), plan.gap, last, certified.gap"
)


def plan_national(size: tuple[int, int, int] = _SIZE, runs: int = _RUNS) -> Result:
    """Solve with quotas of the city alone, which a flow in a network solves exactly."""
    name = "plan, {:,} x {}, quotas".format(*size[:2])
    if find_spec("ortools") is None:
        return Result(name, 0.0, 0.0, "not measured: OR-tools is not installed")
    ours = min(_run(_OURS_IMPORTS, "", _OURS, _OURS_TOLD, size) for _ in range(runs))
    flow = _run(_FLOW_IMPORTS, "", _FLOW, _FLOW_TOLD, size)
    note = (
        f"OR-tools' min-cost flow; ours certified {ours[2]:.4%}, truly {1 - ours[3] / flow[3]:.4%} below; "
        f"peak {ours[1]:.0f} MB, OR-tools {flow[1]:.0f} MB"
    )
    return Result(name, ours[0], flow[0], note)


def plan_with_floors(size: tuple[int, int, int] = _SIZE, runs: int = _RUNS) -> Result:
    """Solve with floors, budgets and quotas of districts as well."""
    ours = min(_run(_OURS_IMPORTS, "", _OURS, _OURS_TOLD, size, floors=True) for _ in range(runs))
    point = _run(_LP_IMPORTS, _LP_BEFORE, _LP, _LP_TOLD, size, floors=True)
    note = (
        f"HiGHS' interior point on the LP relaxation, pruned to the {_PRUNED_TO} best pairs of each at our "
        f"prices; ours whole, of all pairs, certified {ours[2]:.4%}, {1 - ours[3] / point[3]:.4%} below "
        f"that; peak {ours[1]:.0f} MB, HiGHS {point[1]:.0f} MB"
    )
    return Result("plan, {:,} x {}, floors and budgets".format(*size[:2]), ours[0], point[0], note)


def change_national(size: tuple[int, int, int] = _SIZE, *, floors: bool = False) -> Result:
    """Change a cooperative, add one, raise and lower a quota, twenty times each."""
    found = _run(_WARM_IMPORTS, _WARM_BEFORE, _WARM, _WARM_TOLD, size, floors=floors)
    median, slow, slowest, gap, last, certified = found[2:]
    note = (
        f"a new certificate from warm prices; median of 80 changes, 95 % within {1000 * slow:.0f} ms, most "
        f"{1000 * slowest:.0f} ms; gap after them {gap:.4%}, with new prices {certified:.4%}"
    )
    name = "one change to a plan, {:,} x {}{}".format(*size[:2], ", floors and budgets" if floors else "")
    return Result(name, median, last, note)


def change_with_floors(size: tuple[int, int, int] = _SIZE) -> Result:
    """Do the same to a plan with floors, budgets and quotas of districts as well."""
    return change_national(size, floors=True)


def _run(
    imports: str, before: str, work: str, told: str, size: tuple[int, int, int], *, floors: bool = False
) -> list[float]:
    code = _MEASURED.format(imports=imports, before=before, work=work, told=told, floors=floors)
    found = subprocess.run(
        [sys.executable, "-c", code, json.dumps(size)], check=True, capture_output=True, text=True
    )
    return [float(one) for one in json.loads(found.stdout.splitlines()[-1])]

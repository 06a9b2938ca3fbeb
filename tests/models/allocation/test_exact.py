"""The exact plan: the best of all sets of pairs, in any order, never worse with more places."""

from collections import Counter
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.allocation import by_sets, exact
from models.allocation.checking import violations
from models.allocation.exact import best_plan
from models.allocation.problem import UNLIMITED, Stability
from tests.models.allocation.instances import best_by_trying, free_problem, objective_of, random_problem
from tools.bench.jobs.city_plan import hard_city

ROUTES = pytest.mark.parametrize("few_shared", [10**9, -1], ids=["directly", "by sets"])


@ROUTES
@pytest.mark.parametrize("part", range(5))
@pytest.mark.slow
def test_the_plan_is_the_best_of_all_sets_of_pairs(part, few_shared, monkeypatch):
    """Five hundred problems with every kind of limit, each against every set of pairs; both ways to solve."""
    monkeypatch.setattr(exact, "_FEW_SHARED", few_shared)
    found = Counter()
    for seed in range(100 * part, 100 * part + 100):
        problem = random_problem(np.random.default_rng(seed), most_pairs=8)
        plan, best = best_plan(problem), best_by_trying(problem)
        found[plan.status] += 1
        if best is None:
            assert "no_solution" == plan.status
            assert plan.relaxations
            continue
        marks = plan.chosen(problem)
        assert [] == violations(problem, marks)
        assert best == plan.objective == plan.bound == objective_of(problem, marks)
        assert ("optimal", 0.0) == (plan.status, plan.gap)
    assert found["optimal"] >= 40
    assert found["no_solution"] >= 10


@pytest.mark.slow
def test_every_kind_of_limit_binds_somewhere():
    """Or the five hundred would prove less than they say: without it, some best plan would break it."""
    broken = Counter()
    for seed in range(300):
        problem = random_problem(np.random.default_rng(seed), most_pairs=8)
        free = free_problem(
            problem.value,
            district_of=problem.district_of,
            state=problem.state,
            cooperative_ids=problem.cooperative_ids,
            offer_ids=problem.offer_ids,
        )
        broken.update({one.kind for one in violations(problem, best_plan(free).chosen(free))})
    expected = {"most", "group", "room", "city_quota", "district_quota", "city_minimum", "apart"}
    expected |= {"district_minimum", "one_each", "city_budget", "district_budget"}
    assert expected <= set(broken)


@pytest.mark.slow
@settings(max_examples=50)
@given(st.integers(0, 10_000), st.integers(0, 10_000))
def test_the_order_of_the_input_changes_nothing(seed, shuffle):
    """Cooperatives, offers and districts in any order give the same pairs."""
    problem = random_problem(np.random.default_rng(seed), most_pairs=8)
    rng = np.random.default_rng(shuffle)
    other = shuffled(problem, rng)
    assert named(problem, best_plan(problem)) == named(other, best_plan(other))


def shuffled(problem, rng):
    """Put rows, columns and districts into another order."""
    rows, columns = rng.permutation(len(problem.cooperative_ids)), rng.permutation(len(problem.offer_ids))
    places = rng.permutation(len(problem.districts))
    new_place = np.append(np.argsort(places), -1)
    row_after, column_after = np.argsort(rows), np.argsort(columns)
    apart = problem.quotas.apart
    ends = np.column_stack([column_after[apart[:, 0]], row_after[apart[:, 1]], row_after[apart[:, 2]]])
    stability = problem.stability
    return replace(
        problem,
        cooperative_ids=tuple(problem.cooperative_ids[row] for row in rows),
        offer_ids=tuple(problem.offer_ids[column] for column in columns),
        districts=tuple(problem.districts[place] for place in places),
        district_of=new_place[problem.district_of[rows]],
        value=problem.value[np.ix_(rows, columns)],
        state=problem.state[np.ix_(rows, columns)],
        quotas=replace(
            problem.quotas,
            city_left=problem.quotas.city_left[columns],
            district_left=problem.quotas.district_left[np.ix_(places, columns)],
            city_minimum=problem.quotas.city_minimum[columns],
            apart=ends.reshape(-1, 3),
        ),
        rooms=replace(
            problem.rooms,
            most=problem.rooms.most[rows],
            uses=problem.rooms.uses[columns],
            have=problem.rooms.have[rows],
            group_of=problem.rooms.group_of[columns],
        ),
        fairness=replace(
            problem.fairness,
            district_minimum=problem.fairness.district_minimum[places],
            cost_idr=problem.fairness.cost_idr[columns],
            district_budget_idr=problem.fairness.district_budget_idr[places],
        ),
        stability=stability and replace(stability, previous=stability.previous[np.ix_(rows, columns)]),
    )


def named(problem, plan):
    """Return what a plan says, by names."""
    pairs = {(problem.cooperative_ids[row], problem.offer_ids[column]) for row, column in plan.pairs}
    return plan.status, plan.objective, pairs, frozenset(plan.relaxations)


@pytest.mark.slow
@given(st.integers(0, 10_000))
def test_one_place_more_never_lowers_the_value(seed):
    """In the city or in a district; a problem that had a plan still has one."""
    rng = np.random.default_rng(seed)
    problem = random_problem(rng, most_pairs=8)
    before = best_plan(problem)
    column = int(rng.integers(len(problem.offer_ids)))
    city = problem.quotas.city_left.copy()
    district = problem.quotas.district_left.copy()
    city[column] += 1
    district[int(rng.integers(2)), column] += 1
    after = best_plan(
        replace(problem, quotas=replace(problem.quotas, city_left=city, district_left=district))
    )
    if before.status == "optimal":
        assert after.status == "optimal"
        assert after.objective >= before.objective


def test_rupiah_are_added_up_exactly():
    """Billions, to the last one."""
    rng = np.random.default_rng(0)
    value = rng.integers(10**8, 2 * 10**8, (12, 6))
    problem = free_problem(value)
    problem = replace(problem, quotas=replace(problem.quotas, city_left=np.full(6, 2)))
    plan = best_plan(problem)
    best = sum(int(one) for column in value.T for one in np.sort(column)[-2:])
    assert best == plan.total_value == plan.bound


@pytest.mark.parametrize("shape", [(0, 0), (0, 3), (3, 0), (1, 1)])
def test_there_may_be_nothing_to_choose(shape):
    """No cooperatives, no offers."""
    plan = best_plan(free_problem(np.full(shape, 5)))
    assert ("optimal", 5 * (shape == (1, 1))) == (plan.status, plan.objective)


def test_without_limits_everybody_gets_all_that_is_worth_something():
    """And nothing that is not."""
    value = np.array([[3, 0, -1], [2, 5, 7]])
    plan = best_plan(free_problem(value))
    assert [[0, 0], [1, 0], [1, 1], [1, 2]] == plan.pairs.tolist()
    assert UNLIMITED > plan.total_value == 17


def test_giving_up_a_pair_of_the_plan_before_costs_its_price():
    """A little better is not worth the change; a lot better is."""
    value = np.array([[10, 12]])
    problem = free_problem(value)
    problem = replace(problem, rooms=replace(problem.rooms, most=np.ones(1, dtype=np.int64)))
    previous = np.array([[True, False]])
    kept = best_plan(replace(problem, stability=Stability(previous, 3)))
    changed = best_plan(replace(problem, stability=Stability(previous, 1)))
    assert ([[0, 0]], 10, 10) == (kept.pairs.tolist(), kept.total_value, kept.objective)
    assert ([[0, 1]], 12, 11) == (changed.pairs.tolist(), changed.total_value, changed.objective)


@pytest.mark.parametrize("most_nodes", [1, 40])
def test_a_search_that_is_stopped_says_how_far_from_the_best_it_may_be(most_nodes, monkeypatch):
    """Budgets of districts beside the city's: the plan keeps all limits, the best is within its bound."""
    statuses = Counter()
    for seed in range(4):
        problem = hard_city(seed, 24, 20, 3)
        fairness = replace(
            problem.fairness, city_budget_idr=24 * 4_500_000, district_budget_idr=np.full(3, 24 * 1_800_000)
        )
        problem = replace(problem, fairness=fairness)
        best = best_plan(problem)
        with monkeypatch.context() as patch:
            patch.setattr(by_sets, "_MOST_NODES", most_nodes)
            stopped = best_plan(problem)
        statuses[stopped.status] += 1
        assert best.status == "optimal"
        assert best.nodes >= stopped.nodes
        assert not violations(problem, stopped.chosen(problem))
        assert stopped.objective <= best.objective <= stopped.bound
        assert (stopped.status == "optimal") == (stopped.gap == 0)
    assert statuses["near_optimal"]

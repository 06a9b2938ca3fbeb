"""Violations are counted pair by pair, and give what sums over the whole table give."""

import numpy as np
import pytest

from models.allocation.checking import able, violations
from models.allocation.problem import CLOSED, HELD, LOCKED, UNKNOWN
from tests.models.allocation.instances import random_problem


def of_cooperatives(problem, marks, taken):
    """States, rooms, groups, and one for each."""
    rooms, names, offers = problem.rooms, problem.cooperative_ids, problem.offer_ids
    yield from (("closed", (names[i], offers[j])) for i, j in np.argwhere(marks & (problem.state == CLOSED)))
    yield from (("locked", (names[i], offers[j])) for i, j in np.argwhere(~marks & (problem.state == LOCKED)))
    for i, name in enumerate(names):
        if taken[i].sum() > rooms.most[i]:
            yield "most", (name,)
        for group in set(rooms.group_of[rooms.group_of >= 0]):
            if taken[i, rooms.group_of == group].sum() > 1:
                yield "group", (name, str(group))
        for r, have in enumerate(rooms.have[i]):
            uses = rooms.uses[taken[i], r]
            if have != UNKNOWN and ((uses == UNKNOWN).any() or uses.sum() > have):
                yield "room", (name, str(r))
    if problem.fairness.one_each:
        yield from (("one_each", (names[i],)) for i in np.flatnonzero(able(problem) & ~taken.any(axis=1)))


def of_offers(problem, taken):
    """Quotas, minimums and spacing."""
    quotas, names, offers = problem.quotas, problem.cooperative_ids, problem.offer_ids
    count = taken.sum(axis=0)
    yield from (("city_quota", (offers[j],)) for j in np.flatnonzero(count > quotas.city_left))
    yield from (("city_minimum", (offers[j],)) for j in np.flatnonzero(count < quotas.city_minimum))
    for j, one, two in quotas.apart:
        if taken[one, j] and taken[two, j]:
            yield "apart", (offers[j], names[one], names[two])


def of_districts(problem, taken):
    """Quotas, minimums and budgets."""
    quotas, fairness = problem.quotas, problem.fairness
    cost = taken @ fairness.cost_idr
    if cost.sum() > fairness.city_budget_idr:
        yield "city_budget", ()
    for d, district in enumerate(problem.districts):
        inside = problem.district_of == d
        for j in np.flatnonzero(taken[inside].sum(axis=0) > quotas.district_left[d]):
            yield "district_quota", (district, problem.offer_ids[j])
        if taken[inside].sum() < fairness.district_minimum[d]:
            yield "district_minimum", (district,)
        if cost[inside].sum() > fairness.district_budget_idr[d]:
            yield "district_budget", (district,)


@pytest.mark.parametrize("seed", range(60))
def test_counts_and_tables_agree(seed):
    """On random marks, closed and held pairs among them."""
    rng = np.random.default_rng(seed)
    problem = random_problem(rng, most_pairs=16)
    marks = rng.random(problem.state.shape) < rng.random()
    told = violations(problem, marks)
    taken = marks | (problem.state == HELD)
    expected = [*of_cooperatives(problem, marks, taken), *of_offers(problem, taken)]
    expected += of_districts(problem, taken)
    assert sorted(expected) == sorted((one.kind, one.of) for one in told)
    assert all(one.amount > 0 for one in told if one.kind != "room")

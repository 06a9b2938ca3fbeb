"""Violations are counted pair by pair, and give what sums over the whole table give."""

import numpy as np
import pytest

from models.allocation.checking import able, violations
from models.allocation.problem import CLOSED, HELD, LOCKED, UNKNOWN
from tests.models.allocation.instances import random_problem


def by_tables(problem, marks):
    """Every limit as a sum over the table of marks."""
    taken = marks | (problem.state == HELD)
    rooms, quotas, fairness = problem.rooms, problem.quotas, problem.fairness
    names, offers, districts = problem.cooperative_ids, problem.offer_ids, problem.districts
    found = [("closed", (names[i], offers[j])) for i, j in np.argwhere(marks & (problem.state == CLOSED))]
    found += [("locked", (names[i], offers[j])) for i, j in np.argwhere(~marks & (problem.state == LOCKED))]
    for i, name in enumerate(names):
        if taken[i].sum() > rooms.most[i]:
            found.append(("most", (name,)))
        for group in set(rooms.group_of[rooms.group_of >= 0]):
            if taken[i, rooms.group_of == group].sum() > 1:
                found.append(("group", (name, str(group))))
        for r, have in enumerate(rooms.have[i]):
            uses = rooms.uses[taken[i], r]
            if have != UNKNOWN and ((uses == UNKNOWN).any() or uses.sum() > have):
                found.append(("room", (name, str(r))))
        if fairness.one_each and able(problem)[i] and not taken[i].any():
            found.append(("one_each", (name,)))
    for j, offer in enumerate(offers):
        if taken[:, j].sum() > quotas.city_left[j]:
            found.append(("city_quota", (offer,)))
        if taken[:, j].sum() < quotas.city_minimum[j]:
            found.append(("city_minimum", (offer,)))
    cost = taken @ fairness.cost_idr
    if cost.sum() > fairness.city_budget_idr:
        found.append(("city_budget", ()))
    for d, district in enumerate(districts):
        inside = problem.district_of == d
        for j in np.flatnonzero(taken[inside].sum(axis=0) > quotas.district_left[d]):
            found.append(("district_quota", (district, offers[j])))
        if taken[inside].sum() < fairness.district_minimum[d]:
            found.append(("district_minimum", (district,)))
        if cost[inside].sum() > fairness.district_budget_idr[d]:
            found.append(("district_budget", (district,)))
    for j, one, two in quotas.apart:
        if taken[one, j] and taken[two, j]:
            found.append(("apart", (offers[j], names[one], names[two])))
    return sorted(found)


@pytest.mark.parametrize("seed", range(60))
def test_counts_and_tables_agree(seed):
    """On random marks, closed and held pairs among them."""
    rng = np.random.default_rng(seed)
    problem = random_problem(rng, most_pairs=16)
    marks = rng.random(problem.state.shape) < rng.random()
    told = violations(problem, marks)
    assert by_tables(problem, marks) == sorted((one.kind, one.of) for one in told)
    assert all(one.amount > 0 for one in told if one.kind != "room")

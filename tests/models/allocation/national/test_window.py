"""Deciding some pairs anew never makes a plan worse, and finds what moves one by one miss."""

from dataclasses import replace

import numpy as np
import pytest

from models.allocation.checking import violations
from models.allocation.exact import best_plan
from models.allocation.national.exchange import Exchange
from models.allocation.national.filling import take_best
from models.allocation.national.ledger import Ledger
from models.allocation.national.minimums import lacking
from models.allocation.national.remaining import remaining
from models.allocation.national.window import decide_anew
from models.allocation.program import Effort
from tests.models.allocation.crowds import crowd
from tests.models.allocation.instances import free_problem

MINIMUMS = {"city_minimum", "district_minimum", "one_each"}


@pytest.mark.parametrize("whole", [True, False])
@pytest.mark.parametrize("seed", [3, 4, 5, 6])
def test_a_window_never_loses(seed, whole):
    """Neither gain nor a minimum, and no limit is broken."""
    problem = crowd(seed, n=30, m=8)
    part = remaining(problem)
    ledger = Ledger(part)
    rows, columns = np.nonzero(part.usable)
    take_best(ledger, rows, columns, np.ones(len(rows)))
    rng = np.random.default_rng(seed)
    exchange = Exchange(ledger, np.zeros(part.cell_left.shape))
    for _ in range(4):
        some = np.sort(rng.choice(len(rows), 60, replace=False))
        before, missing = ledger.total_gain, lacking(ledger)
        useful = decide_anew(exchange, rows[some], columns[some], Effort(whole=whole))
        assert [] == [
            one for one in violations(problem, ledger.taken | part.taken) if one.kind not in MINIMUMS
        ]
        better = lacking(ledger) < missing or (lacking(ledger) == missing and ledger.total_gain > before)
        assert better is useful
        assert useful or (before, missing) == (ledger.total_gain, lacking(ledger))


def test_all_pairs_anew_are_the_best_plan():
    """A window as wide as the problem is the exact program."""
    problem = crowd(4, limits=False)
    part = remaining(problem)
    exchange = Exchange(Ledger(part), np.zeros(part.cell_left.shape))
    assert decide_anew(exchange, *np.nonzero(part.usable), Effort())
    assert best_plan(problem).objective == exchange.ledger.total_gain


def test_two_that_hold_each_others_best_offer_change_places():
    """No move of one alone helps."""
    problem = free_problem(np.array([[5, 9], [9, 5]]))
    problem = replace(
        problem,
        quotas=replace(problem.quotas, city_left=np.array([1, 1])),
        rooms=replace(problem.rooms, most=np.array([1, 1])),
    )
    part = remaining(problem)
    ledger = Ledger(part)
    ledger.take(0, 0)
    ledger.take(1, 1)
    exchange = Exchange(ledger, np.zeros(part.cell_left.shape))
    assert decide_anew(exchange, np.array([0, 1]), np.array([1, 0]), Effort())
    assert 18 == ledger.total_gain

"""Moves on a ledger keep its counts, and what fits is what breaks nothing."""

import numpy as np
import pytest

from models.allocation.checking import violations
from models.allocation.national.exchange import Exchange
from models.allocation.national.filling import take_best, take_together
from models.allocation.national.ledger import Ledger
from models.allocation.national.mending import mended
from models.allocation.national.minimums import ask_again, lacking, left_out
from models.allocation.national.remaining import remaining
from tests.models.allocation.crowds import crowd
from tests.models.allocation.national.ledgers import filled, move_some

MINIMUMS = {"city_minimum", "district_minimum", "one_each"}
STATE = ("most", "have", "city_left", "cell_left", "district_budget_idr", "city_short", "district_short")


def told(ledger):
    """Everything a ledger counts."""
    found = [getattr(ledger, name).tolist() for name in STATE]
    return [*found, ledger.city_budget_idr, ledger.total_value, ledger.total_gain, ledger.taken.tolist()]


def broken(problem, ledger):
    """Upper limits broken."""
    marks = ledger.taken | ledger.part.taken
    return [one for one in violations(problem, marks) if one.kind not in MINIMUMS]


@pytest.mark.parametrize("seed", range(4))
def test_what_fits_is_what_breaks_nothing(seed):
    """Against the checker, at many random moments."""
    problem = crowd(seed, n=20, m=6)
    rng = np.random.default_rng(seed)
    part = remaining(problem)
    ledger = Ledger(part)
    for row, column in zip(rng.integers(0, 20, 200).tolist(), rng.integers(0, 6, 200).tolist(), strict=True):
        if ledger.taken[row, column]:
            ledger.give_back(row, column)
            continue
        fits = ledger.fits(row, column)
        if part.usable[row, column]:
            ledger.taken[row, column] = True
            assert fits is not bool(broken(problem, ledger))
            ledger.taken[row, column] = False
        if fits:
            ledger.take(row, column)
    again = Ledger(part)
    again.take_all(*np.nonzero(ledger.taken))
    assert told(again) == told(ledger)
    ledger.rewind(0)
    assert told(Ledger(part)) == told(ledger)


@pytest.mark.parametrize("seed", range(1, 8))
def test_pairs_taken_together_keep_every_limit(seed):
    """And are no fewer than nothing; the rest is taken one by one."""
    problem = crowd(seed)
    part = remaining(problem)
    ledger = Ledger(part)
    rows, columns = np.nonzero(part.usable)
    order = np.random.default_rng(seed).permutation(len(rows))
    fine = take_together(ledger, rows[order], columns[order])
    assert fine.any()
    assert ledger.taken[rows[order][fine], columns[order][fine]].all()
    assert [] == broken(problem, ledger)
    take_best(ledger, rows[order], columns[order], np.ones(len(rows)))
    assert [] == broken(problem, ledger)
    assert not any(ledger.fits(row, column) for row, column in zip(rows, columns, strict=True))


@pytest.mark.parametrize("seed", range(1, 8))
def test_exchanges_keep_limits_and_never_lose_a_minimum(seed):
    """Whatever is asked for; refused ones change nothing."""
    problem = crowd(seed)
    part = remaining(problem)
    ledger = Ledger(part)
    rows, columns = np.nonzero(part.usable)
    take_best(ledger, rows, columns, np.ones(len(rows)))
    exchange = Exchange(ledger, np.zeros(part.cell_left.shape))
    before = lacking(ledger)
    mended(exchange)
    assert lacking(ledger) <= before
    rng = np.random.default_rng(seed)
    for one in rng.integers(0, len(rows), 60):
        missing, state = lacking(ledger), told(ledger)
        given = exchange.take(int(rows[one]), int(columns[one]))
        assert [] == broken(problem, ledger)
        if given is None:
            assert state == told(ledger)
        else:
            assert ledger.taken[rows[one], columns[one]]
            assert lacking(ledger) <= missing


def test_who_has_to_get_something_is_who_could():
    """Those left out are those that the checker names."""
    problem = next(one for one in map(crowd, range(30)) if one.fairness.one_each)
    ledger = Ledger(remaining(problem))
    named = {one.of[0] for one in violations(problem, ledger.part.taken) if one.kind == "one_each"}
    assert named == {problem.cooperative_ids[row] for row in left_out(ledger)}
    row = int(left_out(ledger)[0])
    problem.state[row] = 0
    ask_again(ledger, row)
    assert row not in left_out(ledger)


@pytest.mark.parametrize("seed", range(6))
def test_marks_by_offer_are_marks_by_cooperative(seed):
    """After many moves, and after they were undone."""
    ledger, _, rng = filled(seed)
    start = len(ledger.journal)
    move_some(ledger, rng)
    assert (ledger.takers == ledger.taken.T).all()
    ledger.rewind(start)
    assert (ledger.takers == ledger.taken.T).all()

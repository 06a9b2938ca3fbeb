"""A plan of any size with its bound: prices, pairs taken by them, minimums made good, the last few anew."""

from dataclasses import dataclass

import numpy as np

from models.allocation.checking import violations
from models.allocation.national.certificate import Certificate, certified
from models.allocation.national.exchange import Exchange
from models.allocation.national.filling import filled
from models.allocation.national.impossible import impossible
from models.allocation.national.ledger import Ledger
from models.allocation.national.mending import mended
from models.allocation.national.minimums import lacking, left_out
from models.allocation.national.near import near_pairs
from models.allocation.national.pricing import Priced, priced
from models.allocation.national.remaining import BLOCK_ROWS, Remaining, remaining
from models.allocation.national.together import failing_together
from models.allocation.national.window import decide_anew
from models.allocation.plan import AllocationPlan, Relaxation, plan_of
from models.allocation.problem import AllocationProblem, in_given_order
from models.allocation.program import Effort
from models.errors import AllocationError

__all__ = ["Solved", "priced_plan", "solved_by_prices"]

_WINDOW_PAIRS = 3000
# A program of whole numbers where it is small, of shares where it is large: those are nearly whole as well.
_WHOLE_PAIRS = 1500
_WHOLE = Effort(relative_gap=1e-4, most_nodes=20)
_SHARES = Effort(whole=False)
_LAST_PAIRS = 6000
_FEASIBLE = Effort(relative_gap=1e-3, most_nodes=200)


@dataclass(frozen=True, slots=True)
class Solved:
    """A plan with all that it was found by.

    Attributes
    ----------
    problem : AllocationProblem
        In the order of its names.
    part : Remaining
    found : Priced
    certificate : Certificate
    ledger : Ledger
        With the pairs of the plan taken.
    """

    problem: AllocationProblem
    part: Remaining
    found: Priced
    certificate: Certificate
    ledger: Ledger


def priced_plan(
    problem: AllocationProblem, *, window_pairs: int = _WINDOW_PAIRS, block_rows: int = BLOCK_ROWS
) -> AllocationPlan:
    """Return a plan that is within a proved gap of the best.

    Prices of all limits are found by minimising the Lagrangian dual, smoothed less and less; what is worth
    more than its price is taken, what is near is taken best first, and the nearest pairs are decided anew by
    an integer program. The bound is reckoned from the prices in whole numbers over all pairs.

    Parameters
    ----------
    problem : AllocationProblem
        Of any size; 83,000 cooperatives by 200 offers take seconds.
    window_pairs : int
        At most about so many pairs are decided by the integer program.
    block_rows : int
        Rows looked at together; changes nothing but time and memory.

    Returns
    -------
    AllocationPlan
        ``optimal`` where the bound is reached, ``near_optimal`` otherwise, ``no_solution`` where a limit
        fails by itself or minimums fail together; then ``relaxations`` names by how much they have to give
        way at least.

    Raises
    ------
    AllocationError
        When no plan was found that keeps every minimum, which does not prove that there is none.
    """
    ordered = _in_order(problem)
    part = remaining(ordered)
    relaxations = impossible(part) or failing_together(part, budgets=False)
    if relaxations:
        return _no_plan(relaxations)
    try:
        done = _solved(part, window_pairs, block_rows)
    except AllocationError:
        # budgets take ten times as long, so that they are counted only now
        relaxations = failing_together(part) if part.has_budgets else ()
        if not relaxations:
            raise
        return _no_plan(relaxations)
    marks = done.ledger.taken | part.taken
    return plan_of(problem, in_given_order(problem, ordered, marks), bound=done.certificate.bound)


def _no_plan(relaxations: tuple[Relaxation, ...]) -> AllocationPlan:
    return AllocationPlan("no_solution", np.zeros((0, 2), dtype=np.int64), 0, 0, 0, relaxations)


def solved_by_prices(
    problem: AllocationProblem, *, window_pairs: int = _WINDOW_PAIRS, block_rows: int = BLOCK_ROWS
) -> Solved:
    """Return the plan with prices, bound and ledger, for a problem in which no limit fails by itself.

    Parameters and errors are those of ``priced_plan``.
    """
    return _solved(remaining(_in_order(problem)), window_pairs, block_rows)


def _solved(part: Remaining, window_pairs: int, block_rows: int) -> Solved:
    found = priced(part, block_rows=block_rows)
    certificate = certified(part, found.limits, found.prices, block_rows=block_rows)
    ledger = Ledger(part)
    filled(ledger, found, block_rows=block_rows)
    exchange = Exchange(ledger, found.limits.table(found.prices))
    mended(exchange)
    _decided_anew(exchange, found, window_pairs)
    if lacking(ledger):
        _last_resort(exchange, found)
    broken = violations(part.problem, ledger.taken | part.taken)
    if broken:
        raise AllocationError(
            f"Tidak ditemukan rencana yang memenuhi semua batas (yang kurang: {broken[0]}). Turunkan batas"
            " minimum itu, atau tambah kuota yang dibutuhkannya, lalu hitung lagi.",
            f"No plan was found that keeps every limit (missed: {broken[0]}). Lower that minimum, or raise"
            " the quota it needs, and solve again.",
        )
    return Solved(part.problem, part, found, certificate, ledger)


def _decided_anew(exchange: Exchange, found: Priced, window_pairs: int) -> None:
    """Decide the pairs nearest to their price anew."""
    near = found.near
    excess = found.demand.excess / found.smoothing
    taken = exchange.ledger.taken[near.rows, near.columns]
    # how far a pair lies from its price, on the side on which it does not lie
    distance = np.where(taken, np.maximum(excess - 1, 0), np.maximum(-excess, 0))
    order = np.lexsort((near.columns, near.rows, distance))[:window_pairs]
    if len(order):
        effort = _WHOLE if len(order) <= _WHOLE_PAIRS else _SHARES
        order = order[np.argsort(-excess[order], kind="stable")]
        decide_anew(exchange, near.rows[order], near.columns[order], effort)


def _last_resort(exchange: Exchange, found: Priced) -> None:
    """Decide the cooperatives anew that a missed minimum is about, with those whose pairs are in question."""
    ledger, part = exchange.ledger, exchange.ledger.part
    concerned = np.zeros(len(part.most), dtype=np.bool_)
    concerned[found.near.rows[found.demand.open_pairs]] = True
    concerned[left_out(ledger)] = True
    concerned |= (ledger.district_short > 0)[part.place_of]
    short_offers = ledger.city_short > 0
    if part.usable.sum() <= _LAST_PAIRS:
        concerned[:] = True
    elif short_offers.any():
        concerned |= (part.usable & short_offers).any(axis=1)
    near = near_pairs(part, exchange.table, np.inf, rows=np.flatnonzero(concerned))
    surplus = near.gain - exchange.table.ravel()[near.cells]
    # an offer that is short comes first: its pairs are what is asked for
    order = np.lexsort((-surplus, ~short_offers[near.columns]))[:_LAST_PAIRS]
    decide_anew(exchange, near.rows[order], near.columns[order], _FEASIBLE)


def _in_order(problem: AllocationProblem) -> AllocationProblem:
    """Sort by names unless they are in order already, which spares a copy."""
    names = problem.cooperative_ids, problem.offer_ids, problem.districts
    if all(list(one) == sorted(one) for one in names):
        return problem
    return problem.sorted()

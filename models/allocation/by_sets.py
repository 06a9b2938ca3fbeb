"""The best plan by choosing a set for each cooperative: fast where much is shared."""

from dataclasses import replace

import numpy as np
import numpy.typing as npt

from models.allocation.own_sets import own_sets
from models.allocation.problem import AllocationProblem
from models.allocation.program import Answer
from models.allocation.rows_of_limits import LimitRow, PairList
from models.allocation.set_linear import SetLinear
from models.allocation.set_program import SetProgram
from models.allocation.set_search import Found, searched
from models.allocation.set_solver import some_choice

__all__ = ["OWN_KINDS", "best_by_sets"]

Longs = npt.NDArray[np.int64]

OWN_KINDS = frozenset({"most", "group", "room", "locked", "held", "one_each"})
"""Limits that concern one cooperative alone: they are inside its sets."""

_MOST_SETS = 1_500_000
_MOST_CHOICES = 60_000
_MOST_ROUNDS = 60
_FIRST_SETS = 8
_MORE_SETS = 4
# What a plan may fall short of the bound at first, as a share of it.
_FIRST_ALLOWANCE = 0.0003
_MORE_ALLOWANCE = 2
# Parts of the search tree: some ten seconds. Most plans need some hundreds; where budgets leave very many
# plans of nearly one worth, a proved gap is the answer. With more sets to choose from a part takes longer.
_MOST_NODES = 4_000
_MOST_WORK = 4_000_000
# A limit that is missed by less is kept.
_MISSED = 1e-6


def best_by_sets(problem: AllocationProblem, pairs: PairList, rows: list[LimitRow]) -> Answer | None:
    """Return the best plan with its bound, or ``None`` where this way cannot tell.

    Prices of the shared limits come from a linear program over sets that grows until no set would improve it
    (column generation). They bound every plan. Then only sets that fall short of their cooperative's best by
    no more than the bound leaves can be part of a best plan, and of those the best are chosen exactly. Where
    that takes too long, the best found by then is the answer, and its bound says what it may fall short by.

    Parameters
    ----------
    problem : AllocationProblem
    pairs : PairList
    rows : list of LimitRow
        All of them.

    Returns
    -------
    Answer or None
        ``None`` when there are too many sets, no plan was found, or too many sets might be part of it.
    """
    not_empty = np.zeros(len(problem.cooperative_ids), dtype=np.bool_)
    not_empty[[row.row for row in rows if row.kind == "one_each"]] = True
    sets = own_sets(problem, pairs, not_empty, _MOST_SETS)
    if sets is None or not len(sets.first):
        return None
    program = SetProgram(pairs.gain, sets, [row for row in rows if row.kind not in OWN_KINDS])
    priced = _priced(program, sets.first)
    if priced is None:
        return None
    bound, reduced = priced
    found = _chosen(program, bound, program.slack(reduced))
    if found is None or found.sets is None:
        return None
    values = np.zeros(len(pairs.gain))
    values[sets.members(found.sets)] = 1.0
    return Answer(values, found.bound, found.nodes)


def _chosen(program: SetProgram, bound: int, slack: Longs) -> Found | None:
    """Return the best choice of sets, its bound one of every plan.

    The slacks of a plan's sets, and what it leaves of priced limits, add up to what it falls short of
    ``bound``: a plan that falls short by no more than is allowed has all its sets among those near.
    """
    allowance, nodes = max(int(_FIRST_ALLOWANCE * abs(bound)), 1 << program.shift), 0
    while True:
        inside = np.flatnonzero(slack <= allowance)
        if len(inside) > _MOST_CHOICES:
            return None
        near = program.near(inside)
        most_nodes = max(min(_MOST_NODES, _MOST_WORK // len(inside)) - nodes, 0)
        least = (bound - allowance >> program.shift) + 1
        found = searched(near, least, most_nodes)
        if found is None:
            return None
        nodes += found.nodes
        if found.sets is not None:
            return replace(found, sets=inside[found.sets], nodes=nodes)
        if found.nodes >= most_nodes:
            break
        if len(inside) == len(slack):
            return None
        allowance *= _MORE_ALLOWANCE
    # cut off with nothing in hand: the solver's own search has ways to find some plan
    some = some_choice(near)
    return None if some is None else Found(inside[some], bound >> program.shift, nodes)


def _priced(program: SetProgram, first: Longs) -> tuple[int, Longs] | None:
    """Return the best bound found and the reduced worth of every set at its prices, in fractions."""
    reduced = program.reduced(np.zeros(program.n_shared, dtype=np.int64))
    more = np.union1d(program.leading(reduced, _FIRST_SETS), first)
    is_active = np.zeros(len(reduced), dtype=np.bool_)
    linear = SetLinear(len(first), program.limits, float(np.abs(program.worth).max(initial=0)))
    best: tuple[int, Longs] | None = None
    for _ in range(_MOST_ROUNDS):
        program.add(linear, more)
        is_active[more] = True
        shares = linear.solved()
        prices = None if shares is None else program.fractions(shares.prices)
        if shares is None or prices is None:
            return None
        is_kept = shares.missed < _MISSED
        reduced = program.reduced(prices)
        bound = program.bound(prices, reduced)
        if best is None or bound < best[0]:
            best = bound, reduced
        leading = np.unique(program.leading(reduced, _MORE_SETS))
        more = leading[~is_active[leading]]
        if not len(more) or (is_kept and bound / 2**program.shift - shares.value < 1.0):
            return best if is_kept else None
    return best

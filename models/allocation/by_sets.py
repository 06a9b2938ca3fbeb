"""The best plan by choosing a set for each cooperative: fast where much is shared."""

from dataclasses import replace

import numpy as np
import numpy.typing as npt

from models.allocation.own_sets import own_sets
from models.allocation.problem import AllocationProblem
from models.allocation.program import Answer
from models.allocation.rows_of_limits import LimitRow, PairList
from models.allocation.set_program import Choice, SetProgram

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
    chosen = _chosen(program, bound, program.slack(reduced))
    if chosen is None:
        return None
    values = np.zeros(len(pairs.gain))
    values[sets.members(chosen.sets)] = 1.0
    return Answer(values, chosen.bound, chosen.nodes)


def _chosen(program: SetProgram, bound: int, slack: Longs) -> Choice | None:
    """Return the best choice of sets, its bound one of every plan.

    The slacks of a plan's sets, and what it leaves of priced limits, add up to what it falls short of
    ``bound``.
    """
    started = _near(program, bound, slack)
    if started is None:
        return None
    first, allowance = started
    missing = bound - (first.worth << program.shift)
    if missing <= allowance:
        # all sets of a better plan were there to choose from
        return first
    # a plan with a set beyond falls short by more than the allowance
    unproved = replace(first, bound=max(first.bound, (bound - allowance) >> program.shift))
    if first.bound > first.worth:
        return unproved
    # a better plan has a set beyond, which leaves the less for all others to fall short by
    is_beyond = (slack > allowance) & (slack <= missing)
    near = np.flatnonzero(is_beyond | (slack <= missing - allowance))
    second = program.integer(near, is_beyond[near]) if len(near) <= _MOST_CHOICES else None
    if second is None:
        return unproved
    better = max(first, second, key=lambda one: one.worth)
    return replace(better, bound=max(first.worth, second.bound), nodes=first.nodes + second.nodes)


def _near(program: SetProgram, bound: int, slack: Longs) -> tuple[Choice, int] | None:
    """Choose among sets that are near to each one's best; with the choice, how near they are."""
    allowance = max(int(_FIRST_ALLOWANCE * abs(bound)), 1 << program.shift)
    while True:
        inside = np.flatnonzero(slack <= allowance)
        if len(inside) > _MOST_CHOICES:
            return None
        found = program.integer(inside)
        if found is not None and len(found.sets):
            return found, allowance
        if len(inside) == len(slack):
            return None
        allowance *= 4


def _priced(program: SetProgram, first: Longs) -> tuple[int, Longs] | None:
    """Return the best bound found and the reduced worth of every set at its prices, in fractions."""
    reduced = program.reduced(np.zeros(program.n_shared, dtype=np.int64))
    active = np.union1d(program.leading(reduced, _FIRST_SETS), first)
    best: tuple[int, Longs] | None = None
    for _ in range(_MOST_ROUNDS):
        solved = program.linear(active)
        if solved is None:
            return None
        value, prices, is_kept = solved
        reduced = program.reduced(prices)
        bound = program.bound(prices, reduced)
        if best is None or bound < best[0]:
            best = bound, reduced
        more = np.setdiff1d(program.leading(reduced, _MORE_SETS), active)
        if not len(more) or (is_kept and bound / 2**program.shift - value < 1.0):
            return best if is_kept else None
        active = np.union1d(active, more)
    return best

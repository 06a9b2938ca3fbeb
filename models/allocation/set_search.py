"""The best choice of sets by branch and bound: whole numbers prove where the tree holds none better."""

import math
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy.sparse import csc_array

from models.allocation.set_linear import SetLinear, Shares

__all__ = ["Found", "NearSets", "searched"]

Longs = npt.NDArray[np.int64]
Marks = npt.NDArray[np.bool_]

_NONE = np.iinfo(np.int64).min
# A share that differs by less from a whole number is one.
_WHOLE = 1e-6


@dataclass(frozen=True, slots=True)
class NearSets:
    """Sets to choose from, one for each cooperative.

    Attributes
    ----------
    worth : ndarray of int, shape (n_sets,)
    owner : ndarray of int, shape (n_sets,)
        Whose set each is, ascending from 0 without gaps.
    used : sparse array of int, shape (n_limits, n_sets)
        What each uses up of each limit.
    limits : ndarray of int, shape (n_limits,)
    shift : int
        Prices are reckoned in fractions of ``2 ** -shift``.
    largest_sum : float
        What prices times limits may add up to.
    """

    worth: Longs
    owner: Longs
    used: csc_array
    limits: Longs
    shift: int
    largest_sum: float


@dataclass(frozen=True, slots=True)
class Found:
    """What a search found.

    Attributes
    ----------
    sets : ndarray of int or None
        Positions of the best sets, one for each cooperative; ``None`` where none is worth enough.
    bound : int
        No choice is worth more, unless it is worth less than was asked for.
    nodes : int
        Parts of the tree looked at.
    """

    sets: Longs | None
    bound: int
    nodes: int


def searched(near: NearSets, least: int, most_nodes: int) -> Found | None:
    """Look for the best choice that is worth at least so much.

    Each part of the tree forbids some sets. Prices from its linear program, whatever their rounding errors,
    bound it in whole numbers: all limits at these prices, and everybody's best set that is left.

    Parameters
    ----------
    near : NearSets
    least : int
        Choices worth less are not looked for.
    most_nodes : int
        The search is cut off there.

    Returns
    -------
    Found or None
        ``None`` where the linear program cannot be solved or prices are too large to be added up.
    """
    return _Search(near, least).run(most_nodes)


class _Search:
    """A tree of sets allowed, the most promising part of it last on a stack."""

    def __init__(self, near: NearSets, least: int) -> None:
        self._near = near
        self._first = np.flatnonzero(np.diff(near.owner, prepend=-1))
        self._size = math.gcd(*near.worth.tolist()) or 1
        self._linear = SetLinear(len(self._first), near.limits, float(np.abs(near.worth).max()))
        self._linear.add(near.worth, near.owner, near.used)
        self._worths = near.worth << near.shift
        self._used_by = near.used.T.tocsr()
        self._heaviest = np.abs(near.used).max(axis=1).toarray().ravel() * len(self._first)
        # worth of the best so far, or what is too little
        self._best = least - 1
        self._sets: Longs | None = None

    def run(self, most_nodes: int) -> Found | None:
        """Search until nothing is left or the nodes are spent."""
        everything = np.ones(len(self._near.worth), dtype=np.bool_)
        unlimited = int(np.maximum.reduceat(self._near.worth, self._first).sum())
        stack = [(unlimited, everything)]
        closed, nodes = self._best, 0
        while stack and nodes < most_nodes:
            bound, allowed = stack.pop()
            if bound <= self._best:
                continue
            nodes += 1
            self._linear.allow(allowed)
            shares = self._linear.solved()
            looked = None if shares is None else self._bounded(shares, allowed)
            if shares is None or looked is None:
                return None
            bound, left = looked
            if bound <= self._best:
                continue
            choice = self._choice(shares, left)
            if choice is None:
                stack += [(bound, marks) for marks in self._parts(shares, left)]
            elif self._keeps(choice):
                self._take(choice)
                # the bound of the best choice of a part is its worth, but for rounding
                closed = max(closed, bound)
        return Found(self._sets, max([self._best, closed, *(bound for bound, _ in stack)]), nodes)

    def _bounded(self, shares: Shares, allowed: Marks) -> tuple[int, Marks] | None:
        """Return what a part is worth at most, and the sets that can be in a choice better than the best."""
        near = self._near
        prices = np.round(shares.prices * 2.0**near.shift)
        if prices @ (np.abs(near.limits) + self._heaviest) > near.largest_sum:
            return None
        whole = prices.astype(np.int64)
        reduced = np.where(allowed, self._worths - self._used_by @ whole, _NONE)
        best = np.maximum.reduceat(reduced, self._first)
        bound = int(whole @ near.limits + best.sum())
        better = (self._best // self._size + 1) * self._size
        missing = bound - (better << near.shift)
        left = allowed & (best[near.owner] - np.where(allowed, reduced, 0) <= missing)
        return (bound >> near.shift) // self._size * self._size, left

    def _choice(self, shares: Shares, left: Marks) -> Longs | None:
        """Return the only choice left, or whole shares that keep all limits; ``None`` where more are open."""
        only = np.flatnonzero(left)
        whole = np.flatnonzero(shares.shares > 1 - _WHOLE)
        if len(only) == len(self._first):
            return only
        return whole if len(whole) == len(self._first) and self._keeps(whole) else None

    def _keeps(self, chosen: Longs) -> bool:
        """Whether a choice keeps all limits."""
        used = self._near.used[:, chosen].sum(axis=1)
        return bool((used <= self._near.limits).all())

    def _parts(self, shares: Shares, left: Marks) -> list[Marks]:
        """Split a part by a set that is taken in it or not; the part with it comes last."""
        owner = self._near.owner
        several = left & (np.bincount(owner[left], minlength=len(self._first)) > 1)[owner]
        # whole shares that miss a limit are all as good to split by: the first of them
        split = int(np.where(several, np.minimum(shares.shares, 1 - shares.shares), -1.0).argmax())
        own = owner == owner[split]
        this, others = left & ~own, left.copy()
        this[split] = True
        others[split] = False
        return [others, this]

    def _take(self, chosen: Longs) -> None:
        worth = int(self._near.worth[chosen].sum())
        if worth > self._best:
            self._best, self._sets = worth, chosen

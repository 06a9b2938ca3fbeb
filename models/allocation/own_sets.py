"""Every set of offers that one cooperative could hold at once."""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from models.allocation.problem import HELD, LOCKED, UNKNOWN, AllocationProblem
from models.allocation.rows_of_limits import PairList

__all__ = ["OwnSets", "own_sets"]

Longs = npt.NDArray[np.int64]

# Groups of one cooperative's offers are bits of one whole number.
_MOST_GROUPS = 62


@dataclass(frozen=True, slots=True)
class OwnSets:
    """Sets of pairs, each of one cooperative.

    Attributes
    ----------
    pairs : ndarray of int, shape (n_sets, n_places)
        Positions of pairs, -1 where a set is smaller.
    owner : ndarray of int, shape (n_sets,)
        Position among the cooperatives that have pairs; in order.
    first : ndarray of int, shape (n_owners,)
        Where each one's sets begin.
    """

    pairs: Longs
    owner: Longs
    first: Longs

    def members(self, chosen: Longs) -> Longs:
        """Return the pairs of some sets, in order."""
        found = self.pairs[chosen].ravel()
        return np.sort(found[found >= 0])


def own_sets(
    problem: AllocationProblem, pairs: PairList, not_empty: npt.NDArray[np.bool_], most_sets: int
) -> OwnSets | None:
    """List the sets that keep a cooperative's own limits: number, room, groups, locks and places kept back.

    Parameters
    ----------
    problem : AllocationProblem
    pairs : PairList
    not_empty : ndarray of bool, shape (n_cooperatives,)
        Who must hold something.
    most_sets : int
        Beyond so many the list is not worth making.

    Returns
    -------
    OwnSets or None
        ``None`` when there are too many, or a cooperative has none at all.
    """
    found: list[Longs] = []
    total = 0
    for row in np.unique(pairs.rows):
        numbers = np.flatnonzero(pairs.rows == row)
        local = _sets_of(problem, int(row), pairs.columns[numbers], most_sets - total)
        if local is None:
            return None
        if not_empty[row]:
            local = local[(local >= 0).any(axis=1)]
        if not len(local):
            return None
        total += len(local)
        found.append(np.where(local >= 0, numbers[local], -1))
    width = max((one.shape[1] for one in found), default=0)
    padded = [np.pad(one, ((0, 0), (0, width - one.shape[1])), constant_values=-1) for one in found]
    lengths = np.array([len(one) for one in found], dtype=np.int64)
    return OwnSets(
        np.concatenate(padded) if padded else np.zeros((0, 0), dtype=np.int64),
        np.repeat(np.arange(len(found)), lengths),
        np.concatenate([[0], np.cumsum(lengths)[:-1]]).astype(np.int64) if found else lengths,
    )


def _sets_of(problem: AllocationProblem, row: int, columns: Longs, most_sets: int) -> Longs | None:
    """Return one cooperative's sets as positions in ``columns``; from memory when asked again."""
    have = problem.rooms.have[row]
    limited = have != UNKNOWN
    # what nobody has stated does not fit a limited room
    uses = problem.rooms.uses[np.ix_(columns, limited)]
    uses = np.where(uses == UNKNOWN, have[limited] + 1, uses)
    fixed = np.isin(problem.state[row, columns], (LOCKED, HELD))
    names, groups = np.unique(problem.rooms.group_of[columns], return_inverse=True)
    if len(names) > _MOST_GROUPS:
        return None
    alone = names[groups] < 0
    bits = np.where(alone, 0, np.int64(1) << groups.astype(np.int64))
    return _listed(
        _Key(
            uses.tobytes(),
            have[limited].tobytes(),
            bits.tobytes(),
            fixed.tobytes(),
            int(problem.rooms.most[row]),
            most_sets,
        )
    )


@dataclass(frozen=True, slots=True)
class _Key:
    """What the sets of one cooperative depend on, as bytes that can be remembered by."""

    uses: bytes
    have: bytes
    bits: bytes
    fixed: bytes
    most: int
    most_sets: int


@lru_cache(maxsize=1024)
def _listed(key: _Key) -> Longs | None:
    have = np.frombuffer(key.have, dtype=np.int64)
    bits = np.frombuffer(key.bits, dtype=np.int64)
    uses = np.frombuffer(key.uses, dtype=np.int64).reshape(len(bits), len(have))
    fixed = np.frombuffer(key.fixed, dtype=np.bool_)
    base = np.flatnonzero(fixed)
    if not _fits(uses[base].sum(axis=0)[None, :], have)[0] or _clash(bits[base]) or len(base) > key.most:
        return np.zeros((0, 0), dtype=np.int64)
    layer = _Layer(
        np.zeros((1, 0), dtype=np.int64),
        uses[base].sum(axis=0, dtype=np.int64)[None, :],
        np.array([np.bitwise_or.reduce(bits[base], initial=0)], dtype=np.int64),
    )
    free = np.flatnonzero(~fixed)
    found, total = [layer.sets], 1
    for _ in range(key.most - len(base)):
        layer = _extended(layer, free, uses, bits, have)
        total += len(layer.sets)
        if total > key.most_sets:
            return None
        if not len(layer.sets):
            break
        found.append(layer.sets)
    width = max(one.shape[1] for one in found)
    padded = np.concatenate(
        [np.pad(one, ((0, 0), (0, width - one.shape[1])), constant_values=-1) for one in found]
    )
    whole = np.concatenate([np.broadcast_to(base, (len(padded), len(base))), padded], axis=1)
    whole.flags.writeable = False
    return whole


@dataclass(frozen=True, slots=True)
class _Layer:
    """Sets of one size: their members, what they use, the groups they touch."""

    sets: Longs
    used: Longs
    groups: Longs


def _extended(layer: _Layer, free: Longs, uses: Longs, bits: Longs, have: Longs) -> _Layer:
    """Add one later offer to every set, where it still fits."""
    places = (
        np.searchsorted(free, layer.sets[:, -1]) + 1 if layer.sets.shape[1] else np.zeros(1, dtype=np.int64)
    )
    counts = len(free) - places
    parent = np.repeat(np.arange(len(layer.sets)), counts)
    starts = np.repeat(np.cumsum(counts) - counts, counts)
    added = free[places[parent] + np.arange(len(parent)) - starts]
    used = layer.used[parent] + uses[added]
    ok = _fits(used, have) & ((layer.groups[parent] & bits[added]) == 0)
    parent, added = parent[ok], added[ok]
    return _Layer(
        np.column_stack([layer.sets[parent], added]).astype(np.int64),
        used[ok],
        layer.groups[parent] | bits[added],
    )


def _fits(used: Longs, have: Longs) -> npt.NDArray[np.bool_]:
    return np.asarray((used <= have).all(axis=1), dtype=np.bool_)


def _clash(bits: Longs) -> bool:
    """Tell whether two offers are of one group."""
    grouped = bits[bits != 0]
    return len(np.unique(grouped)) < len(grouped)

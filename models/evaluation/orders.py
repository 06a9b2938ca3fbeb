"""How good the order within each cooperative is; among equals every order counts alike."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

__all__ = ["Ranked", "ndcg_at", "ndcg_by_group", "ranked", "regret_at", "regret_by_group"]

Floats = npt.NDArray[np.float64]
Places = npt.NDArray[np.intp]


@dataclass(frozen=True, slots=True)
class Ranked:
    """Arrays of shape (n_pairs,), group after group.

    ``owner`` numbers the groups in sorted order; ``place`` counts from 0 within a group; ``gain`` is what
    the ranking puts there (the mean over pairs with the same chance), ``ideal`` what the best ranking would.
    """

    owner: Places
    place: Places
    gain: Floats
    ideal: Floats


def ranked(p: npt.ArrayLike, gain: npt.ArrayLike, groups: npt.ArrayLike) -> Ranked:
    """Rank the pairs of each group by ``p``, highest first, and by ``gain``.

    Notes
    -----
    The mean gain over the orders of equals is the same at each of their places, so a sum over places with any
    weights is the expectation over a random order of equals (McSherry and Najork 2008).

    Examples
    --------
    >>> ranked([0.2, 0.9, 0.9], [1.0, 0.0, 1.0], ["a", "a", "a"]).gain.tolist()
    [0.5, 0.5, 1.0]
    """
    chance = np.asarray(p, dtype=np.float64)
    value = np.asarray(gain, dtype=np.float64)
    owner = np.unique(np.asarray(groups), return_inverse=True)[1].astype(np.intp)
    order = np.lexsort((-chance, owner))
    sorted_owner, sorted_chance = owner[order], chance[order]
    starts = np.flatnonzero(np.diff(sorted_owner, prepend=-1))
    place = np.arange(len(owner)) - np.repeat(starts, np.bincount(owner))
    new = (np.diff(sorted_owner, prepend=-1) != 0) | (np.diff(sorted_chance, prepend=np.inf) != 0)
    tie = np.cumsum(new) - 1
    mean = np.bincount(tie, value[order]) / np.maximum(np.bincount(tie), 1)
    ideal = value[np.lexsort((-value, owner))]
    return Ranked(sorted_owner, place.astype(np.intp), mean[tie], ideal)


def ndcg_by_group(p: npt.ArrayLike, gain: npt.ArrayLike, groups: npt.ArrayLike, k: int = 5) -> Floats:
    """Return each group's normalised discounted gain, groups in sorted order.

    Parameters
    ----------
    p : array-like of shape (n_pairs,)
        What the ranking sorts by, highest first; among equals every order counts alike.
    gain : array-like of shape (n_pairs,)
        Outcomes or true chances, 0 or more.
    groups : array-like of shape (n_pairs,)
        The cooperative of each pair.
    k : int
        How many places count.

    Returns
    -------
    ndarray of shape (n_groups,)
        0 ... 1; NaN for a group in which nothing can be gained.
    """
    found = ranked(p, gain, groups)
    discount = np.where(found.place < k, 1.0 / np.log2(found.place + 2.0), 0.0)
    best = np.bincount(found.owner, found.ideal * discount)
    reached = np.bincount(found.owner, found.gain * discount)
    result: Floats = np.divide(reached, best, out=np.full(len(best), np.nan), where=best > 0)
    return result


def ndcg_at(p: npt.ArrayLike, gain: npt.ArrayLike, groups: npt.ArrayLike, k: int = 5) -> float:
    """Return the mean of ``ndcg_by_group`` over groups in which something can be gained; NaN without any.

    Examples
    --------
    >>> ndcg_at([0.9, 0.1], [1, 0], ["a", "a"])
    1.0
    """
    found = ndcg_by_group(p, gain, groups, k)
    held = found[~np.isnan(found)]
    return float(held.mean()) if len(held) else float("nan")


def regret_by_group(p: npt.ArrayLike, gain: npt.ArrayLike, groups: npt.ArrayLike, k: int = 3) -> Floats:
    """Return what each group loses per shown pair: its best ``k`` gains against those shown first.

    Parameters as in ``ndcg_by_group``; of shape (n_groups,), 0 where the best are shown.
    """
    found = ranked(p, gain, groups)
    shown = found.place < k
    lost = np.bincount(found.owner, (found.ideal - found.gain) * shown)
    result: Floats = lost / np.maximum(np.bincount(found.owner, shown), 1)
    return result


def regret_at(p: npt.ArrayLike, gain: npt.ArrayLike, groups: npt.ArrayLike, k: int = 3) -> float:
    """Return the mean of ``regret_by_group``; NaN without pairs."""
    per_group = regret_by_group(p, gain, groups, k)
    return float(per_group.mean()) if len(per_group) else float("nan")
